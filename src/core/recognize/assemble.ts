import type { CallFact, Scope, Span, StringExpr } from '../facts';
import type { Definition, Request, Role, Segment } from '../types';
import type { PromptDraft } from './drafts';
import { isIn } from './loops';
import { mapTexts } from './mergeReadings';
import type { PromptReading, PromptUse } from './reading';
import type { RequestDraft } from './readRequest';
import type { StatementFinds } from './statement';

export interface Recognized {
  calls: Request[];
  prompts: PromptDraft[];
  /** Definitions of other files that requests of this one ask. */
  askedElsewhere: { path: string; span: Span }[];
  /** Functions that hand on what requests of this file send. */
  helpers: string[];
}

/** Puts together what the statements of a file hold: each call in its order, each text once, however many calls it reaches. */
export function assemble(finds: readonly StatementFinds[], looped: ReadonlySet<Scope>): Recognized {
  const calls: Request[] = [];
  const prompts: PromptDraft[] = [];
  const indexOf = new Map<CallFact, number>();
  const placed = new Map<StringExpr | string, number>();

  function addUse({ string, role, draft }: PromptUse, call: number | null): number {
    const place = placeOf(string);
    let index = placed.get(place);
    if (index === undefined) {
      index = prompts.length;
      placed.set(place, index);
      prompts.push(placeDraft(draft, string.span, role));
    }
    const prompt = prompts[index] as PromptDraft;
    prompt.role ??= role;
    if (call !== null && !prompt.calls.includes(call)) prompt.calls.push(call);
    prompt.call = prompt.calls[0] ?? null;
    return index;
  }

  function addReading({ uses, parts }: PromptReading, call: number | null): void {
    const indices = uses.map((use) => addUse(use, call));
    const request = call === null ? undefined : calls[call];
    if (!request) return;
    uses.forEach(({ sent }, at) => {
      const index = indices[at] as number;
      if (sent && !request.prompts.includes(index)) request.prompts.push(index);
    });
    request.parts.push(...mapTexts(parts, (at) => indices[at] as number));
  }

  const drafts = finds.flatMap(({ requests }) => requests);
  const asked = new Set(drafts.flatMap((draft) => draft.asked));
  const prepared = drafts.flatMap((draft) => draft.prepared ?? []);
  const listed = drafts.filter(
    ({ site, fact, makes }) =>
      (site.site === 'request' || (!asked.has(fact) && !isTaskAlone(makes, site))) && !prepared.some(({ span }) => isInside(fact.span, span)),
  );
  for (const { makes, site, reading } of drafts) if (isTaskAlone(makes, site)) addReading(reading, null);
  for (const { site, chain, fact, caller, reading } of listed.sort(byPlace)) {
    const index = calls.length;
    indexOf.set(fact, index).set(chain, index);
    const call = placeSite(site, chain, caller);
    call.inIndirectLoop = !call.inLoop && isIn((caller ?? fact).scope, looped);
    calls.push(call);
    addReading(reading, index);
  }
  for (const { site, fact, makes, reading } of drafts)
    if (!asked.has(fact) && site.site !== 'request' && isTaskAlone(makes, site)) addReading(reading, null);
  for (const { receivers, reading } of inOrder(finds.flatMap((one) => one.carried))) {
    addReading(reading, receivers.map((receiver) => indexOf.get(receiver)).find((at) => at !== undefined) ?? null);
  }
  for (const { roleObjects } of finds) for (const reading of roleObjects) addReading(reading, null);
  for (const { promptLike } of finds) {
    for (const reading of promptLike) {
      const own = reading.uses.at(-1);
      // A literal that a call dedents stands there in both forms: one of them is enough.
      if (own && !placed.has(placeOf(own.string)) && !prompts.some(({ span }) => sameSpan(span, own.string.span))) addReading(reading, null);
    }
  }
  const askedElsewhere = drafts.flatMap((draft) => draft.askedElsewhere.map(({ path, span: { start, end } }) => ({ path, span: { start, end } })));
  const helpers = [...new Set(drafts.flatMap(({ handsOn }) => handsOn))];
  return { calls, prompts, askedElsewhere, helpers };
}

const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end && a.end > a.start;

/** A task without an agent names no model: its texts are prompts, and no more. */
const isTaskAlone = (makes: RequestDraft['makes'], { model, models }: Request): boolean => makes === 'task' && model === null && !models.length;

const isInside = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const placeOfDraft = ({ caller, fact }: RequestDraft): Span => (caller ?? fact).span;

function byPlace(a: RequestDraft, b: RequestDraft): number {
  const [one, other] = [placeOfDraft(a), placeOfDraft(b)];
  return one.start - other.start || other.end - one.end;
}

/** A request as it stands now: with spans of its own, and no prompts yet. One at a caller stands where the helper is called. */
function placeSite(site: Request, chain: CallFact, caller: CallFact | null): Request {
  const { fact, outputLimit: limit } = site;
  const made: Definition[] =
    caller && !site.elsewhere ? [...site.definitions, { of: 'model', path: null, span: fact.span, line: null }] : site.definitions;
  const callee = caller?.callee;
  const loops = caller ? [...caller.loops, ...fact.loops] : fact.loops;
  return {
    ...site,
    span: caller ? { ...caller.span } : { start: fact.span.start, end: chain.span.end },
    nameSpan: callee ? { ...(callee.kind === 'member' ? callee.propertySpan : callee.span) } : { ...site.nameSpan },
    definitions: made.map((one) => ({ ...one, span: { ...one.span } })),
    modelSpan: site.modelSpan && { ...site.modelSpan },
    outputLimit: 'span' in limit ? { ...limit, span: { ...limit.span } } : limit,
    function: functionAround((caller ?? fact).scope),
    loops,
    inLoop: loops.length > 0,
    prompts: [],
    parts: [],
  };
}

function functionAround(from: Scope): string | null {
  for (let scope: Scope | null = from; scope; scope = scope.parent) if (scope.kind === 'function' && scope.name !== null) return scope.name;
  return null;
}

function inOrder<T extends { fact: CallFact }>(items: T[]): T[] {
  return items.sort(({ fact: { span: a } }, { fact: { span: b } }) => a.start - b.start || b.end - a.end);
}

/** Strings of other files all stand where they are named, so their text tells them apart. */
function placeOf(string: StringExpr): StringExpr | string {
  const own = string.parts.some((part) => part.span.end > part.span.start);
  return own || !string.parts.length
    ? string
    : `${string.span.start} ${string.parts.map((part) => (part.kind === 'text' ? part.text : part.name)).join('')}`;
}

/** A draft where its string now stands. Field by field, as copies by `...` take several times the memory. */
function placeDraft({ span, segments, runs, name, editable }: PromptDraft, { start, end }: Span, role: Role | null): PromptDraft {
  const by = start - span.start;
  return {
    span: { start, end },
    role,
    segments: by ? segments.map((segment) => moveSegment(segment, by)) : segments,
    runs,
    calls: [],
    call: null,
    name,
    editable,
  };
}

function moveSegment(segment: Segment, by: number): Segment {
  const span = segment.span && { start: segment.span.start + by, end: segment.span.end + by };
  if (segment.kind === 'text') return { kind: 'text', text: segment.text, span, escapes: segment.escapes };
  return { kind: 'placeholder', name: segment.name, span };
}
