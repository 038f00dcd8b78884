import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { folderAssets } from '../assets';
import { createEngine } from '../core';
import { createFileReader } from '../readFile';
import { analyzeFile, type FileOutcome, type Helpers, type Task } from './analyzeFile';
import type { InputFile } from './listFiles';

/** Files to analyse; `first` is the place of the first of them among all. */
export interface WorkerTask {
  first: number;
  inputs: readonly InputFile[];
  helpers: Helpers;
}
/** A worker's answer to a task. */
export interface WorkerAnswer {
  first: number;
  outcomes: FileOutcome[];
}

/** The thread's side: started with a task, does it for the files that it gets, with an engine of its own. While one waits for the disk, others go on. */
export async function serveTasks(distFolder: string): Promise<void> {
  const port = parentPort!;
  const task = workerData as Task;
  const engine = await createEngine(folderAssets(path.join(distFolder, 'assets')), { readFile: createFileReader(process.cwd()) });
  port.on('message', async ({ first, inputs, helpers }: WorkerTask) => {
    const outcomes = await Promise.all(inputs.map((input) => analyzeFile(engine, input, task, helpers)));
    const answer: WorkerAnswer = { first, outcomes };
    port.postMessage(answer);
  });
}
