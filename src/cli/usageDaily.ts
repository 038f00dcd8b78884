import { viewGroups } from '../core';
import { formatUsd, reportUsage } from '../report';
import { exitCodes, type Host, UsageError } from './host';
import { loadSettings } from './settings';
import { loadUsage } from './usageFile';
import { viewTools } from './usageShow';

export interface DailyOptions {
  date?: string;
  failAbove?: number;
  format: 'text' | 'json';
  config?: string;
}

/** Shows what one day cost, by model: the newest one that was measured, or a named one. Answers the exit code: problems above the limit. */
export async function showDay(host: Host, { date, failAbove, format, config }: DailyOptions): Promise<number> {
  const { parts } = await loadUsage(host.cwd);
  const newest = parts.filter(({ rows }) => rows > 0).at(-1)?.day;
  const day = date ?? newest;
  if (day === undefined) throw new UsageError('no day was measured yet');
  const own = parts.filter((part) => part.day === day);
  if (!own.length) throw new UsageError(`nothing was measured on ${day}`);
  const view = viewGroups(own, 'model', viewTools(await host.engine(), await loadSettings(host, config)));
  host.write(format === 'json' ? `${JSON.stringify(view, null, 2)}\n` : reportUsage(view));
  const { usd, usdBilled } = view.totals;
  const cost = Math.max(usd, usdBilled ?? 0);
  if (failAbove === undefined || cost <= failAbove) return exitCodes.fine;
  host.warn(`${day} cost ${formatUsd(cost)}, more than ${formatUsd(failAbove)}`);
  return exitCodes.problems;
}
