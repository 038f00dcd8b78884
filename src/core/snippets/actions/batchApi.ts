import { generates } from '../../rules/helpers/models';
import type { CallSite, Fix, TextEdit } from '../../types';
import { type Action, type ActionContext, isTyped } from '../action';
import { dialectOf, snakeCase } from '../dialect';
import { helperName, unwrapped } from '../helperNames';
import { freeName, type LoopLift, mentions, moveLines, namesOfLoop, readLoop } from '../loopLift';
import { helperFix, indentAt, targetOf } from '../wrapCall';

/** What differs between the Batch APIs; `depth`: members between the client and the method's object. OpenAI's Responses are left out: what the SDK adds to an answer (`output_text`) is missing in a batch's. */
const apis: Record<string, { provider: 'Openai' | 'Anthropic'; endpoint: string | null; depth: number }> = {
  'openai.chat.completions': { provider: 'Openai', endpoint: '/v1/chat/completions', depth: 2 },
  'anthropic.messages': { provider: 'Anthropic', endpoint: null, depth: 1 },
};

/** Sends the calls of a loop to the Batch API at half the price, and goes over the answers when they are there, up to a day later. */
export default {
  id: 'batch-api',
  offer(call: CallSite, context: ActionContext): Fix[] {
    const api = apis[call.api];
    if (!api || !generates(call) || call.stream || call.tools || call.cached || call.provider !== api.provider.toLowerCase()) return [];
    const lift = readLoop(call, context);
    const client = clientOf(call, api.depth, context);
    if (!lift || lift.callback || !client) return [];
    const names = namesOfLoop(lift, call);
    const source = argumentSource(call, lift, context);
    if (source === null || mentions(source, names.others, lift.language)) return [];
    const edits = batchEdits(lift, call, client, source, context);
    const helpers = ['submit', 'collect'].map((verb) => helperName(`${verb}${api.provider}Batch`, lift.language, lift.awaited));
    return helperFix(
      'Send the calls to the Batch API (half the price, answers within a day)',
      edits,
      helpers,
      [`batch-${api.provider.toLowerCase()}`],
      context,
      lift.language === 'python' && api.provider === 'Openai' ? ['from openai.types.chat import ChatCompletion'] : [],
    );
  },
} satisfies Action;

function clientOf(call: CallSite, depth: number, { text }: ActionContext): string | null {
  let target = targetOf(call);
  if (target && unwrapped(target) !== target) return null;
  for (let step = 0; step < depth; step++) target = target?.kind === 'member' ? target.object : null;
  return target ? text.slice(target.span.start, target.span.end) : null;
}

/** The parameters as one object: the literal itself, or Python's keywords as a `dict`. */
function argumentSource({ fact }: CallSite, lift: LoopLift, { text }: ActionContext): string | null {
  const [first] = fact.args;
  if (!first) return null;
  if (lift.language === 'typescript')
    return fact.args.length === 1 && first.value.kind === 'object' ? text.slice(first.span.start, first.span.end) : null;
  if (fact.args.some((argument) => argument.name === null && !argument.spread)) return null;
  return `dict(${text.slice(fact.list.span.start + 1, fact.list.span.end - 1)})`;
}

function batchEdits(lift: LoopLift, call: CallSite, client: string, source: string, context: ActionContext): TextEdit[] {
  const api = apis[call.api]!;
  const { text } = context;
  const { indent, style, language, awaited } = lift;
  const python = language === 'python';
  const dialect = dialectOf(context, language);
  const [submit, collect] = ['submit', 'collect'].map((verb) => helperName(`${verb}${api.provider}Batch`, language, awaited));
  const batch = freeName(text, python ? 'batch_id' : 'batchId', snakeCase('jobId'));
  const answers = freeName(text, 'answers', 'collected');
  const index = freeName(text, 'index', 'number');
  const end = style.semicolons ? ';' : '';
  const typed = (type: string) => (isTyped(context) ? type : '');
  const wait = awaited ? 'await ' : '';
  const moved = moveLines(source, indentAt(text, call.span.start), indent + style.indent);
  const endpoint =
    api.endpoint === null ? '' : python ? `, endpoint=${dialect.value(api.endpoint, false)}` : `, ${dialect.value(api.endpoint, false)}`;
  const lines = python
    ? [
        `${batch} = ${wait}${submit}(`,
        `${style.indent}${client},`,
        `${style.indent}{str(${index}): ${moved} for ${index}, ${/,/.test(lift.item) ? `(${lift.item})` : lift.item} in enumerate(${lift.items})}${endpoint},`,
        ')',
        '# The answers come within a day: keep the id, and let what follows run where they are collected.',
        `${answers} = ${wait ? `(${wait}${collect}(${client}, ${batch}))` : `${collect}(${client}, ${batch})`}.answers`,
      ]
    : [
        `const ${batch} = await ${submit}(`,
        `${style.indent}${client}${endpoint},`,
        `${style.indent}Array.from(${lift.items}, (${lift.item}, ${index})${typed(`: [string, ${api.provider === 'Openai' ? 'object' : 'Anthropic.MessageCreateParamsNonStreaming'}]`)} => [String(${index}), ${moved}]),`,
        `)${end}`,
        '// The answers come within a day: keep the id, and let what follows run where they are collected.',
        `const { answers${answers === 'answers' ? '' : `: ${answers}`} } = await ${collect}(${client}, ${batch})${end}`,
      ];
  const one = style.indent;
  const inside = indentAt(text, lift.statement.start);
  const kept = python
    ? [
        `if str(${index}) not in ${answers}:`,
        `${inside}${one}continue  # it failed or ran out of time`,
        `${inside}${lift.result} = ${pythonAnswer(call.api, answers, index)}`,
      ]
    : [
        `const ${lift.result} = ${answers}.get(String(${index}))${typed(api.provider === 'Openai' ? ' as OpenAI.ChatCompletion | undefined' : '')}${end}`,
        `${inside}if (!${lift.result}) continue${end} // it failed or ran out of time`,
      ];
  return [
    { start: lift.place, end: lift.place, text: lines.map((line) => indent + line + style.newline).join('') },
    ...lift.count(index),
    { ...lift.statement, text: kept.join(style.newline) },
  ];
}

/** OpenAI's answers come as plain bodies, Anthropic's as messages. */
function pythonAnswer(api: string, answers: string, index: string): string {
  return api === 'openai.chat.completions' ? `ChatCompletion.model_validate(${answers}[str(${index})])` : `${answers}[str(${index})]`;
}
