import type { CallFact, Expr, Statement } from '../facts';
import type { SdkCall, SdkPrompt } from '../sdks/sdk';
import type { Request } from '../types';
import type { Callers } from './callers';
import { type Digester, wordsOf } from './digest';
import { lastName } from '../resolve/names';
import type { Match } from './match';
import { type Parameters, readParameters } from './parameters';
import { looksLikePrompt } from './promptShape';
import type { PromptReader, PromptReading } from './prompts';
import { declaresRequest, requestUrls } from './requestUrl';
import type { Resolver } from '../resolve/resolve';
import { type ModelFacts, makeSite } from './site';

/** What one statement holds, before it is put together with the others. */
export interface StatementFinds {
  calls: { site: Request; chain: CallFact; reading: PromptReading }[];
  /** Texts that calls on a client or a template carry (`chain.invoke(…)`); `receivers` are the calls that may be sites of their own. */
  carried: { fact: CallFact; receivers: readonly CallFact[]; reading: PromptReading }[];
  roleObjects: PromptReading[];
  /** Texts that read like prompts by themselves; each counts where no call uses its first string. */
  promptLike: PromptReading[];
}

/** All that reading a statement takes. One serves one pass over a file. */
export interface Tools {
  text: string;
  resolver: Resolver;
  callers: Callers;
  digester: Digester;
  models: ModelFacts;
  prompts: PromptReader;
  /** A text may be a prompt by its name alone. */
  named: boolean;
  /** Names under which the file keeps functions of SDKs. */
  renamed: ReadonlySet<string>;
  matchCall(call: CallFact): Match<SdkCall> | null;
  matchPrompt(call: CallFact): Match<SdkPrompt> | null;
}

/** Finds the call sites and prompts of one statement. */
export function readStatement(statement: Statement, tools: Tools): StatementFinds {
  const { text, resolver, callers, digester, models, prompts } = tools;
  const digest = digester.digest(statement);
  const candidates = [...digest.calls];
  if (tools.renamed.size) {
    for (const [name, call] of digest.named) if (tools.renamed.has(name) && !candidates.includes(call)) candidates.push(call);
    candidates.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  }
  const finds: StatementFinds = { calls: [], carried: [], roleObjects: [], promptLike: [] };
  const sites = new Set<CallFact>();
  let outer: Map<CallFact, CallFact> | null = null;
  prompts.startStatement();

  for (const fact of candidates) {
    const match = tools.matchCall(fact);
    if (!match) continue;
    if (match.row.on === 'class') outer ??= chains(statement.calls);
    const chain = outer && match.row.on === 'class' ? lastOfChain(fact, outer) : fact;
    if (sites.has(chain)) continue;
    const parameters = readParameters({ call: fact, chain, receivers: match.receivers }, resolver, callers);
    const urls = match.row.url === undefined ? [] : requestUrls(fact, resolver, callers);
    if (match.row.url !== undefined && !(isMentioned(match.row, text) && isRequest(match.row, parameters, urls, models))) continue;
    sites.add(fact).add(chain);
    const site = makeSite(fact, chain, match, parameters, urls, text, models, resolver);
    finds.calls.push({ site, chain, reading: readPrompts(prompts, match.row, parameters) });
  }
  for (const fact of candidates) {
    if (sites.has(fact)) continue;
    const match = tools.matchPrompt(fact);
    if (!match) continue;
    const parameters = readParameters({ call: fact, chain: fact, receivers: match.receivers }, resolver, callers);
    finds.carried.push({ fact, receivers: match.receivers, reading: readPrompts(prompts, match.row, parameters) });
  }
  for (const object of digest.roleObjects) {
    const reading: PromptReading = { uses: [], unread: 0 };
    prompts.readMessages(object, null, reading);
    finds.roleObjects.push(reading);
  }
  for (const string of digest.promptLike) if (tools.named || looksLikePrompt(wordsOf(string), null)) finds.promptLike.push(prompts.readLoose(string));
  return finds;
}

function isMentioned({ mention }: SdkCall, text: string): boolean {
  return mention === undefined || text.toLowerCase().includes(mention);
}

/**
 * Raw HTTP: an application's own route may have the same path; a body with a model or messages tells, or a body that was made
 * elsewhere and goes to a provider's host.
 */
function isRequest(row: SdkCall, parameters: Parameters, urls: readonly string[], models: ModelFacts): boolean {
  if (row.mention !== undefined && !parameters.find(row.model)) return false;
  if (parameters.find(row.model) ?? parameters.find(row.messages) ?? parameters.find(row.user)) return true;
  const body = parameters.values(row.model?.map((source) => source.replace(/\.\w+$/, '')))?.values;
  if (!body) return false;
  if (body.values.some(declaresRequest)) return true;
  const made = row.kind === 'embedding' || body.values.every((value) => value.kind === 'call');
  return made && urls.some((url) => models.providerOfUrl(url) !== null);
}

function readPrompts(
  prompts: PromptReader,
  row: Pick<SdkPrompt, 'system' | 'messages' | 'user' | 'template'>,
  parameters: Parameters,
): PromptReading {
  const reading: PromptReading = { uses: [], unread: 0 };
  const given = (sources: readonly string[] | undefined) => (sources ?? []).flatMap((source) => parameters.find([source]) ?? []);
  const each = (sources: readonly string[] | undefined, read: (expr: Expr, sent: boolean) => void): void => {
    for (const { exprs, apart } of given(sources)) for (const expr of exprs) read(expr, !apart);
  };
  each(row.system, (expr, sent) => prompts.readText(expr, 'system', reading, sent));
  each(row.messages, (expr, sent) => prompts.readMessages(expr, 'user', reading, sent));
  each(row.user, (expr, sent) => prompts.readText(expr, 'user', reading, sent));
  each(row.template, (expr, sent) => prompts.readText(expr, null, reading, sent));
  const inputs = [...(row.messages ?? []), ...(row.user ?? [])];
  const found = given(inputs);
  // what a spread that can't be read gives, or each caller of a helper
  if (found.some(({ apart }) => apart) || (inputs.length && !found.length && parameters.open)) reading.unread++;
  return reading;
}

/** From each call to the call that is made on its result. */
function chains(calls: readonly CallFact[]): Map<CallFact, CallFact> {
  const result = new Map<CallFact, CallFact>();
  for (const call of calls) {
    if (call.callee.kind === 'member' && call.callee.object.kind === 'call') result.set(call.callee.object.call, call);
  }
  return result;
}

/** The end of a builder chain; stops where the chain leaves the builder (`.build()` is its last link). */
function lastOfChain(fact: CallFact, outer: Map<CallFact, CallFact>): CallFact {
  let at = fact;
  for (let next = outer.get(at); next; next = outer.get(at)) {
    if (!/^builder$/i.test(lastName(fact.callee) ?? '')) break;
    at = next;
    if (/^build$/i.test(lastName(next.callee) ?? '')) break;
  }
  return at;
}
