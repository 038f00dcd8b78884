import type { CallFact, Expr, Facts, NameExpr } from '../facts';
import { plainName, type Resolver } from './resolve';

const MOST = 80;
/** How many variables may lead to one another; also what ends a circle. */
const DEEPEST = 5;

/** The names under which a builder takes a parameter: `model`, `withModel`, `setModel`, `addModel`. */
const PREFIXES = ['', 'with', 'set', 'add'];

/** Finds the calls that a value was put together with. */
export interface Links {
  /**
   * The calls of a chain, the last first: `.build()`, `.model("…")`, `.builder()`. A chain that starts at a variable goes on
   * with what the variable holds and with the statements that call its methods (`builder.model("…");`).
   */
  of(call: CallFact, depth?: number): CallFact[];
  /** The links of a chain that set `key`, in the order of the source. */
  named(call: CallFact, key: string, depth?: number): CallFact[];
  /** The arguments that they were given. */
  given(call: CallFact, key: string, depth?: number): Expr[];
}

export function createLinks(facts: Facts, resolver: Pick<Resolver, 'declaration' | 'valuesOf'>): Links {
  let byName: Map<string, CallFact[]> | null = null;
  const found = new Map<CallFact, CallFact[]>();
  const depth = 0;

  function callsOn(name: string): CallFact[] {
    if (!byName) {
      byName = new Map();
      for (const call of facts.calls) {
        const root = call.args.length ? rootOf(call) : null;
        if (!root) continue;
        const known = byName.get(root.name);
        if (known) known.push(call);
        else byName.set(root.name, [call]);
      }
    }
    return byName.get(name) ?? [];
  }

  function of(call: CallFact, depth = 0): CallFact[] {
    const known = found.get(call);
    if (known) return known;
    if (depth >= DEEPEST) return [call];
    depth += 1;
    const links = follow(call);
    depth -= 1;
    found.set(call, links);
    return links;
  }

  function follow(call: CallFact): CallFact[] {
    const links: CallFact[] = [];
    let at: CallFact | null = call;
    while (at && !links.includes(at) && links.length < MOST) {
      links.push(at);
      const object: Expr | null = at.callee.kind === 'member' ? at.callee.object : null;
      at = null;
      if (object?.kind === 'call') at = object.call;
      else if (object?.kind === 'name') {
        const home = resolver.declaration(object)?.scope;
        if (!home) break;
        for (const other of callsOn(object.name)) {
          const root = rootOf(other);
          if (root && !links.includes(other) && resolver.declaration(root)?.scope === home) links.push(other);
        }
        const held = resolver.valuesOf(object, depth + 1).values.find((value) => value.kind === 'call');
        at = held?.kind === 'call' ? held.call : null;
      }
    }
    return links;
  }

  function named(call: CallFact, key: string, depth = 0): CallFact[] {
    const names = PREFIXES.map((prefix) => prefix + plainName(key));
    return of(call, depth)
      .filter((link) => link.args.length && link.callee.kind === 'member' && names.includes(plainName(link.callee.property)))
      .sort((a, b) => a.span.end - b.span.end);
  }

  return { of, named, given: (call, key, depth) => named(call, key, depth).flatMap((link) => link.args.map((arg) => arg.value)) };
}

/** The variable whose method a call is: `builder` of `builder.Services.Add(…)`. */
function rootOf(call: CallFact): NameExpr | null {
  let at = call.callee;
  while (at.kind === 'member') at = at.object;
  return at.kind === 'name' && at !== call.callee ? at : null;
}
