import { readFile } from 'node:fs/promises';
import {
  type Engine,
  findSavings,
  modelNameOf,
  type ProjectRequest,
  type Prompt,
  rankRequests,
  requestsOf,
  type Settings,
  totalOf,
  totalsBy,
} from '../core';
import { decodeFile } from '../disk/decode';
import { type CheckedFile, formatPlace, type ModelColumn, type ProjectReport, type PromptRow, type RequestRow, type SavingRow } from '../report';
import { analyzePaths, listInputs, type PathOptions, type PathResults } from './analyzeFiles';
import { createCellLocator, createCellReader } from './cellLocator';
import type { Host } from './host';
import { type InputFile, nameOf } from './listFiles';

/** Requests that are priced on other models. */
const COMPARED = 15;
/** Models that they are priced on. */
const COLUMNS = 8;

/** All that is told of the files under some paths. */
export async function describeProject(
  host: Host,
  paths: readonly string[],
  options: PathOptions,
): Promise<{ report: ProjectReport } & Pick<PathResults, 'unreadable' | 'stopped'>> {
  const { checked, unreadable, stopped } = await analyzePaths(host, paths, { ...options, problems: true });
  const engine = await host.engine();
  const inputs = new Map((await listInputs(host, paths, options.config)).inputs.map((input) => [input.path, input]));
  const requests: ProjectRequest[] = [];
  const prompts: PromptRow[] = [];
  const savings: SavingRow[] = [];
  const places = new Map<ProjectRequest, Pick<RequestRow, 'line' | 'column' | 'cell'>>();
  for (const one of checked) {
    const input = inputs.get(one.file.path);
    if (!input || !(one.file.calls.length || one.file.prompts.length)) continue;
    const read = await readAgain(engine, input, one);
    for (const [request, place] of read.places) places.set(request, place);
    requests.push(...read.places.keys());
    prompts.push(...read.prompts);
    savings.push(...read.savings);
  }
  const rowOf = (one: ProjectRequest): RequestRow => describeRequest(one, places.get(one)!);
  const ranked = rankRequests(requests);
  return {
    report: {
      version: 1,
      prices: { asOf: engine.prices.asOf, sources: [...engine.prices.sources] },
      files: checked.length,
      total: totalOf(null, requests),
      byModel: totalsBy(requests, 'model'),
      byFile: totalsBy(requests, 'file'),
      requests: ranked.map(rowOf),
      prompts: prompts.sort((a, b) => b.tokens - a.tokens),
      savings: savings.sort((a, b) => (b.perMonth ?? 0) - (a.perMonth ?? 0) || b.perCall - a.perCall),
      problems: checked.flatMap(({ problems }) =>
        problems.map(({ path, line, column, cell, rule, severity, message }) => ({
          path,
          line,
          column,
          ...(cell !== undefined && { cell }),
          rule,
          severity,
          message,
        })),
      ),
      matrix: await compareModels(engine, ranked, rowOf),
      notices: checked.flatMap(({ notice }) => (notice ? [{ path: notice.path, message: notice.message }] : [])),
    },
    unreadable,
    stopped,
  };
}

interface FileReading {
  places: Map<ProjectRequest, Pick<RequestRow, 'line' | 'column' | 'cell'>>;
  prompts: PromptRow[];
  savings: SavingRow[];
}

/** The engine's own view of a file that has requests: threads hand over plain data alone. */
async function readAgain(engine: Engine, input: InputFile, { file: { path, calls } }: CheckedFile): Promise<FileReading> {
  const { text } = decodeFile(await readFile(nameOf(input)));
  const analysis = await engine.analyze({ text, path: path.replaceAll('\\', '/') }, input.settings);
  const locate = createCellLocator(createCellReader(path, text));
  // calls that other files ask are left out there
  const listed = new Set(calls.map(formatPlace));
  const own = requestsOf({ path, analysis, settings: input.settings });
  const places = new Map(
    own.flatMap((one) => {
      const { line, column } = locate(one.request.cell)(one.request.span);
      const place = { line, column, ...inCell(one.request.cell) };
      return listed.has(formatPlace(place)) ? [[one, place] as const] : [];
    }),
  );
  const found = await findSavings([...places.keys()], engine);
  return {
    places,
    prompts: analysis.prompts
      .filter(({ count }) => count.tokens > 0)
      .map((prompt) => describePrompt(path, prompt, locate(prompt.cell)(prompt.span).line)),
    savings: found.map(({ problem, fix, perCall, perMonth }) => ({
      path,
      line: locate(problem.cell)(problem.span).line,
      ...inCell(problem.cell),
      ...{ rule: problem.rule, title: fix.title, tokensSaved: fix.tokensSaved, perCall, perMonth },
    })),
  };
}

const inCell = (cell: number | null): { cell?: number } => (cell === null ? {} : { cell });

function describePrompt(path: string, { role, cell, count, calls }: Prompt, line: number): PromptRow {
  return { path, line, ...inCell(cell), role, tokens: count.tokens, accuracy: count.accuracy, requests: calls.length };
}

function describeRequest(one: ProjectRequest, place: Pick<RequestRow, 'line' | 'column' | 'cell'>): RequestRow {
  const { file, request, estimate } = one;
  const { cost, input, output, perMonth } = estimate;
  return {
    path: file.path,
    ...place,
    ...{ function: request.function, api: request.api, model: modelNameOf(one), input: { tokens: input.tokens, accuracy: input.accuracy } },
    ...{ output: output.tokens, cost, perMonth },
  };
}

/** The dearest requests on the models that the project uses and those that its settings compare. */
async function compareModels(
  engine: Engine,
  ranked: readonly ProjectRequest[],
  rowOf: (one: ProjectRequest) => RequestRow,
): Promise<ProjectReport['matrix']> {
  const priced = ranked.filter(({ request, estimate }) => request.kind === 'chat' && estimate.cost !== null).slice(0, COMPARED);
  const [first] = priced;
  if (!first) return { models: [], rows: [] };
  const { settings } = first.file;
  const names = new Set([...priced.flatMap((one) => modelNameOf(one) ?? []), ...settings.compareModels]);
  const models = [...names].flatMap((name) => describeModel(engine, name, settings)).slice(0, COLUMNS);
  const rows: ProjectReport['matrix']['rows'] = [];
  for (const one of priced) {
    const { analysis, settings: own } = one.file;
    const compared = await engine.compare(
      analysis,
      analysis.calls.indexOf(one.request),
      models.map(({ name }) => name),
      own,
    );
    rows.push({ request: rowOf(one), perCall: compared.map(({ estimate }) => estimate.cost?.perCall ?? null) });
  }
  return { models, rows };
}

function describeModel(engine: Engine, name: string, settings: Settings): ModelColumn[] {
  const match = engine.findModel(name, settings);
  if (match.kind !== 'found') return [];
  const { contextWindow, lifecycle, retires, replacement } = match.model;
  return [{ name, contextWindow, lifecycle: { state: lifecycle.state, date: retires, replacement } }];
}
