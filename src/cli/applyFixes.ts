import type { Analysis, Engine, Fix, Settings, TextEdit } from '../core';

/** What became of a text. */
export interface FixedText {
  text: string;
  applied: number;
  /** True where a fix would have left new syntax errors, so that the text is as it was before that round. */
  refused: boolean;
  /** Fixes that were applied and need the helper module, as they were written. */
  helpers: Fix[];
}

/** Which fixes are applied. */
export interface FixChoice {
  /** Of this rule alone. */
  rule?: string;
  /** Also those that change what the program does. */
  unsafe?: boolean;
  /** Of a problem's fixes only one whose title has this text. */
  title?: string;
  /** Told of each fix that needs helpers; gives it back as it is written for the place of the helper module. */
  place?(fix: Fix): Fix;
}

/** A fix may make room for another one; this many rounds are enough for any that settle. */
const maxRounds = 10;
/** Fixes with helpers come one a round. */
const maxUnsafeRounds = 100;

/** Applies the chosen fixes, round by round until nothing changes. Line ends stay as the text has them. */
export async function applyFixes(engine: Engine, path: string, text: string, settings: Settings, choice: FixChoice = {}): Promise<FixedText> {
  const lineEnd = /\r\n/.test(text) ? '\r\n' : '\n';
  let analysis = await engine.analyze({ text, path }, settings);
  let current: FixedText = { text, applied: 0, refused: false, helpers: [] };
  for (let round = 0; round < (choice.unsafe ? maxUnsafeRounds : maxRounds); round++) {
    const { edits, fixes } = selectEdits(analysis, choice, lineEnd);
    const next = applyEdits(current.text, edits);
    if (next === current.text) break;
    const after = await engine.analyze({ text: next, path }, settings);
    if ((after.syntaxErrors ?? 0) > (analysis.syntaxErrors ?? 0)) return { ...current, refused: true };
    analysis = after;
    current = {
      ...current,
      text: next,
      applied: current.applied + fixes.length,
      helpers: [...current.helpers, ...fixes.filter((fix) => fix.helpers)],
    };
  }
  return current;
}

/** The edits of the fixes; of fixes that overlap, the first in the text's order. A problem is fixed in one way only. */
function selectEdits(analysis: Analysis, { rule, unsafe, title, place }: FixChoice, lineEnd: string): { edits: TextEdit[]; fixes: Fix[] } {
  const taken: TextEdit[] = [];
  const fixes: Fix[] = [];
  for (const problem of analysis.findProblems()) {
    if (problem.cell !== null || (rule !== undefined && problem.rule !== rule)) continue;
    const fit = problem.fixes.filter((fix) => (fix.safe || unsafe) && !fix.refused && (title === undefined || fix.title.includes(title)));
    const found = fit.find(({ preferred }) => preferred) ?? fit[0];
    const fix = found?.helpers && place ? place(found) : found;
    // Each fix imports its helpers for itself: of those that import, one a round.
    if (!fix || (fix.helpers && fixes.some(({ helpers }) => helpers)) || fix.edits.some((edit) => taken.some((other) => overlaps(edit, other))))
      continue;
    taken.push(...fix.edits.map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, lineEnd) })));
    fixes.push(fix);
  }
  return { edits: taken, fixes };
}

/** Do two edits touch the same text, or the same place? */
function overlaps(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

/** Applies edits that don't overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
