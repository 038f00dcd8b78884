import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { askedByOthers, isStatedPrompt, type JoinTarget } from '../core';
import { type CheckedFile, formatCount, formatPlural, withoutCalls } from '../report';
import { analyzeFile, type FileOutcome, type Helpers, type LinkedFile, type Unreadable } from './analyzeFile';
import { exitCodes, type Host, UsageError } from './host';
import { type InputFile, listFiles } from './listFiles';
import { ownPrices } from './ownPrices';
import type { Progress } from './progress';
import { openSettings } from './settings';
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
    .option('--config <file>', 'settings that win over the project files (.prompt-cost.json) and .vscode/settings.json')
    .option('--workers <count>', 'threads; the output is the same whatever their number', readCount);
}

/** Reads an option that is a whole number from 1. */
export function readCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new UsageError(`${value} is no whole number from 1`);
  return count;
}

/** A file with by what usage logs may name its requests, one for each call. */
export interface FoundFile extends CheckedFile {
  targets?: JoinTarget[];
}

/** All that was found under some paths, in the order of the files. */
export interface PathResults {
  checked: FoundFile[];
  unreadable: Unreadable[];
  /** The user stopped it, and this is what was known by then. */
  stopped: boolean;
}

/** Analyses files and folders, with or without looking for problems. The results' order is that of the files, whoever analysed them. */
export async function analyzePaths(
  host: Host,
  paths: readonly string[],
  { config, workers, problems }: PathOptions & { problems: boolean },
): Promise<PathResults> {
  const { inputs, broken } = await listInputs(host, paths, config);
  const wanted = Math.min(workers ?? (inputs.length < fewFiles ? 1 : Math.min(availableParallelism(), 4)), inputs.length);
  const said = new Set<string>();
  const warnOnce = (line: string) => {
    if (!said.has(line)) host.warn(line);
    said.add(line);
  };
  const progress = host.watch(inputs.length);
  const inThreads = (script: string, some: readonly InputFile[], helpers: Helpers) =>
    analyzeInThreads(script, some, { problems, today: host.today() }, wanted, helpers, { warn: warnOnce, progress });
  const analyze = async (some: readonly InputFile[], helpers: Helpers): Promise<FileOutcome[]> => {
    const script = host.workerScript;
    if (script !== null && wanted > 1 && some.length > 1) return inThreads(script, some, helpers);
    const outcomes = await analyzeHere(host, some, problems, helpers, progress);
    const rest = some.slice(outcomes.length);
    return script !== null && rest.length && !progress.isStopped ? [...outcomes, ...(await inThreads(script, rest, helpers))] : outcomes;
  };
  const outcomes = await analyze(inputs, []);
  const left = inputs.length - outcomes.filter(Boolean).length;
  if (!progress.isStopped) await analyzeCallers(inputs, outcomes, analyze);
  progress.end();
  if (left) host.warn(`stopped: ${formatCount(left)} of ${formatPlural(inputs.length, 'file')} were not analysed`);
  const found: LinkedFile[] = [];
  const unreadable: Unreadable[] = [...broken];
  const inputOf: InputFile[] = [];
  // what was not analysed when the user stopped it leaves holes
  for (const [index, outcome] of outcomes.entries()) {
    if (!outcome) continue;
    if ('error' in outcome) unreadable.push(outcome);
    else {
      found.push(outcome);
      inputOf.push(inputs[index]!);
    }
  }
  const checked = linkFiles(found).map((file, index) => ({ ...file, own: ownPrices(file.file, inputOf[index]!.settings) }));
  return { checked, unreadable, stopped: progress.isStopped };
}

/** Files that name no SDK may still call a helper of another file: they are read once the helpers are known. */
async function analyzeCallers(
  inputs: readonly InputFile[],
  outcomes: FileOutcome[],
  analyze: (some: readonly InputFile[], helpers: Helpers) => Promise<FileOutcome[]>,
): Promise<void> {
  const helpers = outcomes.flatMap((outcome) =>
    'error' in outcome ? [] : (outcome.links?.helpers ?? []).map((name) => ({ path: plainPath(outcome.file.path), name })),
  );
  const idle = outcomes.flatMap((outcome, index) => ('error' in outcome || outcome.links || outcome.file.parsed ? [] : [index]));
  if (!helpers.length || !idle.length) return;
  const again = await analyze(
    idle.flatMap((index) => inputs[index] ?? []),
    helpers,
  );
  for (const [at, index] of idle.entries()) outcomes[index] = again[at] ?? outcomes[index]!;
}

/** Leaves out the calls that other files ask, so that each request is listed once. */
function linkFiles(files: readonly LinkedFile[]): FoundFile[] {
  const linked = files.flatMap(({ file: { path }, links }) => (links ? [{ path: plainPath(path), links }] : []));
  const asked = askedByOthers(linked);
  return files.map(({ links: _links, ...found }) => {
    const without = asked.get(plainPath(found.file.path));
    if (!without) return found;
    return { ...found, file: withoutCalls(found.file, without), targets: found.targets?.filter((_, index) => !without.has(index)) };
  });
}

const plainPath = (path: string): string => path.replaceAll('\\', '/');

/** Lists the files that the settings of their folders leave. `broken`: project files that could not be read. */
export async function listInputs(
  host: Host,
  paths: readonly string[],
  config?: string,
): Promise<{ inputs: InputFile[]; broken: readonly Unreadable[] }> {
  const settings = await openSettings(host, config);
  const engine = await host.engine();
  const inputs = await listFiles(paths, {
    cwd: host.cwd,
    settingsOf: settings.of,
    accepts: (path, own) => engine.accepts(path) || isStatedPrompt(own, path),
  });
  return { inputs, broken: settings.broken };
}

/** The exit code of what was found. */
export function exitCodeOf({ unreadable, stopped }: Pick<PathResults, 'unreadable' | 'stopped'>, failed = false): number {
  if (stopped) return exitCodes.stopped;
  return unreadable.length ? exitCodes.usage : failed ? exitCodes.problems : exitCodes.fine;
}

/** Names what could not be read, all on one line. */
export function warnUnreadable(host: Host, unreadable: readonly Unreadable[]): void {
  if (unreadable.length) host.warn(`cannot read ${unreadable.map(({ path, error }) => `${path} (${error})`).join(', ')}`);
}

/** Ends early where a fault has made the engine worthless and there are threads to go on. */
async function analyzeHere(
  host: Host,
  inputs: readonly InputFile[],
  problems: boolean,
  helpers: Helpers,
  progress: Progress,
): Promise<FileOutcome[]> {
  const engine = await host.engine();
  const outcomes: FileOutcome[] = [];
  for (const input of inputs) {
    if (progress.isStopped || (host.hasFault() && host.workerScript !== null)) break;
    const outcome = await analyzeFile(engine, input, problems, helpers);
    outcomes.push(outcome);
    progress.add(outcome);
    // a signal is only heard between two turns
    await new Promise(setImmediate);
  }
  return outcomes;
}
