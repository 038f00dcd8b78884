import type { CallFact, Expr } from '../facts';
import { unwrapped } from '../snippets/helperNames';

/** The call that prepares another one, `functools.partial(create, model=…)`, and the function that it prepares; null for any other. */
export function preparedFunction({ callee, args }: CallFact): Expr | null {
  const [first] = args;
  const name = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  return /^partial(method)?$/.test(name) && first && first.name === null && !first.spread ? first.value : null;
}

/** The last name of a callee: `create` of `client.chat.completions.create`; helpers that we insert around it are passed over. */
export function lastName(given: Expr): string | null {
  const callee = unwrapped(given);
  if (callee.kind === 'member') return callee.property;
  if (callee.kind === 'name') return callee.name;
  return null;
}
