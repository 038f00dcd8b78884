import type { Scope, Span } from '../facts';
import type { PlaceholderSegment, Prompt, TextEdit } from '../types';
import { contains } from './helpers/facts';
import { quickFix } from './helpers/fix';
import { baseTier, modelOf } from './helpers/models';
import { formatCount, formatUsd } from './helpers/money';
import { callOf } from './helpers/placeholders';
import type { Rule, RuleContext } from './rule';

/** Expressions that yield all of a file or a web page, whatever its size; a literal path is a file that its writer knows. */
const file = new RegExp(
  [
    String.raw`\bopen\([^()'"]+(?:,[^()]*)?\)\.read\(\)`,
    String.raw`\b(?:f|fp|fh|file|infile|handle|\w+_file)\.read\(\)`,
    String.raw`\.read_text\([^()]*\)`,
    String.raw`\breadFile(?:Sync)?\((?!\s*['"\`])[\s\S]*\)`,
    String.raw`\b(?:requests|httpx)\.get\([\s\S]*\)\.text`,
    String.raw`\bawait \w+\.text\(\)`,
    String.raw`\bawait \(await fetch\([\s\S]*\)\)\.text\(\)`,
  ].join('|'),
);
const literalPath = /\b(?:Path|join)?\(\s*['"`][^'"`]*['"`]\s*\)/;
/** Expressions that write out a whole conversation. */
const talk = String.raw`(?:\w+\.)*\w*(?:history|conversation|transcript|messages|chat_?log|dialog(?:ue)?)\w*`;
const history = new RegExp(
  [
    String.raw`\.join\(\s*${talk}\s*\)$`,
    String.raw`\.join\([^()]*\bfor \w+ in ${talk}\s*[)\]]`,
    String.raw`\b(?:json\.dumps|JSON\.stringify)\(\s*${talk}\s*[,)]`,
    String.raw`^${talk}\.map\([\s\S]*\.join\(`,
  ].join('|'),
  'i',
);
const cut =
  /\[[^\]\n]*:[^\]\n]*\]|\.(?:slice|substring|substr|splice)\(|truncat|shorten|trim_|head\(|chunk|split_text|summar[yi]|max_?(?:chars|length|len|size)/i;

export default {
  meta: {
    id: 'unbounded-context',
    severity: 'information',
    fixable: true,
    description: 'A whole file or conversation in a prompt, whatever its size.',
    messages: {
      plain: '{0} goes into the prompt whole, however long it is. Send the part that matters.',
      priced: '{0} goes into the prompt whole, however long it is: each 10,000 tokens of it cost {1} a call. Send the part that matters.',
    },
    options: {
      characters: { default: 20000, description: 'Characters that the fix keeps of a file.', schema: { type: 'integer', minimum: 1 } },
    },
  },
  checkPrompt(prompt, context) {
    const call = callOf(prompt, context);
    if (call?.kind === 'embedding') return;
    for (const segment of prompt.segments) {
      if (segment.kind !== 'placeholder' || !segment.span) continue;
      const scope = innermost(context.facts?.file ?? null, segment.span);
      const whole = sourcesOf(segment, scope, context).find((source) => isFile(source) || history.test(source));
      if (!whole || isCut(segment.name, whole, scope, context)) continue;
      const estimate = prompt.call === null ? undefined : context.estimates[prompt.call];
      const model = estimate && modelOf(estimate);
      const price = model && baseTier(model)?.input;
      const characters = Number(context.options.characters);
      const edit = isFile(whole) ? slice(segment, prompt, context, characters) : null;
      context.report({
        span: segment.span,
        ...(price ? { message: 'priced', values: [segment.name, formatUsd(price / 100)] } : { message: 'plain', values: [segment.name] }),
        fixes: edit ? quickFix(`Send the first ${formatCount(characters)} characters only`, [edit]) : [],
      });
    }
  },
} satisfies Rule;

const isFile = (source: string): boolean => file.test(source) && !literalPath.test(source);

/** The innermost function around a place, or the file. */
function innermost(scope: Scope | null, span: Span): Scope | null {
  const inner = scope?.children.find((child) => contains(child.span, span));
  return inner ? innermost(inner, span) : scope;
}

/** What a placeholder stands for, as source: its own expression, and the value that a plain name was given last before it. */
function sourcesOf({ name, span }: PlaceholderSegment, scope: Scope | null, { text }: RuleContext): string[] {
  if (!span) return [];
  const own = text
    .slice(span.start, span.end)
    .replace(/^\$?\{+|\}+$/g, '')
    .trim();
  const before = scope?.bindings.filter((binding) => binding.name === name && binding.span.start < span.start) ?? [];
  const last = before.at(-1);
  if (last?.kind !== 'assign' || !last.value) return [own];
  const { start, end } = last.value.span;
  const source = text.slice(start, end);
  const handle = /^(\w+)\.read\(\)$/.exec(source)?.[1];
  const opened =
    handle &&
    text
      .slice(scope?.span.start, start)
      .match(new RegExp(`open\\(([^\\n]*)\\) as ${handle}\\b`, 'g'))
      ?.at(-1);
  return opened && /open\(\s*["'][^"']*["']/.test(opened) ? [own] : [own, source];
}

/** Is it cut anywhere in the function around: by a slice of its own name, or on the way? */
function isCut(name: string, source: string, scope: Scope | null, { text }: RuleContext): boolean {
  if (cut.test(source)) return true;
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const ways = [
    `len\\(${plain}\\)`,
    `${plain}\\.(?:length|slice|substring|substr)\\b`,
    `${plain}\\s*\\[[^\\]\\n]*:`,
    `(?:truncat|trim|shorten|chunk|split)\\w*\\([^)\\n]*${plain}`,
  ];
  const { start, end } = scope?.span ?? { start: 0, end: text.length };
  return new RegExp(ways.join('|'), 'i').test(text.slice(start, end));
}

/** Cuts a text where it is put into an f-string or a template; null in other kinds of template. */
function slice({ span }: PlaceholderSegment, prompt: Prompt, { text, language }: RuleContext, characters: number): TextEdit | null {
  const source = span ? text.slice(span.start, span.end) : '';
  const quoted = text.slice(prompt.span.start, prompt.span.start + 3);
  const at = (span?.end ?? 0) - 1;
  if (language?.ecosystem === 'python' && /^\{\s*[\w.]+\s*\}$/.test(source) && /^(?:f|rf|fr)["']/i.test(quoted))
    return { start: at, end: at, text: `[:${characters}]` };
  if (language?.ecosystem === 'javascript' && /^\$\{\s*[\w.]+\s*\}$/.test(source) && quoted.startsWith('`'))
    return { start: at, end: at, text: `.slice(0, ${characters})` };
  return null;
}
