import type { CallExpr, CallFact, Expr, NameExpr } from '../facts';
import { SCHEMA_PACKAGES } from '../sdks/helpers/definitionNames';
import type { JsonValue } from '../types';
import { classIn, classSchema, constrained } from './classSchema';
import { readJson } from './jsonValues';
import { type Place, placed } from './places';
import { exprSchema, type JsonObject, mergeObjects, type SchemaReading, unread } from './typeSchema';

/** A schema, and whether the field that has it may be left out. */
interface Built {
  schema: JsonObject;
  optional: boolean;
}

type Builder = (args: readonly Expr[], inner: (expr: Expr | undefined) => Built, place: Place, reading: SchemaReading) => Built;

const always = (schema: JsonObject): Built => ({ schema, optional: false });
const plain =
  (schema: JsonObject): Builder =>
  () =>
    always({ ...schema });
const text = (format: string): Builder => plain({ type: 'string', format });

const union: Builder = ([options], inner, place) => always({ anyOf: listed(options, place).map((option) => inner(option).schema) });
const list: Builder = ([item], inner) => always({ type: 'array', items: inner(item).schema });
const enumeration: Builder = ([values], _, place, reading) => always(enumOf(values, place) ?? unread(reading));

/** What the libraries call the makers of schemas, in lower case. */
const BUILDERS: Record<string, Builder> = {
  string: plain({ type: 'string' }),
  number: plain({ type: 'number' }),
  int: plain({ type: 'integer' }),
  integer: plain({ type: 'integer' }),
  bigint: plain({ type: 'integer' }),
  boolean: plain({ type: 'boolean' }),
  null: plain({ type: 'null' }),
  any: plain({}),
  unknown: plain({}),
  date: text('date-time'),
  email: text('email'),
  url: text('uri'),
  uuid: text('uuid'),
  object: objectOf,
  strictobject: objectOf,
  looseobject: objectOf,
  array: list,
  set: list,
  union,
  discriminatedunion: ([, options], inner, place, reading) =>
    union(
      [options].flatMap((one) => one ?? []),
      inner,
      place,
      reading,
    ),
  variant: ([, options], inner, place, reading) =>
    union(
      [options].flatMap((one) => one ?? []),
      inner,
      place,
      reading,
    ),
  intersection: ([first, second], inner) => always(mergeObjects([inner(first).schema, inner(second).schema])),
  tuple: ([items], inner, place) => {
    const prefixItems = listed(items, place).map((item) => inner(item).schema);
    return always({ type: 'array', prefixItems, minItems: prefixItems.length, maxItems: prefixItems.length });
  },
  record: ([key, value], inner) => always({ type: 'object', additionalProperties: inner(value ?? key).schema }),
  enum: enumeration,
  nativeenum: enumeration,
  picklist: enumeration,
  literal: ([value], _, place) => {
    const read = value ? readJson(value, place.resolver) : null;
    return always(read ? { type: typeof read.value, const: read.value } : {});
  },
  lazy: ([made], inner, _, reading) => (made?.kind === 'function' ? inner(made.scope.returns[0]) : always(unread(reading))),
  preprocess: ([, schema], inner) => inner(schema),
  optional: ([schema], inner) => ({ ...inner(schema), optional: true }),
  nullish: ([schema], inner) => ({ schema: nullable(inner(schema).schema), optional: true }),
  nullable: ([schema], inner) => always(nullable(inner(schema).schema)),
  pipe: ([schema, ...actions], inner, place) => {
    const first = inner(schema);
    const about = actions.flatMap((action) => (action.kind === 'call' && lastOf(action.call) === 'description' ? [action.call] : []));
    return about.reduce((built, call) => described(built, call, place), first);
  },
};

const nullable = (schema: JsonObject): JsonObject => ({ anyOf: [schema, { type: 'null' }] });

function described(built: Built, { args: [given] }: CallFact, place: Place): Built {
  const read = given ? readJson(given.value, place.resolver) : null;
  return read ? { ...built, schema: { ...built.schema, description: read.value } } : built;
}

function listed(expr: Expr | undefined, place: Place): readonly Expr[] {
  const found = expr ? placed(expr, place) : null;
  return found?.value.kind === 'array' ? found.value.items : [];
}

function enumOf(values: Expr | undefined, place: Place): JsonObject | null {
  const found = values ? placed(values, place) : null;
  if (!found) return null;
  if (found.value.kind === 'class') return classSchema(found.value.scope, found.place, { open: false, written: new Set() });
  const read = readJson(found.value, found.place.resolver)?.value;
  const all = Array.isArray(read) ? read : read !== null && typeof read === 'object' ? Object.values(read) : null;
  return all && { type: all.every((value) => typeof value === 'number') ? 'number' : 'string', enum: all };
}

