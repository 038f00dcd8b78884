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
import { createLinks, type Links } from './links';
import type { OtherFiles } from './otherFiles';

/** A class of this file, or an instance of one. `made` is the call that made the instance, null for the class itself or a typed parameter. */
export interface ClassValue {
  kind: 'class';
  scope: Scope;
  made: CallFact | null;
}

/** What a name or an expression comes down to: never a name whose value is known, never a choice. */
export type Value = Expr | ClassValue;

/** The values that an expression may have. */
export interface Values {
  values: Value[];
  /** It may also be something that can't be seen here. */
  open: boolean;
  /** A default that a caller or the environment may replace. */
  byDefault: boolean;
}

/** A place where a name is declared. */
export interface Declaration {
  scope: Scope;
  bindings: Binding[];
  param: Param | null;
  child: Scope | null;
}

/** What a scope declares, by name. */
interface ScopeIndex {
  bindings: Map<string, Binding[]>;
  /** The first of each name. */
  children: Map<string, Scope>;
}

function indexScope(scope: Scope): ScopeIndex {
  const bindings = new Map<string, Binding[]>();
  for (const binding of scope.bindings) {
    const same = bindings.get(binding.name);
    if (same) same.push(binding);
    else bindings.set(binding.name, [binding]);
  }
  const children = new Map<string, Scope>();
  for (const child of scope.children) if (child.name !== null && !children.has(child.name)) children.set(child.name, child);
  return { bindings, children };
}

/** What an object says of a key. `open`: an unread spread or later change may set it otherwise. */
export interface Entry {
  values: Expr[];
  open: boolean;
}

/** How far names are followed. */
const DEEPEST = 24;
/** Methods that give back the text they are called on, near enough for counting. */
const TEXT_METHODS =
  /^(format|replace|replaceall|trim|strip|lstrip|rstrip|trimstart|trimend|tostring|to_string|formatted|encode|dedent|stripindent|trimindent|as_str|to_owned|into|clone|freeze|squish|safe_substitute|substitute|render|format_map|text)$/i;
/** Methods that give the text of an opened file. */
const READ_METHODS = /^(read|read_text|readtext|decode)$/i;
/** Methods that give back the collection they are called on. */
const SAME_METHODS = /^(copy|slice|filter|concat|to_vec|tolist|tomutablelist)$/i;

const NOTHING: Values = { values: [], open: true, byDefault: false };

/** Follows names, members and returns within one file. Answers come from what the file says; what it does not say stays open. */
export interface Resolver {
  facts: Facts;
  links: Links;
  declaration(name: NameExpr): Declaration | null;
  importOf(name: string): Import | null;
  /** The values of an expression, names and choices followed. */
  valuesOf(expr: Expr, depth?: number): Values;
  /** The one value, or null where there are several or none. */
  valueOf(expr: Expr): Value | null;
  /** Functions of this file that a callee names. */
  functionOf(callee: Expr): Scope | null;
  /** The value of `key` in whatever object the expression is: literal, builder, constructor, dict that is changed later. */
  entry(expr: Expr, key: string, depth?: number): Entry | null;
  /** Bindings that change a named value after it was made: append, extend, set. */
  changes(expr: Expr): Binding[];
  /** Assignments to `this.NAME` in a class and its bases in this file. */
  fields(scope: Scope, name: string): Binding[];
}

