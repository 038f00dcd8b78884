import type { Expr, Loop } from '../facts';
import { dotted } from './names';

type Bound = Pick<Loop, 'counter' | 'bound'>;

const COMPARISON = /^(?:[<>]=?|!==?)$/;
const AND = /^(?:and|&&)$/;
const UP_TO = /^\.\.[.<=]?$|^until$|^downTo$/;
/** Functions that give the numbers from one to another, or as many as they are told. */
const RANGE = /^(?:range|xrange|trange|rangeClosed|Range)$/;
const TIMES = /^(?:times|repeat)$/;

/** What a loop's head says of how often it turns. */
export function boundOf({ over, names, condition }: Loop): Bound {
  if (condition) return boundOfCondition(condition) ?? { counter: null, bound: null };
  const bound = over && boundOfItems(over);
  return { counter: bound ? (names[0] ?? null) : null, bound };
}

function boundOfItems(over: Expr): Expr | null {
  if (over.kind === 'number') return over;
  if (over.kind === 'unknown' && over.operands && UP_TO.test(over.operator ?? '')) return over.operands[1] ?? null;
  if (over.kind !== 'call') return null;
  const { callee, args } = over.call;
  const name = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  if (!RANGE.test(name) && !TIMES.test(name)) return null;
  const values = args.filter((arg) => arg.name === null && !arg.spread).map((arg) => arg.value);
  return (RANGE.test(name) ? values[1] : undefined) ?? values[0] ?? null;
}

/** The comparison of a name that has to hold; one of several joined by `and`. */
function boundOfCondition(condition: Expr): Bound | null {
  if (condition.kind === 'choice' && condition.conditions) return firstBound([...condition.conditions, ...condition.options]);
  if (condition.kind !== 'unknown' || !condition.operands || !condition.operator) return null;
  if (AND.test(condition.operator)) return firstBound(condition.operands);
  const [left, right] = condition.operands;
  if (!COMPARISON.test(condition.operator) || condition.operands.length !== 2 || !left || !right) return null;
  const [counter, other] = [dotted(left), dotted(right)];
  // `3 > tries`; of two names the first is taken to be the one that changes
  if (counter !== null) return { counter, bound: right };
  return other === null ? null : { counter: other, bound: left };
}

function firstBound(conditions: readonly Expr[]): Bound | null {
  for (const one of conditions) {
    const bound = boundOfCondition(one);
    if (bound) return bound;
  }
  return null;
}
