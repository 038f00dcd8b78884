import type { CallFact, Expr, Facts, Scope, Span } from '../facts';
import type { Ecosystem } from '../languages/language';
import type { Sdk, SdkCall, SdkPrompt } from '../sdks/sdk';
import { wrappersAround } from '../snippets/helperNames';
import type { CallSite, OutputLimit, ParameterValue } from '../types';
import { createDigester, type Digester } from './digest';
import { createIdentifier, type Identifier } from './identify';
import { createMatcher, indexRows, lastName, type Match, mayFit, otherNames, type RowIndex } from './match';
import { findModelName } from './modelName';
import type { OtherFiles } from './otherFiles';
import { type Parameters, readParameters } from './parameters';
import { holdsTranslations } from './promptShape';
import { PromptCollector, type PromptDraft } from './prompts';
import { declaresRequest, requestUrls } from './requestUrl';
import { createResolver, type Resolver } from './resolve';

export { loadOtherFiles, type OtherFiles, type ReadFile } from './otherFiles';
export type { PromptDraft } from './prompts';

/** The SDK tables, indexed for one package world. */
export interface SdkIndex {
  sdks: readonly Sdk[];
  ecosystem: Ecosystem;
  calls: RowIndex<SdkCall>;
  prompts: RowIndex<SdkPrompt>;
  digester: Digester;
}

export function indexSdks(sdks: readonly Sdk[], ecosystem: Ecosystem): SdkIndex {
  const calls = indexRows(sdks, ecosystem, (sdk) => sdk.calls);
  const prompts = indexRows(sdks, ecosystem, (sdk) => sdk.prompts ?? []);
  return { sdks, ecosystem, calls, prompts, digester: createDigester((call) => mayFit(call, [calls, prompts])) };
}

/** What the recogniser asks the catalogue: facts about names, no prices. */
export interface ModelFacts {
  /** The model that an SDK constant (`GPT4oMini`) names, by letters and digits; null where it is none or not unique. */
  findConstant(name: string): string | null;
  /** The provider behind a base URL; null for one that is not known. */
  providerOfUrl(url: string): string | null;
}

export interface Recognized {
  calls: CallSite[];
  prompts: PromptDraft[];
}

/** Parameters that rules ask for, by neutral name. */
const RULE_PARAMETERS = [
  'temperature',
  'top_p',
  'n',
  'best_of',
  'candidate_count',
  'reasoning_effort',
  'reasoning',
  'thinking',
  'stream_options',
  'prompt_cache_key',
  'cache_control',
  'max_tokens',
  'max_completion_tokens',
  'max_output_tokens',
  'max_retries',
  'response_format',
  'seed',
  'stop',
  'user',
  'metadata',
  'store',
  'service_tier',
  'max_steps',
  'stop_when',
];

/** Finds the call sites and prompts among a file's facts. The path tells only whether the file holds translations. */
export function recognize(facts: Facts, text: string, index: SdkIndex, models: ModelFacts, others: OtherFiles | null = null, path = ''): Recognized {
  const resolver = createResolver(facts, others);
  const identifier = createIdentifier(resolver, index.sdks, index.ecosystem, others);
  const collector = new PromptCollector(facts, resolver, index.digester);
  const matchCall = createMatcher(index.calls, identifier, resolver);
  const matchPrompt = createMatcher(index.prompts, identifier, resolver);
  const candidates = facts.statements.flatMap((statement) => index.digester.digest(statement).calls);
  const renamed = otherNames(facts, index.calls);
  if (renamed.size) candidates.push(...facts.calls.filter(({ callee }) => renamed.has(lastName(callee) ?? '')));
  candidates.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let outer: Map<CallFact, CallFact> | null = null;
  const loopedFunctions = functionsCalledInLoops(facts, resolver);
  const calls: CallSite[] = [];
  const siteOf = new Map<CallFact, number>();

  for (const fact of candidates) {
    const match = matchCall(fact);
    if (!match) continue;
    if (match.row.on === 'class') outer ??= chains(facts.calls);
    const chain = outer && match.row.on === 'class' ? lastOfChain(fact, outer) : fact;
    if (siteOf.has(chain)) continue;
    const parameters = readParameters({ call: fact, chain, receivers: match.receivers }, text, resolver);
    const urls = match.row.url === undefined ? [] : requestUrls(fact, resolver);
    if (match.row.url !== undefined && !isRequest(match.row, parameters, urls, models)) continue;
    const site = makeSite(fact, chain, match, parameters, urls, text, models, resolver);
    site.inIndirectLoop = !site.inLoop && isLooped(fact.scope, loopedFunctions);
    siteOf.set(fact, calls.length).set(chain, calls.length);
    collectPrompts(collector, match.row, parameters, calls.length, site.prompts);
    calls.push(site);
  }
  for (const fact of candidates) {
    if (siteOf.has(fact)) continue;
    const match = matchPrompt(fact);
    if (!match) continue;
    const parameters = readParameters({ call: fact, chain: fact, receivers: match.receivers }, text, resolver);
    const owner = match.receivers.map((receiver) => siteOf.get(receiver)).find((at) => at !== undefined) ?? null;
    collectPrompts(collector, match.row, parameters, owner, owner === null ? [] : (calls[owner] as CallSite).prompts);
  }
  collector.addLoose(!holdsTranslations(path));
  calls.forEach((call, index) => {
    call.unreadInputs = collector.unread.get(index) ?? 0;
  });
  return { calls, prompts: collector.prompts };
}

