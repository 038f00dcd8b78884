import type { Expr, ObjectExpr, Span } from '../facts';
import { systemPrompts } from '../rules/helpers/caching';
import { contains, findArgument, resolve } from '../rules/helpers/facts';
import type { Model, Prompt, Request } from '../types';
import type { ActionContext } from './action';

/** One text of a request: a content as a whole, or a block of a content that is a list. */
export interface PromptPart {
  /** The expression that gives the text. */
  text: Span;
  /** The block around the text, null where the content is the text itself. */
  block: ObjectExpr | null;
  /** The name, where the argument or entry is written by it alone: `{ system }`. */
  shorthand: string | null;
  /** Tokens of the text in front of its first placeholder. */
  tokens: number;
  /** Where its first placeholder stands; null for a text that never changes, `opaque` where nothing of it is known. */
  changes: Span | 'opaque' | null;
}

const OPAQUE = { tokens: 0, changes: 'opaque' } as const;

/** The texts of a call's messages in the order sent, the system text first, up to and with the first one that changes from call to call. */
export function promptParts(call: Request, model: Model, context: ActionContext): PromptPart[] {
  const { text } = context;
  const { scope } = call.fact;
  const parts: PromptPart[] = [];
  const add = (value: Expr, block: ObjectExpr | null, entry: Span, name: string, system: boolean): boolean => {
    // `\`…\`.trim()`: what follows a text changes it
    const whole = /^[\s)]*$/.test(text.slice(value.span.end, entry.end));
    const read = whole ? readText(value, system && !block && value.kind !== 'string', call, model, context) : OPAQUE;
    parts.push({ text: value.span, block, shorthand: text.slice(entry.start, entry.end) === name ? name : null, ...read });
    return read.changes === null;
  };
  /** Each answers whether what follows still belongs to the part that never changes. */
  const addContent = (value: Expr, entry: Span, name: string, system: boolean): boolean => {
    const list = resolve(value, scope);
    if (list.kind !== 'array' || list.tuple) return add(value, null, entry, name, system);
    return list.items.every((item) => {
      const block = resolve(item, scope);
      if (block.kind !== 'object') return false;
      const inner = block.entries.find(({ key }) => key === 'text');
      return inner !== undefined && add(inner.value, block, inner.span, 'text', system);
    });
  };
  const addMessage = (item: Expr): boolean => {
    const message = resolve(item, scope);
    if (message.kind !== 'object') return false;
    const entry = (name: string) => message.entries.find(({ key }) => key === name);
    const role = entry('role')?.value;
    const content = entry('content');
    return content !== undefined && addContent(content.value, content.span, 'content', /['"](?:system|developer)['"]/.test(sourceOf(role, text)));
  };
  const system = findArgument(text, call, call.api === 'openai.responses' ? 'instructions' : 'system');
  if (system && !addContent(system.value, system.span, system.name, true)) return parts;
  const messages = findArgument(text, call, call.api === 'openai.responses' ? 'input' : 'messages');
  const list = messages && resolve(messages.value, scope);
  if (list?.kind === 'array') list.items.every(addMessage);
  return parts;
}

const sourceOf = (expr: Expr | undefined, text: string): string => (expr ? text.slice(expr.span.start, expr.span.end) : '');

/** What is known of a text: by the prompt that stands there; a system text in a variable (`whole`) is the only one that the call has. */
function readText(
  value: Expr,
  whole: boolean,
  call: Request,
  model: Model,
  { prompts, count }: ActionContext,
): Pick<PromptPart, 'tokens' | 'changes'> {
  const places = [value.span, resolve(value, call.fact.scope).span];
  const own = call.prompts.map((index) => prompts[index]).filter((prompt): prompt is Prompt => prompt !== undefined);
  const here = own.filter(({ span }) => places.some((place) => contains(place, span)));
  const found = here.length || !whole ? here : systemPrompts(call, prompts);
  const [prompt] = found;
  if (!prompt || found.length > 1) return OPAQUE;
  const first = prompt.segments.findIndex(({ kind }) => kind === 'placeholder');
  const hole = prompt.segments[first];
  if (!hole) return { tokens: prompt.count.tokens, changes: null };
  const before = prompt.segments.slice(0, first).map((segment) => (segment.kind === 'text' ? segment.text : ''));
  const inside = hole.span && contains(value.span, hole.span) ? hole.span : null;
  return { tokens: count(before.join(''), model).tokens, changes: inside ?? 'opaque' };
}

const literals = /[a-zA-Z]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)/g;

/**
 * Cuts a text in two in front of a placeholder, as source: `f"a {b}"` into `"a "` and `f"{b}"`. null where it is more than
 * literals and names that are put together.
 */
export function splitText(source: string, at: number): [before: string, after: string] | null {
  if (/["'`)]\s*(?:\.\s*\w+\s*\(|%)|\$\{[^}]*`/.test(source)) return null;
  const found = [...source.matchAll(literals)].find(({ index, 0: literal }) => index < at && at < index + literal.length);
  const outside = source.slice(0, found?.index ?? at).replace(literals, '""');
  if (/[^\s\w."+]/.test(outside)) return null;
  if (!found) {
    const before = /^([\s\S]*\S)\s*\+\s*$/.exec(source.slice(0, at))?.[1];
    return before === undefined ? null : [before, source.slice(at)];
  }
  const [, prefix = '', quote = ''] = /^([a-zA-Z]*)("""|'''|["'`])/.exec(found[0]) ?? [];
  const start = found.index + prefix.length + quote.length;
  const inside = source.slice(start, at);
  if (!inside.trim() && !source.slice(0, found.index).trim()) return null;
  const after = prefix + quote + source.slice(at);
  const head = source.slice(0, found.index);
  if (!inside) return [head.replace(/\s*\+?\s*$/, ''), after];
  return [`${head}${/[{}]/.test(inside) ? prefix : prefix.replace(/f/i, '')}${quote}${inside}${quote}`, after];
}
