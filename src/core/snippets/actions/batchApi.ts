import { hasTools } from '../../calls/parts';
import { generates } from '../../rules/helpers/models';
import type { Fix, Request, TextEdit } from '../../types';
import { type Action, type ActionContext, isTyped } from '../action';
import { dialectOf, snakeCase } from '../dialect';
import { helperName, unwrapped } from '../helperNames';
import { type ItemLift, placeInFront, readItem } from '../itemLift';
import { freeName, type LoopLift, mentions, moveLines, namesOfLoop, readLoop } from '../loopLift';
import { helperFix, indentAt, targetOf } from '../wrapCall';

interface BatchApi {
  provider: 'Openai' | 'Anthropic';
  /** null where there is only one. */
  endpoint: string | null;
  /** Members between the client and the method's object. */
  depth: number;
  /** What an answer is, in TypeScript and in Python; null where the batch's own answers are that already. */
  answer: { typescript: string; python: string; module: string } | null;
}

/** What differs between the Batch APIs. Source: both providers' guides. */
const apis: Record<string, BatchApi> = {
  'openai.chat.completions': {
    provider: 'Openai',
    endpoint: '/v1/chat/completions',
    depth: 2,
    answer: { typescript: 'OpenAI.ChatCompletion', python: 'ChatCompletion', module: 'openai.types.chat' },
  },
  'openai.responses': {
    provider: 'Openai',
    endpoint: '/v1/responses',
    depth: 1,
    answer: { typescript: 'OpenAI.Responses.Response', python: 'Response', module: 'openai.types.responses' },
  },
  'anthropic.messages': { provider: 'Anthropic', endpoint: null, depth: 1, answer: null },
};

/** Arguments of a call that are no part of the request. */
const ofTheClient = ['timeout', 'extra_headers', 'extra_query', 'extra_body'];

/** The calls of a loop or a list, as far as sending them together needs it. */
interface Turns extends Pick<ItemLift, 'language' | 'style' | 'awaited' | 'item' | 'items' | 'filter' | 'count'> {
  place: number;
  indent: string;
  names: { item: string[]; others: string[] };
  /** What stands for the call when the answers are there. */
  answers(written: Written): TextEdit[];
  /** TypeScript's answers are asked for one by one, and throw where there is none. */
  single: boolean;
}

interface Written {
  api: BatchApi;
  /** The names of the answers and of the counter. */
  answers: string;
  index: string;
  context: ActionContext;
}

/** Sends the calls of a loop or a list to the Batch API at half the price, and goes over the answers when they are there, up to a day later. */
export default {
  id: 'batch-api',
  offer(call: Request, context: ActionContext): Fix[] {
    const { text } = context;
    const api = apis[call.api];
    if (!api || !generates(call) || call.stream || hasTools(call) || call.cached || call.provider !== api.provider.toLowerCase()) return [];
    const turns = ofLoop(call, context) ?? ofList(call, context);
    const client = clientOf(call, api.depth, context);
    if (!turns || !client || text.slice(call.nameSpan.start, call.nameSpan.end) !== 'create') return [];
    const source = argumentSource(call, turns.language, context);
    if (source === null || mentions(source, turns.names.others, turns.language)) return [];
    const { language, awaited, single } = turns;
    const imports = importsOf(api, language, context);
    const helpers = ['submit', 'collect'].map((verb) => helperName(`${verb}${api.provider}Batch`, language, awaited));
    if (single && language === 'typescript') helpers.push(answerHelper(api));
    const title = 'Send the calls to the Batch API (half the price, answers within a day)';
    const edits = batchEdits(turns, call, api, client, source, context);
    return imports ? helperFix(title, edits, helpers, [`batch-${api.provider.toLowerCase()}`], context, imports) : [];
  },
} satisfies Action;

const answerHelper = ({ provider }: BatchApi): string => (provider === 'Openai' ? 'openaiBatchAnswer' : 'anthropicBatchAnswer');

/** Lines that name the type of an answer; null where the file has something else by its name. */
function importsOf({ answer, provider }: BatchApi, language: Turns['language'], context: ActionContext): string[] | null {
  const imports = context.facts?.imports ?? [];
  if (language === 'python') {
    if (!answer) return [];
    const taken = imports.find(({ local }) => local === answer.python);
    return taken && taken.module !== answer.module ? null : [`from ${answer.module} import ${answer.python}`];
  }
  const name = provider === 'Openai' ? 'OpenAI' : 'Anthropic';
  if (!isTyped(context) || imports.some(({ local }) => local === name)) return [];
  return [`import ${name} from '${provider === 'Openai' ? 'openai' : '@anthropic-ai/sdk'}';`];
}

/** A `for` whose body begins with the call, or a callback of `map` that does. */
function ofLoop(call: Request, context: ActionContext): Turns | null {
  const lift = readLoop(call, context);
  if (!lift) return null;
  const answers = (written: Written) => [{ ...lift.statement, text: lift.callback ? keptAnswer(lift, written) : loopAnswer(lift, written) }];
  return { ...lift, filter: '', names: namesOfLoop(lift, call), answers, single: lift.callback };
}

/** A comprehension, a gather or a `map` of which each item is made by the call. */
function ofList(call: Request, context: ActionContext): Turns | null {
  const { text } = context;
  const lift = readItem(call, context);
  const front = lift && placeInFront(lift, context);
  if (!front || /^\s*\.\s*(?:then|catch|finally|withResponse|asResponse)\b/.test(lift.tail)) return null;
  const gather = lift.language === 'python' && lift.gathered ? /\bawait\s+$/.exec(text.slice(0, lift.list.start)) : null;
  if (lift.language === 'python' && lift.gathered && !gather) return null;
  const answers = (written: Written) => [{ ...lift.turn, text: itemAnswer(lift, written) }, ...(gather ? withoutGather(lift, gather.index) : [])];
  const item = lift.item.match(/[A-Za-z_$][\w$]*/g) ?? [];
  return { ...lift, ...front, names: { item, others: [] }, answers, single: true };
}

