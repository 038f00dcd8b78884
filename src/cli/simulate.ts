import { Option } from 'commander';
import {
  type Bill,
  billOf,
  billOfLines,
  discountsFor,
  type Model,
  type Settings,
  type SimulatedSaving,
  simulate,
  sizeOfLines,
  type Workload,
} from '../core';
import { atOwnPrices, type CallReport, type CheckedFile, commonMoney, moneyOf, reportSimulation, reportSimulationAsText } from '../report';
import { analyzePaths, type PathOptions, readCount, warnUnreadable } from './analyzeFiles';
import { exitCodes, type Host, UsageError } from './host';
import type { Register } from './program';
import { loadSettings } from './settings';

interface SimulateOptions extends PathOptions {
  requestsPerDay?: number;
  input?: number;
  output?: number;
  model?: string;
  format: 'text' | 'json';
}

/** A step as it is written; the model of a routing still as its id. */
type Step = { kind: Exclude<SimulatedSaving['kind'], 'route'>; share: number } | { kind: 'route'; share: number; id: string };

/** What the steps start from: at list price, or at the project's own prices. */
interface Start {
  work: Workload[];
  /** What each request costs with another model; null where its price is not known. */
  billsWith(model: Model, factor: number): (Bill | null)[];
  basis: 'stated' | 'measured';
}

/** `prompt-cost simulate`: what savings would take off, one after the other, in the order of the options. */
export const registerSimulate: Register = (program, host, exit) => {
  const steps: Step[] = [];
  const step = (option: string, kind: Exclude<SimulatedSaving['kind'], 'route'>) => (text: string) =>
    void steps.push({ kind, share: readShare(option, text) });
  program
    .command('simulate')
    .description('Show what caches, compression, routing and batches would save, in the order of the options.')
    .argument('[path...]', 'files and folders whose requests have a volume; none with --input, --output and --model')
    .option('--requests-per-day <count>', 'calls a day of each request', (text) => readNumber('--requests-per-day', text))
    .option('--input <tokens>', 'input of one request', (text) => readNumber('--input', text))
    .option('--output <tokens>', 'output of one request', (text) => readNumber('--output', text))
    .option('--model <id>', 'model of these requests')
    .option('--cache-hit-rate <share>', 'share of the calls that a response cache answers', step('--cache-hit-rate', 'response-cache'))
    .option('--prompt-cache <share>', "share of the input that is read from the provider's cache", step('--prompt-cache', 'prompt-cache'))
    .option('--compress <share>', 'share of the input that is left out', step('--compress', 'compress'))
    .option('--route <share:id>', 'share of the calls that go to another model', (text) => void steps.push(readRoute(text)))
    .option('--batch <share>', 'share of the calls that go through a batch API, at half the price', step('--batch', 'batch'))
    .option('--config <file>', 'settings that win over the project files (.prompt-cost.json) and .vscode/settings.json')
    .option('--workers <count>', 'threads; the output is the same whatever their number', readCount)
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .action(async (paths: string[], options: SimulateOptions) => {
      const settings = await loadSettings(host, options.config);
      const asJson = options.format === 'json';
      const { input, output, model } = options;
      const given = [input, output, model].filter((value) => value !== undefined).length;
      if (given !== 0 && given !== 3) throw new UsageError('--input, --output and --model go together');
      if (!given && !paths.length) throw new UsageError('simulate needs paths, or --input, --output and --model');
      const find = await modelFinder(host, settings);
      const { start, unreadable, money } = given
        ? { start: startOfNumbers(options, find('--model', model!), settings, asJson), unreadable: [], money: moneyOf(settings) }
        : await startOfProject(host, paths, options, find, asJson);
      const savings = steps.map((one): SimulatedSaving => {
        if (one.kind !== 'route') return one;
        const other = find('--route', one.id);
        const bills = start.billsWith(other, asJson ? 1 : factorOf(settings, other));
        if (bills.includes(null)) throw new UsageError(`--route: no price is known for ${one.id}`);
        return { kind: 'route', share: one.share, bills: bills as Bill[] };
      });
      const report = reportSimulation(simulate(start.work, savings), start.basis);
      host.write(asJson ? `${JSON.stringify(report, null, 2)}\n` : reportSimulationAsText(report, money));
      warnUnreadable(host, unreadable);
      exit(unreadable.length ? exitCodes.usage : exitCodes.fine);
    });
};

