import type { Snippet } from './snippet';

/** Writes what each call used, one JSON line per call (docs/usage-log.md). */
export default {
  id: 'cost-tracker',
  language: 'typescript',
  exports: ['withCostTracking', 'dailyReport', 'onDailyBudget'],
  imports: [
    "import { appendFileSync, closeSync, openSync, readdirSync, readSync, renameSync, statSync } from 'node:fs';",
    "import { basename, dirname, extname, isAbsolute, join, relative, sep } from 'node:path';",
    "import { fileURLToPath } from 'node:url';",
  ],
  requires: ['wrapped', 'token-usage'],
  code: ({ dailyBudgetUsd }) => `const usageLog = process.env.PROMPT_COST_LOG || 'prompt-cost-usage.jsonl';
/** Past this size the log is set aside under the time, and a new one begun. */
const usageLogBytes = 64 * 1024 * 1024;
const dailyBudgetUsd: number | null = ${dailyBudgetUsd ?? 'null'};

export interface TrackingOptions {
  provider: string;
  api: string;
  /** Name of the call, where its place in the code is not enough. */
  label?: string;
  /** Hash of the fixed part of the prompt. */
  promptHash?: string;
}

/** One line of the log. The kinds of input do not overlap; reasoning is part of output. */
export interface UsageRow {
  v?: number;
  time: string;
  id: string | null;
  provider: string;
  api: string;
  model: string;
  tier: string | null;
  label: string | null;
  file: string | null;
  line: number | null;
  function: string | null;
  promptHash: string | null;
  input: number;
  cached: number;
  cacheWrite: number;
  cacheWrite1h: number;
  output: number;
  reasoning: number;
  ok?: boolean;
  searches?: number;
  audioInput?: number;
  audioOutput?: number;
  region?: string;
  speed?: string;
  /** Of version 1, in USD. */
  cost?: number | null;
}

/** USD of a line of the log; null where it is unknown. Lines of version 1 say their own. */
export type CostOf = (row: UsageRow) => number | null;

type CallKey = Pick<UsageRow, 'provider' | 'api' | 'label' | 'file' | 'line' | 'function' | 'promptHash'>;

/** What an answer says besides its counts. */
interface SaidByAnswer {
  id: string | null;
  model: string;
  tier: string | null;
}

/**
 * Writes a line on each call, with the place where this function is called. Prices are looked up when the log is read.
 * A streamed call of OpenAI's chat API is counted only with stream_options: { include_usage: true }, and any stream when it is read.
 */
export function withCostTracking<T extends object>(target: T, { provider, api, label, promptHash }: TrackingOptions): T {
  const key = { provider, api, label: label ?? null, promptHash: promptHash ?? null, ...placeIn(new Error().stack) };
  return wrapped(target, (call, args) => {
    const [parameters, ...rest] = args as [{ model?: unknown; onFinish?: (answer: unknown) => unknown } | undefined, ...unknown[]];
    const asked = textAt(parameters, 'model') ?? textAt(parameters, 'model', 'modelId') ?? '';
    if (!api.startsWith('ai-sdk.stream')) return trackedCall(() => call(...args), key, asked);
    const onFinish = (answer: unknown): unknown => {
      trackAnswer(answer, key, asked);
      return parameters?.onFinish?.(answer);
    };
    return call({ ...parameters, onFinish }, ...rest);
  });
}

/** File, line and function of the caller's caller in a stack. */
function placeIn(stack = ''): Pick<CallKey, 'file' | 'line' | 'function'> {
  const [, name = '', place, line] = /^\\s*at (?:(.*) \\()?(.+?):(\\d+):\\d+\\)?$/.exec(stack.split('\\n')[2] ?? '') ?? [];
  if (!place) return { file: null, line: null, function: null };
  const file = place.startsWith('file:') ? fileURLToPath(place) : place;
  const inFolder = relative('', file);
  const known = inFolder.startsWith('..') || isAbsolute(inFolder) ? file : inFolder;
  const own = name.replace(/ \\[as .*\\]$/, '').split(/[ .]/).at(-1) ?? '';
  return { file: known.split(sep).join('/'), line: Number(line), function: /^[\\w$]+$/.test(own) ? own : null };
}

async function trackedCall(call: () => unknown, key: CallKey, asked: string): Promise<unknown> {
  let answer: unknown;
  try {
    answer = await call();
  } catch (error) {
    writeUsage(key, { id: null, model: asked, tier: null }, null);
    throw error;
  }
  if (isStream(answer)) return trackedStream(answer, key, asked);
  trackAnswer(answer, key, asked);
  return answer;
}

/** The AI SDK keeps the counts of each step; those of Claude's cache are in its metadata. */
function trackAnswer(answer: unknown, key: CallKey, asked: string): void {
  const { steps } = (answer ?? {}) as { steps?: unknown };
  for (const step of Array.isArray(steps) && steps.length ? (steps as unknown[]) : [answer]) {
    const { usage, usageMetadata, providerMetadata } = (step ?? {}) as Record<string, object | undefined>;
    const counts = { ...(usage ?? usageMetadata), ...(providerMetadata && { providerMetadata }) };
    writeUsage(key, saidBy(step, { id: null, model: asked, tier: null }), counts);
  }
}

const isStream = (answer: unknown): answer is AsyncIterable<unknown> => typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;

function trackedStream<T extends AsyncIterable<unknown>>(stream: T, key: CallKey, asked: string): T {
  const events = stream[Symbol.asyncIterator].bind(stream) as () => AsyncIterator<unknown>;
  async function* tracked(): AsyncGenerator<unknown> {
    const counts: Record<string, unknown> = {};
    let said: SaidByAnswer = { id: null, model: asked, tier: null };
    try {
      for await (const event of { [Symbol.asyncIterator]: events }) {
        // Anthropic sends the counts of input first and those of output last.
        const { message, response } = (event ?? {}) as { message?: unknown; response?: unknown };
        for (const source of [event, message, response]) {
          said = saidBy(source, said);
          const { usage, usageMetadata } = (source ?? {}) as { usage?: object; usageMetadata?: object };
          for (const [name, value] of Object.entries(usage ?? usageMetadata ?? {})) {
            if (value !== null && value !== undefined) counts[name] = value;
          }
        }
        yield event;
      }
    } finally {
      writeUsage(key, said, counts);
    }
  }
  return Object.defineProperty(stream, Symbol.asyncIterator, { value: tracked, configurable: true });
}

function textAt(value: unknown, ...path: string[]): string | null {
  let at: unknown = value;
  for (const name of path) at = (at as Record<string, unknown> | null | undefined)?.[name];
  return typeof at === 'string' && at ? at : null;
}

const saidBy = (answer: unknown, before: SaidByAnswer): SaidByAnswer => ({
  id: textAt(answer, 'id') ?? textAt(answer, 'response', 'id') ?? textAt(answer, 'responseId') ?? before.id,
  model: textAt(answer, 'model') ?? textAt(answer, 'response', 'modelId') ?? textAt(answer, 'modelVersion') ?? before.model,
  tier:
    textAt(answer, 'service_tier') ??
    textAt(answer, 'usage', 'service_tier') ??
    textAt(answer, 'providerMetadata', 'openai', 'serviceTier') ??
    before.tier,
});

/** null as counts: the call failed. */
function writeUsage(key: CallKey, { id, model, tier }: SaidByAnswer, counts: object | null): void {
  const none = { input: 0, cached: 0, cacheWrite: 0, cacheWrite1h: 0, output: 0, reasoning: 0, audioInput: 0, audioOutput: 0, searches: 0 };
  const usage = counts ? tokenUsageOf(counts, key.provider) : none;
  if (!usage) return;
  const { input, cached, cacheWrite, cacheWrite1h, output, reasoning, searches, audioInput, audioOutput } = usage;
  // An answer that a cache of ours gave.
  if (counts && !Object.values(usage).some(Boolean)) return;
  const { provider, api, label, file, line, function: name, promptHash } = key;
  const time = new Date().toISOString();
  const row: UsageRow = {
    ...{ v: 2, time, id, provider, api, model, tier, label, file, line, function: name, promptHash },
    ...{ input, cached, cacheWrite, cacheWrite1h, output, reasoning, ok: counts !== null },
  };
  for (const [kind, amount] of Object.entries({ searches, audioInput, audioOutput })) if (amount) Object.assign(row, { [kind]: amount });
  const [region, speed] = [textAt(counts, 'inference_geo'), textAt(counts, 'speed')];
  // Whatever goes wrong here, the answer is paid for and goes to the caller.
  try {
    setAside();
    // One write in append mode: lines of several processes do not mix.
    appendFileSync(usageLog, JSON.stringify({ ...row, ...(region && { region }), ...(speed && { speed }) }) + '\\n');
    alertOn(time.slice(0, 10));
  } catch (error) {
    console.warn('Usage not written:', error);
  }
}

function setAside(): void {
  if ((statSync(usageLog, { throwIfNoEntry: false })?.size ?? 0) <= usageLogBytes) return;
  const ending = extname(usageLog);
  renameSync(usageLog, usageLog.slice(0, usageLog.length - ending.length) + '-' + new Date().toISOString().replace(/[-:.]/g, '') + ending);
}

/** The log and the parts of it that were set aside, the oldest first. */
function logFiles(file: string): string[] {
  const [stem, ending] = [basename(file, extname(file)) + '-', extname(file)];
  const isPart = (name: string): boolean => name.startsWith(stem) && /^\\d{8}T\\d+Z$/.test(name.slice(stem.length, name.length - ending.length));
  try {
    const parts = readdirSync(dirname(file)).filter((name) => name.endsWith(ending) && isPart(name));
    return [...parts.sort().map((name) => join(dirname(file), name)), file];
  } catch {
    return [file];
  }
}

interface BudgetWatch {
  callback: (day: string, cost: number) => void;
  costOf: CostOf;
  budgetUsd: number;
  day: string;
  cost: number;
  told: string;
  /** Bytes of the log that are counted. */
  read: number;
}
let budgetWatch: BudgetWatch | null = null;

/**
 * Calls back with the day and its cost when the cost of all processes reaches the daily budget: once a day in this process.
 * The log is read here, and later only what has been added.
 */
export function onDailyBudget(callback: (day: string, cost: number) => void, costOf: CostOf, budgetUsd: number | null = dailyBudgetUsd): void {
  budgetWatch = null;
  if (budgetUsd === null) return;
  const day = new Date().toISOString().slice(0, 10);
  budgetWatch = { callback, costOf, budgetUsd, day, cost: 0, told: '', read: 0 };
  for (const file of logFiles(usageLog)) {
    if (file === usageLog) budgetWatch.read = addCosts(budgetWatch, file, 0);
    else if (basename(file).includes(day.replaceAll('-', ''))) addCosts(budgetWatch, file, 0);
  }
}

function alertOn(day: string): void {
  const watch = budgetWatch;
  if (!watch) return;
  if (watch.day !== day) Object.assign(watch, { day, cost: 0 });
  const size = statSync(usageLog).size;
  watch.read = addCosts(watch, usageLog, watch.read <= size ? watch.read : 0);
  if (watch.cost < watch.budgetUsd || watch.told === day) return;
  watch.told = day;
  watch.callback(day, watch.cost);
}

/** Adds the day's costs from an offset on, and gives back the offset behind the last whole line. */
function addCosts(watch: BudgetWatch, file: string, start: number): number {
  let end = start;
  for (const { row, next } of readUsage(file, start)) {
    end = next;
    if (row?.time.startsWith(watch.day)) watch.cost += costOfRow(row, watch.costOf) ?? 0;
  }
  return end;
}

function costOfRow(row: UsageRow, costOf: CostOf): number | null {
  try {
    return row.cost === undefined ? costOf(row) : row.cost;
  } catch (error) {
    console.warn('Usage not priced:', error);
    return null;
  }
}

export interface DailyTotal {
  calls: number;
  /** Calls without a cost. */
  unpriced: number;
  input: number;
  cached: number;
  cacheWrite: number;
  cacheWrite1h: number;
  output: number;
  reasoning: number;
  cost: number;
}

/** Calls, tokens and cost by model of one day (YYYY-MM-DD, UTC; today where it is left out). */
export function dailyReport(
  day = new Date().toISOString().slice(0, 10),
  file = usageLog,
  costOf: CostOf = () => null,
): Record<string, DailyTotal> {
  const report: Record<string, DailyTotal> = {};
  const none = { calls: 0, unpriced: 0, input: 0, cached: 0, cacheWrite: 0, cacheWrite1h: 0, output: 0, reasoning: 0, cost: 0 };
  for (const part of logFiles(file)) {
    for (const { row } of readUsage(part, 0)) {
      if (!row?.time.startsWith(day) || row.ok === false) continue;
      const total = (report[row.model] ??= { ...none });
      const cost = costOfRow(row, costOf);
      total.calls++;
      if (cost === null) total.unpriced++;
      total.cost += cost ?? 0;
      for (const name of ['input', 'cached', 'cacheWrite', 'cacheWrite1h', 'output', 'reasoning'] as const) total[name] += row[name] ?? 0;
    }
  }
  return report;
}

/** The whole lines of a log from an offset on, with the offset behind each; no row for a broken one. */
function* readUsage(file: string, start: number): Generator<{ row: UsageRow | null; next: number }> {
  if (!statSync(file, { throwIfNoEntry: false })) return;
  const descriptor = openSync(file, 'r');
  try {
    const chunk = Buffer.alloc(65_536);
    let rest = Buffer.alloc(0);
    let next = start;
    for (;;) {
      const size = readSync(descriptor, chunk, 0, chunk.length, next + rest.length);
      if (!size) return;
      rest = Buffer.concat([rest, chunk.subarray(0, size)]);
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
        const line = rest.subarray(0, end).toString();
        rest = rest.subarray(end + 1);
        next += end + 1;
        yield { row: rowOf(line), next };
      }
    }
  } finally {
    closeSync(descriptor);
  }
}

function rowOf(line: string): UsageRow | null {
  try {
    const row = JSON.parse(line) as UsageRow | null;
    return typeof row?.time === 'string' ? row : null;
  } catch {
    return null;
  }
}`,
} satisfies Snippet;
