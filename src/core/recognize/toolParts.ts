import type { Expr, ObjectExpr } from '../facts';
import type { Breakpoint, JsonValue, Part } from '../types';
import { classSchema } from './classSchema';
import { readJson } from './jsonValues';
import { readBreakpoint } from './media';
import { type Place, type Placed, placed } from './places';
import { definitionIn, type ToolList, toolOfCall, toolOfClass, toolOfFunction, toolsOfObject } from './toolDefinitions';
import { exprSchema, type JsonObject, newReading, type SchemaReading } from './typeSchema';

/** Keys of a tool's own definition, in any API; an object without them holds tools by their names. */
const DEFINES =
  /^(type|name|function|description|parameters|input_?schema|function_?declarations|tool_?spec|google_?search\w*|code_?execution|url_?context|retrieval|cache_?control|cache_?point|mcp_?servers?)$/i;

const isObject = (value: JsonValue | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The tools that are given to a request; null where there are none. */
export function readTools(exprs: readonly Expr[], place: Place): Part | null {
  if (!exprs.length) return null;
  const list: ToolList = { tools: [], open: exprs.length > 1 };
  let breakpoint: Breakpoint | null = null;
  for (const expr of exprs) {
    addTools(expr, place, list, new Set());
    for (const value of place.resolver.valuesOf(expr).values)
      if (value.kind === 'array') for (const item of value.items) breakpoint = readBreakpoint(item, place.resolver) ?? breakpoint;
  }
  const { tools, open } = list;
  return tools.length || open ? { kind: 'tools', tools, open, ...(breakpoint && { breakpoint }) } : null;
}

/** Tools in whatever holds them: a list, an object by their names, one alone; with those that are added later. */
function addTools(expr: Expr, place: Place, to: ToolList, seen: Set<unknown>): void {
  const found = placed(expr, place);
  if (!found) {
    to.open = true;
    return;
  }
  to.open ||= found.open;
  const { value } = found;
  if (seen.has(value)) {
    to.open = true;
    return;
  }
  seen.add(value);
  if (value.kind === 'array') for (const item of value.items) addItem(item, found.place, to, seen);
  else if (value.kind === 'object' && !isDefinition(value)) addNamed(value, found.place, to, seen);
  else if (value.kind !== 'null') addTool(found, null, to);
  seen.delete(value);
  addChanges(expr, place, to, seen);
}

const isDefinition = ({ entries }: ObjectExpr): boolean => entries.some(({ key }) => key !== null && DEFINES.test(key));

function addItem(item: Expr, place: Place, to: ToolList, seen: Set<unknown>): void {
  if (item.kind === 'spread') addTools(item.value, place, to, seen);
  else if (item.kind === 'array') for (const inner of item.items) addItem(inner, place, to, seen);
  else {
    const found = placed(item, place);
    if (!found) to.open = true;
    else {
      to.open ||= found.open;
      if (found.value.kind === 'array') addTools(item, place, to, seen);
      else addTool(found, null, to);
    }
  }
}

/** `{ weather: tool({…}) }`; Amazon's list of tools stands in an object too. */
function addNamed({ entries }: ObjectExpr, place: Place, to: ToolList, seen: Set<unknown>): void {
  for (const { key, value, spread } of entries) {
    if (spread) addTools(value, place, to, seen);
    else if (key !== null && /^tools$/i.test(key)) addTools(value, place, to, seen);
    else if (key !== null && /^tool_?choice$/i.test(key)) continue;
    else {
      const found = placed(value, place);
      if (found) addTool(found, key, to);
      else addUnknown(key, to);
    }
  }
}

function addUnknown(key: string | null, to: ToolList): void {
  to.open = true;
  if (key !== null) to.tools.push({ type: 'function', function: { name: key } });
}

/** What `append` and `extend` add to a list, and `tools["name"] = …` to an object; in a branch or a loop it may be missing. */
function addChanges(expr: Expr, place: Place, to: ToolList, seen: Set<unknown>): void {
  for (const { kind, key, value, depth, loops } of place.resolver.changes(expr)) {
    if (!value || seen.has(value)) continue;
    if (depth > 0 || loops.length) to.open = true;
    if (kind === 'append') addItem(value, place, to, seen);
    else if (kind === 'extend' || kind === 'add') addTools(value, place, to, seen);
    else if (kind === 'set') {
      const found = placed(value, place);
      if (found) addTool(found, key, to);
      else addUnknown(key, to);
    }
  }
}

function addTool({ value, place }: Placed, key: string | null, to: ToolList): void {
  const reading = newReading();
  const made = madeTools({ value, place }, key, reading);
  if (made) {
    to.open ||= reading.open || !made.length;
    to.tools.push(...made);
    return;
  }
  const read = value.kind === 'class' ? null : readJson(value, place.resolver, (inner) => (inner === value ? null : definitionIn(inner, place)));
  const known = Array.isArray(read?.value) ? read.value : isObject(read?.value) ? [read.value] : [];
  // a toolkit, a server or a tool of another package: what it holds is not to be seen
  if (!read || !known.length || (value.kind === 'call' && !known.every(isDefined))) {
    addUnknown(key, to);
    return;
  }
  to.open ||= read.open;
  to.tools.push(...known.map((tool) => (key !== null && isObject(tool) ? { name: key, ...tool } : tool)));
}

const isDefined = (tool: JsonValue): boolean => isObject(tool) && Object.keys(tool).some((name) => DEFINES.test(name));

function madeTools({ value, place }: Pick<Placed, 'value' | 'place'>, key: string | null, reading: SchemaReading): JsonValue[] | null {
  if (value.kind === 'function') return [toolOfFunction(value.scope, place, reading, key)];
  if (value.kind === 'class') return value.made ? toolsOfObject(value.scope, place, reading) : [toolOfClass(value.scope, place, reading)];
  const made = value.kind === 'call' ? toolOfCall(value.call, place, reading, key) : null;
  return made && [made];
}

/** The schema that the answer is to have; null where the call asks for none. `wrapsText`: one is sent for plain text too. */
export function readSchema(exprs: readonly Expr[], place: Place, wrapsText = false): Part | null {
  const [expr] = exprs;
  if (!expr) return null;
  const found = placed(expr, place);
  if (found?.value.kind === 'null') return null;
  const reading = newReading();
  const made = found?.value.kind === 'object' || found?.value.kind === 'function' ? null : exprSchema(expr, place, reading);
  if (made) return schemaPart(made, reading.open || found?.open === true, wrapsText);
  if (found?.value.kind === 'class') {
    const schema = classSchema(found.value.scope, found.place, reading);
    return { kind: 'schema', schema, open: reading.open || found.open };
  }
  const read = found ? readJson(found.value, found.place.resolver, (inner) => definitionIn(inner, found.place)) : null;
  if (!read) return { kind: 'schema', schema: null, open: true };
  const schema = schemaIn(read.value);
  return schema === undefined ? null : { kind: 'schema', schema, open: read.open || found?.open === true };
}

/** Frameworks put what is no object into one. */
function schemaPart(schema: JsonObject, open: boolean, wrapsText: boolean): Part | null {
  if (schema.type === 'string' && Object.keys(schema).length === 1 && !wrapsText) return null;
  const isPlain = typeof schema.type === 'string' && schema.type !== 'object' && schema.type !== 'null';
  if (!isPlain) return { kind: 'schema', schema, open };
  const properties = { response: schema };
  return { kind: 'schema', schema: { type: 'object', properties, required: ['response'] }, open };
}

/** The schema in a `response_format` or `text.format`; undefined where these ask for plain text or any JSON. */
function schemaIn(value: JsonValue): JsonValue | undefined {
  if (!isObject(value)) return undefined;
  const { type, format, json_schema: inner } = value;
  if (format !== undefined && isObject(format)) return schemaIn(format);
  if (inner !== undefined) return inner;
  return type === 'text' || type === 'json_object' ? undefined : value;
}
