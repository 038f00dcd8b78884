import type { CallFact, Expr, Span } from '../facts';
import { ANY } from '../resolve/entries';
import { plainName } from '../resolve/resolve';
import { EMBEDDING_INPUT, type SdkCall, type SdkPrompt, type Source } from '../sdks/sdk';
import type { Definition, Part, Request } from '../types';
import { exprsAt, gathered, isCallRow, type Reached, reachDefinitions } from './definitions';
import type { Tools } from './fileTools';
import type { Match } from './match';
import { mergeReadings } from './mergeReadings';
import { type Parameters, preparedBy, readParameters } from './parameters';
import { placeOf } from './places';
import { emptyReading, type PromptReading } from './reading';
import { annotationsOf, isEnriched, settingsFor } from './setElsewhere';
import { makeSite } from './site';
import { readSchema, readTools } from './toolParts';

/** A request as one statement tells of it, before it has its place among those of the file. Its spans move with the facts. */
export interface RequestDraft {
  site: Request;
  fact: CallFact;
  chain: CallFact;
  /** What it makes, where it is a definition. */
  makes: SdkCall['makes'] | null;
  /** The call of the helper in which it stands, where it is that caller's request. */
  caller: CallFact | null;
  reading: PromptReading;
  /** The definitions of this file that it asks: they are no requests of their own then. */
  asked: readonly CallFact[];
  /** What gave it some of its arguments before: no request is made there. */
  prepared: CallFact | null;
  /** Functions around it whose parameters it hands on. */
  handsOn: readonly string[];
  /** Those of other files. */
  askedElsewhere: readonly { path: string; span: Span }[];
}

type Row = SdkCall | SdkPrompt;

/** What one call says by itself, with the texts that stand in it. */
interface SiteReading {
  site: Request | null;
  reading: PromptReading;
  row: Row;
}

/** Reads a request, or a definition by itself, with all the definitions that it leads to. A crew is a request for each task. */
export function readRequests(
  fact: CallFact,
  chain: CallFact,
  match: Match<SdkCall>,
  parameters: Parameters,
  urls: readonly string[],
  tools: Tools,
): RequestDraft[] {
  const { row } = match;
  const own = readSite(fact, chain, match, parameters, urls, tools);
  const asked = reachDefinitions(row.makes ? exprsAt(row.uses, parameters, fact) : askedBy(fact, row, parameters), tools).filter(answers(row));
  const reached = [...asked, ...(row.makes ? [] : annotationsOf(fact, tools)), ...settingsFor(match, asked, tools)];
  const groups = groupsOf(row.each ? exprsAt(row.each, parameters) : null, reached, tools);
  return groups.map((group) => join(own, group, fact, chain, match, tools));
}

/** What embeds texts for a chain or an engine answers no chat. */
const answers =
  ({ kind }: SdkCall) =>
  ({ match: { row } }: Reached): boolean =>
    !isCallRow(row) || kind === 'embedding' || row.kind !== 'embedding';

/** What a request asks; several sources are ways to say the same. */
export function askedBy(fact: CallFact, row: SdkCall, parameters: Parameters): Expr[] {
  const exprs: Expr[] = [];
  for (const source of row.asks ?? []) {
    if (source === 'receiver' && row.called) exprs.push(fact.callee);
    else exprs.push(...exprsAt([source], parameters, fact));
    if (exprs.length) break;
  }
  return exprs;
}

/** The definitions of each request: all together, or those of each item of a definition that is asked item by item. */
function groupsOf(items: Expr[] | null, reached: readonly Reached[], tools: Tools): Reached[][] {
  const split = items ? null : reached.find(({ match: { row } }) => isCallRow(row) && row.each);
  const each = split && isCallRow(split.match.row) ? exprsAt(split.match.row.each, split.parameters) : (items ?? []);
  const within = split?.tools ?? tools;
  const tasks = each.flatMap((expr) => itemsOf(expr, within));
  if (!tasks.length) return [[...reached]];
  return tasks.map((task) => {
    const own = reachDefinitions([task], within);
    const makes = (kind: SdkCall['makes']) => own.some(({ match: { row } }) => isCallRow(row) && row.makes === kind);
    const rest =
      makes('model') || (makes('task') && makes('agent')) ? [] : reached.filter(({ match: { row } }) => isCallRow(row) && row.makes !== 'task');
    return [
      ...(split ? [split] : []),
      ...own,
      ...rest.filter((one) => one !== split && !own.some(({ fact }) => fact === one.fact)).slice(0, own.length ? undefined : 1),
    ];
  });
}

