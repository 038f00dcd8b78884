import { argumentsOf } from '../../rules/helpers/facts';
import type { Fix, Request } from '../../types';
import { type Action, type ActionContext, isAsync, isTyped, snippetLanguage } from '../action';
import { helperName } from '../helperNames';
import { readItem } from '../itemLift';
import { renameList } from '../listUses';
import { findValue, freeName, mentions, namesOfLoop, readLoop } from '../loopLift';
import { helperFix, targetOf } from '../wrapCall';

/** Embeds many texts by array calls, each text once: for a loop or a list over texts, and for a single call whose vector alone is read. */
export default {
  id: 'embedding-batch',
  offer(call: Request, context: ActionContext): Fix[] {
    if (!(call.api in reads) || call.cached) return [];
    return fromLoop(call, context) ?? fromList(call, context) ?? single(call, context);
  },
} satisfies Action;

/** How the vector is read from an answer, by API; `R` stands for the answer. LiteLLM has dictionaries. */
const reads: Record<string, string> = {
  'openai.embeddings': 'R\\.data\\[0\\](?:\\?|!)?\\.embedding\\b!?',
  'litellm.embedding': 'R(?:\\.data|\\[["\']data["\']\\])\\[0\\](?:\\.embedding\\b|\\[["\']embedding["\']\\])',
};

const readOf = ({ api }: Request, result: string): string => reads[api]?.replace('R', result) ?? '(?!)';

/** The text that is embedded, alone or as the only one of a list. */
function inputOf(call: Request, context: ActionContext): string | null {
  const input = findValue(call, 'input', context)?.value;
  const only = input?.kind === 'array' && input.items.length === 1 ? input.items[0] : input;
  return !only || only.kind === 'array' || only.kind === 'spread' ? null : context.text.slice(only.span.start, only.span.end);
}

/** The call of the helper: `embedAll(client.embeddings, { model }, TEXTS)` or `embed_all(client.embeddings.create, TEXTS, model=…)`. */
function written(call: Request, texts: string, context: ActionContext): { name: string; source: string } | null {
  const { text } = context;
  const { callee, args } = call.fact;
  const language = snippetLanguage(context);
  const target = targetOf(call);
  if (!language || !target || call.openParameters || (language === 'typescript' && callee.kind !== 'member')) return null;
  if (language === 'python' && args.some(({ name }) => name === null)) return null;
  const others = argumentsOf(text, call.fact).filter(({ name }) => name !== 'input');
  const rest = others.map(({ span }) => text.slice(span.start, span.end));
  const name = helperName('embedAll', language, isAsync(call, context));
  const source =
    language === 'python'
      ? `${name}(${text.slice(callee.span.start, callee.span.end)}, ${[texts, ...rest].join(', ')})`
      : `${name}(${text.slice(target.span.start, target.span.end)}, { ${rest.join(', ')} }, ${texts})`;
  return { name, source };
}

/** Do the other arguments say the same for each text? */
function isFixed(call: Request, names: readonly string[], { text, language }: ActionContext): boolean {
  const others = argumentsOf(text, call.fact).filter(({ name }) => name !== 'input');
  return others.every(
    ({ value }) => !mentions(text.slice(value.span.start, value.span.end), names, language?.id === 'python' ? 'python' : 'typescript'),
  );
}

/** A list of vectors, or of answers of which only the vectors are read further on. */
function fromList(call: Request, context: ActionContext): Fix[] | null {
  const { text } = context;
  const lift = readItem(call, context);
  const source = lift && inputOf(call, context);
  const names = lift?.item.match(/[A-Za-z_$][\w$]*/g) ?? [];
  if (!lift?.leads || !source || !mentions(source, names, lift.language) || !isFixed(call, names, context)) return null;
  const { item, items, filter, tail, list, gathered, awaited } = lift;
  const python = lift.language === 'python';
  const plain = source === item && !filter;
  const texts = python
    ? plain
      ? `list(${items})`
      : `[${source} for ${item} in ${items}${filter}]`
    : plain
      ? items
      : `${items}.map((${item}) => ${source})`;
  const helper = written(call, texts, context);
  const vectors = freeName(text, 'vectors', 'embeddings', 'vectorsOfItems');
  const read = new RegExp(`^(?:${readOf(call, '')}|\\s*\\.then\\(\\s*\\(?(\\w+)\\)?\\s*=>\\s*${readOf(call, '\\1')}\\s*,?\\s*\\))$`);
  const renamed = read.test(tail) ? [] : tail === '' ? renameList(lift, readOf(call, 'R'), vectors, context) : null;
  if (!helper || !renamed) return null;
  const edit = { ...list, text: `${awaited && !gathered ? 'await ' : ''}${helper.source}` };
  return helperFix('Embed the texts together, each once', [edit, ...renamed], [helper.name], ['embedding-batch'], context);
}

