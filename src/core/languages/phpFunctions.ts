import type { Node } from 'web-tree-sitter';
import type { Argument, Expr, ObjectEntry } from '../facts';
import { PRINTF, percent } from './names';
import { concatenate, joinStrings, literalText, trimParts } from './strings';
import type { Walker } from './walker';

/** Functions whose second argument is the default of what the first names. */
const SETTINGS = /^(?:env|config|get_option|getenv|Env\.get)$/;
/** Functions that give one of their arguments back, changed a little: which one. */
const SAME_TEXT: Record<string, number> = {
  strval: 0,
  nl2br: 0,
  strtr: 0,
  str_replace: 2,
  str_ireplace: 2,
  preg_replace: 2,
  mb_convert_encoding: 0,
  array_values: 0,
  array_filter: 0,
  json_encode: 0,
  wp_json_encode: 0,
  esc_url_raw: 0,
  wp_kses_post: 0,
  sanitize_text_field: 0,
};

/** Functions of PHP itself whose result can be read; null for any other. */
export function builtIn(node: Node, name: string, args: Argument[], walker: Walker): Expr | null {
  const { lowering } = walker;
  const values = args.map((arg) => arg.value);
  const [first, second] = values;
  if (!first) return null;
  if (SETTINGS.test(name) && second) return walker.choice(node, [walker.unknown(node), second], true);
  if (/^(?:app|resolve|App\.make)$/.test(name)) return fromContainer(node, first, walker);
  if (name === 'sprintf')
    return first.kind === 'string'
      ? walker.formatted(node, first, values.slice(1), PRINTF, percent)
      : concatenate([first], lowering.span(node), lowering.source);
  if (/^(?:implode|join)$/.test(name) && second?.kind === 'array') {
    const separator = literalText(first);
    if (separator !== null) return joinStrings(second.items, separator, lowering.span(node), lowering.source, walker.range);
  }
  if (/^[lr]?trim$/.test(name) && first.kind !== 'call')
    return first.kind === 'string' ? { ...first, parts: trimParts(first.parts, walker.range) } : first;
  const same = SAME_TEXT[name];
  if (same !== undefined && values[same]) {
    for (const value of values) if (value !== values[same]) walker.keep(value);
    return values[same];
  }
  if (name === 'array_merge' || name === 'wp_parse_args') {
    // the second of WordPress's function are the defaults
    if (name === 'wp_parse_args') values.reverse();
    if (!values.some((value) => value.kind === 'object')) {
      const items = values.flatMap((value): Expr[] => (value.kind === 'array' ? value.items : [{ kind: 'spread', span: value.span, value }]));
      return { kind: 'array', span: lowering.span(node), items, tuple: false };
    }
    const entries = values.flatMap((value): ObjectEntry[] =>
      value.kind === 'object' ? value.entries : [{ key: null, value, spread: true, span: value.span }],
    );
    return walker.object(node, null, entries, walker.list(null, 'stringKey', node));
  }
  if (/^array_(?:push|unshift)$/.test(name)) for (const value of values.slice(1)) walker.assign(first, 'append', value);
  if (/^array_(?:pop|shift|splice)$/.test(name)) walker.assign(first, 'change', values[3] ?? null);
  if (name === 'curl_setopt' && values[2] && second?.kind === 'name') setOption(first, second.name, values[2], walker);
  if (name === 'curl_setopt_array' && second?.kind === 'object')
    for (const { key, value } of second.entries) if (key !== null) setOption(first, key, value, walker);
  if (name === 'define' && second) lowering.bind('assign', literalText(first) ?? '', second, { span: lowering.span(node) });
  return null;
}

/** What Laravel's container gives for a name or a class: `app('openai')`, `resolve(Client::class)`. */
function fromContainer(node: Node, key: Expr, walker: Walker): Expr | null {
  if (key.kind === 'member' && key.property === 'class')
    return walker.call(node, { callee: key.object, args: [], list: walker.list(null, 'positional', node), constructs: true });
  const text = literalText(key);
  return text && /^\w+$/.test(text) ? walker.name(node, text) : null;
}

/** An option of a curl handle, as a key that is set on it. */
function setOption(handle: Expr, key: string, value: Expr, walker: Walker): void {
  walker.assign({ kind: 'member', span: handle.span, object: handle, property: key, propertySpan: handle.span }, 'assign', value);
}
