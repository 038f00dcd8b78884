import { argumentsOf } from '../../rules/helpers/facts';
import type { CallSite, Fix } from '../../types';
import { type Action, type ActionContext, isAsync, isTyped, snippetLanguage } from '../action';
import { helperName } from '../helperNames';
import { findValue, freeName, mentions, namesOfLoop, readLoop } from '../loopLift';
import { helperFix, targetOf } from '../wrapCall';

/** Embeds many texts by array calls, each text once: for a loop over texts, and for a single call whose vector alone is read. */
export default {
  id: 'embedding-batch',
  offer(call: CallSite, context: ActionContext): Fix[] {
    if (call.api !== 'openai.embeddings' || call.cached) return [];
    return fromLoop(call, context) ?? single(call, context);
  },
} satisfies Action;

const vectorReads = (result: string) => new RegExp(`(?<![\\w.])${result}\\.data\\[0\\](?:\\?|!)?\\.embedding\\b!?`, 'g');

/** The call of the helper: `embedAll(client.embeddings, { model }, TEXTS)` or `embed_all(client.embeddings.create, TEXTS, model=…)`. */
function written(call: CallSite, texts: string, context: ActionContext): { name: string; source: string } | null {
  const { text } = context;
  const language = snippetLanguage(context);
  const target = targetOf(call);
  if (!language || !target || call.fact.callee.kind !== 'member' || call.openParameters) return null;
  const others = argumentsOf(text, call.fact).filter(({ name }) => name !== 'input');
  const rest = others.map(({ span }) => text.slice(span.start, span.end));
  const name = helperName('embedAll', language, isAsync(call, context));
  const { callee } = call.fact;
  const source =
    language === 'python'
      ? `${name}(${text.slice(callee.span.start, callee.span.end)}, ${[texts, ...rest].join(', ')})`
      : `${name}(${text.slice(target.span.start, target.span.end)}, { ${rest.join(', ')} }, ${texts})`;
  return { name, source: isAsync(call, context) ? `await ${source}` : source };
}

/** null where there is no loop that can be read. */
function fromLoop(call: CallSite, context: ActionContext): Fix[] | null {
  const { text } = context;
  const lift = readLoop(call, context);
  const input = lift && findValue(call, 'input', context);
  if (!lift || !input || input.value.kind === 'array') return null;
  const source = text.slice(input.value.span.start, input.value.span.end);
  const names = namesOfLoop(lift, call);
  const others = argumentsOf(text, call.fact).filter(({ name }) => name !== 'input');
  const fixed = others.every(({ value }) => !mentions(text.slice(value.span.start, value.span.end), [...names.item, ...names.others], lift.language));
  if (!mentions(source, names.item, lift.language) || mentions(source, names.others, lift.language) || !fixed) return null;
  const body = text.slice(lift.statement.end, lift.loop.end);
  const reads = [...body.matchAll(vectorReads(lift.result))];
  const uses = body.match(new RegExp(`(?<![\\w.])${lift.result}\\b`, 'g'))?.length ?? 0;
  if (!reads.length || reads.length !== uses) return null;
  const python = lift.language === 'python';
  const texts = python ? `[${source} for ${lift.item} in ${lift.items}]` : `Array.from(${lift.items}, (${lift.item}) => ${source})`;
  const helper = written(call, texts, context);
  if (!helper) return null;
  const vectors = freeName(text, 'vectors', 'embeddings', 'vectorsOfItems');
  const vector = freeName(text, 'vector', 'embedded', 'itemVector');
  const counter = lift.callback ? freeName(text, 'index', 'itemIndex') : null;
  const end = lift.style.semicolons ? ';' : '';
  const value = python ? `next(${vectors})` : counter ? `${vectors}[${counter}] ?? []` : `${vectors}.shift() ?? []`;
  const line = python ? `${vectors} = iter(${helper.source})` : `const ${vectors} = ${helper.source}${end}`;
  const edits = [
    { start: lift.place, end: lift.place, text: `${lift.indent}${line}${lift.style.newline}` },
    ...(counter ? lift.count(counter) : []),
    { ...lift.statement, text: `${python ? '' : 'const '}${vector} = ${value}${end}` },
    ...reads.map((read) => ({ start: lift.statement.end + read.index, end: lift.statement.end + read.index + read[0].length, text: vector })),
  ];
  return helperFix('Embed the texts together, each once', edits, [helper.name], ['embedding-batch'], context);
}

/** A call of which only the first vector is read, at once: `client.embeddings.create(…).data[0].embedding`, in brackets where it is awaited. */
function single(call: CallSite, context: ActionContext): Fix[] {
  const { text } = context;
  const input = findValue(call, 'input', context);
  if (!input || input.value.kind === 'array' || /\.ipynb$/.test(context.path)) return [];
  const source = text.slice(input.value.span.start, input.value.span.end);
  const helper = written(call, `[${source}]`, context);
  const opened = call.fact.awaited ? /\(\s*await\s+$/.exec(text.slice(0, call.span.start)) : null;
  const read = /^\s*(\)?)\s*\.data\[0\](?:\?|!)?\.embedding\b!?/.exec(text.slice(call.span.end));
  if (!helper || !read || (read[1] === ')') !== (opened !== null)) return [];
  const first = isTyped(context) ? '[0]!' : '[0]';
  const edit = {
    start: opened?.index ?? call.span.start,
    end: call.span.end + read[0].length,
    text: opened ? `(${helper.source})${first}` : `${helper.source}${first}`,
  };
  return helperFix('Keep the vectors by a hash of the text', [edit], [helper.name], ['embedding-batch'], context);
}
