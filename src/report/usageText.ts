import type { Reconciled, ShownGroup, ShownRequest, UsageGrouping, UsageView } from '../core';
import { formatCount, formatPlural } from './format';
import { formatUsd } from './money';
import { alignTable } from './table';
import { toText } from './text';

type ShownUsage = UsageView & ({ requests: ShownRequest[] } | { by: Exclude<UsageGrouping, 'request'>; groups: ShownGroup[] });

/** Measured usage for a terminal: the dearest first, what belongs to no request named as such, and the sums. */
export function reportUsage(view: ShownUsage): string {
  const { from, to, days, totals } = view;
  if (from === null) return toText(['No calls.']);
  const rows =
    'requests' in view
      ? view.requests.map((one) => [...figures(one), one.model || 'model unknown', describePlace(one)])
      : view.groups.map((one) => [...figures(one), one.key ?? `no ${view.by}`]);
  const head = ['calls', 'a day', 'input', 'cached', 'output', 'errors', 'usd', 'billed', ...('requests' in view ? ['model', 'request'] : [view.by])];
  const unpriced = ('requests' in view ? view.requests : view.groups).some(({ usd }) => usd === null);
  const sign = unpriced ? '≥ ' : '';
  return toText([
    ...alignTable([head, ...rows], [0, 1, 2, 3, 4, 5, 6, 7]),
    '',
    `${from} to ${to}, ${formatPlural(days, 'day')}: ${formatPlural(totals.calls, 'call')}, ${sign}${formatUsd(totals.usd)} at list price${billed(totals.usdBilled)}`,
    `Joined to requests of the project: ${sign}${formatUsd(totals.joinedUsd)}; to none: ${sign}${formatUsd(totals.unjoinedUsd)}`,
    ...(view.reconciled ?? []).map(describeReconciled),
    ...describeLeftOut(view.skipped),
  ]);
}

const billed = (usd: number | null): string => (usd === null ? '' : `, billed ${formatUsd(usd)}`);

function figures({ calls, perDay, tokens, errors, usd, usdBilled }: ShownRequest | ShownGroup): string[] {
  const { input, cacheRead, cacheWrite, cacheWrite1h, output } = tokens;
  const whole = input + cacheRead + cacheWrite + cacheWrite1h;
  return [
    formatCount(calls),
    perDay >= 10 ? formatCount(perDay) : String(perDay),
    formatCount(whole),
    whole ? `${Math.round((cacheRead / whole) * 100)} %` : '',
    formatCount(output),
    errors ? formatCount(errors) : '',
    formatUsd(usd),
    usdBilled === null ? '' : formatUsd(usdBilled),
  ];
}

/** Where it was made, as the project has it now; else by what the log names it. */
function describePlace({ joined, key }: ShownRequest): string {
  const label = key.label === null ? '' : ` (${key.label})`;
  if (joined) return `${joined.path}:${joined.line}${label}`;
  const place = key.path === null ? null : `${key.path}${key.line === null ? '' : `:${key.line}`}`;
  const names = [place, key.function, key.label, key.prompt, key.hash?.slice(0, 12)].filter((name) => name != null);
  return `${names.join(', ') || 'place unknown'} — no request of the project`;
}

function describeReconciled({ provider, from, to, reported, logged, difference }: Reconciled): string {
  const off = difference === null ? '' : ` (${difference >= 0 ? '+' : '−'}${Math.abs(difference * 100).toFixed(1)} %)`;
  return `${provider} reports ${formatUsd(reported)} for ${from} to ${to}; the logs come to ${formatUsd(logged)}${off}`;
}

/** What was read and does not count; nothing where all does. */
export function describeLeftOut({ broken, parents, cacheHits, failed, repeated = 0 }: UsageView['skipped']): string[] {
  const counts: [number, string, string][] = [
    [broken, 'broken line', 'broken lines'],
    [failed, 'failed call', 'failed calls'],
    [cacheHits, 'answer from a response cache', 'answers from a response cache'],
    [parents, 'request that consists of others', 'requests that consist of others'],
    [repeated, 'row that was there before', 'rows that were there before'],
  ];
  const said = counts.flatMap(([count, one, many]) => (count ? [formatPlural(count, one, many)] : []));
  return said.length ? [`Left out: ${said.join(', ')}`] : [];
}
