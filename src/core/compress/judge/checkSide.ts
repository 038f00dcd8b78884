import type { Span } from '../../types';
import { findSwap, stepsOf } from './checkOrder';
import { createFinding } from './describe';
import { type Counterpart, findCounterparts, findLikeness, type Side } from './findCounterparts';
import { mismatches } from './mismatches';
import type { Excerpt, Finding, FindingKind, Token, Unit } from './types';

/** Looks for each unit of one side what became of it on the other. `missing`: what to call that which is not there. */
export function checkSide(from: Side, to: Side, missing: 'lost' | 'added'): Finding[] {
  const findings: Finding[] = [];
  const met = new Map<Token, Token>();
  const twins = twinsOf(from, to);
  from.units.forEach((unit, index) => {
    const twin = twins.get(unit);
    if (twin) {
      for (const [at, token] of unit.tokens.entries()) met.set(token, twin.tokens[at] ?? token);
      return;
    }
    const likeness = findLikeness(from, index, to);
    const counterparts = findCounterparts(from, index, to, likeness);
    for (const { token, found, how } of counterparts) if (how === 'bound') met.set(token, found!.token);
    findings.push(...checkUnit(unit, to, to.units[likeness.best] ?? null, counterparts, missing));
  });
  return [...findings, ...checkSteps(from, met, missing)];
}

/** Units that stand on the other side word for word: the first for the first, and the last one for all that are left. */
function twinsOf(from: Side, to: Side): Map<Unit, Unit> {
  const left = new Map<string, Unit[]>();
  for (const unit of [...to.units].reverse()) {
    const list = left.get(unit.key);
    if (list) list.push(unit);
    else left.set(unit.key, [unit]);
  }
  const twins = new Map<Unit, Unit>();
  for (const unit of from.units) {
    const list = left.get(unit.key);
    if (list) twins.set(unit, list.length > 1 ? list.pop()! : list[0]!);
  }
  return twins;
}

function checkUnit(unit: Unit, to: Side, other: Unit | null, counterparts: readonly Counterpart[], missing: 'lost' | 'added'): Finding[] {
  const findings: Finding[] = [];
  const add = (kind: FindingKind, before: Span, after: Span | null, text: string, otherText: string | null) => {
    if (findings.some((known) => known.kind === kind && kind !== 'number')) return;
    const [own, others] = [excerpt(before, text), after && otherText !== null ? excerpt(after, otherText) : null];
    findings.push(missing === 'lost' ? createFinding(kind, own, others) : createFinding(kind, others, own));
  };
  const gone = counterparts.filter(({ token, how }) => !token.weak && (how === 'gone' || how === 'moved') && !isTitle(unit, token, how));
  for (const { token } of gone.filter(({ token: { kind } }) => kind !== 'word')) {
    const rival =
      token.kind === 'number'
        ? other?.tokens.find(({ kind, concept, unit: measure }) => kind === 'number' && (concept === token.concept || measure === token.unit))
        : undefined;
    const kind = token.kind === 'number' && rival?.concept === token.concept ? 'unit' : nameOf(token, missing);
    add(kind, token, rival ?? null, textOf(unit, token), rival && other ? textOf(other, rival) : null);
  }
  const words = gone.filter(({ token: { kind } }) => kind === 'word').map(({ token }) => token);
  if (words.length > 0) {
    const span = { start: Math.min(...words.map(({ start }) => start)), end: Math.max(...words.map(({ end }) => end)) };
    const kind = words.every(({ clause }) => clause.opens) ? 'condition' : missing;
    add(kind, span, null, textOf(unit, span), null);
  }
  for (const { token, found, how } of counterparts) {
    if (how !== 'bound' || token.weak) continue;
    const home = found && to.units[found.unit]!;
    for (const kind of mismatches(token, found!.token)) {
      if (isExcused(kind, token, unit, home)) continue;
      if (token.kind === 'number' && (kind === 'unit' || kind === 'quantifier'))
        add(kind, token, found!.token, textOf(unit, token), textOf(home!, found!.token));
      else add(kind, unit, home, unit.text, home?.text ?? null);
    }
  }
  const swap = findSwap(counterparts);
  if (swap) add(swap.kind, unit, other, unit.text, other?.text ?? null);
  return findings;
}

/** The lines that lead a list are judged with its items; a word of a condition may be told before it. */
function isExcused(kind: FindingKind, token: Token, unit: Unit, other: Unit | null): boolean {
  if (unit.leads) return true;
  if (kind !== 'condition' || token.clause.opens === '') return false;
  const own = token.clause;
  return (other?.tokens ?? []).some(
    ({ concept, clause: { condition } }) =>
      concept !== token.concept &&
      condition !== null &&
      condition.opens === own.opens &&
      condition.negated === own.negated &&
      !condition.tokens.some((one) => one.concept === token.concept),
  );
}

/** A heading may go or come where the rest of the text has its words. */
const isTitle = (unit: Unit, token: Token, how: string): boolean =>
  unit.kind === 'heading' && token.kind === 'word' && (how === 'moved' || unit.tokens.length <= 1);

function nameOf({ kind }: Token, missing: 'lost' | 'added'): FindingKind {
  if (kind === 'you') return 'party';
  return kind === 'word' ? missing : kind;
}

/** Steps that follow each other in another order than before. */
function checkSteps(from: Side, met: ReadonlyMap<Token, Token>, missing: 'lost' | 'added'): Finding[] {
  const steps = stepsOf(from.units);
  for (let index = 1; index < steps.length; index++) {
    const { unit } = steps[index]!;
    const [first, second] = [steps[index - 1]!.tokens, steps[index]!.tokens];
    const concepts = new Set(second.map(({ concept }) => concept));
    const shared = new Set(first.map(({ concept }) => concept).filter((concept) => concepts.has(concept)));
    const [a, b] = [first, second].map((step) =>
      placeOf(
        step.filter(({ concept }) => !shared.has(concept)),
        met,
      ),
    ) as [number | null, number | null];
    if (a === null || b === null || a <= b) continue;
    return [missing === 'lost' ? createFinding('order', excerpt(unit, unit.text), null) : createFinding('order', null, excerpt(unit, unit.text))];
  }
  return [];
}

/** Where most of a step stands on the other side. */
function placeOf(step: readonly Token[], met: ReadonlyMap<Token, Token>): number | null {
  const starts = step.flatMap((token) => met.get(token)?.start ?? []).sort((a, b) => a - b);
  return starts.length === 0 ? null : starts[starts.length >> 1]!;
}

const excerpt = ({ start, end }: Span, text: string): Excerpt => ({ start, end, text });
const textOf = (unit: Unit, { start, end }: Span): string => unit.text.slice(start - unit.start, end - unit.start);
