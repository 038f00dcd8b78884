import type { CallFact, Expr, Scope, Span } from '../facts';
import { lastName } from '../resolve/names';
import type { Resolver } from '../resolve/resolve';
import type { Sdk, SdkCall } from '../sdks/sdk';
import { wrappersAround } from '../snippets/helperNames';
import type { OutputLimit, ParameterValue, Request } from '../types';
import type { Tools } from './fileTools';
import { readJson } from './jsonValues';
import type { Match } from './match';
import { findModelName } from './modelName';
import type { Parameters } from './parameters';

/** What the recogniser asks the catalogue: facts about names, no prices. */
export interface ModelFacts {
  /** The model that an SDK constant (`GPT4oMini`) names, by letters and digits; null where it is none or not unique. */
  findConstant(name: string): string | null;
  /** The provider behind a base URL; null for one that is not known. */
  providerOfUrl(url: string): string | null;
  /** Is an id another vendor's than this provider's? `null` stands for a host of the user's own. */
  isForeign(id: string, provider: string | null): boolean;
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
  'timeout',
  'response_format',
  'seed',
  'stop',
  'user',
  'metadata',
  'store',
  'service_tier',
  'max_steps',
  'stop_when',
  'effort',
  'thinking_budget',
  'thinking_config',
  'generation_config',
  'config.thinking_config',
  'output_config',
  'verbosity',
  'speed',
  'inference_geo',
  'modalities',
  'tools',
  'tool_choice',
  'web_search_options',
  'plugins',
  'extra_body',
  'dimensions',
  'size',
  'quality',
];

/** Gemini's endpoint names the model in its path. */
const MODEL_IN_URL = /\/models\/([\w.-]+):\w+/;

/** What a call's arguments say of it. Its spans are those of the facts and move with them; `placeSite` makes them its own. */
export function makeSite(
  fact: CallFact,
  chain: CallFact,
  match: Match<SdkCall>,
  parameters: Parameters,
  urls: readonly string[],
  tools: Tools,
): Request {
  const { row, sdk } = match;
  const { text, models } = tools.file;
  const model = findModelName(parameters.values(row.model), { constant: (name) => findConstant(name, sdk, models), resolver: tools.resolver });
  const modelInUrl = urls.map((url) => MODEL_IN_URL.exec(url)?.[1] ?? null).find((name) => name !== null) ?? null;
  const aliased = row.aliases && model.name !== null ? modelsBehind(model.name, row.aliases, parameters, tools.resolver) : [];
  const named = aliased.length
    ? oneOf(aliased)
    : (model.name ?? modelInUrl ?? (parameters.find(row.model) || parameters.open ? null : (row.defaultModel ?? null)));
  const host = hostOf(match, parameters, models);
  const provider =
    urls.map((url) => models.providerOfUrl(url)).find((found) => found !== null) ??
    host.provider ??
    providerOf(match, parameters) ??
    model.provider ??
    sdk.provider ??
    sdk.id;
  const isDefault = model.byDefault || (model.name === null && modelInUrl === null);
  // a default that fits another vendor tells nothing of the model that is asked here
  const isForeign = isDefault && [named ?? [], model.names].flat().some((id) => models.isForeign(id, host.own ? null : provider));
  const name = isForeign ? null : named;
  const ignored = ignoredLimits(row, tools);
  return {
    site: row.makes ? 'definition' : 'request',
    definitions: [],
    span: { start: fact.span.start, end: chain.span.end },
    nameSpan: nameSpanOf(fact),
    provider,
    api: row.api,
    sdk: sdk.id,
    kind: kindOf(row, model.hints),
    model: name,
    modelBasis: name === null ? null : isDefault ? 'default' : 'written',
    models: isForeign ? [] : aliased.length ? aliased : name !== model.name && name !== null ? [name] : model.names,
    modelSpan: isForeign ? null : model.span,
    ownHost: host.own,
    outputLimit: readLimit(row, parameters, ignored),
    ignoredLimits: ignored.filter((name) => parameters.find([name]) !== null),
    limitParameters: (row.outputLimit ?? []).filter((source) => !/^(\d+$|receiver\.|chain\.)/.test(source)),
    limitRequired: row.limitRequired ?? false,
    stream: isStreamed(row, parameters),
    function: null,
    loops: fact.loops,
    inLoop: fact.loops.length > 0,
    inIndirectLoop: false,
    elsewhere: false,
    helper: null,
    cached: isCached(fact),
    promptCache: (row.promptCache ?? []).some((source) => parameters.find([source]) !== null) || mentions(fact, text, row.promptCache),
    parameters: ruleParameters(parameters, tools.resolver),
    openParameters: parameters.open,
    prompts: [],
    parts: [],
    cell: null,
    fact,
  };
}

const oneOf = (names: readonly string[]): string | null => (names.length === 1 ? (names[0] as string) : null);