/**
 * Raw HTTP: an application's own route may have the same path; a body with a model or messages tells, or a body that was made
 * elsewhere and goes to a provider's host.
 */
function isRequest(row: SdkCall, parameters: Parameters, urls: readonly string[], models: ModelFacts): boolean {
  if (parameters.find(row.model) ?? parameters.find(row.messages) ?? parameters.find(row.user)) return true;
  const body = parameters.values(row.model?.map((source) => source.replace(/\.\w+$/, '')))?.values;
  if (!body) return false;
  if (body.values.some(declaresRequest)) return true;
  return body.values.every((value) => value.kind === 'call') && urls.some((url) => models.providerOfUrl(url) !== null);
}

function collectPrompts(
  collector: PromptCollector,
  row: Pick<SdkPrompt, 'system' | 'messages' | 'user' | 'template'>,
  parameters: Parameters,
  call: number | null,
  into: number[],
): void {
  for (const source of row.system ?? []) for (const expr of parameters.find([source])?.exprs ?? []) collector.addText(expr, 'system', call, into);
  for (const source of row.messages ?? []) for (const expr of parameters.find([source])?.exprs ?? []) collector.addMessages(expr, 'user', call, into);
  for (const source of row.user ?? []) for (const expr of parameters.find([source])?.exprs ?? []) collector.addText(expr, 'user', call, into);
  for (const source of row.template ?? []) for (const expr of parameters.find([source])?.exprs ?? []) collector.addText(expr, null, call, into);
}

function makeSite(
  fact: CallFact,
  chain: CallFact,
  match: Match<SdkCall>,
  parameters: Parameters,
  urls: readonly string[],
  text: string,
  models: ModelFacts,
  resolver: Resolver,
): CallSite {
  const { row, sdk } = match;
  const model = findModelName(parameters.values(row.model), { constant: (name) => findConstant(name, sdk, models), resolver });
  const flag = row.stream === true || !row.stream ? null : parameters.values(row.stream);
  const stream = flag
    ? flag.values.values.some((value) => (value.kind === 'boolean' && value.value) || value.kind === 'function')
    : row.stream === true || (row.streams === true && parameters.find(row.model)?.open === false);
  const site: CallSite = {
    span: { start: fact.span.start, end: chain.span.end },
    nameSpan: nameSpan(fact),
    provider:
      urls.map((url) => models.providerOfUrl(url)).find((found) => found !== null) ??
      providerOf(match, parameters, models) ??
      model.provider ??
      sdk.provider ??
      sdk.id,
    api: row.api,
    sdk: sdk.id,
    kind: kindOf(row, model.hints),
    model: model.name,
    modelByDefault: model.byDefault,
    models: model.names,
    modelSpan: model.span,
    outputLimit: readLimit(row, parameters),
    limitParameters: (row.outputLimit ?? []).filter((source) => !/^(\d+$|receiver\.)/.test(source)),
    limitRequired: row.limitRequired ?? false,
    stream,
    loops: fact.loops,
    inLoop: fact.loops.length > 0,
    inIndirectLoop: false,
    cached: isCached(fact),
    promptCache: (row.promptCache ?? []).some((source) => parameters.find([source]) !== null) || mentions(fact, text, row.promptCache),
    parameters: ruleParameters(parameters),
    openParameters: parameters.open,
    prompts: [],
    unreadInputs: 0,
    tools: row.tools ? parameters.find(row.tools) !== null : false,
    cell: null,
    fact,
  };
  return site;
}

/** The model of an SDK's constant, with or without the SDK's prefix: `ChatModelGPT4o`. */
function findConstant(name: string, sdk: Sdk, models: ModelFacts): string | null {
  const prefix = sdk.modelConstants?.find((candidate) => name.startsWith(candidate));
  return models.findConstant(name) ?? (prefix ? models.findConstant(name.slice(prefix.length)) : null);
}

/** Some calls serve both: the model then says which. */
function kindOf(row: SdkCall, models: readonly string[]): SdkCall['kind'] {
  return row.kind === 'chat' && models.length && models.every((model) => /embed/i.test(model)) ? 'embedding' : row.kind;
}

