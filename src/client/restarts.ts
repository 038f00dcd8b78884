/** Decides how long to wait before the server is started again. Times in milliseconds. */
export interface Restarts {
  /** To be called when the server ended at `now`. */
  next(now: number): number;
}

/** At once after the first end, then 1, 2, 4, … up to 30 seconds; a server that lived for a minute starts afresh. */
export function createRestarts(): Restarts {
  let ends = 0;
  let last = Number.NEGATIVE_INFINITY;
  return {
    next(now) {
      ends = now - last > 60_000 ? 1 : ends + 1;
      const wait = ends === 1 ? 0 : Math.min(30_000, 1000 * 2 ** (ends - 2));
      last = now + wait;
      return wait;
    },
  };
}
