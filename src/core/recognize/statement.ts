import type { CallFact, Statement } from '../facts';
import { lastName } from '../resolve/names';
import type { SdkCall } from '../sdks/sdk';
import { batchedRequests } from './batched';
import { requestsOfDecorated } from './decorated';
import { isCallRow, type Reached, reachDefinitions } from './definitions';
import { type Digest, wordsOf } from './digest';
import { createTools, type FileTools, type Tools } from './fileTools';
import { handsOn, helperAmong } from './helpers';
import { requestsThrough } from './importedHelpers';
import type { Match } from './match';
import { type Parameters, readParameters } from './parameters';
import { looksLikePrompt } from './promptShape';
import { emptyReading, type PromptReading } from './reading';
import { askedBy, type RequestDraft, readParts, readRequests } from './readRequest';
import { declaresRequest, requestUrls } from './requestUrl';
import type { ModelFacts } from './site';

/** What one statement holds, before it is put together with the others. */
export interface StatementFinds {
  requests: RequestDraft[];
  /** Texts that calls on a client or a template carry (`chain.invoke(…)`); `receivers` are the calls that may be requests of their own. */
  carried: { fact: CallFact; receivers: readonly CallFact[]; reading: PromptReading }[];
  roleObjects: PromptReading[];
  /** Texts that read like prompts by themselves; each counts where no call uses its first string. */
  promptLike: PromptReading[];
  /** Steps that reading it took. */
  steps: number;
}

export const NO_FINDS: StatementFinds = { requests: [], carried: [], roleObjects: [], promptLike: [], steps: 0 };

/** Finds the requests and prompts of one statement. `named`: a text may be a prompt by its name alone. */
export function readStatement(statement: Statement, file: FileTools, named: boolean): StatementFinds {
  const digest = file.index.digester.digest(statement);
  const candidates = candidatesOf(digest, statement, file);
  const { roleObjects, promptLike } = digest;
  const asking = file.base.others ? digest.asking : [];
  const calling = file.decorated.size > 0 && digest.named.some(([name]) => file.decorated.has(name));
  if (!candidates.length && !roleObjects.length && !promptLike.length && !asking.length && !calling) return NO_FINDS;
  const tools = createTools(file);
  const finds: StatementFinds = { ...NO_FINDS, requests: [], carried: [], roleObjects: [], promptLike: [] };
  const sites = new Set<CallFact>();
  let outer: Map<CallFact, CallFact> | null = null;

  for (const fact of candidates) {
    const match = tools.matchCall(fact) ?? matchByDefinition(fact, tools);
    if (!match || match.row.sets) continue;
    if (match.row.on === 'class') outer ??= chains(statement.calls);
    const chain = outer && match.row.on === 'class' ? lastOfChain(fact, outer) : fact;
    if (sites.has(chain)) continue;
    const requests = requestsAt(fact, chain, match, tools);
    if (!requests) continue;
    sites.add(fact).add(chain);
    finds.requests.push(...requests);
  }
  for (const [name, call] of digest.named) if (file.decorated.has(name) && !sites.has(call)) finds.requests.push(...requestsOfDecorated(call, tools));
  for (const call of asking) if (!sites.has(call)) finds.requests.push(...requestsThrough(call, tools));
  for (const fact of candidates) {
    if (sites.has(fact)) continue;
    const match = tools.matchPrompt(fact);
    if (!match) continue;
    const parameters = readParameters({ call: fact, chain: fact, receivers: match.receivers }, tools.resolver, tools.callers);
    finds.carried.push({ fact, receivers: match.receivers, reading: readParts(match.row, parameters, fact, tools) });
  }
  for (const object of digest.roleObjects) {
    const reading = emptyReading();
    tools.prompts.readMessages(object, null, reading);
    finds.roleObjects.push(reading);
  }
  for (const string of digest.promptLike) if (named || looksLikePrompt(wordsOf(string), null)) finds.promptLike.push(tools.prompts.readLoose(string));
  return { ...finds, steps: tools.budget.spent };
}

function candidatesOf({ calls, named }: Digest, statement: Statement, { renamed, anyCall }: FileTools): CallFact[] {
  const candidates = anyCall ? [...statement.calls] : [...calls];
  if (!anyCall) for (const [name, call] of named) if (renamed.has(name) && !candidates.includes(call)) candidates.push(call);
  return anyCall || renamed.size ? candidates.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end) : candidates;
}

/** `chain.invoke(…)` on something that no SDK's class is seen to have made: what it is put together from says what it is. */
function matchByDefinition(fact: CallFact, tools: Tools): Match<SdkCall> | null {
  for (const match of tools.asking(fact)) {
    const parameters = readParameters({ call: fact, chain: fact, receivers: [] }, tools.resolver, tools.callers);
    const reached = reachDefinitions(askedBy(fact, match.row, parameters), tools);
    const own = reached.filter(({ match: { sdk } }) => sdk === match.sdk);
    if (own.some(({ match: { row } }) => isCallRow(row)) || (own.length && isMadeOf(fact, own, tools))) return match;
  }
  return null;
}

/** Is a prompt piped into something, or given to what makes more of it? Alone it is filled, not sent. */
function isMadeOf({ callee }: CallFact, reached: readonly Reached[], { resolver }: Tools): boolean {
  const object = callee.kind === 'member' ? callee.object : null;
  return (
    !!object &&
    resolver
      .valuesOf(object)
      .values.some((value) => value.kind === 'pipe' || (value.kind === 'call' && !reached.some(({ fact }) => fact === value.call)))
  );
}

/** The requests of one call; null where it turns out to be none. */
function requestsAt(fact: CallFact, chain: CallFact, match: Match<SdkCall>, tools: Tools): RequestDraft[] | null {
  const { row, receivers } = match;
  const read = (within: Tools): RequestDraft[] | null => {
    const parameters = readParameters({ call: fact, chain, receivers }, within.resolver, within.callers);
    const urls = row.url === undefined ? [] : requestUrls(fact, within.resolver, within.callers);
    if (row.url !== undefined && !(isMentioned(row, within.file.text) && isRequest(row, parameters, urls, within.file.models))) return null;
    const batched = row.carries ? batchedRequests(fact, match, parameters, within) : [];
    return batched.length ? batched : readRequests(fact, chain, match, parameters, urls, within);
  };
  const scopes = row.makes ? [] : handsOn(fact, match, tools);
  const names = scopes.flatMap(({ name }) => name ?? []);
  const helper = helperAmong(scopes, tools);
  if (!helper) return read(tools)?.map((draft) => ({ ...draft, handsOn: names })) ?? null;
  return helper.callers.flatMap(({ call, args }) => {
    const within = createTools(tools.file, tools.budget, { args, outer: tools.resolver });
    return (read(within) ?? []).map((draft) => ({ ...draft, caller: call, handsOn: names, site: { ...draft.site, helper: helper.scope.name } }));
  });
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
