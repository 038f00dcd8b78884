import { addTokens, type CellKey, type UsageCell } from './cells';
import { isLog, spanOf } from './measure';
import { addSkipped, type DayPart, nothingSkipped, type Skipped } from './summary';
import { noTokens, type UsageTokens } from './types';

/** What usage is shown by. */
export type UsageGrouping = 'request' | 'model' | 'day' | 'label' | 'user' | 'tag';

/** Tokens as they are shown; kinds of input do not overlap, reasoning is part of output. */
export type ShownTokens = Pick<UsageTokens, 'input' | 'cacheRead' | 'cacheWrite' | 'cacheWrite1h' | 'output' | 'reasoning'>;

interface Used {
  calls: number;
  errors: number;
  perDay: number;
  tokens: ShownTokens;
  /** At list price by date; null where a price is not known. */
  usd: number | null;
  /** As the log says; null where it does not. */
  usdBilled: number | null;
}

export interface ShownRequest extends Used {
  key: { label: string | null; path: string | null; line: number | null; function: string | null; prompt: string | null; hash: string | null };
  /** null: belongs to no request of the project. */
  joined: { path: string; line: number } | null;
  provider: string | null;
  model: string;
}

/** By anything but request: the key is a model, a day, a label, a user or a tag; null for calls without one. */
export interface ShownGroup extends Used {
  key: string | null;
}

/** Logs against what the provider's reports say of the same days. USD. */
export interface Reconciled {
  provider: string;
  from: string;
  to: string;
  reported: number;
  logged: number;
  /** logged / reported − 1; null where nothing was reported. */
  difference: number | null;
}

export interface UsageView {
  version: 1;
  from: string | null;
  to: string | null;
  days: number;
  totals: { calls: number; usd: number; usdBilled: number | null; joinedUsd: number; unjoinedUsd: number };
  skipped: Omit<Skipped, 'repeated'> & { repeated?: number };
  /** Only where reports of providers were imported. */
  reconciled?: Reconciled[];
}

export interface ViewTools {
  /** USD of a cell at the list price of a day, and whose model it is. */
  price(cell: UsageCell, day: string): { usd: number | null; provider: string | null };
  /** The request of the project that a key belongs to. */
  join(key: CellKey): { path: string; line: number } | null;
}

/** One cell on its day, priced. */
interface Priced {
  cell: UsageCell;
  day: string;
  usd: number | null;
  provider: string | null;
}

/** All that is shown of usage by request. */
export function viewRequests(parts: readonly DayPart[], tools: ViewTools): UsageView & { requests: ShownRequest[] } {
  const { view, priced, days } = open(parts, tools);
  const joins = new Map<string, { path: string; line: number } | null>();
  const joinOnce = (key: CellKey) => {
    const name = JSON.stringify(key);
    const known = joins.get(name);
    const found = known === undefined ? tools.join(key) : known;
    joins.set(name, found);
    return found;
  };
  const groups = grouped(priced, ({ cell, provider }) => JSON.stringify([cell.key, provider, cell.model]));
  const requests = groups.map((all): ShownRequest => {
    const { cell, provider } = all[0];
    const { label = null, file = null, line = null, function: name = null, prompt = null, hash = null } = cell.key;
    const key = { label, path: file, line, function: name, prompt, hash };
    return { key, joined: joinOnce(cell.key), provider, model: cell.model, ...sum(all, days) };
  });
  for (const { joined, usd } of requests) view.totals[joined ? 'joinedUsd' : 'unjoinedUsd'] += usd ?? 0;
  return { ...view, requests: requests.sort(dearestFirst) };
}

/** All that is shown of usage by something else. What a request is joined to plays no part in it. */
export function viewGroups(
  parts: readonly DayPart[],
  by: Exclude<UsageGrouping, 'request'>,
  tools: ViewTools,
): UsageView & { by: typeof by; groups: ShownGroup[] } {
  const { view, priced, days } = open(parts, tools);
  for (const { cell, usd } of priced) view.totals[tools.join(cell.key) ? 'joinedUsd' : 'unjoinedUsd'] += usd ?? 0;
  const own = by === 'user' || by === 'tag' ? price(parts.filter(isLog), by === 'user' ? 'users' : 'tags', tools) : priced;
  const keyOf = ({ cell, day }: Priced): string | null => {
    if (by === 'model') return cell.model;
    return by === 'day' ? day : (cell.key[by] ?? null);
  };
  const groups = grouped(own, (one) => JSON.stringify(keyOf(one))).map((all) => ({ key: keyOf(all[0]), ...sum(all, by === 'day' ? 1 : days) }));
  return { ...view, by, groups: by === 'day' ? groups : groups.sort(dearestFirst) };
}

const dearestFirst = (a: Used, b: Used): number => (b.usd ?? 0) - (a.usd ?? 0);

