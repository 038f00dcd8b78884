import type { CallFact, Facts, Scope, Statement } from '../facts';
import { isRetry } from '../resolve/loops';
import type { Resolver } from '../resolve/resolve';
import type { Digester } from './digest';

/** Makes the function that finds the functions of a file that are called in a loop, or that call themselves. */
export function createLoopFinder(digester: Digester): (facts: Facts, resolver: Resolver) => ReadonlySet<Scope> {
  // The calls of each statement that may call one of these names
  let names: ReadonlySet<string> = new Set();
  let kept = new WeakMap<Statement, CallFact[]>();

  function callsOf(statement: Statement): CallFact[] {
    const calls = kept.get(statement) ?? digester.digest(statement).named.flatMap(([name, call]) => (names.has(name) ? [call] : []));
    kept.set(statement, calls);
    return calls;
  }

  return (facts, resolver) => {
    const present = functionNames(facts.file);
    if (present.size !== names.size || [...present].some((name) => !names.has(name))) kept = new WeakMap();
    names = present;
    const result = new Set<Scope>();
    for (const statement of facts.statements) {
      for (const call of callsOf(statement)) {
        const target = resolver.functionOf(call);
        if (target && (call.loops.some((loop) => !isRetry(loop)) || isIn(call.scope, new Set([target])))) result.add(target);
      }
    }
    return result;
  };
}

function functionNames(scope: Scope, names = new Set<string>()): Set<string> {
  for (const child of scope.children) {
    if (child.kind === 'function' && child.name) names.add(child.name);
    functionNames(child, names);
  }
  return names;
}

/** Does a scope lie in one of these? */
export function isIn(scope: Scope, scopes: ReadonlySet<Scope>): boolean {
  for (let at: Scope | null = scope; at; at = at.parent) if (scopes.has(at)) return true;
  return false;
}
