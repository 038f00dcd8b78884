import { Option } from 'commander';
import { version } from '../../package.json';
import type { Severity } from '../core';
import {
  type CheckedFile,
  formatUsd,
  reportAsGithub,
  reportAsJson,
  reportAsMarkdown,
  reportAsSarif,
  reportProblemsAsText,
  severities,
  sumCosts,
} from '../report';
import { addPathOptions, analyzePaths, type PathOptions, warnUnreadable } from './analyzeFiles';
import { exitCodes, type Host, UsageError } from './host';
import type { Register } from './program';
import { ruleInfos } from './ruleInfos';

/** Each takes the files at list price, and at the project's own prices. */
const formats: Record<string, (checked: readonly CheckedFile[], own: readonly CheckedFile[]) => string> = {
  text: (_, own) => reportProblemsAsText(own),
  json: (checked) => `${JSON.stringify(reportAsJson(checked), null, 2)}\n`,
  sarif: (checked) => `${JSON.stringify(reportAsSarif(checked, ruleInfos(), version), null, 2)}\n`,
  github: reportAsGithub,
  markdown: (_, own) => reportAsMarkdown(own, ruleInfos()),
};

interface CheckOptions extends PathOptions {
  format: string;
  failOn: Severity | 'never';
  maxCost?: number;
}

/** `prompt-cost check`: the problems, and whether they fail a build. */
export const registerCheck: Register = (program, host, exit) => {
  addPathOptions(program.command('check').description('Report the problems of LLM calls and prompts.'))
    .addOption(new Option('--format <format>', 'form of the output').choices(Object.keys(formats)).default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from this severity on')
        .choices(['error', 'warning', 'information', 'never'])
        .default('warning'),
    )
    .option('--max-cost <usd>', 'exit with 1 when all calls together, each called once, cost more', readUsd)
    .action(async (paths: string[], options: CheckOptions) => {
      const { checked, own, unreadable } = await analyzePaths(host, paths, { ...options, problems: true });
      host.write(formats[options.format]!(checked, own));
      const tooDear = warnAboveCost(host, own, options.maxCost);
      warnUnreadable(host, unreadable);
      const failed = tooDear || hasFailure(checked, options.failOn);
      exit(unreadable.length ? exitCodes.usage : failed ? exitCodes.problems : exitCodes.fine);
    });
};

function readUsd(value: string): number {
  const usd = Number(value);
  if (value.trim() === '' || !Number.isFinite(usd) || usd < 0) throw new UsageError(`${value} is no amount in USD`);
  return usd;
}

function hasFailure(checked: readonly CheckedFile[], failOn: CheckOptions['failOn']): boolean {
  if (failOn === 'never') return false;
  const failing = severities.slice(0, severities.indexOf(failOn) + 1);
  return checked.some(({ problems }) => problems.some(({ severity }) => failing.includes(severity)));
}

/** Says so when the sum is above the maximum. Calls without a known cost are not in the sum. */
function warnAboveCost(host: Host, checked: readonly CheckedFile[], maximum: number | undefined): boolean {
  if (maximum === undefined) return false;
  const { perCall, unpriced } = sumCosts(checked.map(({ file }) => file));
  const rest = unpriced ? `; ${unpriced} without a known cost are not counted` : '';
  const above = perCall > maximum;
  if (above) host.warn(`the calls cost ≈ ${formatUsd(perCall)} together, above the maximum of ${formatUsd(maximum)}${rest}`);
  else if (unpriced) host.warn(`${unpriced} ${unpriced === 1 ? 'call' : 'calls'} without a known cost could not be held against the maximum cost`);
  return above;
}
