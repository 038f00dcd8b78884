import type { Counterpart } from './findCounterparts';
import type { Clause, FindingKind, Token, Unit } from './types';

/** Two tokens that stand the other way round, and what that changes. */
export interface Swap {
  kind: FindingKind;
  first: Counterpart;
  second: Counterpart;
}

/**
 * Tokens of one clause that stand in another order where order says who does what, or what comes first. Verbs may move, and what a preposition
 * binds, if it is the same one on both sides.
 */
export function findSwap(counterparts: readonly Counterpart[]): Swap | null {
  /** The last token of each role of the clause that is read. */
  let last = new Map<string, Counterpart>();
  let clause: Clause | null = null;
  for (const one of counterparts) {
    if (one.token.clause !== clause) last = new Map();
    clause = one.token.clause;
    if (one.how !== 'bound' || one.token.weak || isVerb(one)) continue;
    const role = one.token.role === one.found!.token.role ? one.token.role : '';
    const first = last.get(role);
    if (first && isSwapped(first, one)) return { kind: kindOf(first, one), first, second: one };
    last.set(role, one);
  }
  return findExchange(counterparts);
}

function isSwapped(first: Counterpart, second: Counterpart): boolean {
  const [a, b] = [first.found!.token, second.found!.token];
  if (a === b || a.clause !== b.clause || first.token.concept === second.token.concept) return false;
  return a.at > b.at && !isCompound(first.token, second.token, b, a);
}

/** *order date* and *date of the order* are the same, and so are *steps: 10* and *10 steps* where there is no other number. */
function isCompound(a: Token, b: Token, otherB: Token, otherA: Token): boolean {
  const near = (x: Token, y: Token) => Math.abs(x.at - y.at) === 1;
  if (!near(a, b) || !near(otherB, otherA)) return false;
  const loneNumber =
    (a.kind === 'number') !== (b.kind === 'number') &&
    [a, otherA].every(({ clause }) => clause.tokens.filter(({ kind }) => kind === 'number').length === 1);
  return loneNumber || (b.role === 'OF') !== (otherA.role === 'OF');
}

/** A word of one clause that went to the next, whose own came in its place: *tell A where B is*, *tell B where A is*. */
function findExchange(counterparts: readonly Counterpart[]): Swap | null {
  const bound = counterparts.filter(({ how, token }) => how === 'bound' && !token.weak);
  const homes = new Map<Clause, Map<Clause, number>>();
  for (const { token, found } of bound) {
    const counts = homes.get(token.clause) ?? new Map<Clause, number>();
    homes.set(token.clause, counts.set(found!.token.clause, (counts.get(found!.token.clause) ?? 0) + 1));
  }
  const clauses = [...homes.keys()];
  for (let index = 1; index < clauses.length; index++) {
    const [one, two] = [clauses[index - 1]!, clauses[index]!];
    const both = [...homes.get(one)!.keys()].filter((home) => homes.get(two)!.has(home));
    if (both.length < 2) continue;
    const [first, second] = [one, two].map((clause) => bound.find((candidate) => candidate.token.clause === clause && !isVerb(candidate)));
    if (first && second) return { kind: 'party', first, second };
  }
  return null;
}

const isVerb = ({ token, found }: Counterpart): boolean => token.verb || found!.token.verb;

function kindOf({ token: a }: Counterpart, { token: b, found }: Counterpart): FindingKind {
  if (a.kind === 'number' || b.kind === 'number') return 'number';
  return b.joint === ',' || b.joint === 'and' || b.joint === 'or' || (a.role !== '' && a.role === b.role && b.role === found!.token.role)
    ? 'order'
    : 'party';
}

/** A step, and the unit that it stands in. */
export interface Step {
  tokens: Token[];
  unit: Unit;
}

/** Steps in the order of a text: numbered units, clauses with *first*, *then*, *last*, and short list items. */
export function stepsOf(units: readonly Unit[]): Step[] {
  const steps: Step[] = [];
  units.forEach((unit) => {
    const own = unit.tokens.filter(({ inherited, weak }) => !inherited && !weak);
    if (unit.numbered || (unit.kind === 'item' && own.length <= 3)) {
      if (own.length > 0) steps.push({ tokens: own, unit });
      return;
    }
    const clauses = [...new Set(own.map(({ clause }) => clause))];
    clauses.forEach((clause, at) => {
      if (clause.sequence || clauses[at + 1]?.sequence === 'THEN' || clauses[at + 1]?.sequence === 'LAST')
        steps.push({ tokens: clause.tokens.filter(({ weak }) => !weak), unit });
    });
  });
  return steps;
}
