import { hasTools } from '../../calls/parts';
import { generates } from '../../rules/helpers/models';
import type { Fix, Request, Span, TextEdit } from '../../types';
import { type Action, type ActionContext, isTyped } from '../action';
import { dialectOf, snakeCase } from '../dialect';
import { helperName } from '../helperNames';
import { findValue, freeName, itemText, type LoopLift, mentions, moveLines, namesOfLoop, readLoop, sliceWith } from '../loopLift';
import { commentAbove, helperFix } from '../wrapCall';

/** How the text of an answer is read; `R` stands for the answer's name. */
interface Reader {
  pattern: string;
  /** The text may be missing. */
  nullable: boolean;
}

const choice = (pattern: string): Reader => ({ pattern, nullable: true });
const block = 'R\\.content\\[0\\]!?';
const blockType = '\\??\\.type\\s*===?\\s*[\'"]text[\'"]\\s*\\?\\s*';
const otherwise = '\\s*:\\s*(?:\'\'|"")';
const arrow = '\\(\\s*\\(?(\\w+)\\)?\\s*=>\\s*';

/** How people read the answers of Anthropic in TypeScript: the first block, looked at, cast or taken as it is, or all blocks. */
const anthropicReaders: Reader[] = [
  { pattern: `${block}${blockType}${block}\\.text${otherwise}`, nullable: false },
  { pattern: `\\(\\s*${block}\\s+as\\s+(?:Anthropic\\.)?(?:Messages\\.)?TextBlock\\s*\\)\\.text`, nullable: false },
  {
    pattern: `R\\.content\\s*\\.filter${arrow}\\1\\.type\\s*===?\\s*['"]text['"]\\s*\\)\\s*\\.map\\(\\s*\\(?(\\w+)\\)?\\s*=>\\s*\\2\\.text\\s*\\)\\s*\\.join\\([^()\\n]*\\)`,
    nullable: false,
  },
  {
    pattern: `R\\.content\\s*\\.(?:map|flatMap)${arrow}\\(?\\s*\\1${blockType}\\1\\.text${otherwise}\\s*\\)?\\s*\\)\\s*\\.join\\([^()\\n]*\\)`,
    nullable: false,
  },
  { pattern: `${block}\\??\\.text\\b`, nullable: true },
];

/** By API: in TypeScript, then in Python. */
const readers: Record<string, [typescript: Reader[], python: Reader[]]> = {
  'openai.chat.completions': [[choice('R\\.choices\\[0\\](?:\\?|!)?\\.message\\??\\.content!?')], [choice('R\\.choices\\[0\\]\\.message\\.content')]],
  'openai.responses': [[choice('R\\.output_text')], [choice('R\\.output_text')]],
  'litellm.completion': [[], [choice('R\\.choices\\[0\\]\\.message\\.content')]],
  'anthropic.messages': [anthropicReaders, [choice('R\\.content\\[0\\]\\.text')]],
};

/** Makes of one call per item one call for many items, with numbered answers. Where the loop does more with a call than read its text, it fits not. */
export default {
  id: 'batch-prompt',
  offer(call: Request, context: ActionContext): Fix[] {
    if (!generates(call) || call.stream || hasTools(call) || call.cached) return [];
    const lift = readLoop(call, context);
    const content = lift && itemText(call, context);
    if (!lift || !content) return [];
    // A forced shape for one answer does not hold numbered ones.
    if (['response_format', 'text', 'output_config', 'output_format'].some((name) => findValue(call, name, context))) return [];
    const { text } = context;
    const names = namesOfLoop(lift, call);
    const source = text.slice(content.start, content.end);
    const around = sliceWith(text, call.span, content, '');
    if (
      !mentions(source, names.item, lift.language) ||
      mentions(source, names.others, lift.language) ||
      mentions(around, [...names.item, ...names.others], lift.language)
    )
      return [];
    const reads = readsOf(lift, call, context);
    if (!reads) return [];
    const edits = liftEdits(lift, call, content, source, reads, context);
    const name = helperName('askInBatches', lift.language, lift.awaited);
    return helperFix('Put many items into one prompt', edits, [name], ['prompt-batch'], context);
  },
} satisfies Action;

/** How the loop reads the answer's text, and where. */
interface Reads {
  spans: Span[];
  nullable: boolean;
  /** A statement that takes the block out of the answer first, `const [block] = message.content;`. */
  unpacked: Span | null;
}

/** null where the loop does anything else with the answer. */
function readsOf(lift: LoopLift, call: Request, context: ActionContext): Reads | null {
  const { text } = context;
  const python = lift.language === 'python';
  const rest = { start: lift.statement.end, end: lift.loop.end };
  const after = text.slice(lift.loop.end).match(new RegExp(`^[^\\n]*\\b${lift.result}\\b`));
  if (after) return null;
  const fallback = python ? '\\s+or\\s+(?:""|\'\')' : '\\s*\\?\\?\\s*(?:\'\'|"")';
  for (const { pattern, nullable } of readers[call.api]?.[python ? 1 : 0] ?? []) {
    const source = `(?<![\\w.])${pattern.replaceAll('R\\.', `${lift.result}\\.`)}(?![\\w[(])${nullable ? `(?:${fallback})?` : ''}`;
    const spans = allOf(new RegExp(source, 'g'), rest, text);
    const inside = spans.reduce((sum, span) => sum + allOf(nameOf(lift.result), span, text).length, 0);
    if (spans.length && inside === allOf(nameOf(lift.result), rest, text).length) return { spans, nullable, unpacked: null };
  }
  return call.api === 'anthropic.messages' && !python ? unpackedReads(lift, rest, text) : null;
}

