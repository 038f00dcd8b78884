import type { Argument, CallFact, Expr, Scope, Span } from '../facts';
import { ANY } from '../resolve/entries';
import { lastName, preparedFunction } from '../resolve/names';
import { type Resolver, sameName, type Values } from '../resolve/resolve';
import type { Source } from '../sdks/sdk';
import type { Callers } from './callers';

/** An argument that a call gives, wherever it is written. */
export interface Found {
  /** Where it may come from; several where branches set it apart. */
  exprs: Expr[];
  /** Name and value. */
  span: Span;
  /** The name as written; the source's where it has none. */
  name: string;
  /** An unread spread may set it otherwise. */
  open: boolean;
  /** Each of several callers of a helper gives its own. */
  apart?: boolean;
}

export interface Parameters {
  /** The first of the sources that is given. */
  find(sources: readonly Source[] | undefined): Found | null;
  values(sources: readonly Source[] | undefined): { found: Found; values: Values } | null;
  /** A spread that could not be read may give more. */
  open: boolean;
}

/** A call with all that it was made from: its builder chain, and the calls that made its receiver. */
export interface CallContext {
  call: CallFact;
  /** The last call of the chain that starts here: `.build()` of a builder. The call itself elsewhere. */
  chain: CallFact;
  /** The calls that made the object which the method is called on, last first. */
  receivers: readonly CallFact[];
}

/** What a request runs in, not what it asks. */
const CONTEXT = /^(?:ctx|context|cancellationToken|ct)$/i;
/** Keywords that hold a whole request. */
const WHOLE = /^(parameters|params|request|options|requestOptions|settings|executionSettings)$/;

function firstOf<T, R>(items: readonly T[], read: (item: T) => R | null): R | null {
  for (const item of items) {
    const result = read(item);
    if (result !== null) return result;
  }
  return null;
}

/** Looks up arguments of a call by the forms of `Source`. */
export function readParameters(context: CallContext, resolver: Resolver, callers: Callers): Parameters {
  const { call, chain, receivers } = context;

  const prepared = preparedBy(call, resolver);

  function argument(of: CallFact, name: string): Found | null {
    const index = /^\d+$/.test(name) ? Number(name) : -1;
    if (index >= 0) {
      const arg = of.args.filter((candidate) => candidate.name === null && !candidate.spread)[index];
      return arg ? { exprs: [arg.value], span: arg.span, name, open: false } : null;
    }
    for (const arg of of.args) {
      if (arg.name !== null && sameName(arg.name, name)) {
        return { exprs: [arg.value], span: arg.span, name: arg.name, open: false };
      }
    }
    // Go's options: `WithModel("…")`
    const spread = of.args.some((arg) => arg.spread && arg.name === null);
    for (const { value, span, name: keyword } of spread ? of.args.flatMap((arg) => (arg.spread ? optionsIn(arg) : [arg])) : of.args) {
      if (keyword !== null || value.kind !== 'call' || !sameName(lastName(value.call.callee) ?? '', `with${name}`)) continue;
      const given = value.call.args.map((inner) => inner.value);
      if (given.length) return { exprs: given, span, name, open: false };
    }
    for (const arg of of.args) {
      if (arg.name !== null && !WHOLE.test(arg.name)) continue;
      const inside = insideObject(arg.value, name);
      if (inside) return inside;
    }
    if (of.block) {
      const inside = insideObject(of.block, name);
      if (inside) return inside;
    }
    return null;
  }

  /** The options in a list that is spread: `options...`. */
  function optionsIn({ value, span, name }: Argument): Pick<Argument, 'value' | 'span' | 'name'>[] {
    const lists = resolver.valuesOf(value).values.flatMap((list) => (list.kind === 'array' ? list.items : []));
    const added = resolver.changes(value).flatMap((change) => change.value ?? []);
    return [...lists, ...added].map((option) => ({ value: option, span, name }));
  }

  /** An entry of an object, with its own place where the object is written right here. */
  function insideObject(object: Expr, name: string): Found | null {
    const entry = resolver.entry(object, name);
    if (!entry?.values.length) return fromCallers(object, name);
    const first = entry.values[0] as Expr;
    const literal = object.kind === 'object' ? object : null;
    const own = literal?.entries.find((item) => !item.spread && item.key !== null && sameName(item.key, name));
    if (!own?.key) return { exprs: entry.values, span: first.span, name, open: entry.open };
    return { exprs: entry.values, span: own.span, name: own.key, open: entry.open };
  }

  /** An entry of a whole request that a helper is given: others may call it too. */
  function fromCallers(object: Expr, name: string): Found | null {
    const given = callers(object).map(({ value }) => value);
    const exprs = given.flatMap((expr) => resolver.entry(expr, name)?.values ?? []);
    const [first] = exprs;
    return first ? { exprs, span: first.span, name, open: true, apart: given.length > 1 } : null;
  }

  function find(source: Source): Found | null {
    const [first = '', ...rest] = source.split('.');
    let at: Found | null = null;
    if (first === 'receiver') {
      for (const receiver of receivers) {
        at = argument(receiver, rest[0] ?? '');
        if (at) break;
      }
      at ??= ofChain(rest[0] ?? '') ?? setOnReceiver(rest[0] ?? '');
      rest.shift();
    } else if (first === 'class') {
      at = ofClass(rest.shift() ?? '');
    } else if (first === 'block') {
      at = call.block ? { exprs: [call.block], span: call.block.span, name: 'block', open: false } : null;
    } else if (first === 'chain') {
      at = ofChain(rest.shift() ?? '', rest.shift() ?? null);
    } else {
      at = argument(call, first) ?? (chain === call ? null : builderArgument(first)) ?? (prepared && argument(prepared, first));
    }
    for (const part of rest) {
      if (!at) return null;
      at = at.exprs.map((expr) => insideObject(expr, part)).find((inside) => inside !== null) ?? null;
    }
    return at;
  }

  /** What the class of the object says by itself. */
  function ofClass(name: string): Found | null {
    const scope = classOf({ kind: 'call', span: call.span, call }, resolver);
    const exprs = scope ? classSays(scope, name, resolver) : [];
    const [first] = exprs;
    return first ? { exprs, span: first.span, name, open: false } : null;
  }

  /** A property that was set on the variable whose method is called: `client.SelectedModel = "…"`. */
  function setOnReceiver(name: string): Found | null {
    const object = call.callee.kind === 'member' ? call.callee.object : null;
    if (object?.kind !== 'name' && object?.kind !== 'member') return null;
    const set = resolver.changes(object).filter((binding) => binding.kind === 'set' && binding.value && sameName(binding.key ?? '', name));
    const [first] = set;
    return first ? { exprs: set.map((binding) => binding.value as Expr), span: first.span, name, open: false } : null;
  }

  /** What the links of the call's own chain were given: all of it, or one argument. */
  function ofChain(name: string, part: string | null = null): Found | null {
    if (call.callee.kind !== 'member') return null;
    if (part !== null) return firstOf(resolver.links.named(call, name), (link) => argument(link, part));
    const exprs = resolver.links.given(call, name);
    const [first] = exprs;
    return first ? { exprs, span: first.span, name, open: false } : null;
  }

  function builderArgument(name: string): Found | null {
    const expr: Expr = { kind: 'call', span: chain.span, call: chain };
    return insideObject(expr, name);
  }

  const findFirst = (sources: readonly Source[] | undefined): Found | null => {
    for (const source of sources ?? []) {
      const found = find(source);
      if (found) return found;
    }
    return null;
  };

  return {
    find: findFirst,
    values(sources) {
      const found = findFirst(sources);
      if (!found) return null;
      const parts = found.exprs.map((expr) => resolver.valuesOf(expr));
      return {
        found,
        values: {
          values: [...new Set(parts.flatMap((part) => part.values))],
          open: found.open || parts.some((part) => part.open),
          byDefault: parts.some((part) => part.byDefault),
          constants: parts.flatMap((part) => part.constants ?? []),
        },
      };
    },
    open: isOpen(call, resolver),
  };
}

