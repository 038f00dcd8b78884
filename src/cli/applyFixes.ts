import type { Analysis, Engine, Settings, TextEdit } from '../core';

/** What became of a text. */
export interface FixedText {
  text: string;
  applied: number;
  /** True where a fix would have left new syntax errors, so that the text is as it was before that round. */
  refused: boolean;
}

/** A fix may make room for another one; this many rounds are enough for any that settle. */
const maxRounds = 10;

/** Applies the safe fixes, of one rule or of all, round by round until nothing changes. Line ends stay as the text has them. */
export async function applyFixes(engine: Engine, path: string, text: string, settings: Settings, rule?: string): Promise<FixedText> {
  const lineEnd = /\r\n/.test(text) ? '\r\n' : '\n';
  let analysis = await engine.analyze({ text, path }, settings);
  let current: FixedText = { text, applied: 0, refused: false };
  for (let round = 0; round < maxRounds; round++) {
    const { edits, fixes } = selectEdits(analysis, rule, lineEnd);
    const next = applyEdits(current.text, edits);
    if (next === current.text) break;
    const after = await engine.analyze({ text: next, path }, settings);
    if ((after.syntaxErrors ?? 0) > (analysis.syntaxErrors ?? 0)) return { ...current, refused: true };
    analysis = after;
    current = { ...current, text: next, applied: current.applied + fixes };
  }
  return current;
}

/** The edits of the safe fixes; of fixes that overlap, the first in the text's order. A problem is fixed in one way only. */
function selectEdits({ problems }: Analysis, rule: string | undefined, lineEnd: string): { edits: TextEdit[]; fixes: number } {
  const taken: TextEdit[] = [];
  let fixes = 0;
  for (const problem of problems) {
    if (problem.cell !== null || (rule !== undefined && problem.rule !== rule)) continue;
    const safe = problem.fixes.filter((fix) => fix.safe);
    const fix = safe.find(({ preferred }) => preferred) ?? safe[0];
    if (!fix || fix.edits.some((edit) => taken.some((other) => overlaps(edit, other)))) continue;
    taken.push(...fix.edits.map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, lineEnd) })));
    fixes++;
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
