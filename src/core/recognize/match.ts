import type { Binding, CallFact, Expr, Import } from '../facts';
import type { Ecosystem } from '../languages/language';
import { lastName, preparedFunction } from '../resolve/names';
import { plainName, type Resolver, sameName } from '../resolve/resolve';
import type { Sdk, SdkCall, SdkPrompt } from '../sdks/sdk';
import type { Callers } from './callers';
import { type Identifier, type Identity, patchedFunction } from './identify';
import { requestUrls } from './requestUrl';

type Row = SdkCall | SdkPrompt;

/** A call that a row of an SDK table fits. */
export interface Match<R extends Row> {
  sdk: Sdk;
  row: R;
  /** The calls that made its receiver, last first. */
  receivers: CallFact[];
}

interface Indexed<R extends Row> {
  sdk: Sdk;
  row: R;
  path: string[];
}

/** Rows by the last segment of their path, so that most calls of a file cost one look. */
export type RowIndex<R extends Row> = Map<string, Indexed<R>[]>;

/** Where the rows stand that fit calls of any name. */
const ANY_NAME = '*';

/** Does a file import an SDK of which calls of any name may be requests? */
export function hasUnnamed(index: RowIndex<Row>, imported: ReadonlySet<Sdk>): boolean {
  return (index.get(ANY_NAME) ?? []).some(({ sdk }) => imported.has(sdk));
}

/** The rows that hold in one package world: an SDK without a package there can't be called there; raw HTTP has no package anywhere. */
export function rowsIn<R extends { ecosystems?: Ecosystem[] }>(ecosystem: Ecosystem, { packages }: Sdk, rows: readonly R[]): readonly R[] {
  if (Object.keys(packages).length && !packages[ecosystem]) return [];
  return rows.filter(({ ecosystems }) => !ecosystems || ecosystems.includes(ecosystem));
}

/** Indexes the rows of one package world. Made once per language. */
export function indexRows<R extends Row>(sdks: readonly Sdk[], ecosystem: Ecosystem, rowsOf: (sdk: Sdk) => readonly R[]): RowIndex<R> {
  const index: RowIndex<R> = new Map();
  for (const sdk of sdks) {
    for (const row of rowsIn(ecosystem, sdk, rowsOf(sdk))) {
      const paths = 'called' in row ? [[]] : [row.path].flat().map((path) => path.split('.').map(plainName));
      for (const path of paths) {
        const last = path.at(-1) ?? ANY_NAME;
        const entries = index.get(last);
        if (entries) entries.push({ sdk, row, path });
        else index.set(last, [{ sdk, row, path }]);
      }
    }
  }
  return index;
}

/** May a row fit this call, as far as its name tells? A constructor's class may extend an SDK's. */
export function mayFit(call: CallFact, indexes: readonly RowIndex<Row>[]): boolean {
  const last = lastName(call.callee);
  if (last === null) return false;
  return (call.constructs && call.callee.kind === 'name') || indexes.some((index) => index.has(plainName(last)));
}

/**
 * Names under which a statement keeps an SDK's function, where they are not the function's own: `self.client = completion`,
 * `from litellm import completion as complete`.
 */
export function otherNames(bindings: readonly Binding[], imports: readonly Import[], index: RowIndex<Row>): string[] {
  const renames = (name: string, original: string) => !index.has(plainName(name)) && index.has(plainName(original));
  const result: string[] = [];
  for (const { name, kind, value } of bindings) {
    if (kind !== 'assign' || !value) continue;
    const own = name.replace(/^this\./, '');
    for (const given of value.kind === 'choice' ? value.options : [value]) {
      const option = (given.kind === 'call' && (patchedFunction(given.call) ?? preparedFunction(given.call))) || given;
      if (option.kind !== 'name' && option.kind !== 'member') continue;
      if (renames(own, option.kind === 'name' ? option.name : option.property)) result.push(own);
    }
  }
  for (const { local, name } of imports) if (name !== null && name !== local && renames(local, name)) result.push(local);
  return result;
}

/**
 * Makes the function that finds the row that a call of one file fits, or null. A row counts only where the callee's root is seen to come
 * from its SDK, or its path can be nothing else.
 */
