import type { Expr } from '../facts';
import type { Resolver } from '../resolve/resolve';
import type { Breakpoint, JsonValue, Part } from '../types';
import { readJson } from './jsonValues';
import { readBreakpoint } from './media';

/** The tools that are given to a request; null where there are none. */
export function readTools(exprs: readonly Expr[], resolver: Resolver): Part | null {
  if (!exprs.length) return null;
  const tools: JsonValue[] = [];
  let open = exprs.length > 1;
  let breakpoint: Breakpoint | null = null;
  for (const expr of exprs) {
    const read = readJson(expr, resolver);
    if (!read) open = true;
    else {
      open ||= read.open;
      if (Array.isArray(read.value)) tools.push(...read.value);
      else if (read.value !== null) tools.push(read.value);
    }
    for (const value of resolver.valuesOf(expr).values)
      if (value.kind === 'array') for (const item of value.items) breakpoint = readBreakpoint(item, resolver) ?? breakpoint;
  }
  if (!tools.length && !open) return null;
  return { kind: 'tools', tools, open, ...(breakpoint && { breakpoint }) };
}

/** The schema that the answer is to have; null where the call asks for none. */
export function readSchema(exprs: readonly Expr[], resolver: Resolver): Part | null {
  const [expr] = exprs;
  if (!expr) return null;
  const read = readJson(expr, resolver);
  if (!read) return { kind: 'schema', schema: null, open: true };
  const schema = schemaIn(read.value);
  return schema === undefined ? null : { kind: 'schema', schema, open: read.open };
}

/** The schema in a `response_format` or `text.format`; undefined where these ask for plain text or any JSON. */
function schemaIn(value: JsonValue): JsonValue | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const { type, format, json_schema: inner } = value;
  if (format !== undefined) return schemaIn(format);
  if (inner !== undefined) return inner;
  return type === 'text' || type === 'json_object' ? undefined : value;
}
