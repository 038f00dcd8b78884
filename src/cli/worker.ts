import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { folderAssets } from '../assets';
import { createEngine } from '../core';
import { createFileReader } from '../readFile';
import { analyzeFile, type FileOutcome, type Task } from './analyzeFile';
import type { InputFile } from './listFiles';

/** Files to analyse, with their places among all. */
export type WorkerTask = { index: number; input: InputFile }[];
/** A worker's answer for one of them. */
export interface WorkerAnswer {
  index: number;
  outcome: FileOutcome;
}

/** The thread's side: started with a task, does it for the files that it gets, with an engine of its own. While one waits for the disk, others go on. */
export async function serveTasks(distFolder: string): Promise<void> {
  const port = parentPort!;
  const task = workerData as Task;
  const engine = await createEngine(folderAssets(path.join(distFolder, 'assets')), { readFile: createFileReader(process.cwd()) });
  port.on('message', (given: WorkerTask) => {
    for (const { index, input } of given)
      void analyzeFile(engine, input, task).then((outcome) => port.postMessage({ index, outcome } satisfies WorkerAnswer));
  });
}
