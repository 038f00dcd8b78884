/** Says whether an answer is still wanted; looked at in the midst of work. An `AbortSignal` is one. */
export interface StopSignal {
  readonly aborted: boolean;
}

/** Thrown by work that nobody wants any more. */
export class Stopped extends Error {}

/** To be called in loops whose turns are short: work then ends within the time of one. */
export function throwIfStopped(signal: StopSignal | undefined): void {
  if (signal?.aborted) throw new Stopped('nobody wants the answer any more');
}
