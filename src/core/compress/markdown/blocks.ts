import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Span } from '../../types';
import type { Line } from '../protect/code';
import { isCovered } from '../spans';

/** A stretch of lines that Markdown reads together: a list with all that is in it, or a paragraph. */
export interface Block extends Span {
  isList: boolean;
}

export type Tree = ReturnType<typeof fromMarkdown>;

/** Longer blocks are left as they are: reading Markdown takes more than linear time where marks nest or stay open. */
const longest = 12_000;
const item = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S/;
const boundary = /^[ \t]*(?:#{1,6}[ \t]|(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$|\|.*\|[ \t]*$|>|<\/?\w)/;

/** The lists and paragraphs outside of fences and the like. */
export function blocksOf(lines: readonly Line[], fixed: readonly Span[]): Block[] {
  const found: Block[] = [];
  let open: Block | null = null;
  let blank = false;
  for (const { text, start, end } of lines) {
    if (!text.trim()) {
      blank = true;
      continue;
    }
    const isItem = item.test(text);
    const continues = open?.isList ? isItem || /^[ \t]/.test(text) || !blank : !blank && !isItem;
    if (boundary.test(text) || isCovered(fixed, { start, end })) open = null;
    else if (open && continues) open.end = end;
    else {
      open = { start, end, isList: isItem };
      found.push(open);
    }
    blank = false;
  }
  return found.filter(({ start, end }) => end - start <= longest);
}

/** Constructs that a prompt means otherwise, and brackets, which cost more than linear time. */
const literal = {
  disable: {
    null: [
      'labelStartLink',
      'labelStartImage',
      'labelEnd',
      'autolink',
      'htmlText',
      'htmlFlow',
      'definition',
      'characterEscape',
      'characterReference',
      'setextUnderline',
    ],
  },
};

export function readMarkdown(text: string): Tree {
  return fromMarkdown(text, { extensions: [literal] });
}
