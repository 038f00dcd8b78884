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
import { exitCodes, type Host } from './host';
import type { Register } from './program';
import { readUsd } from './readOption';
import { ruleInfos } from './ruleInfos';

const formats: Record<string, (checked: readonly CheckedFile[]) => string> = {
  text: reportProblemsAsText,
  json: (checked) => `${JSON.stringify(reportAsJson(checked), null, 2)}\n`,
  sarif: (checked) => `${JSON.stringify(reportAsSarif(checked, ruleInfos(), version), null, 2)}\n`,
  github: reportAsGithub,
  markdown: (checked) => reportAsMarkdown(checked, ruleInfos()),
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
      const { checked, unreadable } = await analyzePaths(host, paths, { ...options, problems: true });
      host.write(formats[options.format]!(checked));
      const tooDear = warnAboveCost(host, checked, options.maxCost);
      warnUnreadable(host, unreadable);
      const failed = tooDear || hasFailure(checked, options.failOn);
      exit(unreadable.length ? exitCodes.usage : failed ? exitCodes.problems : exitCodes.fine);
    });
};

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
