import type { Expr } from '../facts';
import { unwrapped } from '../snippets/helperNames';

/** The last name of a callee: `create` of `client.chat.completions.create`; helpers that we insert around it are passed over. */
export function lastName(given: Expr): string | null {
  const callee = unwrapped(given);
  if (callee.kind === 'member') return callee.property;
  if (callee.kind === 'name') return callee.name;
  return null;
}
