import { Worker } from 'node:worker_threads';
import type { FileOutcome, Helpers } from './analyzeFile';
import type { InputFile } from './listFiles';
import type { Progress } from './progress';
import type { WorkerAnswer, WorkerStart, WorkerTask, WorkerWarning } from './worker';

/** Neighbours that a thread gets at a time, at most: they import the same files. */
const MOST_DEALT = 16;

/** What a thread may take before it is given up. */
export interface ThreadLimits {
  /** Milliseconds without the answer for any file. */
  silence: number;
  /** Heap in MiB. */
  heap: number;
}

const usual: ThreadLimits = { silence: 120_000, heap: 3072 };

/**
 * Analyses files in threads, some neighbours at a time. A thread that ends, runs out of memory or falls silent is replaced; the files that it
 * had are given out once more, one by one, so that only the one at fault is left without an analysis, and is named.
 */
export async function analyzeInThreads(
  script: string,
  inputs: readonly InputFile[],
  task: Pick<WorkerStart, 'problems' | 'today'>,
  count: number,
  helpers: Helpers,
  { warn, progress }: { warn: (line: string) => void; progress: Progress },
  limits: ThreadLimits = usual,
): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  // Each thread gets each settings object once, since the engine knows them by identity.
  const settings = [...new Set(inputs.map((input) => input.settings))];
  const start: WorkerStart = { settings, ...task };
  const fileAt = (index: number) => {
    const input = inputs[index]!;
    return { index, input: { ...input, settings: settings.indexOf(input.settings) } };
  };
  const dealt = Math.max(1, Math.min(MOST_DEALT, Math.floor(inputs.length / (4 * count))));
  const again: number[] = [];
  let next = 0;

  const deal = (): number[] => {
    if (progress.isStopped) return [];
    const single = again.shift();
    if (single !== undefined) return [single];
    const first = next;
    next = Math.min(next + dealt, inputs.length);
    return Array.from({ length: next - first }, (_, index) => first + index);
  };
  const giveUp = (waiting: readonly number[], error: string) => {
    const [only, ...others] = waiting;
    if (only !== undefined && !others.length) outcomes[only] = { path: inputs[only]!.path, error };
    else again.push(...waiting);
  };
  const serve = async (): Promise<void> => {
    for (;;) {
      const ended = await runThread(script, start, limits, {
        deal: () => ({ files: deal().map(fileAt), helpers }),
        answer: ({ index, outcome }) => {
          outcomes[index] = outcome;
          progress.add(outcome);
        },
        warn,
      });
      if (!ended) return;
      giveUp(ended.waiting, ended.error);
    }
  };
  // What a thread left over may come when the others have nothing more to do.
  do await Promise.all(Array.from({ length: count }, serve));
  while (again.length && !progress.isStopped);
  return outcomes;
}

interface Dealer {
  /** Nothing: there is nothing left to do. */
  deal(): WorkerTask;
  answer(answer: WorkerAnswer): void;
  warn(line: string): void;
}

/** Keeps one thread busy. null where all was done, else what it left undone, and why. */
function runThread(
  script: string,
  start: WorkerStart,
  { silence, heap }: ThreadLimits,
  dealer: Dealer,
): Promise<{ waiting: number[]; error: string } | null> {
  return new Promise((resolve) => {
    const thread = new Worker(script, { workerData: start, resourceLimits: { maxOldGenerationSizeMb: heap } });
    const waiting = new Set<number>();
    let error = 'its analysis ended without an answer';
    let timer: NodeJS.Timeout | undefined;
    const stop = (why: string) => {
      error = why;
      void thread.terminate();
    };
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => stop('its analysis took too long'), silence);
    };
    const deal = () => {
      const given = dealer.deal();
      for (const { index } of given.files) waiting.add(index);
      if (given.files.length) thread.postMessage(given);
      else void thread.terminate();
    };
    thread.on('message', (answer: WorkerAnswer | WorkerWarning) => {
      if ('warning' in answer) return dealer.warn(answer.warning);
      watch();
      waiting.delete(answer.index);
      dealer.answer(answer);
      if (!waiting.size) deal();
    });
    thread.on('error', (fault: NodeJS.ErrnoException) => {
      error = fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'its analysis took too much memory' : `its analysis failed: ${fault.message}`;
    });
    thread.on('exit', () => {
      clearTimeout(timer);
      resolve(waiting.size ? { waiting: [...waiting], error } : null);
    });
    watch();
    deal();
  });
}