export function createMatcher<R extends Row>(
  index: RowIndex<R>,
  identifier: Identifier,
  resolver: Resolver,
  callers: Callers,
): (call: CallFact) => Match<R> | null {
  // Most calls of a file have one of a few names that no row has.
  const byName = new Map<string, Indexed<R>[]>();
  const named = (name: string): Indexed<R>[] => {
    const rows = byName.get(name) ?? index.get(plainName(name)) ?? [];
    byName.set(name, rows);
    return rows;
  };
  return (call) => {
    const last = lastName(call.callee);
    const rows = last === null ? [] : named(last);
    const match = rows.length ? matchRows(call, rows, identifier, resolver, callers) : null;
    if (match) return match;
    const unnamed = index.get(ANY_NAME);
    const byMaker = unnamed ? matchRows(call, unnamed, identifier, resolver, callers) : null;
    if (byMaker) return byMaker;
    const renamed = renamedCandidates(call, index, identifier);
    return renamed.length && renamed !== rows ? matchRows(call, renamed, identifier, resolver, callers) : null;
  };
}

/** May a call add a definition to what it is made on, as far as its name tells: `kernel.add_service(…)`? */
export function mayAdd(call: CallFact, index: RowIndex<SdkCall>): boolean {
  const rows = index.get(plainName(lastName(call.callee) ?? '')) ?? [];
  return rows.some(({ row }) => row.makes && row.binds);
}

/** The rows of a call's name that ask something which was defined before, of SDKs that the file imports; of any where other files are read. */
export function askingRows(call: CallFact, index: RowIndex<SdkCall>, { imported }: Identifier, anySdk: boolean): Match<SdkCall>[] {
  const last = lastName(call.callee);
  const rows = last === null ? [] : (index.get(plainName(last)) ?? []);
  return rows.flatMap(({ sdk, row }) => (row.asks && (anySdk || imported.has(sdk)) ? [{ sdk, row, receivers: [] }] : []));
}

function matchRows<R extends Row>(
  call: CallFact,
  candidates: Indexed<R>[],
  identifier: Identifier,
  resolver: Resolver,
  callers: Callers,
): Match<R> | null {
  const identity = identifier.identify(call.callee);
  let urls: string[] | null = null;
  const urlsOf = () => {
    urls ??= requestUrls(call, resolver, callers);
    return urls;
  };
  let best: { match: Match<R>; length: number } | null = null;
  for (const candidate of candidates) {
    const { sdk, row, path } = candidate;
    if (!fits(candidate, candidates, identity, call, identifier, resolver)) continue;
    if (!meetsConditions(row, call, resolver, urlsOf)) continue;
    // a row for what one class made tells more than one for any client
    const length = path.length + (identity.kind !== 'unknown' || isNamedFor(sdk, identity, path) ? 1 : 0) + (row.of ? 0.5 : 0);
    if (!best || length > best.length) best = { match: { sdk, row, receivers: identity.kind === 'instance' ? identity.made : [] }, length };
  }
  return best?.match ?? null;
}

/** Constructing a class of this file that extends an SDK's class counts as constructing that one; so does calling a function by another name. */
function renamedCandidates<R extends Row>(call: CallFact, index: RowIndex<R>, identifier: Identifier): Indexed<R>[] {
  const identity = identifier.identify(call.callee);
  const name = identity.kind === 'package' || identity.kind === 'instance' ? identity.path.at(-1) : undefined;
  return name ? (index.get(plainName(name)) ?? []) : [];
}

