import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { folderAssets } from '../assets';
import { createEngine, type Settings } from '../core';
import { createFileReader } from '../readFile';
import { analyzeFile, type FileOutcome } from './analyzeFile';
import type { InputFile } from './listFiles';

/** What a worker is started with. */
export interface WorkerStart {
  settings: Settings;
}
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

/** The thread's side: answers tasks one by one with an engine of its own. */
export async function serveTasks(distFolder: string): Promise<void> {
  const port = parentPort!;
  const { settings } = workerData as WorkerStart;
  const engine = await createEngine(folderAssets(path.join(distFolder, 'assets')), { readFile: createFileReader(process.cwd()) });
  port.on('message', async ({ index, input }: WorkerTask) => {
    const answer: WorkerAnswer = { index, outcome: await analyzeFile(engine, input, settings) };
    port.postMessage(answer);
  });
}
