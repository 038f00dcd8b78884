import type { Binding, Expr, Scope, TypeExpr } from '../facts';
import type { JsonValue } from '../types';
import { readJson } from './jsonValues';
import { type Place, placed } from './places';
import { type JsonObject, mergeObjects, notesOf, type SchemaReading, typeSchema, unread } from './typeSchema';

/** Bases that bring no fields of their own. */
const ROOTS =
  /(^|\.)(\w*BaseModel|RootModel|object|Object|TypedDict|NamedTuple|Protocol|Generic|ABC|Struct|\w*Enum|str|int|BaseTool|Tool|SQLModel|Signature|\w*Schema|\w*Mixin)$/;
/** Fields of a class that are no fields of what it describes. */
const ASIDE = /^(_.*|model_config|Config)$/;

/** The text of a docstring, without its indentation. */
export function docText(scope: Scope, place: Place): string | null {
  const read = scope.doc && readJson(scope.doc, place.resolver);
  return typeof read?.value === 'string' ? withoutIndent(read.value) : null;
}

function withoutIndent(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  const indents = rest.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const indent = indents.reduce((least, one) => Math.min(least, one), indents[0] ?? 0);
  return [first.trim(), ...rest.map((line) => line.slice(indent).trimEnd())].join('\n').trim();
}

/** The JSON schema of a model, a dataclass, a TypedDict, an enumeration or a record, as its SDK sends it, but for titles. */
export function classSchema(scope: Scope, place: Place, reading: SchemaReading): JsonObject {
  if (reading.written.has(scope)) return { $ref: `#/$defs/${scope.name}` };
  if (!place.resolver.spend()) return unread(reading);
  reading.written.add(scope);
  const description = docText(scope, place);
  const about: JsonObject = description === null ? {} : { description };
  if (scope.bases.some((base) => /Enum$/.test(base))) return { ...about, ...enumSchema(scope, place) };
  const bases = scope.bases.flatMap((base): JsonObject[] => {
    const schema = baseSchema(base, scope, place, reading);
    return schema ? [schema] : [];
  });
  const own = ownFields(scope, place, reading);
  if (!bases.length && !Object.keys(own.properties as JsonObject).length) reading.open = true;
  const all: JsonObject = mergeObjects([...bases, own]);
  return { ...all, ...about };
}

function baseSchema(base: string, scope: Scope, place: Place, reading: SchemaReading): JsonObject | null {
  const name = base.replace(/[[<(].*/s, '');
  if (ROOTS.test(name)) return null;
  const { description: _, ...schema } = typeSchema({ kind: 'name', name, args: [] }, scope.parent ?? scope, place, reading);
  return schema;
}

function enumSchema(scope: Scope, place: Place): JsonObject {
  const values = scope.bindings.flatMap(({ name, value, kind }): JsonValue[] => {
    if (kind !== 'assign' || !value) return [];
    return [readJson(value, place.resolver)?.value ?? name.replace(/^this\./, '').toLowerCase()];
  });
  return { enum: values, type: values.every((value) => typeof value === 'number') ? 'integer' : 'string' };
}

/** Of a field: what it says of its type; names alone where the language's facts give no more. */
function typeOfField({ annotation, type }: Pick<Binding, 'annotation' | 'type'>): TypeExpr | null {
  if (annotation) return annotation;
  const [name, ...args] = type;
  return name === undefined ? null : { kind: 'name', name, args: args.map((arg) => ({ kind: 'name', name: arg, args: [] })) };
}

function ownFields(scope: Scope, place: Place, reading: SchemaReading): JsonObject {
  const properties: JsonObject = {};
  const required: string[] = [];
  for (const binding of scope.bindings) {
    const name = binding.name.replace(/^this\./, '');
    const type = typeOfField(binding);
    const inMethod = scope.children.some(({ span }) => span.start <= binding.span.start && binding.span.end <= span.end);
    if (binding.kind !== 'assign' || !type || inMethod || ASIDE.test(name) || isNamed(type, /ClassVar$/)) continue;
    const { schema, optional } = fieldSchema(binding, type, scope, place, reading);
    properties[name] = schema;
    if (!optional) required.push(name);
  }
  return { type: 'object', properties, ...(required.length && { required }) };
}

const isNamed = (type: TypeExpr, pattern: RegExp): boolean => type.kind === 'name' && pattern.test(type.name);

function fieldSchema(
  { value, field }: Binding,
  type: TypeExpr,
  scope: Scope,
  place: Place,
  reading: SchemaReading,
): { schema: JsonObject; optional: boolean } {
  const notes = field ? notesOf([{ kind: 'call', span: field.span, call: field }], place) : {};
  const schema = constrained(typeSchema(type, scope, place, reading), notes);
  const made = field?.args.some(({ name }) => name === 'default_factory') ?? false;
  // `Field(...)`: the dots are no value
  const given: Expr | null = value?.kind === 'unknown' && !value.operator ? null : value;
  const read = given && readJson(given, place.resolver);
  const optional = given !== null || made || isNamed(type, /NotRequired$/) || isUndefined(type);
  return { schema: { ...schema, ...(read && !read.open && { default: read.value }) }, optional };
}

const isUndefined = (type: TypeExpr): boolean =>
  type.kind === 'union' && type.options.some((option) => option.kind === 'name' && option.name === 'undefined');

/** Lengths of lists have names of their own. */
export function constrained(schema: JsonObject, { minLength, maxLength, ...notes }: JsonObject): JsonObject {
  const list = schema.type === 'array';
  return {
    ...schema,
    ...notes,
    ...(minLength !== undefined && { [list ? 'minItems' : 'minLength']: minLength }),
    ...(maxLength !== undefined && { [list ? 'maxItems' : 'maxLength']: maxLength }),
  };
}

/** What a field of a class holds, its bases included; null where nothing is written. */
export function fieldValue(scope: Scope, name: string, place: Place): Expr | null {
  return place.resolver.fields(scope, name).find(({ kind, value }) => kind === 'assign' && value)?.value ?? null;
}

/** The class that an expression stands for, and where; null for any other. */
export function classIn(expr: Expr, place: Place): { scope: Scope; place: Place } | null {
  const found = placed(expr, place);
  return found?.value.kind === 'class' && !found.value.made ? { scope: found.value.scope, place: found.place } : null;
}