function fits(
  candidate: Indexed<Row>,
  candidates: readonly Indexed<Row>[],
  identity: Identity,
  call: CallFact,
  identifier: Identifier,
  resolver: Resolver,
): boolean {
  const { sdk, row, path } = candidate;
  if (!path.length && (identity.kind !== 'instance' || identity.path.length || call.constructs)) return false;
  // a step of a builder is no method of what is built
  if (path.at(-1) === ANY_NAME && row.on === 'client' && (identity.kind !== 'instance' || !isOnVariable(call.callee))) return false;
  if (row.on === 'global') return call.callee.kind === 'name' || call.callee.kind === 'member';
  switch (identity.kind) {
    case 'package':
      if (call.constructs && row.on === 'client') return false; // `new Chat(client)` is no `client.chat()`
      // `query(…)` of the module is no `ClaudeSDKClient.query(…)`
      if (row.on === 'client' && row.of && 'asks' in row && !row.of.some((name) => identity.path.some((step) => sameName(step, name)))) return false;
      return identity.sdk === sdk && endsWith(identity.path, path);
    case 'instance':
      if ('seen' in row && row.seen) return false;
      if (row.of && !row.of.some((name) => [...identity.of, ...identity.path].some((made) => sameName(made, name)))) return false;
      if (row.on === 'class') {
        if (!identity.path.length && !call.constructs) return false; // `lm("…")` asks the model that `lm = dspy.LM(…)` made
        return identity.sdk === sdk && endsWith([...identity.of, ...identity.path], path);
      }
      if (identity.sdk === sdk) return endsWith(identity.path, path);
      // a parameter of another SDK's type: what it carries is not to be seen
      return !identity.made.length && 'distinctive' in row && row.distinctive === true && path.length > 1 && endsWith(identity.path, path);
    case 'unknown': {
      if (row.of && !row.of.some((name) => identity.names.some((known) => sameName(known, name)))) return false;
      if (row.on === 'class') return isOwnCopy(row, sdk, call, identifier) && endsWith([...identity.names.slice(0, 1), ...identity.path], path);
      // `from .lazy import litellm`: the module under its own name, by way of another
      if (row.on === 'module' && identity.module !== undefined) {
        return endsWith(identity.path, path) && Object.values(sdk.packages).some((names) => names.includes(identity.names[0] ?? ''));
      }
      if (row.on !== 'client' || !(endsWith(identity.path, path) || isStepNamed(identity, path)) || hasKeys(call.callee, path.length)) return false;
      if (takesRequest(sdk, call, identifier, resolver)) return true;
      if (givesNoRequest(row, call, resolver)) return false;
      return isLikely(candidate, candidates, identity, identifier) && !takesOwnRequest(call, identifier, resolver);
    }
    case 'foreign':
      return false;
  }
}

const isOnVariable = (callee: Expr): boolean => callee.kind === 'member' && (callee.object.kind === 'name' || callee.object.kind === 'member');

/** `db["embeddings"].create(…)`: a table of a database rather than a step of an SDK's path. */
function hasKeys(callee: Expr, steps: number): boolean {
  if (callee.kind !== 'member' || !steps) return false;
  return callee.byKey === true || hasKeys(callee.object, steps - 1);
}

/** `openAiChat.completions.create(…)`, `getChat().completions.create(…)`: what the path hangs on is named for its first step. */
function isStepNamed({ names, path }: Extract<Identity, { kind: 'unknown' }>, tail: string[]): boolean {
  const [step, ...rest] = tail as [string, ...string[]];
  return rest.length > 1 && endsWith(path, rest) && plainName(path.at(-tail.length) ?? names[0] ?? '').endsWith(step);
}

/** The root can't be seen in this file: is the path, its name, or what the file imports enough? */
function isLikely(
  { sdk, row, path }: Indexed<Row>,
  candidates: readonly Indexed<Row>[],
  identity: Extract<Identity, { kind: 'unknown' }>,
  identifier: Identifier,
): boolean {
  // the same call of an SDK that the file does import
  const isImported = identifier.imported.has(sdk);
  if (!isImported && candidates.some((other) => identifier.imported.has(other.sdk) && other.path.join('.') === path.join('.'))) return false;
  // `private openai: OpenAIService` of the project: its methods are its own, as short as their names are
  if (identity.own && path.length === 1 && identity.path.length === 1) return false;
  if (identity.names.some((name) => PROVIDES_MODELS.test(name))) return false;
  if (isNamedFor(sdk, identity, path)) return true;
  const names = rootNames(identity, path);
  if (sdk.importedRootNames && isImported && names.some((name) => sdk.importedRootNames?.test(name))) return true;
  if ('distinctive' in row && row.distinctive) return true;
  return isImported && path.length > 1 && !identity.made;
}

/** Packages of the AI SDK that make model objects: `ollama.chat("phi3")` of one is no request. */
const PROVIDES_MODELS = /^@ai-sdk\/|ai-sdk-|ai-provider/;

/** `deps.ollama.chat(…)`, `api.openai.get_client().chat(…)`: the member that the path hangs on names the client as well as a variable does. */
function rootNames(identity: Extract<Identity, { kind: 'unknown' }>, path: string[]): string[] {
  const before = identity.path.slice(0, -path.length).filter((step) => !/^(get)?client$/.test(plainName(step)));
  return [...identity.names, ...before.slice(-1)].map(plainName);
}

/** Is a client that can't be seen here named for the SDK: `togetherClient.chat.completions.create(…)`? */
function isNamedFor(sdk: Sdk, identity: Extract<Identity, { kind: 'unknown' }>, path: string[]): boolean {
  return sdk.rootNames !== undefined && rootNames(identity, path).some((name) => sdk.rootNames?.test(name));
}

