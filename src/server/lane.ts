import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { createMessageConnection, type MessageConnection, PortMessageReader, PortMessageWriter } from 'vscode-languageserver/node';
import type { WorkMessage } from './work';

/** What a thread is started with. */
export interface LaneData {
  /** Where it says what it works on. */
  work: MessagePort;
  stop: SharedArrayBuffer;
}

/** A thread that serves some of the open documents, as a language server of its own. */
export interface Lane {
  readonly connection: MessageConnection;
  /** The path that it works on; processor time in milliseconds that this took so far, as far as it could be given to it. */
  readonly work: { path: string; spent: number } | null;
  /** Ends its present work, if it is on this path. */
  stop(path: string): void;
  /** Ends the thread. */
  end(): void;
  /** Resolved when it has ended by itself or was ended. */
  readonly ended: Promise<void>;
}

/** Heap of a thread in MiB: without a limit, the memory of hundreds of open files is not given back. */
const HEAP = 1536;
/** Milliseconds between two looks at what a thread works on. */
const LOOK = 200;

export function createLane(script: string, name: string): Lane {
  const { port1, port2 } = new MessageChannel();
  const stop = new SharedArrayBuffer(4);
  const workerData: LaneData = { work: port2, stop };
  const thread = new Worker(script, { name, workerData, transferList: [port2], resourceLimits: { maxOldGenerationSizeMb: HEAP } });
  const connection = createMessageConnection(new PortMessageReader(thread), new PortMessageWriter(thread));
  /** What was begun and has not ended; the last of them is what the thread does now. */
  let begun: { number: number; path: string; spent: number }[] = [];
  port1.on('message', (message: WorkMessage) => {
    if ('begins' in message) begun.push({ number: message.begins, path: message.path, spent: 0 });
    else begun = begun.filter(({ number }) => number !== message.ends);
  });
  // By the clock, a thread that gets no processor would seem to work.
  let before = process.cpuUsage();
  const watch = setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    const present = begun.at(-1);
    if (present) present.spent += Math.min((user + system) / 1000, 2 * LOOK);
  }, LOOK);
  const ended = new Promise<void>((resolve) => thread.once('exit', resolve)).then(() => {
    clearInterval(watch);
    port1.close();
    connection.dispose();
  });
  // What it was is said by the router; without a listener the whole process would end.
  thread.on('error', () => {});
  return {
    connection,
    get work() {
      return begun.at(-1) ?? null;
    },
    stop(path) {
      const present = begun.at(-1);
      if (present?.path === path) Atomics.store(new Int32Array(stop), 0, present.number);
    },
    end: () => void thread.terminate(),
    ended,
  };
}
