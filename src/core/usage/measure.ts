import { addCell, type CellKey, emptyCell, identityOf, type UsageCell, wholeInput } from './cells';
import type { DayPart } from './summary';

/** What was measured of the requests with one key, over some days. */
export interface Measured {
  key: CellKey;
  calls: number;
  errors: number;
  callsPerDay: number;
  /** Tokens of a mean call: input of all kinds, and output. */
  input: number;
  output: number;
  /** Share of the calls that read the provider's cache. */
  hitRate: number;
}

/** All that a project has measured. */
export interface MeasuredUsage {
  /** The folder of the project, absolute, with forward slashes and none at the end; and the usage file as it is shown. */
  folder: string;
  file: string;
  from: string;
  to: string;
  days: number;
  requests: Measured[];
}

/** The first and last day, and how many days that are. null without rows. */
export function spanOf(parts: readonly DayPart[]): { from: string; to: string; days: number } | null {
  const days = parts
    .filter(({ rows }) => rows > 0)
    .map(({ day }) => day)
    .sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return null;
  return { from, to, days: Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1 };
}

/** Cells put together by what a function says of each. */
export function groupCells(
  cells: readonly UsageCell[],
  keyOf: (cell: UsageCell) => Pick<UsageCell, 'key' | 'provider' | 'api' | 'model'>,
): UsageCell[] {
  const groups = new Map<string, UsageCell>();
  for (const cell of cells) {
    const { key, provider, api, model } = keyOf(cell);
    const blank = emptyCell({ provider, api, model, tier: null, batch: false, region: null, speed: null }, key, 0);
    const identity = identityOf(blank);
    const group = groups.get(identity) ?? blank;
    addCell(group, cell);
    groups.set(identity, group);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** The sources that say what single requests used. */
export const isLog = ({ source }: DayPart): boolean => source !== 'openai' && source !== 'anthropic';

/** What estimates learn from the logs. null without any. */
export function measure(parts: readonly DayPart[], folder: string, file: string): MeasuredUsage | null {
  const logs = parts.filter(isLog);
  const span = spanOf(logs);
  if (!span) return null;
  const groups = groupCells(
    logs.flatMap(({ requests }) => requests),
    ({ key }) => ({ key, provider: null, api: null, model: '' }),
  );
  const requests = groups
    .filter(({ calls, key }) => calls > 0 && Object.keys(key).length > 0)
    .map(({ key, calls, errors, hits, tokens }) => ({
      key,
      calls,
      errors,
      callsPerDay: calls / span.days,
      input: wholeInput(tokens) / calls,
      output: (tokens.output + tokens.audioOutput) / calls,
      hitRate: hits / calls,
    }));
  return { folder, file, ...span, requests };
}