type FindModel = (option: string, id: string) => Model;

async function modelFinder(host: Host, settings: Settings): Promise<FindModel> {
  const engine = await host.engine();
  return (option, id) => {
    const match = engine.findModel(id, settings);
    if (match.kind === 'unknown') throw new UsageError(`${option}: the catalogue has no model ${id}`);
    return match.model;
  };
}

const factorOf = (settings: Settings, { id }: Model): number => discountsFor(settings, { model: null, models: [], resolved: id }).likely;

function startOfNumbers({ requestsPerDay, input, output }: SimulateOptions, model: Model, settings: Settings, asJson: boolean): Start {
  if (requestsPerDay === undefined) throw new UsageError('how many requests a day? Give --requests-per-day');
  const size = { input: input!, output: output! };
  const billsWith = (one: Model, factor: number) => [multiplied(billOf(size, one), factor)];
  const [bill] = billsWith(model, asJson ? 1 : factorOf(settings, model));
  if (!bill) throw new UsageError(`--model: no price is known for ${model.id}`);
  return { work: [{ callsPerDay: requestsPerDay, bill }], billsWith, basis: 'stated' };
}

const multiplied = (bill: Bill | null, factor: number): Bill | null =>
  bill && { input: bill.input * factor, read: bill.read * factor, rest: bill.rest * factor };

/** The requests under some paths. Those without a price, or without a volume while others have one, are left out and counted on standard error. */
async function startOfProject(host: Host, paths: readonly string[], options: SimulateOptions, find: FindModel, asJson: boolean) {
  const { checked, unreadable } = await analyzePaths(host, paths, { ...options, problems: false });
  const files: readonly CheckedFile[] = asJson ? checked : checked.map(atOwnPrices);
  const calls = files.flatMap(({ file }) => file.calls);
  const priced = calls.filter(({ cost }) => cost && !cost.lines.every(({ usd }) => usd === null));
  const timed = priced.flatMap((call) => {
    const callsPerDay = options.requestsPerDay ?? call.cost?.volume?.callsPerDay;
    return callsPerDay === undefined ? [] : [{ call, callsPerDay }];
  });
  if (!calls.length) throw new UsageError(`no requests in ${paths.join(', ')}`);
  if (!timed.length)
    throw new UsageError(
      priced.length
        ? 'no request has a volume: state callsPerDay under volumes in .prompt-cost.json, or give --requests-per-day'
        : 'no request has a known price',
    );
  const left = calls.length - timed.length;
  if (left) host.warn(`${left} of ${calls.length} requests are left out: they have no volume, or no known price`);
  const modelOf = ({ resolvedModel }: CallReport) => (resolvedModel === null ? null : find('--model', resolvedModel));
  const work = timed.map(({ call, callsPerDay }) => ({ callsPerDay, bill: billOfLines(call.cost!, modelOf(call)) }));
  const billsWith = (model: Model, factor: number) => timed.map(({ call }) => multiplied(billOf(sizeOfLines(call.cost!), model), factor));
  const isMeasured = options.requestsPerDay === undefined && timed.every(({ call }) => call.cost?.volume?.basis === 'measured');
  const start: Start = { work, billsWith, basis: isMeasured ? 'measured' : 'stated' };
  return { start, unreadable, money: commonMoney(files.map(({ money }) => money)) };
}

function readNumber(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) throw new UsageError(`${option}: ${text} is no number from 0`);
  return value;
}

function readShare(option: string, text: string): number {
  const share = Number(text);
  if (text.trim() === '' || !(share >= 0 && share <= 1)) throw new UsageError(`${option}: ${text} is no share from 0 to 1`);
  return share;
}

function readRoute(text: string): Step {
  const at = text.indexOf(':');
  const id = text.slice(at + 1);
  if (at < 0 || id === '') throw new UsageError(`--route: ${text} is no share and model, such as 0.6:gpt-4o-mini`);
  return { kind: 'route', share: readShare('--route', text.slice(0, at)), id };
}
