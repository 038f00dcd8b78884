import type { CallFact, DecoratorFact, Expr, Param, Scope, TypeExpr } from '../facts';
import { lastName } from '../resolve/names';
import { HOSTED_TOOLS, INJECTED, INJECTED_NAMES } from '../sdks/helpers/definitionNames';
import type { JsonValue } from '../types';
import { classIn, classSchema, docText, fieldValue } from './classSchema';
import { readJson } from './jsonValues';
import { type Place, placed } from './places';
import { snakeName } from './promptShape';
import { exprSchema, type JsonObject, newReading, type SchemaReading, typeSchema } from './typeSchema';

/** Tools as they are sent. `open`: there may be more, or parts of them could not be read. */
export interface ToolList {
  tools: JsonValue[];
  open: boolean;
}

/** Where makers of tools take what they are made of; names are compared without case and underscores. */
const KEYS = {
  name: ['name', 'tool_name', 'name_override', 'id'],
  description: ['description', 'tool_description', 'description_override'],
  schema: ['args_schema', 'input_schema', 'inputSchema', 'parameters', 'schema', 'fn_schema', 'params_json_schema'],
  run: ['fn', 'func', 'function', 'async_fn', 'coroutine', 'callable'],
};
/** Methods by which classes run as tools. */
const RUNS = /^(_run|_arun|forward|run|execute|call|__call__|_call|invoke)$/;
/** Decorators that make a tool of a function. */
const DECORATES = /tool|kernel_?function|ai_?function|action|skill|description/i;

const functionTool = (name: string, description: string | null, parameters: JsonObject): JsonObject => ({
  type: 'function',
  function: { name, ...(description !== null && { description }), parameters },
});

const EMPTY: JsonObject = { type: 'object', properties: {} };

/** A function as a tool: its name, its docstring and its parameters, or what its decorator says in their stead. */
export function toolOfFunction(scope: Scope, place: Place, reading: SchemaReading, key: string | null = null): JsonObject {
  const made = scope.decoratorFacts.filter(({ name }) => DECORATES.test(name));
  const said = (names: readonly string[]) =>
    firstText(
      made.flatMap(({ args }) => args.flatMap((arg) => (arg.name !== null && names.includes(arg.name) ? [arg.value] : []))),
      place,
    );
  const written = made.flatMap(({ name, args }: DecoratorFact) => (/description/i.test(name) ? [] : args.filter((arg) => arg.name === null)));
  const about = made.flatMap(({ name, args }) => (/description/i.test(name) || !scope.doc ? args.filter((arg) => arg.name === null) : []));
  const first = firstText(
    written.map(({ value }) => value),
    place,
  );
  const isName = first !== null && /^[\w.-]+$/.test(first);
  const schema = made.flatMap(({ args }) => args.flatMap((arg) => (arg.name !== null && KEYS.schema.includes(arg.name) ? [arg.value] : [])))[0];
  const parameters = (schema && schemaAt(schema, place, reading)) ?? parametersOf(scope.params, scope, place, reading);
  const description =
    said(['description', 'value', ...KEYS.description]) ??
    (isName
      ? null
      : firstText(
          about.map(({ value }) => value),
          place,
        )) ??
    docText(scope, place);
  return functionTool(said(KEYS.name) ?? (isName ? first : null) ?? scope.name ?? key ?? 'tool', description, parameters);
}

function firstText(exprs: readonly Expr[], place: Place): string | null {
  for (const expr of exprs) {
    const read = readJson(expr, place.resolver);
    if (typeof read?.value === 'string') return read.value;
  }
  return null;
}

function parametersOf(params: readonly Param[], scope: Scope, place: Place, reading: SchemaReading): JsonObject {
  const properties: JsonObject = {};
  const required: string[] = [];
  for (const param of params) {
    if (param.rest || isInjected(param)) continue;
    const type = param.annotation ?? namedType(param.type);
    const schema = type ? typeSchema(type, scope, place, reading) : {};
    const read = param.default && readJson(param.default, place.resolver);
    properties[param.name] = { ...schema, ...(read && !read.open && { default: read.value }) };
    if (!param.default) required.push(param.name);
  }
  return { type: 'object', properties, ...(required.length && { required }) };
}

const namedType = ([name, ...args]: readonly string[]): TypeExpr | null =>
  name === undefined ? null : { kind: 'name', name, args: args.map((arg) => ({ kind: 'name', name: arg, args: [] })) };

function isInjected({ name, type, annotation }: Param): boolean {
  const notes = annotation?.kind === 'annotated' ? annotation.notes : [];
  const noted = notes.some((note) =>
    INJECTED.test(note.kind === 'name' ? note.name : note.kind === 'call' ? (lastName(note.call.callee) ?? '') : ''),
  );
  return noted || type.some((one, index) => index < 2 && INJECTED.test(one)) || (!type.length && INJECTED_NAMES.test(name));
}

/** A schema where a tool takes one: of a class or a library, or as JSON. */
export function schemaAt(expr: Expr, place: Place, reading: SchemaReading): JsonObject | null {
  const found = placed(expr, place);
  const made = exprSchema(expr, place, reading);
  if (made) return made;
  const read =
    found && found.value.kind !== 'class' ? readJson(found.value, found.place.resolver, (inner) => definitionIn(inner, found.place)) : null;
  if (!read || read.value === null || typeof read.value !== 'object' || Array.isArray(read.value)) return null;
  reading.open ||= read.open;
  return read.value;
}