function nameSpan(fact: CallFact): Span {
  return fact.callee.kind === 'member' ? { ...fact.callee.propertySpan } : { ...fact.callee.span };
}

function readLimit(row: SdkCall, parameters: Parameters): OutputLimit {
  const given = parameters.values(row.outputLimit);
  if (!given) return row.outputLimit && parameters.open ? { kind: 'unknown' } : { kind: 'none' };
  const { found, values } = given;
  const { name: parameter, span } = found;
  const numbers = values.values.flatMap((value) => (value.kind === 'number' ? [value.value] : []));
  const [only] = numbers;
  if (values.values.every((value) => value.kind === 'null') && values.values.length && !values.open) return { kind: 'none' };
  if (numbers.length === 1 && values.values.length === 1 && only !== undefined && !values.open) {
    return values.byDefault ? { kind: 'dynamic', parameter, span, byDefault: only } : { kind: 'value', tokens: only, parameter, span };
  }
  return { kind: 'dynamic', parameter, span, byDefault: null };
}

/** An OpenAI client follows its base URL. */
function providerOf(match: Match<SdkCall>, parameters: Parameters, models: ModelFacts): string | null {
  const url = parameters.values(['receiver.base_url', 'receiver.baseURL', 'receiver.endpoint', 'base_url', 'api_base', 'url', '0']);
  for (const value of url?.values.values ?? []) {
    if (value.kind !== 'string') continue;
    const found = models.providerOfUrl(value.parts.map((part) => (part.kind === 'text' ? part.text : '')).join(''));
    if (found) return found;
  }
  // `ChatMistralAI(…)`: the class that is made says it
  const made = match.row.on === 'class' ? match.row.api.split('.').at(-1) : undefined;
  const own = match.sdk.clients?.find((candidate) => candidate.name === made);
  if (own?.provider) return own.provider;
  for (const receiver of match.receivers) {
    const client = match.sdk.clients?.find((candidate) => candidate.name === lastName(receiver.callee));
    if (client?.provider) return client.provider;
  }
  return null;
}

function ruleParameters(parameters: Parameters): Map<string, ParameterValue> {
  const result = new Map<string, ParameterValue>();
  for (const name of RULE_PARAMETERS) {
    const given = parameters.values([name]);
    if (!given) continue;
    const { found, values } = given;
    const [value] = values.values;
    result.set(name, {
      value: values.values.length === 1 && !values.open && value ? literal(value as Expr) : undefined,
      span: found.span,
      nameSpan: found.nameSpan,
    });
  }
  return result;
}

function literal(value: Expr): ParameterValue['value'] {
  switch (value.kind) {
    case 'number':
    case 'boolean':
      return value.value;
    case 'null':
      return null;
    case 'string':
      return value.parts.every((part) => part.kind === 'text')
        ? value.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
        : undefined;
    default:
      return undefined;
  }
}

/** Prompt caching is also asked for by a key inside the messages, wherever it stands in the call. */
function mentions(fact: CallFact, text: string, keys: readonly string[] | undefined): boolean {
  if (!keys?.length) return false;
  const source = text.slice(fact.span.start, fact.span.end);
  return keys.some((key) => source.includes(key));
}

/** A decorator of the enclosing function, or a look into a cache around the call. */
function isCached(fact: CallFact): boolean {
  const target = fact.callee.kind === 'member' ? fact.callee.object : fact.callee;
  if (wrappersAround(target).some(({ wrapper }) => wrapper === 'withResponseCache')) return true;
  for (let scope: Scope | null = fact.scope; scope; scope = scope.parent) {
    if (scope.decorators.some((name) => /cache|memoize/i.test(name) && !/property/i.test(name))) return true;
  }
  return false;
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

function functionsCalledInLoops(facts: Facts, resolver: Resolver): Set<Scope> {
  const names = new Set<string>();
  const collect = (scope: Scope) => {
    for (const child of scope.children) {
      if (child.kind === 'function' && child.name) names.add(child.name);
      collect(child);
    }
  };
  collect(facts.file);
  const result = new Set<Scope>();
  for (const call of facts.calls) {
    const name = lastName(call.callee);
    if (name === null || !names.has(name)) continue;
    const target = resolver.functionOf(call);
    if (target && (call.loops.length || isInside(call.scope, target))) result.add(target);
  }
  return result;
}

/** Recursion counts as a loop. */
function isInside(scope: Scope, target: Scope): boolean {
  for (let at: Scope | null = scope; at; at = at.parent) if (at === target) return true;
  return false;
}

function isLooped(scope: Scope, looped: Set<Scope>): boolean {
  for (let at: Scope | null = scope; at; at = at.parent) if (looped.has(at)) return true;
  return false;
}

export type { Identifier };
