import type { Prompt, TextEdit, TextSegment } from '../types';
import { quickFix } from './helpers/fix';
import { floorOptions, isWorthSaying } from './helpers/floor';
import { textOf } from './helpers/placeholders';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'indentation-waste',
    severity: 'hint',
    fixable: true,
    description: "The code's indentation inside a prompt.",
    messages: { indented: '{0} of {1} tokens are the indentation of the code around.' },
    options: floorOptions,
  },
  checkPrompt(prompt, context) {
    const { text, language, count, report } = context;
    const depth = prompt.editable && language ? commonIndent(textOf(prompt)) : 0;
    if (!depth) return;
    const before = textOf(prompt);
    const after = before.replace(new RegExp(`\\n[ \\t]{1,${depth}}`, 'g'), '\n');
    const [now, then] = [count(before, null).tokens, count(after, null).tokens];
    if (!isWorthSaying(now - then, now, null, context.options)) return;
    const edits = dedent(prompt, depth, text);
    const more = { tokensSaved: now - then, safe: true, preferred: true };
    report({
      span: prompt.span,
      message: 'indented',
      values: [now - then, now],
      fixes: edits ? quickFix('Remove the indentation', edits, more) : [],
    });
  },
} satisfies Rule;

/** White space that every line but the first starts with; blank lines do not count. */
function commonIndent(text: string): number {
  const lines = text.split('\n').slice(1);
  const counted = lines.filter((line) => line.trim());
  return counted.length ? Math.min(...counted.map((line) => line.length - line.trimStart().length)) : 0;
}

/** Cuts up to `depth` blanks behind each line break; null where the source does not show them as they are. */
function dedent(prompt: Prompt, depth: number, source: string): TextEdit[] | null {
  const edits: TextEdit[] = [];
  for (const segment of prompt.segments) {
    if (segment.kind !== 'text') continue;
    for (const found of segment.text.matchAll(new RegExp(`\\n([ \\t]{1,${depth}})`, 'g'))) {
      const start = sourceOffset(segment, found.index + 1);
      const blanks = found[1] ?? '';
      if (start === null || source.slice(start, start + blanks.length) !== blanks) return null;
      edits.push({ start, end: start + blanks.length, text: '' });
    }
  }
  return edits.length ? edits : null;
}

/** Where a decoded offset stands in the source. */
function sourceOffset({ span, escapes }: TextSegment, offset: number): number | null {
  if (!span) return null;
  let at = span.start + offset;
  for (const { at: place, length, sourceLength } of escapes) if (place < offset) at += sourceLength - length;
  return at;
}
