import type { Snippet } from './snippet';

/** Lets so many calls run at a time. */
export default {
  id: 'rate-limit',
  language: 'typescript',
  exports: ['withRateLimit'],
  imports: ["import { AsyncLocalStorage } from 'node:async_hooks';"],
  requires: ['wrapped'],
  code: () => `/** A stream that nobody reads for so long gives its turn back: it was left, or its reader waits for a turn. */
const unreadStreamMs = 10_000;

interface CallLimit {
  running: number;
  waiting: (() => void)[];
}
const callLimits = new Map<number, CallLimit>();
/** The right to run, which is given back once. */
interface CallTurn {
  limit: CallLimit;
  held: boolean;
}
/** The turns of the calls around this one. */
const turnsAround = new AsyncLocalStorage<readonly CallTurn[]>();

function giveBack(turn: CallTurn): void {
  if (!turn.held) return;
  turn.held = false;
  const next = turn.limit.waiting.shift();
  // The next call goes on in this turn, so the count stays.
  if (next) next();
  else turn.limit.running--;
}

/**
 * At most so many calls at a time, in all places that name the same number; the others wait for their turn.
 * A stream keeps its turn to its end, and a call within another goes on in that one's turn where none is free.
 */
export function withRateLimit<T extends object>(target: T, { concurrency }: { concurrency: number }): T {
  const limit = callLimits.get(concurrency) ?? { running: 0, waiting: [] };
  callLimits.set(concurrency, limit);
  return wrapped(target, async (call, args) => {
    const around = turnsAround.getStore() ?? [];
    if (limit.running < concurrency) limit.running++;
    else {
      const outer = around.find((turn) => turn.held && turn.limit === limit);
      if (outer) outer.held = false;
      else await new Promise<void>((start) => limit.waiting.push(start));
    }
    const turn: CallTurn = { limit, held: true };
    try {
      const answer = await turnsAround.run([...around, turn], () => call(...args));
      if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer) return streamInTurn(answer as AsyncIterable<unknown>, turn);
      giveBack(turn);
      return answer;
    } catch (error) {
      giveBack(turn);
      throw error;
    }
  });
}

function streamInTurn<T extends AsyncIterable<unknown>>(stream: T, turn: CallTurn): T {
  const events = stream[Symbol.asyncIterator].bind(stream) as () => AsyncIterator<unknown>;
  const unread = (): NodeJS.Timeout => setTimeout(() => giveBack(turn), unreadStreamMs).unref();
  let timer = unread();
  async function* inTurn(): AsyncGenerator<unknown> {
    clearTimeout(timer);
    try {
      for await (const event of { [Symbol.asyncIterator]: events }) {
        timer = unread();
        yield event;
        clearTimeout(timer);
      }
    } finally {
      clearTimeout(timer);
      giveBack(turn);
    }
  }
  return Object.defineProperty(stream, Symbol.asyncIterator, { value: inTurn, configurable: true });
}`,
} satisfies Snippet;
