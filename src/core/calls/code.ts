import type { Facts, Span } from '../facts';

/** Prose, and anything else that no program reads as a word of its own. */
const isProse = (text: string): boolean => /\s\S+\s/.test(text.trim());

/**
 * A text as far as it is code: comments and prose in strings are blank, everything else stands where it stood. What a rule looks for here is
 * written as code, not in a remark or a prompt.
 */
export function codeOf({ text, facts }: { text: string; facts: Facts | null }): string {
  if (!facts) return text;
  const blank: Span[] = [...facts.remarks];
  for (const { parts } of facts.strings)
    for (const part of parts) if (part.kind === 'text' && part.span.end > part.span.start && isProse(part.text)) blank.push(part.span);
  blank.sort((a, b) => a.start - b.start);
  let code = '';
  let at = 0;
  for (const { start, end } of blank) {
    if (start < at) continue;
    code += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return code + text.slice(at);
}
