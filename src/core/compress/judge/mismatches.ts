import { strictRoles } from './readClauses';
import type { Clause, FindingKind, Modal, Token } from './types';

/** What two tokens with the same meaning are bound to differently. */
export function mismatches(a: Token, b: Token): FindingKind[] {
  const kinds: FindingKind[] = [];
  if (a.kind === 'number' && a.unit !== b.unit) kinds.push('unit');
  if (isDenied(a) !== isDenied(b)) kinds.push(a.clause.opens || b.clause.opens ? 'condition' : 'negation');
  if (!isAsStrong(a.clause.modal, b.clause.modal)) kinds.push('modal');
  if (a.clause.frequency !== b.clause.frequency || !sameQuantifier(a, b) || isEither(a) !== isEither(b)) kinds.push('quantifier');
  if (a.clause.opens !== b.clause.opens || !sameCondition(a.clause.condition, b.clause.condition)) kinds.push('condition');
  if (isOpposite(a.clause, b.clause)) kinds.push('order');
  if ((strictRoles.has(a.role) || strictRoles.has(b.role)) && a.role !== b.role && a.kind !== 'number') kinds.push('order');
  return kinds;
}

/** *All* may go over to another noun where its own is understood, and *the X must* to *each X must* where a list shares it. */
function sameQuantifier(a: Token, b: Token): boolean {
  if (a.quantifier === b.quantifier) return true;
  if (new Set([a.quantifier, b.quantifier, '', 'ALL']).size > 2) return false;
  if ((a.inherited || b.inherited) && (a.quantifier ? b : a).articled) return true;
  const [holder, other] = a.quantifier ? [b, a] : [a, b];
  const all = holder.clause.tokens.find(({ quantifier }) => quantifier === 'ALL');
  return all !== undefined && !other.clause.tokens.some(({ concept }) => concept === all.concept);
}

/** *First* and *last*, or one of them that stands alone and goes. */
function isOpposite(a: Clause, b: Clause): boolean {
  const ends = [a, b].filter(({ sequence }) => sequence === 'FIRST' || sequence === 'LAST');
  if (ends.length === 2) return a.sequence !== b.sequence;
  return ends.some(({ chained }) => !chained) && (a.sequence === '' || b.sequence === '');
}

const isDenied = ({ clause, without }: Token): boolean => clause.negated !== without;
const isEither = ({ joint, clause }: Token): boolean => joint === 'or' && !clause.negated;

/** An imperative is as strong as *must* and as *should*; these two differ. */
function isAsStrong(a: Modal, b: Modal): boolean {
  if (a === b) return true;
  const other = a === 'plain' ? b : b === 'plain' ? a : null;
  return other === 'must' || other === 'should';
}

export function sameCondition(a: Clause | null, b: Clause | null): boolean {
  if (!a || !b) return a === b;
  if (a.opens !== b.opens) return false;
  const concepts = conceptsOf(b);
  const own = conceptsOf(a);
  if (own.size === 0 || concepts.size === 0) return a.negated === b.negated;
  return [...own].some((concept) => concepts.has(concept));
}

const conceptsOf = ({ tokens }: Clause): Set<string> => new Set(tokens.filter(({ weak }) => !weak).map(({ concept }) => concept));
