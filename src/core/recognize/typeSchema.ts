import type { Expr, NameExpr, Scope, TypeExpr, TypeFact } from '../facts';
import type { JsonValue } from '../types';
import { classSchema } from './classSchema';
import { readJson } from './jsonValues';
import { type Place, placed } from './places';
import { builtSchema } from './schemaBuilders';
import { calleePath } from './words';

export type JsonObject = { [key: string]: JsonValue };

/** What is shared while one schema is read. A class is written out where it is first used and referred to from then on. */
export interface SchemaReading {
  /** Something in it could not be read. */
  open: boolean;
  written: Set<Scope | TypeFact | Expr>;
}

export const newReading = (): SchemaReading => ({ open: false, written: new Set() });

const TEXT = { type: 'string' };
const PLAIN: Record<string, JsonObject> = {
  str: TEXT,
  string: TEXT,
  charsequence: TEXT,
  bytes: { type: 'string', format: 'binary' },
  int: { type: 'integer' },
  integer: { type: 'integer' },
  long: { type: 'integer' },
  int32: { type: 'integer' },
  int64: { type: 'integer' },
  float: { type: 'number' },
  float64: { type: 'number' },
  double: { type: 'number' },
  number: { type: 'number' },
  decimal: { type: 'number' },
  bool: { type: 'boolean' },
  boolean: { type: 'boolean' },
  none: { type: 'null' },
  null: { type: 'null' },
  undefined: { type: 'null' },
  any: {},
  unknown: {},
  object: { type: 'object' },
  datetime: { type: 'string', format: 'date-time' },
  date: { type: 'string', format: 'date' },
  time: { type: 'string', format: 'time' },
  uuid: { type: 'string', format: 'uuid' },
  emailstr: { type: 'string', format: 'email' },
  httpurl: { type: 'string', format: 'uri' },
  path: { type: 'string', format: 'path' },
};
const LISTS = /^(list|sequence|iterable|array|readonlyarray|mutablelist|arraylist|collection|tuple)$/;
const SETS = /^(set|frozenset|abstractset|hashset)$/;
const TABLES = /^(dict|mapping|record|map|mutablemapping|defaultdict|hashmap|dictionary)$/;
/** Say something about what they hold, not what it is. */
const AROUND = /^(required|notrequired|readonly|partial|promise|awaitable|final|type|iterable|classvar|promisedoutput)$/;

const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** A plain type by its name; null for any other. */
export function plainType(name: string): JsonObject | null {
  const plain = PLAIN[lastOf(name).toLowerCase()];
  return plain ? { ...plain } : null;
}

/** The JSON schema of a declared type. `scope` is where its names are looked up. */
export function typeSchema(type: TypeExpr, scope: Scope, place: Place, reading: SchemaReading): JsonObject {
  if (!place.resolver.spend()) return unread(reading);
  const inner = (one: TypeExpr) => typeSchema(one, scope, place, reading);
  switch (type.kind) {
    case 'name':
      return namedSchema(type, scope, place, reading);
    case 'literal':
      return type.value === null ? { type: 'null' } : { const: type.value, type: typeOf(type.value) };
    case 'union':
      return unionSchema(type.options, inner);
    case 'intersection':
      return mergeObjects(type.options.map(inner));
    case 'tuple':
      return { type: 'array', prefixItems: type.items.map(inner), minItems: type.items.length, maxItems: type.items.length };
    case 'object': {
      const properties = Object.fromEntries(type.members.map((member) => [member.name, inner(member.type)]));
      const required = type.members.filter(({ optional }) => !optional).map(({ name }) => name);
      return { type: 'object', properties, ...(required.length && { required }) };
    }
    case 'annotated':
      return { ...inner(type.type), ...notesOf(type.notes, place) };
    case 'unknown':
      return unread(reading);
  }
}

const typeOf = (value: JsonValue): string => (typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value);

export function unread(reading: SchemaReading): JsonObject {
  reading.open = true;
  return {};
}

