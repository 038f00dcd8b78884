import type { Segment, TextEdit, TextSegment } from '../../types';
import { toSourceOffset } from '../sourceMap';

/** Characters whose form in the source depends on the literal. */
const special = /["'`\\{}$#%\r\n\t]/;
/** What no literal may get from a model: an opening interpolation, or the end of a literal in three quotes. */
const dangerous = /\$\{|#\{|(["'`])\1\1/;

/**
 * The edits that make new text out of a prompt's text. `parts` stand between the placeholders, one more than these. Only changed words are
 * written, special characters as the literal itself writes them. A text instead of edits says what can't be written.
 */
export function placeParts(segments: readonly Segment[], parts: readonly string[], source: string): TextEdit[] | string {
  const edits: TextEdit[] = [];
  for (const [index, gap] of gapsOf(segments).entries()) {
    const placed = placeGap(gap, parts[index] ?? '', source);
    if (typeof placed === 'string') return placed;
    edits.push(...placed);
  }
  return edits;
}

/** The text segments before, between and behind the placeholders. */
function gapsOf(segments: readonly Segment[]): TextSegment[][] {
  const gaps: TextSegment[][] = [[]];
  for (const segment of segments) {
    if (segment.kind === 'text') gaps.at(-1)!.push(segment);
    else gaps.push([]);
  }
  return gaps;
}

function placeGap(gap: readonly TextSegment[], text: string, source: string): TextEdit[] | string {
  const old = gap.map((segment) => segment.text).join('');
  const edits: TextEdit[] = [];
  for (const { start, end, text: words } of changedWords(old, text)) {
    let at = 0;
    let left = words;
    for (const segment of gap) {
      const [from, to] = [Math.max(start, at), Math.min(end, at + segment.text.length)];
      const holds = start === end ? from === start && to === start : from < to;
      if (holds && (from < to || left)) {
        const edit = placeWords(segment, from - at, to - at, left, source);
        if (typeof edit === 'string') return edit;
        edits.push(edit);
        left = '';
      }
      at += segment.text.length;
    }
    if (left) return left;
  }
  return edits;
}

function placeWords(segment: TextSegment, from: number, to: number, words: string, source: string): TextEdit | string {
  const start = toSourceOffset(segment, from, 'start');
  const end = toSourceOffset(segment, to, 'end');
  if (start === null || end === null || end < start || dangerous.test(words)) return words || segment.text.slice(from, to);
  let written = '';
  for (const letter of words) {
    const form = special.test(letter) ? formOf(letter, segment, source) : letter;
    if (form === null) return letter;
    written += form;
  }
  const [last, next] = [written.at(-1), source[end]];
  return last !== undefined && /["'`\\]/.test(last) && (last === next || last === '\\') ? last : { start, end, text: written };
}

/** How the segment writes a special character, seen where it holds one. */
function formOf(letter: string, segment: TextSegment, source: string): string | null {
  for (let at = segment.text.indexOf(letter); at >= 0; at = segment.text.indexOf(letter, at + 1)) {
    const start = toSourceOffset(segment, at, 'start');
    const end = toSourceOffset(segment, at + 1, 'end');
    if (start !== null && end !== null && end > start) return source.slice(start, end);
  }
  return null;
}

/** Most cells of the table that finds equal words; beyond it the whole middle counts as changed. */
const cellLimit = 4_000_000;

/** Replacements of whole words and blanks that make the second text out of the first, in order. */
export function changedWords(before: string, after: string): TextEdit[] {
  const [a, b] = [words(before), words(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const edits: TextEdit[] = [];
  let at = a.slice(0, head).join('').length;
  let open: TextEdit | null = null;
  for (const { removed, added, kept } of steps(left, right)) {
    if (kept !== undefined) {
      open = null;
      at += kept.length;
      continue;
    }
    if (!open) {
      open = { start: at, end: at, text: '' };
      edits.push(open);
    }
    open.text += added ?? '';
    at += removed?.length ?? 0;
    open.end = at;
  }
  return edits;
}

const words = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

interface Step {
  removed?: string;
  added?: string;
  kept?: string;
}

/** Longest common subsequence, as steps. */
function steps(a: readonly string[], b: readonly string[]): Step[] {
  if (a.length * b.length > cellLimit) return [...a.map((removed) => ({ removed })), ...b.map((added) => ({ added }))];
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[i] === b[j] ? longest[(i + 1) * width + j + 1]! + 1 : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  const result: Step[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      result.push({ kept: a[i]! });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)) result.push({ removed: a[i++]! });
    else result.push({ added: b[j++]! });
  }
  return result;
}
