import type { List, Parents, RootContent, Strong } from 'mdast';
import type { Span } from '../../types';
import { isFrozen } from '../protect/frozen';
import { intersects } from '../spans';
import type { Level, Proposal } from '../types';
import { type Block, readMarkdown, type Tree } from './blocks';

/** Words whose weight is part of a rule: `**must**`, `**ALL**`. */
const weighty =
  /(?<!\p{L})(?:must|should|shall|may|can|all|any|each|every|both|always|exact\w*|required|mandatory|important|critical|warning|no|not|never|only|solo|sólo|todos?|todas?|debe\w*|nunca|siempre|no|nur|nie|niemals|immer|muss|müssen|nicht|kein\w*|wichtig|jamais|toujours|uniquement|doit|doivent|não|sempre|apenas|deve\w*)(?!\p{L})/iu;
const shouted = /(?<!\p{L})\p{Lu}{2,}(?!\p{L})/u;

interface Context {
  text: string;
  shields: readonly Span[];
}

/**
 * Bold marks that only decorate: of the labels of a list from all its items or from none, of the labels of paragraphs from all of the text or
 * from none. `aggressive` also takes them from words in sentences, of all the text or of none: they may have been meant.
 */
export function proposeMarks(text: string, blocks: readonly Block[], shields: readonly Span[], level: Level): Proposal[] {
  const context = { text, shields };
  const bold = blocks
    .filter(({ start, end }) => text.slice(start, end).includes('**'))
    .map((block) => ({ block, tree: readMarkdown(text.slice(block.start, block.end)) }));
  const labels = bold.flatMap(({ block, tree }) => listsOf(tree).map((list) => labelsOf(list, block.start, context)));
  const found = labels.flatMap((list) => labelMarks(list, context));
  const paragraphs = bold.flatMap(({ block, tree }) => tree.children.flatMap((child) => paragraphLabel(child, block.start, context)));
  const taken = new Set([...labels.flat(), ...paragraphs].map((span) => span?.start));
  const single = showsForm(text) ? [] : all(paragraphs, 'markdown-bold', context);
  return [...found, ...single, ...(level === 'aggressive' ? emphasis(bold, taken, context) : [])];
}

/** A blank to be filled in: `[list the risks]`, `<name>`, `...`. */
const blank = /^(?:\[[^\]\n]{2,}\]|\{[^}\n]+\}|<[^>\n]+>|\.{3}|…|_{3,})/;

/** Does the text show what an answer looks like, with blanks on lines of their own or behind labels? Its marks may be meant then. */
export function showsForm(text: string): boolean {
  return /^[ \t]*(?:(?:[-*+•]|\d{1,2}[.)])[ \t]+)?(?:\*\*[^*\n]{1,60}\*\*:?[ \t]*)?(?:\[[^\]\n]{3,}\]|\{[^}\n]{3,}\})[ \t]*$/m.test(text);
}

/** The marks of all spans, or none where one is held. */
function all(spans: readonly Span[], rule: string, context: Context): Proposal[] {
  if (!spans.length || spans.some((span) => isHeld(span, context))) return [];
  return spans.map((span) => unmark(context.text, span, rule, 'The colon sets the label off already.', `${rule}-${spans[0]!.start}`));
}

/** The strong text that an item or paragraph begins with, where a colon, a dash or the end of its line sets it off already. */
function labelOf(node: RootContent | undefined, at: number, { text }: Context): Span | null {
  const [first, next] = node?.type === 'paragraph' ? node.children : [];
  if (first?.type !== 'strong' || first.children.length !== 1 || first.children[0]!.type !== 'text') return null;
  const span = spanOf(first, at);
  const words = text.slice(span.start + 2, span.end - 2);
  const rest = next ? text.slice(span.end, span.end + 4) : '\n';
  const setOff = words.endsWith(':') || /^ ?:(?:\s|$)/.test(rest) || /^ (?:[-–—]|→) /.test(rest) || /^\s*\n/.test(rest);
  return setOff && words.length <= 80 && !/[`:]./.test(words.slice(0, -1)) && text.slice(span.start, span.start + 2) === '**' ? span : null;
}

const labelsOf = (list: List, at: number, context: Context): (Span | null)[] => list.children.map((item) => labelOf(item.children[0], at, context));

function labelMarks(labels: readonly (Span | null)[], context: Context): Proposal[] {
  if (labels.some((label) => !label || isHeld(label, context) || leadsBlank(label, context))) return [];
  const reason = 'The colon or the dash sets the label off already.';
  return labels.map((label) => unmark(context.text, label!, 'markdown-bold', reason, `bold-${labels[0]!.start}`));
}

function paragraphLabel(node: RootContent, at: number, context: Context): Span[] {
  const label = labelOf(node, at, context);
  return label && /:\*\*$|\*\*:$/.test(context.text.slice(label.start, label.end + 1).trimEnd()) ? [label] : [];
}

/** Does a blank to be filled in follow the label? */
const leadsBlank = ({ end }: Span, { text }: Context): boolean => blank.test(text.slice(end, end + 200).replace(/^:?[ \t]*(?:[-–—→][ \t]*)?/, ''));

const isHeld = (span: Span, { text, shields }: Context): boolean =>
  intersects(shields, { start: span.start, end: span.start + 2 }) ||
  intersects(shields, { start: span.end - 2, end: span.end }) ||
  weighty.test(text.slice(span.start, span.end)) ||
  shouted.test(text.slice(span.start, span.end)) ||
  /[`{}<>$\ufffc]/.test(text.slice(span.start, span.end));

/** Bold words inside sentences: of the whole text or none, for what is bold among them is more than the rest. */
function emphasis(bold: readonly { block: Block; tree: Tree }[], taken: ReadonlySet<number | undefined>, context: Context): Proposal[] {
  const spans = bold.flatMap(({ block, tree }) => strongOf(tree).map((node) => spanOf(node, block.start))).filter(({ start }) => !taken.has(start));
  const { text } = context;
  const inSentence = (span: Span) =>
    /\p{L}[\p{L},;)]* $/u.test(text.slice(Math.max(0, span.start - 20), span.start)) &&
    /^\*\*\p{L}[^`]*[\p{L}\d)]\*\*$/u.test(text.slice(span.start, span.end)) &&
    span.end - span.start <= 64;
  if (!spans.every(inSentence) || bold.some(({ block }) => isFrozen(text.slice(block.start, block.end), 'none'))) return [];
  return all(spans, 'markdown-emphasis', context);
}

function unmark(text: string, { start, end }: Span, rule: string, reason: string, group: string): Proposal {
  return { start, end, text: text.slice(start + 2, end - 2), rule, reason, group };
}

function spanOf(node: RootContent, at: number): Span {
  return { start: at + node.position!.start.offset!, end: at + node.position!.end.offset! };
}

function listsOf(node: Parents): List[] {
  return node.children.flatMap((child) => ('children' in child ? [...(child.type === 'list' ? [child] : []), ...listsOf(child)] : []));
}

function strongOf(node: Parents): Strong[] {
  return node.children.flatMap((child) => (child.type === 'strong' ? [child] : 'children' in child ? strongOf(child) : []));
}

/** Outline of a tree, to tell whether an edit of blanks changed what Markdown reads. */
export function shapeOf(node: Parents): string {
  return `(${node.children.map((child) => child.type + ('children' in child ? shapeOf(child) : '')).join(' ')})`;
}
