import type { Snippet } from './snippet';

/** Writes what each call used and cost, one JSON line per call (docs/usage-log.md). */
export default {
  id: 'cost-tracker',
  language: 'typescript',
  exports: ['withCostTracking', 'dailyReport', 'onDailyBudget'],
  imports: ["import { appendFileSync, readFileSync } from 'node:fs';"],
  requires: ['wrapped', 'token-usage'],
  code: ({ dailyBudgetUsd }) => `const usageLog = process.env.PROMPT_COST_LOG ?? 'prompt-cost-usage.jsonl';
const dailyBudgetUsd: number | null = ${dailyBudgetUsd ?? 'null'};
let budgetAlert: { callback: (day: string, cost: number) => void; budgetUsd: number | null; told: string } | null = null;

/** List prices in USD per million tokens. A price that is left out is that of input. */
export interface ModelPrice {
  input: number;
  output: number;
  cached?: number;
  cacheWrite?: number;
  cacheWrite1h?: number;
}

export interface TrackingOptions {
  provider: string;
  api: string;
  /** By model; the cost is null for a model that they lack. */
  prices: Record<string, ModelPrice>;
}

/** One line of the log. The kinds of input do not overlap; reasoning is part of output. */
interface UsageRow {
  time: string;
  provider: string;
  api: string;
  model: string;
  input: number;
  cached: number;
  cacheWrite: number;
  output: number;
  reasoning: number;
  cost: number | null;
}

/**
 * Writes a line on each call. A streamed call of OpenAI's chat API is counted only with stream_options: { include_usage: true },
 * and any stream when it is read.
 */
export function withCostTracking<T extends object>(target: T, options: TrackingOptions): T {
  return wrapped(target, (call, args) => {
    if (!options.api.startsWith('ai-sdk.stream')) return trackedCall(() => call(...args), options);
    const [parameters, ...rest] = args as [{ onFinish?: (answer: unknown) => unknown } | undefined, ...unknown[]];
    const onFinish = (answer: unknown): unknown => {
      trackAnswer(answer, options);
      return parameters?.onFinish?.(answer);
    };
    return call({ ...parameters, onFinish }, ...rest);
  });
}

async function trackedCall(call: () => unknown, options: TrackingOptions): Promise<unknown> {
  const answer = await call();
  if (isStream(answer)) return trackedStream(answer, options);
  trackAnswer(answer, options);
  return answer;
}

/** The AI SDK has the sum over all steps apart from the usage of the last one. */
function trackAnswer(answer: unknown, options: TrackingOptions): void {
  const { usage, totalUsage } = (answer ?? {}) as { usage?: unknown; totalUsage?: unknown };
  const counted = tokenUsageOf(totalUsage ?? usage);
  if (counted) writeUsage(modelOfAnswer(answer), counted, options);
}

const isStream = (answer: unknown): answer is AsyncIterable<unknown> => typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;

function trackedStream<T extends AsyncIterable<unknown>>(stream: T, options: TrackingOptions): T {
  const events = stream[Symbol.asyncIterator].bind(stream) as () => AsyncIterator<unknown>;
  async function* tracked(): AsyncGenerator<unknown> {
    const counts: Record<string, unknown> = {};
    let model = '';
    try {
      for await (const event of { [Symbol.asyncIterator]: events }) {
        // Anthropic sends the counts of input first and those of output last.
        const { message, response } = event as { message?: unknown; response?: unknown };
        for (const source of [event, message, response]) {
          model = modelOfAnswer(source) || model;
          for (const [name, value] of Object.entries((source as { usage?: object } | undefined)?.usage ?? {})) {
            if (value !== null && value !== undefined) counts[name] = value;
          }
        }
        yield event;
      }
    } finally {
      const usage = Object.keys(counts).length ? tokenUsageOf(counts) : null;
      if (usage) writeUsage(model, usage, options);
    }
  }
  return Object.defineProperty(stream, Symbol.asyncIterator, { value: tracked });
}

function modelOfAnswer(answer: unknown): string {
  const { model, response } = (answer ?? {}) as { model?: unknown; response?: { modelId?: unknown } };
  return String((typeof model === 'string' ? model : null) ?? response?.modelId ?? '');
}

function writeUsage(answered: string, usage: TokenUsage, { provider, api, prices }: TrackingOptions): void {
  // Embeddings of the AI SDK do not say their model.
  const [only = '', ...others] = Object.keys(prices);
  const model = answered || (others.length ? '' : only);
  const price = prices[model] ?? prices[model.replace(/-(?:\\d{4}-\\d\\d-\\d\\d|\\d{8})$/, '')];
  const { input, cached, cacheWrite, cacheWrite1h, output, reasoning } = usage;
  // An answer that a cache of ours gave.
  if (!input && !cached && !output) return;
  const cost = price
    ? (input * price.input +
        cached * (price.cached ?? price.input) +
        cacheWrite * (price.cacheWrite ?? price.input) +
        cacheWrite1h * (price.cacheWrite1h ?? price.input) +
        output * price.output) / 1_000_000
    : null;
  const time = new Date().toISOString();
  const row: UsageRow = { time, provider, api, model, input, cached, cacheWrite: cacheWrite + cacheWrite1h, output, reasoning, cost };
  try {
    // One write in append mode: lines of several processes do not mix.
    appendFileSync(usageLog, JSON.stringify(row) + '\\n');
    alertOn(time.slice(0, 10));
  } catch (error) {
    console.warn('Usage not written:', error);
  }
}

/** Calls back with the day and its cost when the cost of all processes reaches the daily budget: once a day in this process. */
export function onDailyBudget(callback: (day: string, cost: number) => void, budgetUsd: number | null = dailyBudgetUsd): void {
  budgetAlert = { callback, budgetUsd, told: '' };
}

function alertOn(day: string): void {
  if (!budgetAlert || budgetAlert.budgetUsd === null || budgetAlert.told === day) return;
  const cost = Object.values(dailyReport(day)).reduce((sum, total) => sum + total.cost, 0);
  if (cost < budgetAlert.budgetUsd) return;
  budgetAlert.told = day;
  budgetAlert.callback(day, cost);
}

export interface DailyTotal {
  calls: number;
  unpriced: number;
  input: number;
  cached: number;
  cacheWrite: number;
  output: number;
  reasoning: number;
  cost: number;
}

/** Calls, tokens and cost by model of one day (YYYY-MM-DD, UTC; today where it is left out). */
export function dailyReport(day = new Date().toISOString().slice(0, 10), file = usageLog): Record<string, DailyTotal> {
  const report: Record<string, DailyTotal> = {};
  for (const row of readUsage(file)) {
    if (!row.time.startsWith(day)) continue;
    const total = (report[row.model] ??= { calls: 0, unpriced: 0, input: 0, cached: 0, cacheWrite: 0, output: 0, reasoning: 0, cost: 0 });
    total.calls++;
    if (row.cost === null) total.unpriced++;
    for (const name of ['input', 'cached', 'cacheWrite', 'output', 'reasoning', 'cost'] as const) total[name] += row[name] ?? 0;
  }
  return report;
}

/** The rows of a log; a broken line is left out. */
function readUsage(file: string): UsageRow[] {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return text.split('\\n').flatMap((line) => {
    try {
      const row = JSON.parse(line) as UsageRow;
      return typeof row.time === 'string' ? [row] : [];
    } catch {
      return [];
    }
  });
}`,
} satisfies Snippet;
