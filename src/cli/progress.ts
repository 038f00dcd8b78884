import { formatCount, formatPlural, formatUsd } from '../report';
import type { FileOutcome } from './analyzeFile';

/** How far the analysis of files is. */
export interface Progress {
  /** A file was analysed. */
  add(outcome: FileOutcome): void;
  /** The user wants it to end with what is known. */
  readonly isStopped: boolean;
  /** Nothing more comes. */
  end(): void;
}

/** Watches the analysis of so many files. */
export type Watch = (files: number) => Progress;

/** What another process is told that started this one. */
export interface ProgressMessage {
  done: number;
  files: number;
  calls: number;
  /** USD of each call made once, as far as known. */
  usd: number;
}

/** What is used of the stream that people see. */
export type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>;

/** Milliseconds before anything is shown, and between two looks at it. */
const PATIENCE = 2000;
const INTERVAL = 100;

/**
 * Shows on a terminal what takes longer than two seconds, on one line that goes away; tells a parent process by messages. Ctrl+C ends the analysis,
 * and a second one the program.
 */
export function createWatch(
  terminal: Terminal,
  tell: ((message: ProgressMessage) => void) | null,
  now: () => number = () => performance.now(),
): Watch {
  return (files) => {
    const begun = now();
    const known: ProgressMessage = { done: 0, files, calls: 0, usd: 0 };
    let shown = 0;
    let isStopped = false;
    const stop = () => {
      if (isStopped) process.exit(130);
      isStopped = true;
    };
    const clear = () => {
      if (terminal.isTTY && shown) terminal.write('\r\x1b[K');
    };
    const show = () => {
      const time = now();
      if (time - shown < INTERVAL) return;
      tell?.(known);
      if (terminal.isTTY && time - begun >= PATIENCE) {
        terminal.write(`\r\x1b[K${describe(known)}`.slice(0, (terminal.columns ?? 80) + 3));
        shown = time;
      } else if (tell) shown = time;
    };
    process.on('SIGINT', stop);
    return {
      add(outcome) {
        // callers of helpers are read twice
        known.done = Math.min(known.done + 1, files);
        if (!('error' in outcome)) {
          known.calls += outcome.file.calls.length;
          known.usd += outcome.file.calls.reduce((sum, { cost }) => sum + (cost?.perCall ?? 0), 0);
        }
        show();
      },
      get isStopped() {
        return isStopped;
      },
      end() {
        process.off('SIGINT', stop);
        clear();
      },
    };
  };
}

/** `120 of 5,000 files · 34 calls · ≈ $0.12 for one of each so far`. */
function describe({ done, files, calls, usd }: ProgressMessage): string {
  return `${formatCount(done)} of ${formatPlural(files, 'file')} · ${formatPlural(calls, 'call')} · ≈ ${formatUsd(usd)} for one of each so far`;
}

/** Watches nothing: for tests, and where nobody waits. */
export const watchNothing: Watch = () => ({ add: () => {}, isStopped: false, end: () => {} });