/** The class of this file that a call makes, or that what it is called on is made of. */
function classOf(expr: Expr, resolver: Resolver): Scope | null {
  const { values } = resolver.valuesOf(expr);
  const made = values.find((value) => value.kind === 'class');
  if (made) return made.scope;
  const calls = [expr, ...values].flatMap((value) => (value.kind === 'call' && value.call.callee.kind === 'member' ? value.call.callee.object : []));
  const [object] = calls;
  return object && resolver.spend() ? classOf(object, resolver) : null;
}

/** What a method of a class returns, what a field of it holds, and what calls in its body or its annotations are given. */
function classSays(scope: Scope, name: string, resolver: Resolver): Expr[] {
  const methods = scope.children.filter((child) => child.kind === 'function' && child.name !== null && sameName(child.name, name));
  const fields = resolver.fields(scope, name).flatMap(({ kind, value }) => (kind === 'assign' && value ? [value] : []));
  const body = resolver.facts.calls.filter((call) => call.scope === scope);
  const notes = scope.decoratorFacts.flatMap(({ call }) => call ?? []);
  const told = [...body, ...notes]
    .filter(({ callee }) => sameName(lastName(callee) ?? '', name))
    .flatMap(({ args }) => withoutOptions(args).map(({ value }) => value));
  return [...methods.flatMap(({ returns }) => returns), ...fields, ...told];
}

/** `model "gpt-4o", provider: :openai` names one model: what has a name is an option where something has none. */
function withoutOptions(args: readonly Argument[]): readonly Argument[] {
  const plain = args.filter(({ name }) => name === null);
  return plain.length ? plain : args;
}

/** The call that gave a function some of its arguments before: `ask = partial(create, model=…)`. */
export function preparedBy({ callee }: CallFact, resolver: Resolver): CallFact | null {
  const value = callee.kind === 'name' || callee.kind === 'member' ? resolver.valueOf(callee) : null;
  return value?.kind === 'call' && preparedFunction(value.call) ? value.call : null;
}

/** Can the call have arguments that are not to be seen here? */
function isOpen(call: CallFact, resolver: Resolver): boolean {
  return call.args.some((arg) => {
    if (arg.spread) return resolver.entry(arg.value, ANY)?.open ?? true;
    if (arg.value.kind === 'object') return resolver.entry(arg.value, ANY)?.open ?? false;
    if (arg.value.kind === 'name' && CONTEXT.test(arg.value.name)) return false;
    // create(params): a whole request that was made elsewhere
    if (arg.name === null && (arg.value.kind === 'name' || arg.value.kind === 'member' || arg.value.kind === 'call')) {
      const values = resolver.valuesOf(arg.value);
      if (values.open) return true;
      return values.values.some((value) => value.kind === 'object' && (resolver.entry(arg.value, ANY)?.open ?? true));
    }
    return false;
  });
}
