import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { folderAssets } from '../assets';
import { createEngine } from '../core';
import { createFileReader } from '../readFile';
import { analyzeFile, type FileOutcome, type Task } from './analyzeFile';
import type { InputFile } from './listFiles';

/** One file to analyse. */
export interface WorkerTask {
  index: number;
  input: InputFile;
}
/** A worker's answer to a task. */
export interface WorkerAnswer {
  index: number;
  outcome: FileOutcome;
}

/** The thread's side: started with a task, does it for the files that it gets one by one, with an engine of its own. */
export async function serveTasks(distFolder: string): Promise<void> {
  const port = parentPort!;
  const task = workerData as Task;
  const engine = await createEngine(folderAssets(path.join(distFolder, 'assets')), { readFile: createFileReader(process.cwd()) });
  port.on('message', async ({ index, input }: WorkerTask) => {
    const answer: WorkerAnswer = { index, outcome: await analyzeFile(engine, input, task) };
    port.postMessage(answer);
  });
}