/** What both views have in common. */
function open(parts: readonly DayPart[], tools: ViewTools): { view: UsageView; priced: Priced[]; days: number } {
  const span = spanOf(parts);
  const skipped = nothingSkipped();
  for (const part of parts) addSkipped(skipped, part.skipped);
  const { repeated, ...rest } = skipped;
  const priced = price(shownParts(parts, tools), 'requests', tools).filter(
    ({ cell }) => cell.calls || cell.errors || Object.values(cell.tokens).some(Boolean),
  );
  const reconciled = reconcile(parts, tools);
  const totals = {
    calls: priced.reduce((calls, { cell }) => calls + cell.calls, 0),
    usd: priced.reduce((usd, one) => usd + (one.usd ?? 0), 0),
    usdBilled: billed(parts, tools),
    joinedUsd: 0,
    unjoinedUsd: 0,
  };
  const view: UsageView = {
    version: 1,
    from: span?.from ?? null,
    to: span?.to ?? null,
    days: span?.days ?? 0,
    totals,
    skipped: repeated ? { ...rest, repeated } : rest,
    ...(reconciled.length && { reconciled }),
  };
  return { view, priced, days: span?.days ?? 1 };
}

/** The logs, and the reports of providers for days of which no log tells: what counts once. */
export const shownParts = (parts: readonly DayPart[], tools: ViewTools): DayPart[] =>
  parts.filter((part) => isLog(part) || !parts.some((other) => isLog(other) && other.day === part.day && sellsFor(other, part, tools)));

function price(parts: readonly DayPart[], list: 'requests' | 'users' | 'tags', tools: ViewTools): Priced[] {
  return parts.flatMap(({ day, [list]: cells }) => cells.map((cell): Priced => ({ cell, day, ...tools.price(cell, day) })));
}

/** Does a log hold calls of the provider whose report a part is? */
const sellsFor = (log: DayPart, report: DayPart, tools: ViewTools): boolean =>
  log.requests.some((cell) => tools.price(cell, log.day).provider === report.source);

function grouped(priced: readonly Priced[], nameOf: (one: Priced) => string): [Priced, ...Priced[]][] {
  const groups = new Map<string, [Priced, ...Priced[]]>();
  for (const one of priced) {
    const name = nameOf(one);
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function sum(all: readonly Priced[], days: number): Used {
  const tokens = { ...noTokens };
  let [calls, errors, told, said] = [0, 0, 0, 0];
  let usd: number | null = 0;
  for (const one of all) {
    addTokens(tokens, one.cell.tokens);
    calls += one.cell.calls;
    errors += one.cell.errors;
    told += one.cell.told;
    said += one.cell.usd;
    usd = usd === null || (one.usd === null && one.cell.calls > 0) ? null : usd + (one.usd ?? 0);
  }
  const { input, cacheRead, cacheWrite, cacheWrite1h, output, reasoning, audioInput, audioOutput } = tokens;
  const shown = { input: input + audioInput, cacheRead, cacheWrite, cacheWrite1h, output: output + audioOutput, reasoning };
  return { calls, errors, perDay: rate(calls / days), tokens: shown, usd, usdBilled: told > 0 || said > 0 ? said : null };
}

/** With as many digits as say something. */
const rate = (perDay: number): number => Number(perDay >= 100 ? perDay.toFixed(1) : perDay.toPrecision(3));

/** What was billed: by the reports of costs for their providers and days, else as the logs say. null where nothing says it. */
function billed(parts: readonly DayPart[], tools: ViewTools): number | null {
  const reports = parts.filter((part) => !isLog(part) && costsOf(part) !== null);
  let sumOf: number | null = null;
  const add = (usd: number) => {
    sumOf = (sumOf ?? 0) + usd;
  };
  for (const report of reports) add(costsOf(report) ?? 0);
  for (const { day, requests } of parts.filter(isLog)) {
    for (const cell of requests) {
      if (!cell.told || reports.some((report) => report.day === day && report.source === tools.price(cell, day).provider)) continue;
      add(cell.usd);
    }
  }
  return sumOf;
}

/** USD of a day's report of costs; null for one of usage alone. */
function costsOf({ requests }: DayPart): number | null {
  const costs = requests.filter(({ calls, tokens, usd }) => usd > 0 && !calls && !Object.values(tokens).some(Boolean));
  return costs.length ? costs.reduce((usd, cell) => usd + cell.usd, 0) : null;
}

/** What reports say of the days of which logs speak, too; what they bill, else their usage at list price. */
function reconcile(parts: readonly DayPart[], tools: ViewTools): Reconciled[] {
  const logs = parts.filter(isLog);
  const providers = [...new Set(parts.filter((part) => !isLog(part)).map(({ source }) => source))].sort();
  return providers.flatMap((provider) => {
    const reports = parts.filter(({ source, day }) => source === provider && logs.some((log) => log.day === day));
    const days = [...new Set(reports.map(({ day }) => day))].sort();
    const [from, to] = [days[0], days.at(-1)];
    if (from === undefined || to === undefined) return [];
    const hasCosts = reports.some((report) => costsOf(report) !== null);
    const listed = (part: DayPart) => price([part], 'requests', tools).reduce((usd, one) => usd + (one.usd ?? 0), 0);
    const reported = reports.reduce((usd, part) => usd + (hasCosts ? (costsOf(part) ?? 0) : listed(part)), 0);
    const logged = price(
      logs.filter(({ day }) => days.includes(day)),
      'requests',
      tools,
    ).reduce((usd, one) => usd + (one.provider === provider ? (one.usd ?? 0) : 0), 0);
    return [{ provider, from, to, reported, logged, difference: reported > 0 ? logged / reported - 1 : null }];
  });
}