function itemsOf(expr: Expr, tools: Tools): Expr[] {
  const items = tools.resolver.valuesOf(expr).values.flatMap((value) => (value.kind === 'array' ? value.items : []));
  return items.length ? items : gathered(expr, tools);
}

function readSite(fact: CallFact, chain: CallFact, match: Match<Row>, parameters: Parameters, urls: readonly string[], tools: Tools): SiteReading {
  const { row } = match;
  const site = isCallRow(row) ? makeSite(fact, chain, match as Match<SdkCall>, parameters, urls, tools) : null;
  return { site, row, reading: readParts(row, parameters, fact, tools) };
}

const holds = ({ kind, span }: Expr, { span: inner }: Expr): boolean => kind === 'object' && span.start < inner.start && inner.end < span.end;

/** All that a call sends by itself: tools and schema first, then its texts. */
export function readParts(row: Row, parameters: Parameters, at: CallFact, tools: Tools): PromptReading {
  const { prompts } = tools;
  const reading = emptyReading();
  const given = (sources: readonly Source[] | undefined) => {
    const found = (sources ?? []).flatMap((source) => parameters.find([source]) ?? []);
    // two sources may lead to the same argument, or one to the object that holds what another leads to
    return found.filter(
      ({ exprs: [first] }, at) => !found.slice(0, at).some(({ exprs: [other] }) => other && first && (other === first || holds(first, other))),
    );
  };
  const toolPart = readTools(exprsAt(row.tools, parameters), placeOf(tools));
  if (toolPart) reading.parts.push(toolPart);
  const schema = readSchema(exprsAt(row.schema, parameters), placeOf(tools), isCallRow(row) && row.wrapsText === true);
  if (schema) reading.parts.push(schema);
  const before = reading.parts.length;
  for (const { exprs } of given(row.system)) alternatives(exprs, reading, (expr) => prompts.readText(expr, 'system', reading, at));
  if (isCallRow(row) && (row.makes || row.adds)) reading.parts.push(...oneMessage(reading.parts.splice(before), row.adds === true));
  const isRequest = isCallRow(row) && row.asks !== undefined;
  const messages = isRequest ? given(row.messages).slice(0, 1) : given(row.messages);
  for (const { exprs } of messages) alternatives(exprs, reading, (expr) => prompts.readMessages(expr, 'user', reading, at));
  for (const { exprs } of given(row.user)) alternatives(exprs, reading, (expr) => prompts.readText(expr, 'user', reading, at));
  for (const { exprs } of given(row.template)) alternatives(exprs, reading, (expr) => prompts.readText(expr, null, reading, at));
  const inputSources = inputOf(row);
  const embedded = given(inputSources).slice(0, 1);
  for (const { exprs } of embedded) alternatives(exprs, reading, (expr) => prompts.readText(expr, null, reading, at));
  const inputs = [...(row.messages ?? []), ...(row.user ?? []), ...inputSources];
  // what a spread that can't be read gives
  if (inputs.length && !given(inputs).length && parameters.open) reading.parts.push(UNREAD);
  for (const { exprs } of given(['extra_body', 'extra_query'])) if (exprs.some((expr) => mayHoldMore(expr, tools))) reading.parts.push(UNREAD);
  if (isCallRow(row) && exprsAt(row.continues, parameters).some(({ kind }) => kind !== 'null')) reading.parts.push(UNREAD);
  return reading;
}

/** Keys of a request's body that hold what the model reads. */
const SENT =
  /^(messages|input|inputs|contents?|prompt|system|systeminstruction|instructions|tools|functions|responseformat|text|prefix|suffix|documents|history|previousresponseid|conversation)$/;

