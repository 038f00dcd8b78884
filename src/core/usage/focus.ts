import type { UsageCell } from './cells';
import type { DayPart } from './summary';
import { noTokens, type UsageTokens } from './types';
import { shownParts, type ViewTools } from './view';

/** What is billed: kinds of tokens, which do not overlap (reasoning is part of the output); searches; and calls where a price is asked for each. */
export type FocusKind = Exclude<keyof UsageTokens, 'reasoning'> | 'searches' | 'requests';

/** What one request used of one kind on one day, at one price. */
export interface FocusUsage {
  /** ISO date. */
  day: string;
  provider: string | null;
  model: string;
  /** How it was served and in which price step, where that is not the usual: `batch`, `flex`, `above 200000`. */
  terms: readonly string[];
  kind: FocusKind;
  quantity: number;
  /** USD at list price; null where that is not known. */
  usd: number | null;
  /** USD as the log says; null where it does not. */
  usdBilled: number | null;
  /** The request of the project, `path:line`; else what the log names it; null where it names nothing. */
  site: string | null;
  hash: string | null;
  label: string | null;
}

const tokenKinds = ['input', 'cacheRead', 'cacheWrite', 'cacheWrite1h', 'output', 'audioInput', 'audioOutput'] as const;

/** What was used by day, request, kind and price, in that order. The list prices add up to the total of all views. */
export function focusUsage(parts: readonly DayPart[], tools: ViewTools): FocusUsage[] {
  const rows = new Map<string, FocusUsage>();
  for (const { day, requests } of shownParts(parts, tools)) {
    for (const row of requests.flatMap((cell) => rowsOf(cell, day, tools))) {
      const { day: date, site, label, hash, provider, model, kind, terms } = row;
      const identity = JSON.stringify([date, site, label, hash, provider, model, terms, kind, row.usd === null, row.usdBilled === null]);
      const known = rows.get(identity);
      rows.set(identity, known ? addRows(known, row) : row);
    }
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

const addRows = (a: FocusUsage, b: FocusUsage): FocusUsage => ({
  ...a,
  quantity: a.quantity + b.quantity,
  usd: a.usd === null || b.usd === null ? null : a.usd + b.usd,
  usdBilled: a.usdBilled === null || b.usdBilled === null ? null : a.usdBilled + b.usdBilled,
});

function rowsOf(cell: UsageCell, day: string, tools: ViewTools): FocusUsage[] {
  const { key, model, tier, batch, region, speed, above } = cell;
  const joined = tools.join(key);
  const named = key.file === undefined ? (key.function ?? null) : `${key.file}${key.line === undefined ? '' : `:${key.line}`}`;
  const site = joined ? `${joined.path}:${joined.line}` : named;
  const terms = [batch && 'batch', tier, region, speed, above > 0 && `above ${above}`].filter((term): term is string => Boolean(term));
  const { provider } = tools.price(cell, day);
  const used = amountsOf(cell, day, tools);
  // The log says what a call cost as a whole: each kind has its share by list price, or by quantity where one has none.
  const byPrice = used.every(({ usd }) => usd !== null);
  const weights = used.map(({ usd, quantity }) => (byPrice ? usd! : quantity));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const told = cell.calls > 0 && cell.told === cell.calls && whole > 0;
  return used.map((row, index) => ({
    ...{ day, provider, model, terms, ...row, site, hash: key.hash ?? null, label: key.label ?? null },
    usdBilled: told ? (cell.usd * weights[index]!) / whole : null,
  }));
}

/** What a cell used of each kind, priced alone. */
function amountsOf(cell: UsageCell, day: string, tools: ViewTools): Pick<FocusUsage, 'kind' | 'quantity' | 'usd'>[] {
  const nothing: UsageCell = { ...cell, calls: 0, searches: 0, tokens: { ...noTokens } };
  const priced = (kind: FocusKind, quantity: number, used: Partial<UsageCell>) => ({
    ...{ kind, quantity },
    usd: tools.price({ ...nothing, ...used }, day).usd,
  });
  const tokens = tokenKinds.map((kind) => {
    const reasoning = kind === 'output' ? cell.tokens.reasoning : 0;
    return priced(kind, cell.tokens[kind], { tokens: { ...noTokens, reasoning, [kind]: cell.tokens[kind] } });
  });
  const requests = priced('requests', cell.calls, { calls: cell.calls });
  return [...tokens, priced('searches', cell.searches, { searches: cell.searches }), ...(requests.usd ? [requests] : [])].filter(
    ({ quantity }) => quantity > 0,
  );
}