/** Literals make an `enum`; one type and null stand beside each other. */
function unionSchema(options: readonly TypeExpr[], inner: (type: TypeExpr) => JsonObject): JsonObject {
  const literals = options.flatMap((option) => (option.kind === 'literal' && option.value !== null ? [option.value] : []));
  const others = options.filter((option) => option.kind !== 'literal' || option.value === null);
  const types = [...new Set(literals.map(typeOf))];
  const [only] = literals;
  const listed: JsonObject[] =
    literals.length === 1 && only !== undefined
      ? [{ const: only, type: typeOf(only) }]
      : literals.length
        ? [{ enum: literals, ...(types.length === 1 && types[0] !== undefined && { type: types[0] }) }]
        : [];
  const absent = others.filter((option) => !(option.kind === 'name' && option.name === 'undefined'));
  const all = [...listed, ...absent.map(inner)];
  return all.length === 1 && all[0] ? all[0] : { anyOf: all };
}

/** The properties of several objects as those of one. */
export function mergeObjects(schemas: readonly JsonObject[]): JsonObject {
  const properties: JsonObject = {};
  const required: JsonValue[] = [];
  for (const schema of schemas) {
    if (schema.properties !== null && typeof schema.properties === 'object' && !Array.isArray(schema.properties))
      Object.assign(properties, schema.properties);
    if (Array.isArray(schema.required)) required.push(...schema.required.filter((name) => !required.includes(name)));
  }
  return { ...Object.assign({}, ...schemas), properties, ...(required.length && { required }) };
}

function namedSchema({ name, args }: Extract<TypeExpr, { kind: 'name' }>, scope: Scope, place: Place, reading: SchemaReading): JsonObject {
  const word = lastOf(name).toLowerCase();
  const [first, second] = args;
  const inner = (type: TypeExpr | undefined) => (type ? typeSchema(type, scope, place, reading) : {});
  if (LISTS.test(word)) return word === 'tuple' && args.length > 1 ? tuple(args.map(inner)) : { type: 'array', items: inner(first) };
  if (SETS.test(word)) return { type: 'array', items: inner(first), uniqueItems: true };
  if (TABLES.test(word)) return { type: 'object', ...(second && { additionalProperties: inner(second) }) };
  if (AROUND.test(word) && first) return inner(first);
  const own = declaredType(name, scope);
  if (own) return factSchema(own.fact, own.scope, place, reading);
  const found = placed(nameIn(name, scope), place);
  if (found?.value.kind === 'class') return classSchema(found.value.scope, found.place, reading);
  const alias = found && found.value.kind !== 'name' && found.value.kind !== 'member' ? exprSchema(found.value as Expr, found.place, reading) : null;
  return alias ?? plainType(name) ?? unread(reading);
}

const tuple = (items: JsonObject[]): JsonObject => ({ type: 'array', prefixItems: items, minItems: items.length, maxItems: items.length });

/** A dotted name as it would stand in a scope, behind all that is said there. */
function nameIn(dotted: string, scope: Scope): Expr {
  const [first = '', ...rest] = dotted.split('.');
  const span = { start: scope.span.end, end: scope.span.end };
  const root: NameExpr = { kind: 'name', name: first, scope, span };
  return rest.reduce<Expr>((object, property) => ({ kind: 'member', object, property, span, propertySpan: span }), root);
}

/** The interface or named type of that name around a scope. */
function declaredType(name: string, from: Scope): { fact: TypeFact; scope: Scope } | null {
  for (let scope: Scope | null = from; scope; scope = scope.parent) {
    const fact = scope.types.find((one) => one.name === name);
    if (fact) return { fact, scope };
  }
  return null;
}

function factSchema(fact: TypeFact, scope: Scope, place: Place, reading: SchemaReading): JsonObject {
  if (reading.written.has(fact)) return { $ref: `#/definitions/${fact.name}` };
  reading.written.add(fact);
  const own = typeSchema(fact.type, scope, place, reading);
  if (!fact.bases.length) return own;
  const bases = fact.bases.map((base) => typeSchema({ kind: 'name', name: base.replace(/<.*/s, ''), args: [] }, scope, place, reading));
  return mergeObjects([...bases, own]);
}

/** What `Annotated` and `Field(…)` add to a type. */
export function notesOf(notes: readonly Expr[], place: Place): JsonObject {
  const result: JsonObject = {};
  for (const note of notes) {
    if (note.kind === 'string') {
      const read = readJson(note, place.resolver);
      if (read) result.description = read.value;
    }
    if (note.kind !== 'call') continue;
    for (const { name, value } of note.call.args) {
      const key = name === null ? undefined : KEYWORDS[name];
      const read = key === undefined ? null : readJson(value, place.resolver);
      if (key !== undefined && read) result[key] = read.value;
    }
  }
  return result;
}

