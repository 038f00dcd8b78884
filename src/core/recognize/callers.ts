import type { Expr, Facts, Scope } from '../facts';
import type { Digester } from './digest';
import type { Resolver } from '../resolve/resolve';

interface Caller {
  args: Map<string, Expr>;
  positional: Expr[];
}

/** What the callers in this file pass for a parameter of a function of it; nothing for any other expression. */
export type Callers = (expr: Expr) => Expr[];

export function createCallers(facts: Facts, resolver: Resolver, digester: Digester): Callers {
  const known = new Map<Scope, Caller[]>();

  function callersOf(scope: Scope): Caller[] {
    const found = known.get(scope) ?? [];
    if (known.has(scope)) return found;
    known.set(scope, found);
    const named = facts.statements.flatMap((statement) => digester.digest(statement).named);
    for (const [name, fact] of named) {
      if (name !== scope.name || resolver.functionOf(fact) !== scope) continue;
      const args = new Map<string, Expr>();
      for (const arg of fact.args) {
        if (arg.name) args.set(arg.name, arg.value);
        else if (arg.value.kind === 'object') for (const entry of arg.value.entries) if (entry.key) args.set(entry.key, entry.value);
      }
      found.push({ args, positional: fact.args.filter((arg) => !arg.name && !arg.spread).map((arg) => arg.value) });
    }
    return found;
  }

  return (expr) => {
    const { param, scope } = (expr.kind === 'name' ? resolver.declaration(expr) : null) ?? {};
    if (!param || scope?.kind !== 'function') return [];
    const index = scope.params.indexOf(param);
    return callersOf(scope).flatMap((caller) => caller.args.get(param.name) ?? caller.positional[index] ?? []);
  };
}
