import type { Snippet } from './snippet';

/** Lets so many calls run at a time. */
export default {
  id: 'rate-limit',
  language: 'typescript',
  exports: ['withRateLimit'],
  imports: [],
  requires: ['wrapped'],
  code: () => `interface CallLimit {
  running: number;
  waiting: (() => void)[];
}
const callLimits = new Map<number, CallLimit>();

/** At most so many calls at a time, in all places that name the same number; the others wait for their turn. */
export function withRateLimit<T extends object>(target: T, { concurrency }: { concurrency: number }): T {
  const limit = callLimits.get(concurrency) ?? { running: 0, waiting: [] };
  callLimits.set(concurrency, limit);
  return wrapped(target, async (call, args) => {
    if (limit.running < concurrency) limit.running++;
    // A call that ends hands its place on, so the count stays.
    else await new Promise<void>((start) => limit.waiting.push(start));
    try {
      return await call(...args);
    } finally {
      const next = limit.waiting.shift();
      if (next) next();
      else limit.running--;
    }
  });
}`,
} satisfies Snippet;