const KEYWORDS: Record<string, string> = {
  description: 'description',
  examples: 'examples',
  pattern: 'pattern',
  ge: 'minimum',
  gt: 'exclusiveMinimum',
  le: 'maximum',
  lt: 'exclusiveMaximum',
  multiple_of: 'multipleOf',
  min_length: 'minLength',
  max_length: 'maxLength',
};

/** The schema that an expression stands for: a class, a type such as `list[City]`, what a library builds; null where it is no schema. */
export function exprSchema(expr: Expr, place: Place, reading: SchemaReading): JsonObject | null {
  if (!place.resolver.spend()) return null;
  if (expr.kind === 'call') return builtSchema(expr, place, reading);
  const type = typeIn(expr);
  if (expr.kind === 'name' || expr.kind === 'member') {
    const found = placed(expr, place);
    if (found?.value.kind === 'class') return classSchema(found.value.scope, found.place, reading);
    if (found && found.value !== expr && found.value.kind !== 'name' && found.value.kind !== 'member')
      return exprSchema(found.value, found.place, reading);
    const named = type?.kind === 'name' ? declaredType(type.name, scopeIn(expr) ?? place.resolver.facts.file) : null;
    if (named) return factSchema(named.fact, named.scope, place, reading);
    return type?.kind === 'name' && type.args.length === 0
      ? plainType(type.name)
      : type && typeSchema(type, scopeIn(expr) ?? place.resolver.facts.file, place, reading);
  }
  return type && typeSchema(type, scopeIn(expr) ?? place.resolver.facts.file, place, reading);
}

function scopeIn(expr: Expr): Scope | null {
  if (expr.kind === 'name') return expr.scope;
  if (expr.kind === 'member') return scopeIn(expr.object);
  const inner = expr.kind === 'unknown' ? (expr.operands ?? []) : expr.kind === 'pipe' ? expr.steps : expr.kind === 'array' ? expr.items : [];
  for (const one of inner) {
    const scope = scopeIn(one);
    if (scope) return scope;
  }
  return null;
}

/** A type that is written as a value: `list[City]`, `City | None`, `Literal["a", "b"]`, `[City]`; null for what is none. */
function typeIn(expr: Expr): TypeExpr | null {
  switch (expr.kind) {
    case 'name':
      return { kind: 'name', name: expr.name, args: [] };
    case 'null':
      return { kind: 'literal', value: null };
    case 'member':
      if (expr.byKey) return generic(calleePath(expr.object), [{ kind: 'literal', value: expr.property }]);
      return { kind: 'name', name: calleePath(expr), args: [] };
    case 'pipe': {
      const options = expr.steps.flatMap((step) => typeIn(step) ?? []);
      return options.length === expr.steps.length ? { kind: 'union', options } : null;
    }
    case 'array': {
      const items = expr.items.flatMap((item) => typeIn(item) ?? []);
      if (!items.length || items.length !== expr.items.length) return null;
      return items.length === 1 ? generic('list', items) : { kind: 'union', options: items };
    }
    case 'unknown': {
      const [base, ...args] = expr.operator === '[]' ? (expr.operands ?? []) : [];
      const name = base ? calleePath(base) : '';
      if (!name) return null;
      if (/(^|\.)Annotated$/.test(name) && args[0]) {
        const type = typeIn(args[0]);
        return type && { kind: 'annotated', type, notes: args.slice(1) };
      }
      return generic(
        name,
        args.map((arg) => literalIn(arg) ?? typeIn(arg) ?? { kind: 'unknown' }),
      );
    }
    default:
      return null;
  }
}

function literalIn(expr: Expr): TypeExpr | null {
  if (expr.kind === 'number' || expr.kind === 'boolean') return { kind: 'literal', value: expr.value };
  if (expr.kind !== 'string') return null;
  return { kind: 'literal', value: expr.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('') };
}

function generic(name: string, given: readonly TypeExpr[]): TypeExpr {
  const word = lastOf(name);
  if (word === 'Literal') return { kind: 'union', options: [...given] };
  // a forward reference in quotes
  const args = given.map(
    (arg): TypeExpr => (arg.kind === 'literal' && typeof arg.value === 'string' ? { kind: 'name', name: arg.value, args: [] } : arg),
  );
  if (word === 'Union') return { kind: 'union', options: args };
  if (word === 'Optional') return { kind: 'union', options: [...args, { kind: 'literal', value: null }] };
  return { kind: 'name', name, args };
}
