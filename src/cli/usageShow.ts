import path from 'node:path';
import {
  type DayPart,
  type Engine,
  isLog,
  type JoinTarget,
  joinTo,
  type Settings,
  spanOf,
  type UsageCell,
  type UsageGrouping,
  type ViewTools,
  viewGroups,
  viewRequests,
} from '../core';
import { describeLeftOut, formatPlural, formatUsd, reportUsage } from '../report';
import { analyzePaths, type PathOptions, type PathResults, warnUnreadable } from './analyzeFiles';
import type { Host } from './host';
import { createLineFollower } from './lineFollower';
import { loadSettings } from './settings';
import { loadUsage } from './usageFile';

export interface ShowOptions extends PathOptions {
  by: UsageGrouping;
  format: 'text' | 'json';
}

/** Shows what was measured: by request of the project, or by something else. */
export async function showUsage(host: Host, { by, format, ...options }: ShowOptions): Promise<void> {
  const { root, parts } = await loadUsage(host.cwd);
  const engine = await host.engine();
  const settings = await loadSettings(host, options.config);
  const { tools, unreadable } = await joiningTools(
    host,
    { root, parts },
    [path.relative(host.cwd, root) || '.'],
    viewTools(engine, settings),
    options,
  );
  warnUnreadable(host, unreadable);
  const view = by === 'request' ? viewRequests(parts, tools) : viewGroups(parts, by, tools);
  host.write(format === 'json' ? `${JSON.stringify(view, null, 2)}\n` : reportUsage(view));
}

/** Prices cells; joins nothing. */
export function viewTools(engine: Engine, settings: Settings): ViewTools {
  const known = new Map<UsageCell, ReturnType<ViewTools['price']>>();
  return {
    price(cell, day) {
      const done = known.get(cell);
      if (done) return done;
      const { model, usd } = engine.usageUsd({ ...cell, day }, settings);
      const priced = { usd, provider: cell.provider ?? (model.kind === 'found' ? model.model.provider : null) };
      known.set(cell, priced);
      return priced;
    },
    join: () => null,
  };
}

/** Tools that know the requests under some paths, too. Paths of the project are as its root sees them; they are shown as the working folder does. */
export async function joiningTools(
  host: Host,
  { root, parts }: { root: string; parts: readonly DayPart[] },
  paths: readonly string[],
  tools: ViewTools,
  options: PathOptions,
): Promise<{ tools: ViewTools } & Pick<PathResults, 'unreadable' | 'stopped'>> {
  const { checked, unreadable, stopped } = await analyzePaths(host, paths, { ...options, problems: false });
  const targets = checked.flatMap(({ targets: own = [] }) => own.map((target) => fromRoot(target, host.cwd, root)));
  const follow = createLineFollower(root, spanOf(parts)?.to ?? null);
  const join: ViewTools['join'] = (key) => {
    const target = joinTo(key, targets, follow);
    return target && { path: target.shown, line: target.line };
  };
  return { tools: { ...tools, join }, unreadable, stopped };
}

function fromRoot(target: JoinTarget, cwd: string, root: string): JoinTarget & { shown: string } {
  return { ...target, shown: target.path, path: path.relative(root, path.resolve(cwd, target.path)).replaceAll('\\', '/') };
}

/** `1,240 calls in 30 days (2026-11-01 to 2026-11-30), $12.34`: what an import read. */
export function describeTotals(parts: readonly DayPart[], tools: ViewTools): string {
  const { totals, from, to, days, skipped } = viewRequests(parts, tools);
  const billed = totals.usdBilled === null ? '' : `, billed ${formatUsd(totals.usdBilled)}`;
  const period = from === null ? '' : ` in ${formatPlural(days, 'day')} (${from === to ? from : `${from} to ${to}`})`;
  const reports = parts.some((part) => !isLog(part)) ? ', reports of providers' : '';
  return `${formatPlural(totals.calls, 'call')}${period}, ${formatUsd(totals.usd)} at list price${billed}${reports}${describeLeftOut(skipped).map((left) => `. ${left}`)}`;
}