/** null where there is no loop that can be read. */
function fromLoop(call: Request, context: ActionContext): Fix[] | null {
  const { text } = context;
  const lift = readLoop(call, context);
  const source = lift && inputOf(call, context);
  if (!lift || source === null) return null;
  const names = namesOfLoop(lift, call);
  const fixed = isFixed(call, [...names.item, ...names.others], context);
  if (!mentions(source, names.item, lift.language) || mentions(source, names.others, lift.language) || !fixed) return null;
  const body = text.slice(lift.statement.end, lift.loop.end);
  const found = [...body.matchAll(new RegExp(`(?<![\\w.])${readOf(call, lift.result)}`, 'g'))];
  const uses = body.match(new RegExp(`(?<![\\w.])${lift.result}\\b`, 'g'))?.length ?? 0;
  if (!found.length || found.length !== uses) return null;
  const python = lift.language === 'python';
  const texts = python ? `[${source} for ${lift.item} in ${lift.items}]` : `Array.from(${lift.items}, (${lift.item}) => ${source})`;
  const helper = written(call, texts, context);
  if (!helper) return null;
  const vectors = freeName(text, 'vectors', 'embeddings', 'vectorsOfItems');
  const vector = freeName(text, 'vector', 'embedded', 'itemVector');
  const counter = lift.callback ? freeName(text, 'index', 'itemIndex') : null;
  const wait = lift.awaited ? 'await ' : '';
  const end = lift.style.semicolons ? ';' : '';
  const value = python ? `next(${vectors})` : counter ? `${vectors}[${counter}] ?? []` : `${vectors}.shift() ?? []`;
  const line = python ? `${vectors} = iter(${wait}${helper.source})` : `const ${vectors} = ${wait}${helper.source}${end}`;
  const edits = [
    { start: lift.place, end: lift.place, text: `${lift.indent}${line}${lift.style.newline}` },
    ...(counter ? lift.count(counter) : []),
    { ...lift.statement, text: `${python ? '' : 'const '}${vector} = ${value}${end}` },
    ...found.map((read) => ({ start: lift.statement.end + read.index, end: lift.statement.end + read.index + read[0].length, text: vector })),
  ];
  return helperFix('Embed the texts together, each once', edits, [helper.name], ['embedding-batch'], context);
}

/** A call of which only the first vector is read, at once: `client.embeddings.create(…).data[0].embedding`, in brackets where it is awaited. */
function single(call: Request, context: ActionContext): Fix[] {
  const { text } = context;
  const source = inputOf(call, context);
  if (source === null || /\.ipynb$/.test(context.path)) return [];
  const helper = written(call, `[${source}]`, context);
  const opened = call.fact.awaited ? /\(\s*await\s+$/.exec(text.slice(0, call.span.start)) : null;
  const read = new RegExp(`^\\s*(\\)?)\\s*${readOf(call, '')}`).exec(text.slice(call.span.end));
  if (!helper || !read || (read[1] === ')') !== (opened !== null)) return [];
  const first = isTyped(context) ? '[0]!' : '[0]';
  const edit = {
    start: opened?.index ?? call.span.start,
    end: call.span.end + read[0].length,
    text: opened ? `(await ${helper.source})${first}` : `${helper.source}${first}`,
  };
  return helperFix('Keep the vectors by a hash of the text', [edit], [helper.name], ['embedding-batch'], context);
}
