import type { CallExpr, CallFact, Expr, NameExpr, Scope } from '../facts';
import { plainName, type Resolver, type Value } from './resolve';

/** The names under which a builder takes a parameter: `model`, `withModel`, `setModel`, `addModel`. */
const PREFIXES = ['', 'with', 'set', 'add'];

/** Finds the calls that a value was put together with. */
export interface Links {
  /**
   * The calls of a chain, the last first: `.build()`, `.model("…")`, `.builder()`. A chain that starts at a variable goes on
   * with what the variable holds and with the statements that call its methods (`builder.model("…");`).
   */
  of(call: CallFact): CallFact[];
  /** The links of a chain that set `key`, in the order of the source. */
  named(call: CallFact, key: string): CallFact[];
  /** The arguments that they were given. */
  given(call: CallFact, key: string): Expr[];
}

/** `callsOn` gives the calls of the file on variables of a name; others among them do no harm. */
export function createLinks(callsOn: (name: string) => readonly CallFact[], resolver: Pick<Resolver, 'declaration' | 'valuesOf' | 'spend'>): Links {
  const found = new Map<CallFact, CallFact[]>();

  function of(call: CallFact): CallFact[] {
    const known = found.get(call);
    if (known) return known;
    found.set(call, [call]);
    const links = follow(call);
    found.set(call, links);
    return links;
  }

  function follow(call: CallFact): CallFact[] {
    const links: CallFact[] = [];
    let at: CallFact | null = call;
    const seen = new Set<CallFact>();
    while (at && !seen.has(at) && resolver.spend()) {
      seen.add(at);
      links.push(at);
      const object: Expr | null = at.callee.kind === 'member' ? at.callee.object : null;
      const link: CallFact = at;
      at = null;
      if (object?.kind === 'call') at = object.call;
      if (object?.kind === 'member' && object.object.kind === 'name' && object.object.name === 'this') {
        at = resolver.valuesOf(object).values.find(isCall)?.call ?? null;
      }
      const home = object?.kind === 'name' ? resolver.declaration(object)?.scope : undefined;
      if (object?.kind === 'name' && home) {
        for (const other of callsOn(object.name)) {
          const root = rootOf(other);
          if (root?.name !== object.name || seen.has(other) || !mayMeet(other.scope, call.scope)) continue;
          if (resolver.declaration(root)?.scope !== home) continue;
          seen.add(other);
          links.push(other);
        }
        at = resolver.valuesOf(object).values.find(isCall)?.call ?? null;
      }
      // `request().withPrompt("…")`: the chain goes on in the function of this file that begins it
      const returned: CallExpr | undefined = at ? undefined : resolver.valuesOf({ kind: 'call', span: link.span, call: link }).values.find(isCall);
      if (returned && returned.call !== link) at = returned.call;
    }
    return links;
  }

  function named(call: CallFact, key: string): CallFact[] {
    const names = PREFIXES.map((prefix) => prefix + plainName(key));
    return of(call)
      .filter((link) => link.args.length && !link.constructs && link.callee.kind === 'member' && names.includes(plainName(link.callee.property)))
      .sort((a, b) => a.span.end - b.span.end);
  }

  return { of, named, given: (call, key) => named(call, key).flatMap((link) => link.args.map((arg) => arg.value)) };
}

const isCall = (value: Value): value is CallExpr => value.kind === 'call';

/** Is what one place does to a variable of both seen at the other? Another function's calls on a shared one are its own affair. */
function mayMeet(there: Scope, here: Scope): boolean {
  const outer = outermostFunction(there);
  return outer === null || outer === outermostFunction(here);
}

/** The function of the file or of a class that a scope lies in. */
export function outermostFunction(from: Scope): Scope | null {
  let outermost: Scope | null = null;
  for (let scope: Scope | null = from; scope; scope = scope.parent) if (scope.kind === 'function') outermost = scope;
  return outermost;
}

/** The variable whose method a call is: `builder` of `builder.Services.Add(…)`. */
export function rootOf(call: CallFact): NameExpr | null {
  let at = call.callee;
  while (at.kind === 'member') at = at.object;
  return at.kind === 'name' && at !== call.callee ? at : null;
}
