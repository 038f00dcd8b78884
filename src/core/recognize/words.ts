import type { Expr } from '../facts';
import type { Role } from '../types';
import { snakeName } from './promptShape';

const ROLES: Record<string, Role> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  ai: 'assistant',
  model: 'assistant',
  chatbot: 'assistant',
  bot: 'assistant',
  tool: 'tool',
  function: 'tool',
};

/** Reads roles from words (`"system"`, `ChatMessageRoleUser`, `HumanMessage`). */
export function roleOf(word: string): Role | null {
  const exact = ROLES[word.toLowerCase()];
  if (exact) return exact;
  const words = snakeName(word).split('_');
  for (const part of words.reverse()) if (ROLES[part]) return ROLES[part] as Role;
  return null;
}

/** `a.b.c` of a callee, calls in between passed over. */
export function calleePath(callee: Expr): string {
  if (callee.kind === 'name') return callee.name;
  if (callee.kind === 'member') return `${calleePath(callee.object)}.${callee.property}`;
  if (callee.kind === 'call') return calleePath(callee.call.callee);
  return '';
}