function objectOf(...[[shape], inner, place, reading]: Parameters<Builder>): Built {
  const properties: JsonObject = {};
  const required: JsonValue[] = [];
  const add = (expr: Expr | undefined, from: Place) => {
    const found = expr ? placed(expr, from) : null;
    if (found?.value.kind !== 'object') {
      reading.open = true;
      return;
    }
    for (const { key, value, spread } of found.value.entries) {
      // `...Base.shape`
      const base = spread && value.kind === 'member' && value.property === 'shape' ? inner(value.object).schema : null;
      if (base) {
        Object.assign(properties, base.properties);
        if (Array.isArray(base.required)) required.push(...base.required);
      } else if (spread) add(value, found.place);
      else if (key === null) reading.open = true;
      else {
        const field = found.place === place ? inner(value) : builtAt(value, found.place, reading);
        properties[key] = field.schema;
        if (!field.optional) required.push(key);
      }
    }
  };
  add(shape, place);
  return always({ type: 'object', properties, ...(required.length && { required }), additionalProperties: false });
}

type Modifier = (built: Built, call: CallFact, place: Place, reading: SchemaReading) => Built;

const optional: Modifier = (built) => ({ ...built, optional: true });
const describe: Modifier = (built, call, place) => described(built, call, place);
const annotate: Modifier = (built, { args: [given] }, place) => {
  const read = given ? readJson(given.value, place.resolver)?.value : null;
  return read !== null && typeof read === 'object' && !Array.isArray(read) ? { ...built, schema: { ...built.schema, ...read } } : built;
};
const also: Modifier = (built, { args: [given] }, place, reading) => ({
  ...built,
  schema: mergeObjects([
    built.schema,
    given?.value.kind === 'object'
      ? objectOf([given.value], (expr) => builtAt(expr, place, reading), place, reading).schema
      : builtAt(given?.value, place, reading).schema,
  ]),
});
const format =
  (name: string): Modifier =>
  (built) => ({ ...built, schema: { ...built.schema, format: name } });
const bound =
  (side: 'min' | 'max'): Modifier =>
  (built, { args: [given] }, place) => {
    const read = given ? readJson(given.value, place.resolver)?.value : undefined;
    if (read === undefined) return built;
    const key = built.schema.type === 'number' || built.schema.type === 'integer' ? `${side}imum` : `${side}Length`;
    return { ...built, schema: constrained(built.schema, { [key]: read }) };
  };
const selected =
  (keep: boolean): Modifier =>
  (built, { args: [given] }, place) => {
    const read = given ? readJson(given.value, place.resolver)?.value : null;
    const names = Object.keys(read ?? {});
    const holds = (name: JsonValue) => names.includes(String(name)) === keep;
    const { properties, required, ...rest } = built.schema;
    const left = Object.fromEntries(Object.entries(properties ?? {}).filter(([name]) => holds(name)));
    return { ...built, schema: { ...rest, properties: left, ...(Array.isArray(required) && { required: required.filter(holds) }) } };
  };

/** What is called on a schema that is made; all others leave it as it is. */
const MODIFIERS: Record<string, Modifier> = {
  describe,
  meta: annotate,
  openapi: annotate,
  optional,
  nullish: (built) => ({ schema: nullable(built.schema), optional: true }),
  nullable: (built) => ({ ...built, schema: nullable(built.schema) }),
  default: (built, { args: [given] }, place) => {
    const read = given ? readJson(given.value, place.resolver) : null;
    return { schema: { ...built.schema, ...(read && { default: read.value }) }, optional: true };
  },
  array: (built) => always({ type: 'array', items: built.schema }),
  or: (built, { args: [given] }, place, reading) => always({ anyOf: [built.schema, builtAt(given?.value, place, reading).schema] }),
  and: also,
  extend: also,
  merge: also,
  safeExtend: also,
  pick: selected(true),
  omit: selected(false),
  partial: (built) => {
    const { required: _, ...schema } = built.schema;
    return { ...built, schema };
  },
  int: (built) => ({ ...built, schema: { ...built.schema, type: 'integer' } }),
  email: format('email'),
  url: format('uri'),
  uuid: format('uuid'),
  datetime: format('date-time'),
  min: bound('min'),
  max: bound('max'),
};

const lastOf = ({ callee }: CallFact): string => (callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '');

function rootName({ callee }: CallFact): NameExpr | null {
  let at: Expr = callee;
  while (at.kind === 'member' || at.kind === 'call') at = at.kind === 'member' ? at.object : at.call.callee;
  return at.kind === 'name' ? at : null;
}

function comesFromLibrary(name: NameExpr, place: Place): boolean {
  if (place.resolver.declaration(name)) return false;
  return SCHEMA_PACKAGES.test(place.resolver.importOf(name.name)?.module ?? '');
}

