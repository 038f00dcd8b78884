import type { Analysis, Engine, Fix, Settings, TextEdit } from '../core';
import { fixIdsOf } from '../report';

/** What became of a text. */
export interface FixedText {
  text: string;
  applied: number;
  /** Why the next fix was left out, so that the text is as it was before that round; null where nothing was. */
  refused: string | null;
  /** Fixes that were applied and need the helper module, as they were written. */
  helpers: Fix[];
}

/** Which fixes are applied. */
export interface FixChoice {
  /** The fix of this id alone, safe or not. */
  id?: string;
  /** Of this rule alone. */
  rule?: string;
  /** Also those that change what the program does. */
  unsafe?: boolean;
  /** Of a problem's fixes only one whose title has this text. */
  title?: string;
  /** Told of each fix that needs helpers; gives it back as it is written for the place of the helper module, or null where there is none. */
  place?(fix: Fix): Promise<Fix | null>;
}

/** A fix may make room for another one; this many rounds are enough for any that settle. */
const maxRounds = 10;
/** Fixes with helpers come one a round. */
const maxUnsafeRounds = 100;

function roundsOf({ id, unsafe }: FixChoice): number {
  if (id !== undefined) return 1;
  return unsafe ? maxUnsafeRounds : maxRounds;
}

/**
 * Applies the chosen fixes, round by round until nothing changes, as long as parsing shows that they broke nothing. Line ends stay as most
 * of the text has them.
 */
export async function applyFixes(engine: Engine, path: string, text: string, settings: Settings, choice: FixChoice = {}): Promise<FixedText> {
  const lineEnd = lineEndOf(text);
  let analysis = await engine.analyze({ text, path }, settings);
  let current: FixedText = { text, applied: 0, refused: null, helpers: [] };
  for (let round = 0; round < roundsOf(choice); round++) {
    const { edits, fixes } = await selectEdits(path, analysis, choice, lineEnd);
    const next = applyEdits(current.text, edits);
    if (next === current.text) break;
    const after = await engine.analyze({ text: next, path }, settings);
    const refused = complain(analysis, after, fixes);
    if (refused) return { ...current, refused };
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

/** What speaks against a round of fixes; null where the text reads as well as before. */
function complain(before: Analysis, after: Analysis, fixes: readonly Fix[]): string | null {
  if (!after.parsed) return 'the result of a fix could not be checked, and it was left out';
  if ((after.syntaxErrors ?? 0) > (before.syntaxErrors ?? 0)) return 'a fix would have broken the syntax and was left out';
  // What the parser already trips over can hide a new fault.
  const inserts = fixes.some(({ helpers }) => helpers);
  return inserts && before.syntaxErrors ? 'the file has syntax errors, so inserted code could not be checked and was left out' : null;
}

function lineEndOf(text: string): string {
  const both = text.split('\r\n').length - 1;
  return both > text.split('\n').length - 1 - both ? '\r\n' : '\n';
}

/** The edits of the fixes; of fixes that overlap, the first in the text's order. A problem is fixed in one way only. */
async function selectEdits(
  path: string,
  analysis: Analysis,
  { id, rule, unsafe, title, place }: FixChoice,
  lineEnd: string,
): Promise<{ edits: TextEdit[]; fixes: Fix[] }> {
  const taken: TextEdit[] = [];
  const fixes: Fix[] = [];
  const problems = analysis.findProblems();
  const ids = fixIdsOf(path, problems);
  for (const [index, problem] of problems.entries()) {
    if (problem.cell !== null || (rule !== undefined && problem.rule !== rule)) continue;
    const isChosen = (fix: Fix, at: number) => (id === undefined ? fix.safe || unsafe : ids[index]![at] === id);
    const fit = problem.fixes.filter((fix, at) => isChosen(fix, at) && !fix.refused && (title === undefined || fix.title.includes(title)));
    const found = fit.find(({ preferred }) => preferred) ?? fit[0];
    const fix = found?.helpers && place ? await place(found) : found;
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
