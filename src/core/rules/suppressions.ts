import type { Facts, Span } from '../facts';

/** Rules that comments turn off: `*` stands for all. */
export interface Suppressions {
  file: Set<string>;
  /** By 0-based line. */
  lines: Map<number, Set<string>>;
}

const mark = /prompt-cost-ignore(-next-line|-file)?(?![\w-])(?:[ \t]*:?[ \t]+([a-z][\w-]*(?:[ \t]*,[ \t]*[a-z][\w-]*)*))?/;
const markedLine = /<!--[\s\S]*?-->|\{#[\s\S]*?#\}|^[ \t]*(?:#|\/\/)[^\n]*$/gm;

/**
 * Reads `prompt-cost-ignore` comments. Without rule names they hold for all rules. A comment behind code holds for its line, one that
 * stands alone for the next line; `-next-line` and `-file` say so themselves. Prompt files use `<!-- … -->`, `{# … #}` or `#` lines.
 */
export function readSuppressions(text: string, facts: Facts | null): Suppressions {
  const result: Suppressions = { file: new Set(), lines: new Map() };
  if (!text.includes('prompt-cost-ignore')) return result;
  const lineOf = lineCounter(text);
  const alone = new Map<number, Set<string>>();
  for (const comment of commentsOf(text, facts)) {
    const found = mark.exec(comment.text);
    if (!found) continue;
    const rules = new Set(found[2] ? found[2].split(',').map((name) => name.trim()) : ['*']);
    const line = lineOf(comment.span.start);
    if (found[1] === '-file') add(result.file, rules);
    else if (found[1] === '-next-line') addTo(alone, lineOf(comment.span.end - 1), rules);
    else if (standsAlone(text, comment.span)) {
      addTo(alone, lineOf(comment.span.end - 1), rules);
      if (!facts) addTo(result.lines, line, rules);
    } else addTo(result.lines, line, rules);
  }
  for (const [line, rules] of alone) {
    let next = line + 1;
    while (alone.has(next)) next++;
    addTo(result.lines, next, rules);
  }
  return result;
}

/** Is a rule off for any of these lines? */
export function isSuppressed(suppressions: Suppressions, rule: string, lines: Iterable<number>): boolean {
  const off = (rules: Set<string> | undefined) => !!rules && (rules.has('*') || rules.has(rule));
  if (off(suppressions.file)) return true;
  for (const line of lines) if (off(suppressions.lines.get(line))) return true;
  return false;
}

/** Gives 0-based lines of offsets. */
export function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}

function commentsOf(text: string, facts: Facts | null): { text: string; span: Span }[] {
  if (facts) return facts.comments;
  return [...text.matchAll(markedLine)].map((found) => ({ text: found[0], span: { start: found.index, end: found.index + found[0].length } }));
}

function standsAlone(text: string, span: Span): boolean {
  return !text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start).trim();
}

function add(target: Set<string>, rules: Set<string>): void {
  for (const rule of rules) target.add(rule);
}

function addTo(lines: Map<number, Set<string>>, line: number, rules: Set<string>): void {
  const present = lines.get(line) ?? new Set();
  add(present, rules);
  lines.set(line, present);
}
