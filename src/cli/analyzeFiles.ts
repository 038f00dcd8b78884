import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { Settings } from '../core';
import type { CheckedFile } from '../report';
import { analyzeFile, type FileOutcome, type Task, type Unreadable } from './analyzeFile';
import { type Host, UsageError } from './host';
import { type InputFile, listFiles } from './listFiles';
import { loadSettings } from './settings';
import { analyzeInThreads } from './threads';

/** Below this, starting threads takes longer than they save. */
const fewFiles = 200;

/** Options of every subcommand that takes paths. */
export interface PathOptions {
  config?: string;
  workers?: number;
}

/** Adds the arguments and options that every subcommand over paths has. */
export function addPathOptions(command: Command): Command {
  return command
    .argument('<path...>', 'files and folders')
    .option('--config <file>', 'settings file (default: .prompt-cost.json upward, else .vscode/settings.json)')
    .option('--workers <count>', 'threads; the output is the same whatever their number', readCount);
}

/** Reads an option that is a whole number from 1. */
export function readCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new UsageError(`${value} is no whole number from 1`);
  return count;
}

/** All that was found under some paths, in the order of the files. */
export interface PathResults {
  settings: Settings;
  checked: CheckedFile[];
  unreadable: Unreadable[];
}

/** Analyses files and folders, with or without looking for problems. The results' order is that of the files, whoever analysed them. */
export async function analyzePaths(
  host: Host,
  paths: readonly string[],
  { config, workers, problems }: PathOptions & Pick<Task, 'problems'>,
): Promise<PathResults> {
  const { settings, inputs } = await listInputs(host, paths, config);
  const wanted = Math.min(workers ?? (inputs.length < fewFiles ? 1 : Math.min(availableParallelism(), 4)), inputs.length);
  const task: Task = { settings, problems };
  const outcomes =
    wanted > 1 && host.workerScript !== null
      ? await analyzeInThreads(host.workerScript, inputs, task, wanted)
      : await analyzeHere(host, inputs, task);
  const checked: CheckedFile[] = [];
  const unreadable: Unreadable[] = [];
  for (const outcome of outcomes) {
    if ('error' in outcome) unreadable.push(outcome);
    else checked.push(outcome);
  }
  return { settings, checked, unreadable };
}

/** Reads the settings and lists the files that they leave. */
export async function listInputs(host: Host, paths: readonly string[], config?: string): Promise<{ settings: Settings; inputs: InputFile[] }> {
  const { settings, base } = await loadSettings(host, config);
  const engine = await host.engine();
  const inputs = await listFiles(paths, { cwd: host.cwd, exclude: settings.exclude, base, accepts: (path) => engine.accepts(path) });
  return { settings, inputs };
}

/** Names what could not be read, all on one line. */
export function warnUnreadable(host: Host, unreadable: readonly Unreadable[]): void {
  if (unreadable.length) host.warn(`cannot read ${unreadable.map(({ path, error }) => `${path} (${error})`).join(', ')}`);
}

async function analyzeHere(host: Host, inputs: readonly InputFile[], task: Task): Promise<FileOutcome[]> {
  const engine = await host.engine();
  const outcomes: FileOutcome[] = [];
  for (const input of inputs) outcomes.push(await analyzeFile(engine, input, task));
  return outcomes;
}