/** May the rest of a request's body, as it is given beside the SDK's own arguments, send more to the model? */
function mayHoldMore(expr: Expr, { resolver }: Tools): boolean {
  const { values, open } = resolver.valuesOf(expr);
  if (open || !values.length || (resolver.entry(expr, ANY)?.open ?? true)) return values.some(({ kind }) => kind !== 'null') || open;
  const objects = values.flatMap((value) => (value.kind === 'object' ? [value] : []));
  return objects.some(({ entries }) => entries.some(({ key }) => key !== null && SENT.test(plainName(key))));
}

/** An agent's role, goal and instructions are one system message, with what its framework adds to them. */
function oneMessage(parts: Part[], more: boolean): Part[] {
  const texts = parts.flatMap((part) => (part.kind === 'message' ? part.parts : [part]));
  if (more) texts.push({ kind: 'placeholder', name: null });
  return texts.length ? [{ kind: 'message', role: 'system', parts: texts }] : [];
}

/** Tools that functions add to an agent by decorators. */
const ENRICHED: Part = { kind: 'tools', tools: [], open: true };
/** Messages that are not read, of any length. */
const UNREAD: Part = { kind: 'history', name: null };

function inputOf(row: Row): readonly Source[] {
  if (!isCallRow(row) || row.kind !== 'embedding' || row.makes) return [];
  return row.input ?? EMBEDDING_INPUT;
}

/** Several values of one argument, of which one is sent. */
function alternatives(exprs: readonly Expr[], reading: PromptReading, read: (expr: Expr) => void): void {
  if (exprs.length < 2) {
    for (const expr of exprs) read(expr);
    return;
  }
  const before = reading.parts;
  const options = exprs.map((expr) => {
    reading.parts = [];
    read(expr);
    return reading.parts;
  });
  reading.parts = before;
  reading.parts.push(...(sameShape(options) ? (options[0] ?? []) : [{ kind: 'oneOf', options } satisfies Part]));
}

const sameShape = (options: readonly Part[][]): boolean => options.every((option) => !option.length);

function join(own: SiteReading, reached: readonly Reached[], fact: CallFact, chain: CallFact, match: Match<SdkCall>, tools: Tools): RequestDraft {
  const first = own.site as Request;
  const found = reached.map((one) => ({ ...one, ...readSite(one.fact, one.fact, one.match, one.parameters, [], one.tools) }));
  const prompted = found.some(({ row }) => !isCallRow(row) && !row.binds);
  const ownReading = prompted && match.row.asks ? withoutFillings(own.reading, fact, match.row, tools) : own.reading;
  const sites = found.flatMap(({ site, tools: { file } }) => (site ? [{ site, path: file.path }] : []));
  const made = sites.map(({ site }) => site);
  // a model class says more of what is asked than the agent around it
  const model = found.find(({ row }) => isCallRow(row) && row.makes === 'model' && !row.binds)?.site ?? null;
  const reading = mergeReadings(
    [...found.map((one) => ({ reading: one.reading, foreign: one.tools.file.path !== null })), { reading: ownReading, foreign: false }],
    fact.span,
  );
  const local = found.filter(({ tools: { file } }) => file.path === null);
  return {
    site: {
      ...mergeSites(first, made, model ?? found.find(({ row, site }) => site && !row.binds)?.site ?? first),
      definitions: found.map(({ row, fact: at, tools: { file } }) => definitionOf(row, at, file)),
    },
    makes: match.row.makes ?? null,
    fact,
    chain,
    caller: null,
    reading: withUnread(reached.some(isEnriched) ? { ...reading, parts: [...reading.parts, ENRICHED] } : reading, first),
    asked: local.map((one) => one.fact),
    handsOn: [],
    prepared: preparedBy(fact, tools.resolver),
    askedElsewhere: found.flatMap(({ fact: at, tools: { file } }) => (file.path === null ? [] : [{ path: file.path, span: at.span }])),
  };
}

