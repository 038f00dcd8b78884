import { Option } from 'commander';
import { compareRequests, modelNameOf, type ProjectRequest, type RequestChange, requestsOf } from '../core';
import { type ChangeReport, type DifferenceReport, reportDifferenceAsMarkdown, reportDifferenceAsText, sumChanges } from '../report';
import { createCellLocator, createCellReader } from './cellLocator';
import { exitCodes, type Host } from './host';
import type { Register } from './program';
import { analyzeStates, renamesIn, type StateFile, withStates } from './states';
import { isBeyond, readThreshold, type Threshold } from './threshold';

const formats: Record<string, (report: DifferenceReport) => string> = {
  text: reportDifferenceAsText,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  markdown: reportDifferenceAsMarkdown,
};

interface DiffOptions {
  format: string;
  failAbove: Threshold[];
  failBelow: Threshold[];
  config?: string;
}

const thresholds = (value: string, before: Threshold[]): Threshold[] => [...before, readThreshold(value)];

/** `prompt-cost diff`: what a change does to the cost of each request, and whether that fails a build. */
export const registerDiff: Register = (program, host, exit) => {
  program
    .command('diff')
    .description('Show what a change does to the cost of each request, and why.')
    .argument('<base>', 'a revision of the git repository')
    .argument('[head]', 'another one (default: the working tree)')
    .addOption(new Option('--format <format>', 'form of the output').choices(Object.keys(formats)).default('text'))
    .option('--fail-above <amount>', 'exit with 1 when the change costs more than this: 5usd/month, 0.01usd/call or 10%', thresholds, [])
    .option('--fail-below <amount>', 'exit with 1 when the change saves more than this', thresholds, [])
    .option('--config <file>', 'settings that win over the project files of both states')
    .action(async (base: string, head: string | undefined, options: DiffOptions) => {
      const report = await diffStates(host, { base, head: head ?? null, ...options });
      host.write(formats[options.format]!(report));
      exit(holdsAgainst(host, report, options) ? exitCodes.fine : exitCodes.problems);
    });
};

/** The differences between two revisions; `head` null is the working tree. */
export async function diffStates(host: Host, question: { base: string; head: string | null; config?: string }): Promise<DifferenceReport> {
  const changes = await withStates(host, question, async (states, turnable) => {
    const analyzed = await analyzeStates(states, turnable);
    const [before, after] = [analyzed.before, analyzed.after].map((files) => files.flatMap((file) => requestsOf(file, file.asked)));
    return compareRequests(before!, after!, renamesIn(analyzed), turnable.engine);
  });
  const described = changes.map(describeChange);
  return { version: 1, base: question.base, head: question.head, changes: described, totals: sumChanges(described) };
}

function describeChange({ before, after, ...change }: RequestChange): ChangeReport {
  const old = before && placeOf(before);
  const now = after && placeOf(after);
  const { kind, causes, split, atLeast, tokens, perCall, later, perMonth } = change;
  const cell = (now ?? old)?.cell;
  return {
    kind,
    ...{ path: now?.path ?? null, line: now?.line ?? null, basePath: old?.path ?? null, baseLine: old?.line ?? null },
    ...(cell !== undefined && { cell }),
    ...{ causes, split, atLeast, model: { before: before && modelNameOf(before), after: after && modelNameOf(after) }, tokens },
    ...{ perCall, later, perMonth },
  };
}

function placeOf({ file, request }: ProjectRequest): { path: string; line: number; cell?: number } {
  const { path, text } = file as StateFile;
  const { line } = createCellLocator(createCellReader(path, text))(request.cell)(request.span);
  return { path, line, ...(request.cell !== null && { cell: request.cell }) };
}

/** Says what is beyond a threshold, and what could not be held against one. */
function holdsAgainst(host: Host, { totals }: DifferenceReport, { failAbove, failBelow }: DiffOptions): boolean {
  if (!failAbove.length && !failBelow.length) return true;
  if (totals.unknown)
    host.warn(`${totals.unknown} ${totals.unknown === 1 ? 'request' : 'requests'} of unknown difference could not be held against the threshold`);
  const beyond = [
    ...failAbove.filter((one) => isBeyond(one, totals, 1)).map(({ text }) => `the change costs more than ${text}`),
    ...failBelow.filter((one) => isBeyond(one, totals, -1)).map(({ text }) => `the change saves more than ${text}`),
  ];
  for (const line of beyond) host.warn(line);
  const noMonth = [...failAbove, ...failBelow].some(({ per }) => per === 'month') && totals.perMonth === null;
  if (noMonth) host.warn('nothing states how often the changed requests are made, so no month could be held against the threshold');
  return !beyond.length;
}
