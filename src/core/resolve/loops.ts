import type { Loop } from '../facts';

/** Names of what counts tries of one thing. */
const TRIES = /^_*(attempts?|retry|retries|tries|try(number|count)?|retrycount|attempt(number|count)?|tryindex)$/;

/** Does a loop only try one thing again until it succeeds: `for attempt in range(3)`, or a `try` whose success leaves the loop? */
export function isRetry({ retries, counter, names }: Loop): boolean {
  return retries || [counter, ...names].some((name) => name !== null && TRIES.test(name.replaceAll('_', '').toLowerCase()));
}
