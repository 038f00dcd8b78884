import { generates } from '../../rules/helpers/models';
import type { CallSite, Fix, TextEdit } from '../../types';
import { type Action, type ActionContext, isTyped } from '../action';
import { dialectOf, snakeCase } from '../dialect';
import { helperName } from '../helperNames';
import { findValue, freeName, itemText, type LoopLift, mentions, moveLines, namesOfLoop, readLoop, sliceWith } from '../loopLift';
import { commentAbove, helperFix } from '../wrapCall';

/** How the text of an answer is read, by API: in TypeScript, then in Python. `R` stands for the answer's name. */
const readers: Record<string, [typescript: string, python: string]> = {
  'openai.chat.completions': ['R\\.choices\\[0\\](?:\\?|!)?\\.message\\??\\.content!?', 'R\\.choices\\[0\\]\\.message\\.content'],
  'openai.responses': ['R\\.output_text', 'R\\.output_text'],
  'litellm.completion': ['(?!)', 'R\\.choices\\[0\\]\\.message\\.content'],
  'anthropic.messages': ['(?!)', 'R\\.content\\[0\\]\\.text'],
};

/** Makes of one call per item one call for many items, with numbered answers. Where the loop does more with a call than read its text, it fits not. */
export default {
  id: 'batch-prompt',
  offer(call: CallSite, context: ActionContext): Fix[] {
    if (!generates(call) || call.stream || call.tools || call.cached) return [];
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

/** Where the loop reads the answer's text; null where it does anything else with the answer. */
function readsOf(lift: LoopLift, call: CallSite, { text }: ActionContext): { start: number; end: number }[] | null {
  const python = lift.language === 'python';
  const reader = readers[call.api]?.[python ? 1 : 0];
  if (!reader) return null;
  const rest = { start: lift.statement.end, end: lift.loop.end };
  const source = text.slice(rest.start, rest.end);
  const fallback = python ? '\\s+or\\s+(?:""|\'\')' : '\\s*\\?\\?\\s*(?:\'\'|"")';
  const read = new RegExp(`(?<![\\w.])${reader.replace('R', lift.result)}(?![\\w[(])(?:${fallback})?`, 'g');
  const reads = [...source.matchAll(read)].map((match) => ({ start: rest.start + match.index, end: rest.start + match.index + match[0].length }));
  const uses = source.match(new RegExp(`(?<![\\w.])${lift.result}\\b`, 'g'))?.length ?? 0;
  const after = text.slice(lift.loop.end).match(new RegExp(`^[^\\n]*\\b${lift.result}\\b`));
  return reads.length && reads.length === uses && !after ? reads : null;
}

function liftEdits(
  lift: LoopLift,
  call: CallSite,
  content: { start: number; end: number },
  source: string,
  reads: { start: number; end: number }[],
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
  const firstRead = reads[0] ? text.slice(reads[0].start, reads[0].end).replace(/\s*(?:\?\?|\bor\b).*$/, '') : '';
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
        `${style.indent}return ${firstRead} ?? ${empty}${end}`,
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
    ...reads.map((read) => ({ ...read, text: answer })),
  ];
}

const indentOf = (text: string, offset: number): string => /^[^\S\n]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
