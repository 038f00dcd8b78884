import type {
  Binding,
  CallExpr,
  CallFact,
  ChoiceExpr,
  Expr,
  Facts,
  FunctionExpr,
  Import,
  MemberExpr,
  NameExpr,
  ObjectExpr,
  Param,
  Scope,
  Span,
} from '../facts';
import { literalText } from '../languages/strings';
import { type Budget, createBudget } from './budget';
import { createChanges } from './changes';
import { createEntries } from './entries';
import { createLinks, type Links } from './links';
import { changedBy, kindsOfMethod } from './methods';
import type { OtherFiles } from './otherFiles';
import { createPlaces, type Places, push } from './places';
import { growsByItself, reachingAssignments } from './reaching';
import { createScopes, enclosingClass } from './scopes';
import { type Declaration, type Entry, known, sameName, type Value, type Values } from './values';

export { type ClassValue, type Declaration, type Entry, plainName, sameName, type Value, type Values } from './values';

/** Functions that make a number of a text. */
const MAKES_NUMBER = /^(int|float|number|parseint|parsefloat|atoi|to_i|intval|toint|tointornull|parse)$/i;

const NOTHING: Values = { values: [], open: true, byDefault: false };

/** Follows names, members and returns within one file. Answers come from what the file says; what it does not say stays open. */
export interface Resolver {
  facts: Facts;
  links: Links;
  /** Takes one step of the budget; false where it is spent, so that what is asked stays unread. */
  spend(): boolean;
  /** See Budget. */
  enter(): boolean;
  leave(): void;
  declaration(name: NameExpr): Declaration | null;
  importOf(name: string): Import | null;
  /** The values of an expression, names and choices followed. */
  valuesOf(expr: Expr): Values;
  /** The one value, or null where there are several or none. */
  valueOf(expr: Expr): Value | null;
  /** The function of this file that a call calls. */
  functionOf(call: CallFact): Scope | null;
  /** The value of `key` in whatever object the expression is: literal, builder, constructor, dict that is changed later. */
  entry(expr: Expr, key: string): Entry | null;
  /** Bindings that change a named value after it was made: append, extend, set. */
  changes(expr: Expr): Binding[];
  /** Assignments to `this.NAME` in a class and its bases in this file. */
  fields(scope: Scope, name: string): Binding[];
}

/** What the passes over one file share: its facts, and where their names are declared. */
export interface ResolverBase {
  facts: Facts;
  scopes: ReturnType<typeof createScopes>;
  imports: ReadonlyMap<string, Import>;
  /** The literals of a struct of this file, which give its fields their values: `&Client{model: "gpt-4o"}`. */
  literalsOf(name: string | null): ObjectExpr[];
  others: OtherFiles | null;
  callsOn(name: string): readonly CallFact[];
  around: Around;
  data: DataFields | null;
  placesIn(): Places;
}

/** What is known of the calls of a file: see createChanges. */
export interface Around {
  callsWith(name: string): readonly CallFact[];
  maySend(call: CallFact): boolean;
  copies: boolean;
}

/** Fields of classes that hold what a data file says, by where it lies unless the class says otherwise. */
export interface DataFields {
  paths: Readonly<Record<string, string>>;
  read(path: string, at: Span): Expr | null;
}

export function resolverBase(
  facts: Facts,
  others: OtherFiles | null = null,
  callsOn: (name: string) => readonly CallFact[] = () => facts.calls,
  around: Around = { callsWith: () => facts.calls, maySend: () => false, copies: false },
  data: DataFields | null = null,
): ResolverBase {
  const imports = new Map<string, Import>();
  for (const fact of facts.imports) if (!imports.has(fact.local)) imports.set(fact.local, fact);
  let literals: Map<string, ObjectExpr[]> | null = null;
  const literalsOf = (name: string | null): ObjectExpr[] => {
    if (!literals) {
      literals = new Map();
      for (const object of facts.objects) {
        const type = object.type?.kind === 'name' ? object.type.name : null;
        if (type) push(literals, type, object);
      }
    }
    return (name !== null && literals.get(name)) || [];
  };
  return { facts, scopes: createScopes(facts), imports, literalsOf, others, callsOn, around, data, placesIn: createPlaces(facts) };
}