function builtAt(expr: Expr | undefined, place: Place, reading: SchemaReading): Built {
  if (!expr || !place.resolver.spend()) return always(unread(reading));
  const found = placed(expr, place);
  if (found?.value.kind === 'call') {
    const built = chainSchema(found.value.call, found.place, reading);
    if (built) return built;
  }
  return always(exprSchema(expr, place, reading) ?? unread(reading));
}

/** A chain that begins with a maker or with a schema that has a name: `z.string().describe("…")`, `Address.optional()`. */
function chainSchema(call: CallFact, place: Place, reading: SchemaReading): Built | null {
  const steps: CallFact[] = [call];
  let at: CallFact = call;
  while (at.callee.kind === 'member' && at.callee.object.kind === 'call') {
    at = at.callee.object.call;
    steps.push(at);
  }
  const first = steps.at(-1);
  const root = first && rootName(first);
  if (!first || !root) return null;
  const begun = comesFromLibrary(root, place) ? made(first, place, reading) : namedStart(first, place, reading);
  if (!begun) return null;
  const rest = steps.slice(0, begun.used ? -1 : undefined).reverse();
  return rest.reduce<Built>((built, step) => MODIFIERS[lastOf(step)]?.(built, step, place, reading) ?? built, begun.built);
}

function made(call: CallFact, place: Place, reading: SchemaReading): { built: Built; used: boolean } | null {
  const build = BUILDERS[lastOf(call).toLowerCase()];
  if (!build) return null;
  const expr: CallExpr = { kind: 'call', span: call.span, call };
  if (reading.written.has(call.callee)) return { built: always({ $ref: '#' }), used: true };
  reading.written.add(call.callee);
  const args = call.args.map(({ value }) => value);
  const built = build(args, (inner) => builtAt(inner, place, reading), place, reading);
  reading.written.delete(call.callee);
  // `Type.String({ description: "…" })`
  const options = args.at(-1);
  const told =
    options?.kind === 'object' && !(args.length === 1 && built.schema.properties)
      ? place.resolver.entry(options, 'description')?.values[0]
      : undefined;
  const read = told && expr ? readJson(told, place.resolver) : null;
  return { built: read ? { ...built, schema: { ...built.schema, description: read.value } } : built, used: true };
}

/** `Address.optional()`: what is called on a schema of the program's own. */
function namedStart({ callee }: CallFact, place: Place, reading: SchemaReading): { built: Built; used: boolean } | null {
  if (callee.kind !== 'member' || !(callee.property in MODIFIERS)) return null;
  const found = placed(callee.object, place);
  const built = found?.value.kind === 'call' ? chainSchema(found.value.call, found.place, reading) : null;
  return built && { built, used: false };
}

/** The schema that a call gives: a library's, a class's own `model_json_schema()`, or one that it wraps: `zodResponseFormat(City, "city")`. */
export function builtSchema({ call }: CallExpr, place: Place, reading: SchemaReading): JsonObject | null {
  const built = chainSchema(call, place, reading);
  if (built) return built.schema;
  const name = lastOf(call);
  if (call.callee.kind === 'member' && /schema|^toJSON$|^of$/i.test(name)) {
    const own = exprOf(call.callee.object, place, reading);
    if (own) return own;
  }
  if (!/schema|format|output|strategy|adapter|model|parser|partial|iterable|list|maybe|object|array/i.test(name)) return null;
  return wrapped(call, place, reading);
}

const exprOf = (expr: Expr, place: Place, reading: SchemaReading): JsonObject | null => {
  if (expr.kind === 'call') return builtSchema(expr, place, reading);
  const owner = classIn(expr, place);
  return owner && classSchema(owner.scope, owner.place, reading);
};

/** The first of what a call is given that is a schema; beside it the name under which it is sent. */
function wrapped(call: CallFact, place: Place, reading: SchemaReading): JsonObject | null {
  const given = call.args.flatMap(({ name, value, spread }) =>
    spread || (name !== null && !/schema|type|model|output|object/i.test(name)) ? [] : [value],
  );
  for (const value of given) {
    if (value.kind === 'object') {
      const [inner] = place.resolver.entry(value, 'schema')?.values ?? place.resolver.entry(value, 'element')?.values ?? [];
      const schema = inner ? exprSchema(inner, place, reading) : null;
      if (schema) return schema;
      const read = readJson(value, place.resolver);
      if (!inner && read && read.value !== null && typeof read.value === 'object' && !Array.isArray(read.value)) {
        reading.open ||= read.open;
        return read.value;
      }
      continue;
    }
    const schema = value.kind === 'string' ? null : exprSchema(value, place, reading);
    if (schema) return schema;
  }
  return null;
}