/** `const [block] = message.content;`, and then `block?.type === 'text' ? block.text : ''`. */
function unpackedReads({ result }: LoopLift, rest: Span, text: string): Reads | null {
  const taken = new RegExp(
    `^\\s*(?:const|let)\\s+(?:\\[\\s*(\\w+)\\s*\\]\\s*=\\s*${result}\\.content|(\\w+)\\s*=\\s*${result}\\.content\\[0\\]!?)\\s*;?(?=[^\\S\\n]*\\n)`,
  ).exec(text.slice(rest.start, rest.end));
  const name = taken?.[1] ?? taken?.[2];
  if (!taken || name === undefined) return null;
  const unpacked = { start: rest.start + (/^\s*/.exec(taken[0])?.[0].length ?? 0), end: rest.start + taken[0].length };
  const behind = { start: unpacked.end, end: rest.end };
  const spans = allOf(new RegExp(`(?<![\\w.])${name}${blockType}${name}\\.text${otherwise}`, 'g'), behind, text);
  const uses = allOf(nameOf(name), behind, text).length;
  return spans.length && uses === spans.length * 2 && !allOf(nameOf(result), behind, text).length ? { spans, nullable: false, unpacked } : null;
}

const nameOf = (name: string): RegExp => new RegExp(`(?<![\\w.])${name}\\b`, 'g');

function allOf(pattern: RegExp, { start, end }: Span, text: string): Span[] {
  return [...text.slice(start, end).matchAll(pattern)].map((match) => ({ start: start + match.index, end: start + match.index + match[0].length }));
}

function liftEdits(
  lift: LoopLift,
  call: Request,
  content: Span,
  source: string,
  { spans, nullable, unpacked }: Reads,
  context: ActionContext,
): TextEdit[] {
  const { text } = context;
  const { indent, style, statement } = lift;
  const name = helperName('askInBatches', lift.language, lift.awaited);
  const ask = freeName(text, 'ask', 'askModel');
  const answers = freeName(text, 'answers', snakeCase('batchAnswers'));
  const answer = freeName(text, 'answer', 'reply', 'answerText');
  const counter = lift.callback ? freeName(text, 'index', 'itemIndex') : null;
  const python = lift.language === 'python';
  const inner = indent + style.indent;
  const kept = sliceWith(text, statement, content, 'text');
  const moved = moveLines(kept, indentOf(text, statement.start), inner);
  const unpack = unpacked ? [style.indent + text.slice(unpacked.start, unpacked.end)] : [];
  const from = indentOf(text, statement.start);
  const read = spans[0] ? text.slice(spans[0].start, spans[0].end) : '';
  const firstRead = nullable ? read.replace(/\s*(?:\?\?|\bor\b).*$/, '') : moveLines(read, from, inner);
  const empty = python ? `${style.quote}${style.quote}` : `${style.quote}${style.quote}`;
  const end = style.semicolons ? ';' : '';
  const before = python
    ? [
        `${lift.awaited ? 'async ' : ''}def ${ask}(text: str) -> str:`,
        `${style.indent}${moved}`,
        `${style.indent}return ${firstRead} or ${empty}`,
        '',
        `${answers} = iter(${lift.awaited ? 'await ' : ''}${name}(${ask}, [${source} for ${lift.item} in ${lift.items}]))`,
      ]
    : [
        isTyped(context) ? `const ${ask} = async (text: string): Promise<string> => {` : `const ${ask} = async (text) => {`,
        `${style.indent}${moved}`,
        ...unpack,
        `${style.indent}return ${firstRead}${nullable ? ` ?? ${empty}` : ''}${end}`,
        `}${end}`,
        `const ${answers} = await ${name}(${ask}, Array.from(${lift.items}, (${lift.item}) => ${source}))${end}`,
      ];
  const value = python ? `next(${answers})` : lift.callback ? `${answers}[${counter}] ?? ${empty}` : `${answers}.shift() ?? ${empty}`;
  const lines = before.map((line) => (line ? indent + line : line) + style.newline).join('');
  const note = commentAbove(
    { ...call, fact: { ...call.fact, statement: { start: lift.place + indent.length, end: lift.place } } },
    ['The output limit now has to hold the answers of a whole batch.'],
    dialectOf(context, lift.language),
    context,
  );
  return [
    ...note,
    { start: lift.place, end: lift.place, text: lines },
    ...(counter ? lift.count(counter) : []),
    { ...statement, text: `${python ? '' : 'const '}${answer} = ${value}${end}` },
    ...(unpacked ? [lineOf(unpacked, text)] : []),
    ...spans.map((read) => ({ ...read, text: answer })),
  ];
}

/** Takes a statement away, with its line. */
function lineOf({ start, end }: Span, text: string): TextEdit {
  return { start: text.lastIndexOf('\n', start - 1), end: text[end - 1] === '\r' ? end - 1 : end, text: '' };
}

const indentOf = (text: string, offset: number): string => /^[^\S\n]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