/** What stands within JSON but is none itself: a model's schema, a function as a tool. */
export function definitionIn(expr: Expr, place: Place): { value: JsonValue; open: boolean } | null {
  const reading = newReading();
  if (expr.kind === 'name' || expr.kind === 'member') {
    const other = place.elsewhere(expr);
    if (other) return readJson(other.expr, other.place.resolver, (inner) => definitionIn(inner, other.place));
    const found = placed(expr, place);
    if (found?.value.kind === 'function') return { value: toolOfFunction(found.value.scope, found.place, reading), open: reading.open };
    if (found?.value.kind === 'class' && !found.value.made)
      return { value: classSchema(found.value.scope, found.place, reading), open: reading.open };
    // `Type.OBJECT`
    const word = expr.kind === 'member' && !found && /^[A-Z]+$/.test(expr.property) ? expr.property.toLowerCase() : null;
    return word !== null && /^(object|array|string|number|integer|boolean|null)$/.test(word) ? { value: word, open: false } : null;
  }
  if (expr.kind !== 'call') return null;
  // `types.GoogleSearch()`
  if (!expr.call.args.length && !expr.call.block && /^[A-Z]/.test(lastName(expr.call.callee) ?? '')) return { value: {}, open: false };
  const schema = exprSchema(expr, place, reading);
  return schema && { value: schema, open: reading.open };
}

/** A model as a tool: its name, its docstring and its fields. */
export function toolOfClass(scope: Scope, place: Place, reading: SchemaReading): JsonObject {
  const { description, ...parameters } = classSchema(scope, place, reading);
  return functionTool(scope.name ?? 'tool', typeof description === 'string' ? description : null, parameters);
}

/** An object whose class is a tool, or whose methods are: fields for name and description, annotated methods. */
export function toolsOfObject(scope: Scope, place: Place, reading: SchemaReading): JsonValue[] {
  const marked = scope.children.filter((child) => child.kind === 'function' && child.decorators.some((name) => DECORATES.test(name)));
  if (marked.length) return marked.map((method) => toolOfFunction(method, place, reading));
  const field = (name: string) => fieldValue(scope, name, place);
  const texts = ['name', 'description'].map((name) =>
    firstText(
      [field(name)].flatMap((value) => value ?? []),
      place,
    ),
  );
  const [name, description] = texts;
  const run = scope.children.find((child) => child.name !== null && RUNS.test(child.name));
  if (!name && !description && !run) return [];
  const schema = field('args_schema') ?? field('input_schema') ?? field('parameters');
  const inputs = field('inputs');
  const listed = inputs && readJson(inputs, place.resolver)?.value;
  const parameters =
    (schema && schemaAt(schema, place, reading)) ??
    (listed !== null && typeof listed === 'object' && !Array.isArray(listed) ? { type: 'object', properties: listed } : null) ??
    (run ? parametersOf(run.params, run, place, reading) : EMPTY);
  return [functionTool(name ?? snakeName(scope.name ?? 'tool'), description ?? docText(scope, place), parameters)];
}

/** A tool that a call makes: of a function, of a schema, or a vendor's own by its type; null where it tells of none. */
export function toolOfCall(call: CallFact, place: Place, reading: SchemaReading, key: string | null): JsonObject | null {
  const { resolver } = place;
  const holders: Expr[] = [{ kind: 'call', span: call.span, call }, ...call.args.flatMap(({ value }) => (value.kind === 'object' ? [value] : []))];
  const at = (keys: readonly string[]): Expr | null => {
    for (const holder of holders) {
      for (const name of keys) {
        const [value] = resolver.entry(holder, name)?.values ?? [];
        if (value) return value;
      }
    }
    return null;
  };
  const [first] = call.args.filter(({ name, spread }) => name === null && !spread);
  const run = functionIn(at(KEYS.run) ?? first?.value ?? null, place);
  const name = at(KEYS.name) ?? (first?.value.kind === 'string' ? first.value : null);
  const description = at(KEYS.description);
  const schema = at(KEYS.schema);
  const model = run || !first ? null : classIn(first.value, place);
  const base = run ? toolOfFunction(run.scope, run.place, reading, key) : model ? toolOfClass(model.scope, model.place, reading) : null;
  if (!base && !description && !schema) return hostedTool(call, place);
  const given = base ? (base.function as JsonObject) : {};
  const parameters = (schema && schemaAt(schema, place, reading)) ?? given.parameters;
  if (parameters === undefined && schema) reading.open = true;
  const text = (expr: Expr | null) => (expr ? firstText([expr], place) : null);
  const own = text(description);
  if (description && own === null) reading.open = true;
  const told = own ?? given.description;
  return functionTool(
    text(name) ?? (typeof given.name === 'string' ? given.name : null) ?? key ?? 'tool',
    typeof told === 'string' ? told : null,
    (parameters as JsonObject | undefined) ?? EMPTY,
  );
}

function functionIn(expr: Expr | null, place: Place): { scope: Scope; place: Place } | null {
  const found = expr && (expr.kind === 'name' || expr.kind === 'member' || expr.kind === 'function') ? placed(expr, place) : null;
  // what a function value has to say beside its name and parameters is little; one without a name is the body of a tool
  return found?.value.kind === 'function' && found.value.scope.name !== null ? { scope: found.value.scope, place: found.place } : null;
}

/** `WebSearchTool()`, `openai.tools.webSearch({…})`. */
function hostedTool(call: CallFact, place: Place): JsonObject | null {
  const type = snakeName(lastName(call.callee) ?? '').replace(/_tool$/, '');
  if (!HOSTED_TOOLS.test(type)) return null;
  const read = readJson({ kind: 'call', span: call.span, call }, place.resolver)?.value;
  return { type, ...(read !== null && typeof read === 'object' && !Array.isArray(read) && read) };
}
