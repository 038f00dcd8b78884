/** New words for one unit, or for several that follow each other and become one. */
export interface Proposal {
  /** Ids of the units, ascending. */
  units: number[];
  /** What the model says that they were; null where it doesn't. */
  old: string | null;
  text: string;
}

/** Longer answers are read up to here. */
const answerLimit = 400_000;

/**
 * Reads the pairs of a model's answer: a JSON array of `{ "unit": 3, "old": "…", "new": "…" }`, with whatever the model wrote around it. What is
 * no pair is left out; null where there is no array at all.
 */
export function readAnswer(answer: string): Proposal[] | null {
  const text = answer.slice(0, answerLimit);
  const [start, end] = [text.search(/\[\s*[{\]]/), text.lastIndexOf(']')];
  if (start < 0 || end < start) return null;
  let rows: unknown;
  try {
    rows = JSON.parse(text.slice(start, end + 1));
  } catch {
    return null;
  }
  return Array.isArray(rows) ? rows.flatMap(readPair) : null;
}

function readPair(row: unknown): Proposal[] {
  if (typeof row !== 'object' || row === null) return [];
  const { unit, units, old, new: text } = row as Record<string, unknown>;
  const ids = Array.isArray(units ?? unit) ? ((units ?? unit) as unknown[]) : [units ?? unit];
  const numbers = ids.map(Number);
  const follows = numbers.length > 0 && numbers.every((id, index) => Number.isInteger(id) && (index === 0 || id === numbers[index - 1]! + 1));
  return follows && typeof text === 'string' ? [{ units: numbers, old: typeof old === 'string' ? old : null, text }] : [];
}
