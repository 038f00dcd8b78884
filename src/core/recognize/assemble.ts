import type { CallFact, Scope, Span, StringExpr } from '../facts';
import type { Request, Role, Segment } from '../types';
import { isIn } from './loops';
import type { PromptDraft, PromptReading, PromptUse } from './prompts';
import { placeSite } from './site';
import type { StatementFinds } from './statement';

export interface Recognized {
  calls: Request[];
  prompts: PromptDraft[];
}

/** Puts together what the statements of a file hold: each call in its order, each text once, however many calls it reaches. */
export function assemble(finds: readonly StatementFinds[], looped: ReadonlySet<Scope>): Recognized {
  const calls: Request[] = [];
  const prompts: PromptDraft[] = [];
  const indexOf = new Map<CallFact, number>();
  const placed = new Map<StringExpr | string, number>();

  function addUse({ string, role, sent, draft }: PromptUse, call: number | null): void {
    const place = placeOf(string);
    let index = placed.get(place);
    if (index === undefined) {
      index = prompts.length;
      placed.set(place, index);
      prompts.push(placeDraft(draft, string.span, role, call));
    } else {
      const prompt = prompts[index] as PromptDraft;
      prompt.role ??= role;
      prompt.call ??= call;
    }
    const into = call === null || !sent ? null : (calls[call] as Request).prompts;
    if (into && !into.includes(index)) into.push(index);
  }

  function addReading({ uses, unread }: PromptReading, call: number | null): void {
    for (const use of uses) addUse(use, call);
    if (call !== null) (calls[call] as Request).unreadInputs += unread;
  }

  const sites = inOrder(finds.flatMap((one) => one.calls).map((one) => ({ ...one, fact: one.site.fact })));
  for (const { site, chain, fact, reading } of sites) {
    const index = calls.length;
    indexOf.set(fact, index).set(chain, index);
    const call = placeSite(site, chain);
    call.inIndirectLoop = !call.inLoop && isIn(fact.scope, looped);
    calls.push(call);
    addReading(reading, index);
  }
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
  return { calls, prompts };
}

const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end && a.end > a.start;

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
function placeDraft(
  { span, segments, runs, name, editable }: PromptDraft,
  { start, end }: Span,
  role: Role | null,
  call: number | null,
): PromptDraft {
  const by = start - span.start;
  return { span: { start, end }, role, segments: by ? segments.map((segment) => moveSegment(segment, by)) : segments, runs, call, name, editable };
}

function moveSegment(segment: Segment, by: number): Segment {
  const span = segment.span && { start: segment.span.start + by, end: segment.span.end + by };
  if (segment.kind === 'text') return { kind: 'text', text: segment.text, span, escapes: segment.escapes };
  return { kind: 'placeholder', name: segment.name, span };
}
