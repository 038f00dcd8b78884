import type { Snippet } from './snippet';

/** What all wrappers share: calls of an object's methods, or of a function, go through a function of ours. */
export default {
  id: 'wrapped',
  language: 'typescript',
  exports: ['wrapped'],
  imports: [],
  requires: [],
  code: () => `type AnyCall = (...args: unknown[]) => unknown;

/** Stands for an SDK's object or function: 'through' gets each method called, with its arguments and its name. */
export function wrapped<T extends object>(target: T, through: (call: AnyCall, args: unknown[], name: string) => unknown): T {
  return new Proxy(target, {
    get(_target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => through((...given) => Reflect.apply(member, target, given), args, String(name));
    },
    apply: (call, self, args: unknown[]) => through((...given) => Reflect.apply(call as AnyCall, self, given), args, ''),
  });
}`,
} satisfies Snippet;
