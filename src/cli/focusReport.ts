import path from 'node:path';
import { focusUsage } from '../core';
import { reportFocus } from '../report';
import type { PathOptions, PathResults } from './analyzeFiles';
import type { Host } from './host';
import { loadSettings } from './settings';
import { loadUsage } from './usageFile';
import { joiningTools, viewTools } from './usageShow';

/** What was measured, as rows of FOCUS that name the requests under some paths. Without measured usage, a wrong use. */
export async function describeFocus(
  host: Host,
  paths: readonly string[],
  options: PathOptions,
): Promise<{ text: string } & Pick<PathResults, 'unreadable' | 'stopped'>> {
  const usage = await loadUsage(path.resolve(host.cwd, paths[0] ?? '.'));
  const prices = viewTools(await host.engine(), await loadSettings(host, options.config));
  const { tools, ...results } = await joiningTools(host, usage, paths, prices, options);
  return { text: reportFocus(focusUsage(usage.parts, tools)), ...results };
}