/** Compares names as people write them in several languages: `max_tokens`, `maxTokens`, `MaxTokens`. */
export function plainName(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

/** Is this the same name for `plainName`? Makes no strings: it is asked of every argument for every parameter. */
export function sameName(a: string, b: string): boolean {
  let i = 0;
  let j = 0;
  for (;;) {
    while (a.charCodeAt(i) === UNDERSCORE) i++;
    while (b.charCodeAt(j) === UNDERSCORE) j++;
    if (i >= a.length || j >= b.length) return i >= a.length && j >= b.length;
    const x = a.charCodeAt(i++);
    const y = b.charCodeAt(j++);
    if (x > 127 || y > 127) return plainName(a) === plainName(b);
    if (x !== y && lowerCase(x) !== lowerCase(y)) return false;
  }
}

const UNDERSCORE = 95;
const lowerCase = (unit: number): number => (unit >= 65 && unit <= 90 ? unit + 32 : unit);

function known(value: Value): Values {
  return { values: [value], open: false, byDefault: false };
}

/** Resolves within one file, and where `others` is given through the imports of the project's own files. */
export function createResolver(facts: Facts, others: OtherFiles | null = null): Resolver {
  const indexes = new Map<Scope, ScopeIndex>();
  const memo = new Map<Expr, Values>();
  const imports = new Map<string, Import>();
  for (const fact of facts.imports) if (!imports.has(fact.local)) imports.set(fact.local, fact);

  function indexOf(scope: Scope): ScopeIndex {
    const index = indexes.get(scope) ?? indexScope(scope);
    indexes.set(scope, index);
    return index;
  }

  const bindingsOf = (scope: Scope, name: string): Binding[] => indexOf(scope).bindings.get(name) ?? [];

  function declaration(name: NameExpr): Declaration | null {
    // Changes in inner scopes (`messages.append(…)` in a function) belong to the name that an outer scope declares
    const inner: Binding[] = [];
    for (let scope: Scope | null = name.scope; scope; scope = scope.parent) {
      const inClass = scope.kind === 'class';
      const bindings = bindingsOf(scope, inClass ? `this.${name.name}` : name.name);
      const param = scope.params.find((candidate) => candidate.name === name.name) ?? null;
      const child = inClass && scope !== name.scope ? null : (indexOf(scope).children.get(name.name) ?? null);
      const declares = bindings.some((binding) => binding.kind === 'assign' || binding.kind === 'item');
      if (declares || param || child) return { scope, bindings: inner.length ? [...bindings, ...inner] : bindings, param, child };
      if (!inClass) inner.push(...bindings);
    }
    return null;
  }

  function classByName(name: string): Scope | null {
    const search = (scope: Scope): Scope | null => {
      for (const child of scope.children) {
        if (child.kind === 'class' && child.name === name) return child;
        const inner = child.kind === 'class' ? search(child) : null;
        if (inner) return inner;
      }
      return null;
    };
    return search(facts.file);
  }

  function fields(scope: Scope, name: string, seen = new Set<Scope>()): Binding[] {
    if (seen.has(scope)) return [];
    seen.add(scope);
    const own = bindingsOf(scope, `this.${name}`);
    if (own.length) return own;
    for (const base of scope.bases) {
      const parent = classByName(base.split('.').at(-1) ?? base);
      const inherited = parent ? fields(parent, name, seen) : [];
      if (inherited.length) return inherited;
    }
    return [];
  }

  const enclosingClass = (from: Scope): Scope | null => {
    for (let scope: Scope | null = from; scope; scope = scope.parent) if (scope.kind === 'class') return scope;
    return null;
  };

  function merge(parts: Values[]): Values {
    if (parts.length === 1) return parts[0] as Values;
    return {
      values: [...new Set(parts.flatMap((part) => part.values))],
      open: parts.some((part) => part.open),
      byDefault: parts.some((part) => part.byDefault),
    };
  }

  /** Each expression is followed once; one that leads back to itself is open there. */
  function valuesOf(expr: Expr, depth = 0): Values {
    if (expr.kind === 'unknown' || depth > DEEPEST) return NOTHING;
    if (expr.kind !== 'name' && expr.kind !== 'member' && expr.kind !== 'call' && expr.kind !== 'choice') return known(expr);
    const followed = memo.get(expr);
    if (followed) return followed;
    memo.set(expr, NOTHING);
    const result = follow(expr, depth);
    memo.set(expr, result);
    return result;
  }

  function follow(expr: NameExpr | MemberExpr | CallExpr | ChoiceExpr, depth: number): Values {
    switch (expr.kind) {
      case 'name':
        return valuesOfName(expr, depth);
      case 'member':
        return valuesOfMember(expr, depth);
      case 'choice': {
        const parts = expr.options.map((option) => valuesOf(option, depth + 1));
        const all = merge(parts);
        // `given ?? "default"`: what is not known here is replaced by the default for an answer, but stays open
        if (expr.fallback) {
          const values = all.values.filter((value) => value.kind !== 'unknown' && value.kind !== 'null');
          return { values, open: !values.length, byDefault: true };
        }
        return all;
      }
      case 'call':
        return valuesOfCall(expr, depth);
    }
  }

  /** Which of a name's assignments may hold at an offset. */
  function holding(bindings: Binding[], at: number, sameScope: boolean): Binding[] {
    let result: Binding[] = [];
    const assigned = bindings.filter(
      (binding) => (binding.kind === 'assign' || binding.kind === 'item') && binding.value && !contains(binding.value.span, at),
    );
    const before = assigned.filter((binding) => binding.span.start < at);
    const candidates = before.length || sameScope ? before : assigned.slice(0, 1);
    for (const binding of candidates) {
      const certain = binding.depth === 0 || (binding.block.start <= at && at <= binding.block.end);
      result = certain ? [binding] : [...result, binding];
    }
    return result.length ? result : assigned.slice(0, 1);
  }

  function valuesOfBindings(bindings: Binding[], depth: number): Values {
    return merge(
      bindings.map((binding): Values => {
        if (!binding.value) return NOTHING;
        if (binding.kind !== 'item') return valuesOf(binding.value, depth + 1);
        const over = valuesOf(binding.value, depth + 1);
        const items = over.values.flatMap((value) => (value.kind === 'array' ? value.items : []));
        return items.length ? merge(items.map((item) => valuesOf(item, depth + 1))) : NOTHING;
      }),
    );
  }

  function valuesOfName(name: NameExpr, depth: number): Values {
    if (name.name === 'this') {
      const scope = enclosingClass(name.scope);
      return scope ? known({ kind: 'class', scope, made: null }) : NOTHING;
    }
    const found = declaration(name);
    if (!found) return valuesOfImport(name.name, [], name.span) ?? NOTHING;
    const held = holding(found.bindings, name.span.start, found.scope === name.scope);
    const parts: Values[] = [];
    if (held.length) parts.push(valuesOfBindings(held, depth));
    const shadowed = held.some((binding) => binding.depth === 0);
    if (found.param && !shadowed) parts.push(valuesOfParam(found.param, depth));
    if (found.child && !held.length) {
      parts.push(known(found.child.kind === 'class' ? { kind: 'class', scope: found.child, made: null } : functionValue(found.child)));
    }
    if (!parts.length) {
      const typed = found.bindings.find((binding) => binding.type.length);
      return typed ? typedValue(typed.type) : NOTHING;
    }
    return merge(parts);
  }

  function valuesOfParam(param: Param, depth: number): Values {
    if (param.default && param.default.kind !== 'null') {
      return { ...valuesOf(param.default, depth + 1), byDefault: true };
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

  function valuesOfMember(expr: Extract<Expr, { kind: 'member' }>, depth: number): Values {
    const key = expr.property;
    if (others && expr.object.kind === 'name' && !declaration(expr.object)) {
      const imported = valuesOfImport(expr.object.name, [key], expr.span);
      if (imported) return imported;
    }
    const objects = valuesOf(expr.object, depth + 1);
    const parts = objects.values.map((value): Values => {
      if (value.kind !== 'class') {
        const entry = value.kind === 'object' || value.kind === 'call' ? entryOf(value, key, depth + 1) : null;
        return entry
          ? merge([...entry.values.map((inner) => valuesOf(inner, depth + 1)), { values: [], open: entry.open, byDefault: false }])
          : NOTHING;
      }
      const given = value.made?.args.find((arg) => arg.name !== null && sameName(arg.name, key));
      if (given) return valuesOf(given.value, depth + 1);
      const assigned = fields(value.scope, key).filter((binding) => binding.kind === 'assign');
      const useful = assigned.filter((binding) => binding.value && binding.value.kind !== 'null');
      if (useful.length) return valuesOfBindings(useful, depth);
      const method = value.scope.children.find((child) => child.name === key);
      if (method?.decorators.some((name) => /property$/.test(name))) return merge(method.returns.map((inner) => valuesOf(inner, depth + 1)));
      if (method) return known(functionValue(method));
      const typed = assigned.find((binding) => binding.type.length);
      return typed ? typedValue(typed.type) : NOTHING;
    });
    const set = changes(expr.object).filter(
      (binding) => binding.kind === 'set' && binding.key === key && binding.value && binding.span.start < expr.span.start,
    );
    for (const binding of set) parts.push(valuesOf(binding.value as Expr, depth + 1));
    return parts.length ? merge(parts) : NOTHING;
  }

  function valuesOfCall(expr: CallExpr, depth: number): Values {
    const { callee } = expr.call;
    const read = others?.textOf(expr.call) ?? null;
    if (read !== null) return known(fileText(read, expr.span));
    if (callee.kind === 'member') {
      if (READ_METHODS.test(callee.property)) {
        const on = valuesOf(callee.object, depth + 1);
        if (on.values.length === 1 && on.values[0]?.kind === 'string') return on;
      }
      if (TEXT_METHODS.test(callee.property) || SAME_METHODS.test(callee.property)) {
        const on = valuesOf(callee.object, depth + 1);
        const kinds = TEXT_METHODS.test(callee.property) ? ['string'] : ['array', 'object'];
        if (on.values.length && on.values.every((value) => kinds.includes(value.kind))) return on;
      }
    }
    const called = callee.kind === 'call' ? NOTHING : valuesOf(callee, depth + 1);
    const [target] = called.values;
    if (target?.kind === 'class') return known({ kind: 'class', scope: target.scope, made: expr.call });
    if (target?.kind === 'function' && target.scope.returns.length) {
      const returned = merge(target.scope.returns.map((inner) => valuesOf(inner, depth + 1)));
      if (returned.values.length && !returned.open) return returned;
      return { values: returned.values.length ? returned.values : [expr], open: returned.open, byDefault: returned.byDefault };
    }
    return known(expr);
  }

  function changes(expr: Expr): Binding[] {
    const changing = (binding: Binding) => binding.kind === 'append' || binding.kind === 'extend' || binding.kind === 'set' || binding.kind === 'add';
    if (expr.kind === 'name') return declaration(expr)?.bindings.filter(changing) ?? [];
    if (expr.kind === 'member' && expr.object.kind === 'name' && expr.object.name === 'this') {
      const scope = enclosingClass(expr.object.scope);
      return scope ? fields(scope, expr.property).filter(changing) : [];
    }
    return [];
  }

  function entryOf(value: Value, key: string, depth: number): Entry | null {
    if (depth > DEEPEST) return null;
    if (value.kind === 'object') return entryOfObject(value, key, depth);
    if (value.kind === 'call') return entryOfCall(value.call, key, depth);
    if (value.kind === 'function' && value.scope.params.length === 1) {
      // `converse(request -> request.modelId("…"))`
      const parts = value.scope.returns.flatMap((inner) => (inner.kind === 'call' ? [entryOfCall(inner.call, key, depth + 1)] : []));
      return parts.find((part) => part?.values.length) ?? null;
    }
    if (value.kind === 'class') {
      const given = value.made?.args.find((arg) => arg.name !== null && sameName(arg.name, key));
      if (given) return { values: [given.value], open: false };
      const open = value.made?.args.some((arg) => arg.spread) ?? true;
      const values = fields(value.scope, key).flatMap((binding) => (binding.kind === 'assign' && binding.value ? [binding.value] : []));
      return values.length || !open ? { values, open } : { values: [], open: true };
    }
    return null;
  }

  function entryOfObject(object: ObjectExpr, key: string, depth: number): Entry {
    let result: Entry = { values: [], open: false };
    for (const item of object.entries) {
      if (item.spread) {
        const spread = entry(item.value, key, depth + 1);
        if (!spread) result = { ...result, open: true };
        else if (spread.values.length) result = spread;
        else result = { ...result, open: result.open || spread.open };
      } else if (item.key !== null && sameName(item.key, key)) {
        result = { values: [item.value], open: false };
      }
    }
    return result;
  }

  /** A constructor with keyword arguments, an initialiser block, or a builder chain read as an object. */
  function entryOfCall(call: CallFact, key: string, depth: number): Entry | null {
    const result: Entry = { values: [], open: false };
    for (const arg of call.args) {
      if (arg.name !== null && sameName(arg.name, key)) return { values: [arg.value], open: false };
      if (arg.spread) {
        const inner = entry(arg.value, key, depth + 1);
        if (inner?.values.length) return inner;
        if (!inner || inner.open) result.open = true;
      }
    }
    if (call.block?.kind === 'object') {
      const inner = entryOfObject(call.block, key, depth);
      if (inner.values.length) return inner;
    }
    if (/^\d+$/.test(key)) {
      const arg = call.args.filter((candidate) => candidate.name === null && !candidate.spread)[Number(key)];
      return { values: arg ? [arg.value] : [], open: false };
    }
    const given = links.given(call, key, depth);
    if (given.length) return { values: given, open: false };
    const isObject = call.args.some((arg) => arg.name !== null) || call.block !== null || call.constructs || isBuilder(call);
    if (!isObject) {
      const only = call.args.find((arg) => !arg.spread && (arg.value.kind === 'object' || arg.value.kind === 'name'));
      return only ? entry(only.value, key, depth + 1) : null;
    }
    const first = call.args.find((arg) => !arg.name && !arg.spread && arg.value.kind === 'object');
    if (first && first.value.kind === 'object') {
      const inner = entryOfObject(first.value, key, depth);
      if (inner.values.length || inner.open) return inner;
    }
    return result;
  }

  function entry(expr: Expr, key: string, depth = 0): Entry | null {
    if (depth > DEEPEST) return null;
    const set = changes(expr);
    const assigned = set.filter((binding) => binding.kind === 'set' && binding.key !== null && sameName(binding.key, key) && binding.value);
    const extended = set
      .filter((binding) => binding.kind === 'extend' && binding.value)
      .map((binding) => entry(binding.value as Expr, key, depth + 1));
    const objects = valuesOf(expr, depth + 1);
    const parts = objects.values.map((value) => entryOf(value, key, depth + 1));
    const read = [...parts, ...extended].filter((part): part is Entry => part !== null);
    if (!read.length && !assigned.length) return null;
    const values = [...read.flatMap((part) => part.values), ...assigned.map((binding) => binding.value as Expr)];
    const open = objects.open || !parts.length || [...parts, ...extended].some((part) => part === null || part.open);
    return { values, open: open && !assigned.some((binding) => binding.depth === 0) };
  }

  const links = createLinks(facts, { declaration, valuesOf });

  return {
    facts,
    links,
    declaration,
    importOf: (name) => imports.get(name) ?? null,
    valuesOf,
    valueOf(expr) {
      const { values, open } = valuesOf(expr);
      return values.length === 1 && !open ? (values[0] as Value) : null;
    },
    functionOf(callee) {
      const [target] = callee.kind === 'name' || callee.kind === 'member' ? valuesOf(callee).values : [];
      return target?.kind === 'function' ? target.scope : null;
    },
    entry,
    changes,
    fields,
  };
}

/** `x = x + 1`: the x on the right is an earlier one. */
function contains(span: Span, at: number): boolean {
  return span.start <= at && at <= span.end;
}

/** The text of a file that is read here; it has no place in this file. */
function fileText(text: string, at: Span): Expr {
  return { kind: 'string', span: { ...at }, parts: [{ kind: 'text', text, span: { start: at.start, end: at.start }, escapes: [] }] };
}

function isBuilder(call: CallFact): boolean {
  return call.callee.kind === 'member' && /^(build|builder|create|of|new)$/i.test(call.callee.property);
}
