import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { EngineOptions, Settings } from '../core';
import { loadEngine } from '../loadEngine';
import { createPriceStore } from '../prices/store';
import { createFileReader } from '../readFile';
import { createTokenizerOpener } from '../tokenizerFiles';
import { analyzeFile, type FileOutcome, type Helpers } from './analyzeFile';
import { refusedTokenizer } from './host';
import type { InputFile } from './listFiles';

/** What a thread is started with. */
export interface WorkerStart {
  /** Of all folders, each once. */
  settings: readonly Settings[];
  problems: boolean;
  /** ISO date that counts as today. */
  today: string;
}
/** Files to analyse, with their places among all and the index of their settings. */
export interface WorkerTask {
  files: { index: number; input: Omit<InputFile, 'settings'> & { settings: number } }[];
  helpers: Helpers;
}
/** Something to say on standard error; other threads may say the same. */
export interface WorkerWarning {
  warning: string;
}
/** A worker's answer for one of them. */
export interface WorkerAnswer {
  index: number;
  outcome: FileOutcome;
}

/** The thread's side: started with a task, does it for the files that it gets, with an engine of its own. While one waits for the disk, others go on. */
export async function serveTasks(distFolder: string): Promise<void> {
  const port = parentPort!;
  const { settings, problems, today } = workerData as WorkerStart;
  const cwd = process.cwd();
  const options: EngineOptions = {
    readFile: createFileReader(cwd),
    openBytes: createTokenizerOpener(() => [cwd]),
    onTokenizerRefused: (file, why) => port.postMessage({ warning: refusedTokenizer(file, why, cwd) } satisfies WorkerWarning),
    today: () => today,
    // Another thread goes on with the files that this one had.
    onFault: () => process.exit(1),
  };
  const engine = await loadEngine(path.join(distFolder, 'assets'), createPriceStore(), options);
  port.on('message', ({ files, helpers }: WorkerTask) => {
    for (const { index, input } of files) {
      const analysed = analyzeFile(engine, { ...input, settings: settings[input.settings]! }, problems, helpers);
      void analysed.then((outcome) => port.postMessage({ index, outcome } satisfies WorkerAnswer));
    }
  });
}