/** The models that a table has under a name: each request goes to one of them. */
function modelsBehind(name: string, aliases: NonNullable<SdkCall['aliases']>, parameters: Parameters, resolver: Resolver): string[] {
  const lists = parameters.values(aliases.list)?.values.values ?? [];
  const models = lists
    .flatMap((list) => (list.kind === 'array' ? list.items : []))
    .flatMap((item) => {
      if (textAt(item, aliases.name, resolver) !== name) return [];
      return textAt(item, aliases.model, resolver) ?? [];
    });
  return [...new Set(models)];
}

function textAt(expr: Expr, path: string, resolver: Resolver): string | null {
  const [key = '', ...rest] = path.split('.');
  const [value] = resolver.entry(expr, key)?.values ?? [];
  if (!value) return null;
  if (rest.length) return textAt(value, rest.join('.'), resolver);
  const found = resolver.valueOf(value);
  const text = found && found.kind !== 'class' ? literal(found) : null;
  return typeof text === 'string' ? text : null;
}

const nameSpanOf = ({ callee }: CallFact): Span => (callee.kind === 'member' ? callee.propertySpan : callee.span);

function isStreamed(row: SdkCall, parameters: Parameters): boolean {
  if (row.stream === true) return true;
  const flag = row.stream ? parameters.values(row.stream) : null;
  if (flag) return flag.values.values.some((value) => (value.kind === 'boolean' && value.value) || value.kind === 'function');
  return row.streams === true && parameters.find(row.model)?.open === false;
}

/** The model of an SDK's constant, with or without the SDK's prefix: `ChatModelGPT4o`. */
function findConstant(name: string, sdk: Sdk, models: ModelFacts): string | null {
  const prefix = sdk.modelConstants?.find((candidate) => name.startsWith(candidate));
  return models.findConstant(name) ?? (prefix ? models.findConstant(name.slice(prefix.length)) : null);
}

/** Models of Bedrock that paint. */
const PAINTS = /^(stability\.|amazon\.(titan-image|nova-canvas))/;

/** Some calls serve several kinds: the model then says which. */
function kindOf(row: SdkCall, models: readonly string[]): SdkCall['kind'] {
  if (row.kind !== 'chat' || !models.length) return row.kind;
  if (models.every((model) => /embed/i.test(model))) return 'embedding';
  return models.every((model) => PAINTS.test(model)) ? 'image' : row.kind;
}

/** The names of the limit that the installed version of the SDK does not know any more. */
function ignoredLimits({ ignoredFrom: ignored }: SdkCall, { file }: Tools): string[] {
  const major = ignored ? (file.base.others?.majorOf(ignored.package) ?? null) : null;
  return ignored && major !== null && major >= ignored.major ? ignored.names : [];
}

function readLimit(row: SdkCall, parameters: Parameters, ignored: readonly string[]): OutputLimit {
  const given = parameters.values(row.outputLimit?.filter((source) => !ignored.includes(source)));
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

const BASE_URLS = ['receiver.base_url', 'receiver.baseURL', 'receiver.endpoint', 'receiver.uri_base', 'base_url', 'baseURL', 'api_base', 'url', '0'];

/** Where an SDK's client is told to send: a vendor's address names the provider; any other is a host of the user's own. */
function hostOf({ sdk }: Match<SdkCall>, parameters: Parameters, models: ModelFacts): { provider: string | null; own: boolean } {
  const none = { provider: null, own: false };
  const found = parameters.values(BASE_URLS);
  if (!found) return none;
  let own = false;
  for (const value of found.values.values) {
    if (value.kind !== 'string') continue;
    const url = value.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
    const provider = models.providerOfUrl(url);
    if (provider) return { provider, own: false };
    if (/^https?:\/\//.test(url)) own ||= !sdk.ownHosts?.test(url);
  }
  return own ? { provider: null, own } : none;
}

function providerOf(match: Match<SdkCall>, parameters: Parameters): string | null {
  // `ChatMistralAI(…)`: the class that is made says it
  const made = match.row.on === 'class' ? match.row.api.split('.').at(-1) : undefined;
  const own = match.sdk.clients?.find((candidate) => candidate.name === made);
  if (own?.provider) return own.provider;
  for (const receiver of match.receivers) {
    const client = match.sdk.clients?.find((candidate) => candidate.name === lastName(receiver.callee));
    if (client?.provider) return client.provider;
  }
  // `LLMConfig(api_type="openai")`
  const [named] = match.row.provider ? (parameters.values(match.row.provider)?.values.values ?? []) : [];
  const word = named?.kind === 'string' ? literal(named) : null;
  return typeof word === 'string' ? word : null;
}

function ruleParameters(parameters: Parameters, resolver: Resolver): Map<string, ParameterValue> {
  const result = new Map<string, ParameterValue>();
  for (const name of RULE_PARAMETERS) {
    const given = parameters.values([name]);
    if (!given) continue;
    const { values } = given;
    const [value] = values.values;
    const read = values.values.length === 1 && !values.open && value && value.kind !== 'class' ? readJson(value, resolver) : null;
    const key = name.slice(name.lastIndexOf('.') + 1);
    if (!result.has(key)) result.set(key, read && !read.open ? read.value : undefined);
  }
  return result;
}

function literal(value: Expr): ParameterValue {
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
