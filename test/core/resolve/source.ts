import type { Expr, Facts } from '../../../src/core/facts';
import type { Language } from '../../../src/core/languages/language';
import python from '../../../src/core/languages/python';
import typescript from '../../../src/core/languages/typescript';
import { type Budget, createBudget } from '../../../src/core/resolve/budget';
import { createResolver, type Resolver, resolverBase } from '../../../src/core/resolve/resolve';
import { readFacts } from '../../helpers/facts';
import { show } from '../../helpers/showFacts';

export { python, typescript };

const isAsk = (callee: Expr): boolean => callee.kind === 'name' && callee.name === 'ask';

/** A text with a resolver of its own; `asked` is what the last call of `ask` is given. */
export interface Source {
  facts: Facts;
  asked: Expr;
  resolver: Resolver;
  budget: Budget;
}

export async function resolve(text: string, language: Language = python, steps?: number): Promise<Source> {
  const facts = await readFacts(text, language);
  const call = facts.calls.findLast(({ callee }) => isAsk(callee));
  const asked = call?.args[0]?.value;
  if (!asked) throw new Error('nothing is asked');
  const budget = createBudget(steps);
  const copies = language.ecosystem === 'go';
  const base = resolverBase(facts, null, () => facts.calls, { callsWith: () => facts.calls, maySend: ({ callee }) => isAsk(callee), copies });
  return { facts, asked, budget, resolver: createResolver(base, budget) };
}

/** What `ask(…)` is given: its values in short, and `open`, `byDefault` or `grows` where it may be something else. */
export async function valuesIn(text: string, language: Language = python, steps?: number): Promise<string[]> {
  const { resolver, asked } = await resolve(text, language, steps);
  const { values, open, byDefault, grows } = resolver.valuesOf(asked);
  const shown = values.map((value) => (value.kind === 'class' ? `class ${value.scope.name}` : show(value).replaceAll("'", '"')));
  return [...shown, ...(open ? ['open'] : []), ...(byDefault ? ['byDefault'] : []), ...(grows ? ['grows'] : [])];
}