/** What one caller of a function gives for its parameters: null for what it leaves out, which has its default. */
export interface Given {
  args: ReadonlyMap<Param, Expr | null>;
  /** Where the arguments are resolved. */
  outer: Resolver;
}

/** Resolves within one file, and where there are other files through the imports of the project's own. Whatever the budget cuts is open. */
export function createResolver(base: ResolverBase, budget: Budget = createBudget(), given: Given | null = null): Resolver {
  const { facts, others, callsOn, imports, literalsOf, data, placesIn } = base;
  const { declaration, classByName, fields } = base.scopes;
  const memo = new Map<Expr, Values>();

  function merge(parts: Values[]): Values {
    if (parts.length === 1) return parts[0] as Values;
    return {
      values: [...new Set(parts.flatMap((part) => part.values))],
      open: parts.some((part) => part.open),
      byDefault: parts.some((part) => part.byDefault),
      ...(parts.some((part) => part.grows) && { grows: true as const }),
      constants: parts.flatMap((part) => part.constants ?? []),
    };
  }

  /** Each expression is followed once; one that leads back to itself is open there. */
  function valuesOf(expr: Expr): Values {
    if (expr.kind === 'unknown') return NOTHING;
    if (expr.kind !== 'name' && expr.kind !== 'member' && expr.kind !== 'call' && expr.kind !== 'choice') return known(expr);
    const followed = memo.get(expr);
    if (followed) return followed;
    if (!budget.enter()) return NOTHING;
    memo.set(expr, NOTHING);
    const result = follow(expr);
    budget.leave();
    memo.set(expr, result);
    return result;
  }

  function follow(expr: NameExpr | MemberExpr | CallExpr | ChoiceExpr): Values {
    switch (expr.kind) {
      case 'name':
        return valuesOfName(expr);
      case 'member':
        return valuesOfMember(expr);
      case 'choice': {
        const parts = expr.options.map((option) => valuesOf(option));
        const all = merge(parts);
        // `given ?? "default"`: what is not known here is replaced by the default for an answer, but stays open
        if (expr.fallback) {
          const values = all.values.filter((value) => value.kind !== 'unknown' && value.kind !== 'null');
          return { values, open: !values.length, byDefault: true };
        }
        return all;
      }
      case 'call':
        return valuesOfCall(expr);
    }
  }

  function valuesOfBindings(bindings: Binding[]): Values {
    return merge(
      bindings.map((binding): Values => {
        if (!binding.value) return NOTHING;
        if (binding.kind !== 'item') return valuesOf(binding.value);
        const over = valuesOf(binding.value);
        const items = over.values.flatMap((value) => (value.kind === 'array' ? value.items : value.kind === 'comprehension' ? [value.item] : []));
        return items.length ? merge(items.map((item) => valuesOf(item))) : NOTHING;
      }),
    );
  }

  function valuesOfName(name: NameExpr): Values {
    if (name.name === 'this') {
      const scope = enclosingClass(name.scope);
      return scope ? known({ kind: 'class', scope, made: null }) : NOTHING;
    }
    const found = declaration(name);
    if (!found) return valuesOfImport(name.name, [], name.span) ?? NOTHING;
    const held = reachingAssignments(found.bindings, name.span.start, found.scope === name.scope, found.param !== null);
    const parts: Values[] = [];
    if (held.length) parts.push(valuesOfBindings(held));
    const assignedElsewhere = found.elsewhere.filter(({ kind, value }) => kind === 'assign' && value);
    if (assignedElsewhere.length) parts.push(valuesOfBindings(assignedElsewhere));
    if (held.some((binding) => growsByItself(binding, name.span.start))) parts.push({ values: [], open: true, byDefault: false, grows: true });
    const shadowed = held.some((binding) => binding.depth === 0);
    if (found.param && !shadowed) parts.push(valuesOfParam(found.param));
    if (found.child && !held.length && !assignedElsewhere.length) {
      if (isProperty(found.child)) return merge(found.child.returns.map((inner) => valuesOf(inner)));
      parts.push(known(found.child.kind === 'class' ? { kind: 'class', scope: found.child, made: null } : functionValue(found.child)));
    }
    if (!parts.length) {
      const typed = found.bindings.find((binding) => binding.type.length);
      return typed ? typedValue(typed.type) : NOTHING;
    }
    return merge(parts);
  }

  function valuesOfParam(param: Param): Values {
    const passed = given?.args.get(param);
    if (passed) return given?.outer.valuesOf(passed) ?? NOTHING;
    if (passed === null && param.default) return valuesOf(param.default);
    if (param.default && param.default.kind !== 'null') {
      return { ...valuesOf(param.default), byDefault: true };
    }
    return typedValue(param.type);
  }

  function typedValue(type: string[]): Values {
    for (const name of type) {
      const scope = classByName(name);
      if (scope) return known({ kind: 'class', scope, made: null });
    }
    return NOTHING;
  }

  function functionValue(scope: Scope): FunctionExpr {
    return { kind: 'function', span: scope.span, scope };
  }

  function valuesOfImport(local: string, members: string[], at: Span): Values | null {
    const fact = others ? imports.get(local) : undefined;
    return (fact && others?.valuesOf(fact, members, at)) ?? null;
  }

  function valuesOfMember(expr: Extract<Expr, { kind: 'member' }>): Values {
    const key = expr.property;
    if (others && expr.object.kind === 'name' && !declaration(expr.object)) {
      const imported = valuesOfImport(expr.object.name, [key], expr.span);
      if (imported) return imported;
    }
    const objects = valuesOf(expr.object);
    const parts = objects.values.map((value): Values => {
      if (value.kind !== 'class') {
        const entry = value.kind === 'object' || value.kind === 'call' ? entryOf(value, key) : null;
        return entry ? merge([...entry.values.map((inner) => valuesOf(inner)), { values: [], open: entry.open, byDefault: false }]) : NOTHING;
      }
      const given = value.made?.args.find((arg) => arg.name !== null && sameName(arg.name, key));
      if (given) return valuesOf(given.value);
      const assigned = fields(value.scope, key).filter((binding) => binding.kind === 'assign');
      const useful = [...assigned, ...setOn(value.scope, key)].filter((binding) => binding.value && binding.value.kind !== 'null');
      const held = useful.length ? valuesOfBindings(useful) : null;
      const read = dataOfField(key, held, expr.span);
      if (read) return known(read);
      if (held) return held;
      const method = value.scope.children.find((child) => child.name === key);
      if (method && isProperty(method)) return merge(method.returns.map((inner) => valuesOf(inner)));
      if (method) return known(functionValue(method));
      const made = literalsOf(value.scope.name).flatMap(({ entries }) => entries.filter((entry) => entry.key === key));
      if (made.length) return merge(made.map((entry) => valuesOf(entry.value)));
      const typed = assigned.find((binding) => binding.type.length);
      return typed ? typedValue(typed.type) : NOTHING;
    });
    const set = changes(expr.object).filter(
      (binding) => binding.kind === 'set' && binding.key === key && binding.value && binding.span.start < expr.span.start,
    );
    for (const binding of set) parts.push(valuesOf(binding.value as Expr));
    if (!parts.length && expr.object.kind === 'name') return { ...NOTHING, constants: [expr] };
    return parts.length ? merge(parts) : NOTHING;
  }

  /** What the data file of a field holds: of the path that the class sets, or of the one that it has without. */
  function dataOfField(key: string, held: Values | null, at: Span): Expr | null {
    const [written] = held?.values ?? [];
    const path = held ? (written?.kind === 'string' ? literalText(written) : null) : data?.paths[key];
    return (data?.paths[key] !== undefined && path && data.read(path, at)) || null;
  }

  function valuesOfCall(expr: CallExpr): Values {
    const { callee } = expr.call;
    const number = numberOf(expr.call);
    if (number) return number;
    const read = others?.textOf(expr.call) ?? null;
    if (read !== null) return known(fileText(read, expr.span));
    if (callee.kind === 'member') {
      const kinds = kindsOfMethod(callee.property);
      const on = kinds ? valuesOf(callee.object) : NOTHING;
      if (kinds && on.values.length && on.values.every(({ kind }) => kinds.includes(kind))) return changedBy(callee.property, expr.call.args, on);
    }
    const own = methodOf(expr.call);
    const called = own ? known(functionValue(own)) : callee.kind === 'call' ? NOTHING : valuesOf(callee);
    const [target] = called.values;
    if (target?.kind === 'class') return known({ kind: 'class', scope: target.scope, made: expr.call });
    if (target?.kind === 'function' && target.scope.returns.length) {
      const returned = merge(target.scope.returns.map((inner) => valuesOf(inner)));
      if (returned.values.length && !returned.open) return returned;
      return { ...returned, values: returned.values.length ? returned.values : [expr] };
    }
    return known(expr);
  }

  /** `int(os.environ.get("LIMIT", "64"))`, `Number(…)`: a text of digits as a number; what may also be something else stays so. */
  function numberOf({ callee, args }: CallFact): Values | null {
    const [only] = args;
    const name = callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.property : '';
    if (!only || args.length > 2 || only.spread || !MAKES_NUMBER.test(name)) return null;
    const inner = valuesOf(only.value);
    const values = inner.values.flatMap((value): Value[] => {
      if (value.kind === 'number') return [value];
      const text = value.kind === 'string' ? literalText(value) : null;
      return text !== null && /^\s*\d[\d_]*\s*$/.test(text)
        ? [{ kind: 'number', span: value.kind === 'class' ? only.span : value.span, value: Number(text.replaceAll('_', '')) }]
        : [];
    });
    return values.length ? { ...inner, values } : null;
  }

  /** The method of that name and number of arguments, where methods are called without `this` and have names apart from those of fields. */
  function methodOf({ callee, args }: CallFact): Scope | null {
    const found = callee.kind === 'name' ? declaration(callee) : null;
    if (!found?.scope.implicitThis || found.child?.kind !== 'function') return null;
    const { name } = found.child;
    return found.scope.children.find((child) => child.name === name && child.kind === 'function' && accepts(child, args.length)) ?? found.child;
  }

  function functionOf(call: CallFact): Scope | null {
    const own = methodOf(call);
    if (own) return own;
    const { callee } = call;
    const [target] = callee.kind === 'name' || callee.kind === 'member' ? valuesOf(callee).values : [];
    return target?.kind === 'function' ? target.scope : null;
  }

  const { changes, keyedChanges, setOn, note } = createChanges({ placesIn, budget, declaration, fields, valuesOf, functionOf, ...base.around });

  const links = createLinks(callsOn, { declaration, valuesOf, spend: budget.spend });
  const { entry, entryOf } = createEntries({ links, valuesOf, changes, keyedChanges, fields, budget, hold });

  /** Stands for an entry of an object, with what it holds and what is done to it. */
  function hold(object: Expr, key: string, values: Values, done: Binding[]): Expr {
    const expr: MemberExpr = { kind: 'member', span: object.span, object, property: key, propertySpan: object.span };
    memo.set(expr, values);
    note(expr, done);
    return expr;
  }

  return {
    facts,
    links,
    spend: budget.spend,
    enter: budget.enter,
    leave: budget.leave,
    declaration,
    importOf: (name) => imports.get(name) ?? null,
    valuesOf,
    valueOf(expr) {
      const { values, open } = valuesOf(expr);
      return values.length === 1 && !open ? (values[0] as Value) : null;
    },
    functionOf,
    entry,
    changes,
    fields,
  };
}

function accepts({ params }: Scope, count: number): boolean {
  const needed = params.filter((param) => !param.default && !param.rest).length;
  return count >= needed && (count <= params.length || params.some((param) => param.rest));
}

/** A method that is read like a field. */
export const isProperty = (scope: Scope): boolean => scope.kind === 'function' && scope.decorators.some((name) => /property$/.test(name));

/** The text of a file that is read here; it has no place in this file. */
function fileText(text: string, at: Span): Expr {
  return { kind: 'string', span: at, parts: [{ kind: 'text', text, span: { start: at.start, end: at.start }, escapes: [] }] };
}

/** `litellm = load_litellm()`, `dspy, COPRO = _load_dspy()`: a package that is imported when it is first used keeps its name. */
export function isLoaded([name, ...made]: string[], { param, bindings }: Declaration): boolean {
  if (param || !bindings.length || bindings.some(({ kind, type }) => kind !== 'assign' || type.length)) return false;
  return made.every((maker) => maker === name || /^_*(lazy|load|import|require|ensure)(_|[A-Z])/.test(maker));
}