/** Something is sent even where nothing of it is seen; and what a definition will be asked is not to be seen at it. */
function withUnread(reading: PromptReading, { site, kind }: Request): PromptReading {
  if (kind !== 'chat' && kind !== 'completion' && kind !== 'embedding') return reading;
  const isSeen = reading.parts.some((part) => part.kind !== 'tools' && part.kind !== 'schema');
  const parts = reading.parts.toSorted((a, b) => orderOf(a) - orderOf(b));
  return { ...reading, parts: isSeen && site === 'request' ? parts : [...parts, UNREAD] };
}

/** Tools and schema are sent before the system prompt, and that before the other messages. */
function orderOf(part: Part): number {
  if (part.kind === 'tools') return 0;
  if (part.kind === 'schema') return 1;
  return part.kind === 'message' && part.role === 'system' ? 2 : 3;
}

function definitionOf(row: Row, fact: CallFact, { path, text }: Tools['file']): Definition {
  const of = isCallRow(row) ? (row.makes ?? 'model') : 'prompt';
  return { of, path, span: fact.span, line: path === null ? null : lineAt(text, fact.span.start) };
}

/** 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** `chain.invoke({"doc": doc})`: what fills the holes of a template is counted there. */
function withoutFillings(reading: PromptReading, fact: CallFact, row: SdkCall, tools: Tools): PromptReading {
  const parameters = readParameters({ call: fact, chain: fact, receivers: [] }, tools.resolver, tools.callers);
  const value = parameters.find(row.messages);
  const [expr] = value?.exprs ?? [];
  const { values } = expr ? tools.resolver.valuesOf(expr) : { values: [] };
  const fills =
    !values.length || values.some((one) => one.kind !== 'array' && !(one.kind === 'object' && one.entries.some(({ key }) => key === 'messages')));
  return fills ? { ...reading, parts: reading.parts.filter(({ kind }) => kind === 'tools' || kind === 'schema') } : reading;
}

/** A request with what its definitions say: what it says itself holds first, then the outermost definition. */
function mergeSites(own: Request, made: readonly Request[], main: Request): Request {
  if (!made.length) return own;
  const all = [own, ...made];
  const named = all.filter(({ model, models }) => model !== null || models.length);
  const first = named[0] ?? made.find(({ site }) => site === 'definition') ?? made[0] ?? own;
  const models = [...new Set(modelsOf(named))];
  const named0 = own.model !== null ? own : (made.find(({ limitParameters }) => limitParameters.length) ?? made[0] ?? own);
  const limits = all.filter(({ outputLimit }) => outputLimit.kind !== 'none');
  const parameters = new Map(all.toReversed().flatMap((one) => [...one.parameters]));
  return {
    ...own,
    provider: first.provider,
    api: main.api,
    sdk: main.sdk,
    kind: first.kind,
    model: models.length > 1 ? null : first.model,
    models,
    modelBasis: models.length > 1 ? null : first.modelBasis,
    modelSpan: first.modelSpan,
    ownHost: first.ownHost,
    outputLimit: limitOf(limits.map(({ outputLimit }) => outputLimit)),
    limitParameters: named0.limitParameters,
    limitRequired: first.limitRequired,
    stream: all.some(({ stream }) => stream),
    cached: all.some(({ cached }) => cached),
    promptCache: all.some(({ promptCache }) => promptCache),
    parameters,
    openParameters: all.some(({ openParameters }) => openParameters),
  };
}

/** The models that a request may ask: those of the first that names some, and of the others that are made in its stead. */
function modelsOf(named: readonly Request[]): string[] {
  const [first] = named;
  if (!first) return [];
  const same = named.filter(({ api, sdk, site }) => site === first.site && sdk === first.sdk && isSibling(api, first.api));
  return same.flatMap(({ model, models }) => (model !== null ? [model] : models));
}

const isSibling = (a: string, b: string): boolean => a === b || a.split('.')[0] === b.split('.')[0];

/** Limits of definitions that stand for one another are one where they are equal. */
function limitOf(limits: readonly Request['outputLimit'][]): Request['outputLimit'] {
  const [first = { kind: 'none' }] = limits;
  return first;
}