/** What is there needs no waiting: `await asyncio.gather(*(…))` becomes `[…]`. */
function withoutGather({ list, loop }: ItemLift, start: number): TextEdit[] {
  return [
    { start, end: loop.start + 1, text: '[' },
    { start: loop.end - 1, end: list.end, text: ']' },
  ];
}

function clientOf(call: Request, depth: number, { text }: ActionContext): string | null {
  let target = targetOf(call);
  if (target && unwrapped(target) !== target) return null;
  for (let step = 0; step < depth; step++) target = target?.kind === 'member' ? target.object : null;
  return target ? text.slice(target.span.start, target.span.end) : null;
}

/** The parameters as one object: the literal itself, or Python's keywords as a `dict`. */
function argumentSource({ fact }: Request, language: Turns['language'], { text }: ActionContext): string | null {
  const [first] = fact.args;
  if (!first) return null;
  if (language === 'typescript') return fact.args.length === 1 && first.value.kind === 'object' ? text.slice(first.span.start, first.span.end) : null;
  if (fact.args.some(({ name, spread }) => (name === null ? !spread : ofTheClient.includes(name)))) return null;
  return `dict(${text.slice(fact.list.span.start + 1, fact.list.span.end - 1)})`;
}

function batchEdits(turns: Turns, call: Request, api: BatchApi, client: string, source: string, context: ActionContext): TextEdit[] {
  const { text } = context;
  const { indent, style, language, awaited, item, items, single } = turns;
  const python = language === 'python';
  const dialect = dialectOf(context, language);
  const [submit, collect] = ['submit', 'collect'].map((verb) => helperName(`${verb}${api.provider}Batch`, language, awaited));
  const batch = freeName(text, python ? 'batch_id' : 'batchId', snakeCase('jobId'));
  const answers = single && !python ? freeName(text, 'collected', 'batchAnswers') : freeName(text, 'answers', 'collected');
  const index = freeName(text, 'index', 'number');
  const end = style.semicolons ? ';' : '';
  const wait = awaited ? 'await ' : '';
  const moved = moveLines(source, indentAt(text, call.span.start), indent + style.indent);
  const endpoint = api.endpoint === null ? '' : `, ${python ? 'endpoint=' : ''}${dialect.value(api.endpoint, false)}`;
  const row = isTyped(context) ? `: [string, ${api.provider === 'Openai' ? 'object' : 'Anthropic.MessageCreateParamsNonStreaming'}]` : '';
  const note = 'The answers come within a day: keep the id, and let what follows run where they are collected.';
  const kept = single ? answers : `{ answers${answers === 'answers' ? '' : `: ${answers}`} }`;
  const lines = python
    ? [
        `${batch} = ${wait}${submit}(`,
        `${style.indent}${client},`,
        `${style.indent}{str(${index}): ${moved} for ${index}, ${/,/.test(item) && !item.startsWith('(') ? `(${item})` : item} in enumerate(${items})${turns.filter}}${endpoint},`,
        ')',
        `# ${note}`,
        `${answers} = ${wait ? `(${wait}${collect}(${client}, ${batch}))` : `${collect}(${client}, ${batch})`}.answers`,
      ]
    : [
        `const ${batch} = await ${submit}(`,
        `${style.indent}${client}${endpoint},`,
        `${style.indent}Array.from(${items}, (${item}, ${index})${row} => [String(${index}), ${moved}]),`,
        `)${end}`,
        `// ${note}`,
        `const ${kept} = await ${collect}(${client}, ${batch})${end}`,
      ];
  return [
    { start: turns.place, end: turns.place, text: lines.map((line) => indent + line + style.newline).join('') },
    ...turns.count(index),
    ...turns.answers({ api, answers, index, context }),
  ];
}

/** In a `for`, an item without an answer is passed over. */
function loopAnswer({ language, style, result, statement }: LoopLift, { api, answers, index, context }: Written): string {
  const inside = indentAt(context.text, statement.start);
  if (language === 'python')
    return [
      `if str(${index}) not in ${answers}:`,
      `${inside}${style.indent}continue  # it failed or ran out of time`,
      `${inside}${result} = ${pythonAnswer(api, answers, index)}`,
    ].join(style.newline);
  const end = style.semicolons ? ';' : '';
  const typed = api.answer && isTyped(context) ? ` as ${api.answer.typescript} | undefined` : '';
  return [
    `const ${result} = ${answers}.get(String(${index}))${typed}${end}`,
    `${inside}if (!${result}) continue${end} // it failed or ran out of time`,
  ].join(style.newline);
}

/** In a list each item must have an answer, as it must when all are waited for: one without throws. */
function itemAnswer({ language }: Pick<ItemLift, 'language'>, { api, answers, index, context }: Written): string {
  if (language === 'python') return pythonAnswer(api, answers, index);
  const typed = api.answer && isTyped(context) ? `<${api.answer.typescript}>` : '';
  return `${answerHelper(api)}${typed}(${answers}, String(${index}))`;
}

function keptAnswer(lift: LoopLift, written: Written): string {
  return `const ${lift.result} = ${itemAnswer(lift, written)}${lift.style.semicolons ? ';' : ''}`;
}

/** OpenAI's answers come as plain bodies, Anthropic's as messages. */
function pythonAnswer({ answer }: BatchApi, answers: string, index: string): string {
  return answer ? `${answer.python}.model_validate(${answers}[str(${index})])` : `${answers}[str(${index})]`;
}