/** What a package that talks to models is called. */
const ABOUT_MODELS = /ai|gpt|llm|chat|claude|gemini|groq|router|seek|ark|model|cohere|mistral/i;

/** May a class that is not to be seen here be the SDK's: `new ChatOpenAI(…)` of the project in a file that uses LangChain? */
function isOwnCopy(row: Row, sdk: Sdk, call: CallFact, identifier: Identifier): boolean {
  if ('distinctive' in row && row.distinctive) return true;
  return call.constructs && identifier.imported.has(sdk) && /^(Azure)?Chat[A-Z]|.Embeddings$/.test(lastName(call.callee) ?? '');
}

/** Is an argument a struct of a package that has nothing to do with models: `client.CreateChatCompletion(ctx, &types.Question{…})`? */
function takesOwnRequest(call: CallFact, identifier: Identifier, resolver: Resolver): boolean {
  return call.args.some((arg) =>
    resolver.valuesOf(arg.value).values.some((value) => {
      const type = value.kind === 'object' && value.type?.kind === 'member' ? identifier.identify(value.type) : null;
      return type?.kind === 'unknown' && type.module !== undefined && !ABOUT_MODELS.test(type.module.split('/').slice(-2).join('/'));
    }),
  );
}

/** Is an argument a request of the SDK's own type: `svc.Chat(ctx, &cohere.ChatRequest{…})`? */
function takesRequest(sdk: Sdk, call: CallFact, identifier: Identifier, resolver: Resolver): boolean {
  return call.args.some((arg) =>
    resolver.valuesOf(arg.value).values.some((value) => {
      if (value.kind !== 'object' && value.kind !== 'call') return false;
      const maker = value.kind === 'object' ? value.type : value.call.callee;
      const identity = maker && identifier.identify(maker);
      if ((identity?.kind !== 'package' && identity?.kind !== 'instance') || identity.sdk !== sdk) return false;
      return !sdk.clients?.some((client) => client.name === lastName(maker as Expr));
    }),
  );
}

/** Is a text or a list given where the row asks for a request with names: `helper.createChatCompletion(messages, { model })`? */
function givesNoRequest(row: Row, call: CallFact, resolver: Resolver): boolean {
  const { model } = row as Partial<SdkCall>;
  const first = call.args[0];
  if (!model?.length || !first || first.name !== null || first.spread || model.some((source) => /^(\d|chain|receiver)/.test(source))) return false;
  const { values } = resolver.valuesOf(first.value);
  return values.length > 0 && values.every((value) => value.kind === 'string' || value.kind === 'array');
}

function endsWith(path: string[], tail: string[]): boolean {
  if (tail.length > path.length) return false;
  return tail.every((part, index) => part === '*' || sameName(part, path[path.length - tail.length + index] as string));
}

/** `/v1/messages` is in `/v1/messages?beta=true`, but `/v1/messages/count_tokens` is another endpoint. */
function isEndpoint(text: string, url: string): boolean {
  const at = text.indexOf(url);
  return at >= 0 && (url.endsWith('/') || text[at + url.length] !== '/');
}

function meetsConditions(row: Row, call: CallFact, resolver: Resolver, urlsOf: () => string[]): boolean {
  const { url, absolute, argument, keyword, sends, named } = row as Partial<SdkCall>;
  if (keyword !== undefined && !call.args.some((arg) => (arg.name === null ? arg.spread : sameName(arg.name, keyword)))) return false;
  if (sends !== undefined && !call.args.some((arg) => resolver.entry(arg.value, sends)?.values.length)) return false;
  // `$client->chat()` is a step of a path where `$client->chat([…])` is a call
  if ((row as Partial<SdkCall>).asks) return true;
  const texts = [...(row.messages ?? []), ...(row.user ?? []), ...((row as Partial<SdkCall>).model ?? [])];
  if (row.on === 'client' && !call.args.length && !call.block && texts.length && !texts.some((source) => /^(chain|receiver)\./.test(source)))
    return false;
  if (argument !== undefined) {
    const given = call.args[0]?.value;
    const value = given ? resolver.valueOf(given) : null;
    return value?.kind === 'call' && sameName(lastName(value.call.callee) ?? '', argument);
  }
  if (url === undefined) return true;
  const isNamed = (text: string) => named === undefined || new RegExp(`^\\{[^}]*(?:${named})`).test(text);
  return urlsOf().some((text) => isEndpoint(text, url) && !(absolute && text.startsWith('/')) && isNamed(text));
}
