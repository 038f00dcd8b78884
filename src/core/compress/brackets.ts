import type { Span } from '../types';

/** Balanced `{…}` and `[…]` blocks over several lines, and one-line ones that look like JSON, outermost only. */
export function brackets(text: string): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (mark !== '{' && mark !== '[') continue;
    const end = closing(text, at);
    if (end < 0) continue;
    const block = text.slice(at, end);
    if (/\n/.test(block) || /"[^"\n]*"\s*:|^\[\s*["{[]/.test(block)) {
      found.push({ start: at, end });
      at = end - 1;
    }
  }
  return found;
}

/** Offset behind the bracket that closes the one at `start`, strings skipped; -1 where there is none within reach. */
function closing(text: string, start: number): number {
  const stack: string[] = [];
  const reach = Math.min(text.length, start + 50_000);
  for (let at = start; at < reach; at++) {
    const mark = text[at]!;
    if (mark === '"') {
      const quote = /"(?:[^"\\\n]|\\.)*"/y;
      quote.lastIndex = at;
      const match = quote.exec(text);
      if (match) at += match[0].length - 1;
    } else if (mark === '{' || mark === '[') stack.push(mark === '{' ? '}' : ']');
    else if (mark === '}' || mark === ']') {
      if (stack.pop() !== mark) return -1;
      if (stack.length === 0) return at + 1;
    }
  }
  return -1;
}
