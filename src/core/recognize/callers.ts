import type { CallFact, Expr, Facts, Param, Scope } from '../facts';
import type { Resolver } from '../resolve/resolve';
import type { Digester } from './digest';

/** What a caller in this file passes for a parameter. */
export interface Passed {
  call: CallFact;
  value: Expr;
}

/** What the callers in this file pass for a parameter of a function of it; nothing for any other expression. */
export type Callers = (expr: Expr) => Passed[];

/** One call of a function of this file: what it gives for each parameter, null for what it leaves out. */
export interface Caller {
  call: CallFact;
  args: ReadonlyMap<Param, Expr | null>;
}

export interface CallerIndex {
  passed: Callers;
  /** All calls of a function, in the order of the source. */
  callersOf(scope: Scope): readonly Caller[];
}

export function createCallers(facts: Facts, resolver: Resolver, digester: Digester): CallerIndex {
  const known = new Map<Scope, Caller[]>();
  let byName: Map<string, CallFact[]> | null = null;

  function callsNamed(name: string): readonly CallFact[] {
    byName ??= groupByName(facts, digester);
    return byName.get(name) ?? [];
  }

  function callersOf(scope: Scope): readonly Caller[] {
    const found = known.get(scope);
    if (found) return found;
    const callers: Caller[] = [];
    known.set(scope, callers);
    for (const call of callsNamed(scope.name ?? ''))
      if (resolver.functionOf(call) === scope) callers.push({ call, args: matchArguments(scope, call) });
    return callers;
  }

  return {
    callersOf,
    passed(expr) {
      const { param, scope } = (expr.kind === 'name' ? resolver.declaration(expr) : null) ?? {};
      if (!param || scope?.kind !== 'function') return [];
      return callersOf(scope).flatMap(({ call, args }) => {
        const value = args.get(param);
        return value ? [{ call, value }] : [];
      });
    },
  };
}

function groupByName(facts: Facts, digester: Digester): Map<string, CallFact[]> {
  const result = new Map<string, CallFact[]>();
  for (const statement of facts.statements)
    for (const [name, call] of digester.digest(statement).named) {
      const same = result.get(name);
      if (same) same.push(call);
      else result.set(name, [call]);
    }
  return result;
}

/** Which argument fills which parameter: by its name, by an entry of an object of options, or by its place. */
export function matchArguments({ params }: Scope, { args, list, span }: CallFact): Map<Param, Expr | null> {
  const named = new Map<string, Expr>();
  for (const { name, value } of args) {
    if (name) named.set(name, value);
    else if (value.kind === 'object') for (const entry of value.entries) if (entry.key && !named.has(entry.key)) named.set(entry.key, entry.value);
  }
  const positional = args.filter((arg) => !arg.name && !arg.spread).map((arg) => arg.value);
  const open = args.some((arg) => arg.spread);
  const result = new Map<Param, Expr | null>();
  const own = params.filter(({ name }) => name !== 'self' && name !== 'cls');
  own.forEach((param, index) => {
    if (param.rest) {
      const taken = new Set(own.map(({ name }) => name));
      const entries = args.flatMap(({ name, value, span: at }) => (name && !taken.has(name) ? [{ key: name, value, spread: false, span: at }] : []));
      result.set(param, { kind: 'object', span, type: null, entries, list });
      return;
    }
    const value = named.get(param.name) ?? positional[index];
    if (value) result.set(param, value);
    else if (!open) result.set(param, null);
  });
  return result;
}
