import { Option } from 'commander';
import { version } from '../../package.json';
import type { Severity } from '../core';
import {
  atOwnPrices,
  type CheckedFile,
  formatUsd,
  reportAsGithub,
  reportAsGitlab,
  reportAsJson,
  reportAsJunit,
  reportAsMarkdown,
  reportAsSarif,
  reportForAgent,
  reportProblemsAsText,
  severities,
  sumCosts,
} from '../report';
import { addPathOptions, analyzePaths, exitCodeOf, type PathOptions, warnUnreadable } from './analyzeFiles';
import { hideKnown, saveKnown } from './baseline';
import { findNewProblems } from './changedSince';
import type { Host } from './host';
import type { Register } from './program';
import { readUsd } from './readOption';
import { ruleInfos } from './ruleInfos';
import { sayOnce } from './sayOnce';

const formats: Record<string, (checked: readonly CheckedFile[]) => string> = {
  agent: reportForAgent,
  text: (checked) => reportProblemsAsText(checked.map(atOwnPrices)),
  json: (checked) => `${JSON.stringify(reportAsJson(checked), null, 2)}\n`,
  sarif: (checked) => `${JSON.stringify(reportAsSarif(checked, ruleInfos(), version), null, 2)}\n`,
  github: reportAsGithub,
  gitlab: (checked) => `${JSON.stringify(reportAsGitlab(checked), null, 2)}\n`,
  junit: reportAsJunit,
  markdown: (checked) => reportAsMarkdown(checked.map(atOwnPrices), ruleInfos()),
};

interface CheckOptions extends PathOptions {
  format?: string;
  failOn: Severity | 'never';
  maxCost?: number;
  severity: Severity;
  baseline?: string;
  writeBaseline?: string;
  changedSince?: string;
}

/** `prompt-cost check`: the problems, and whether they fail a build. */
export const registerCheck: Register = (program, host, exit) => {
  addPathOptions(program.command('check').description('Report the problems of LLM calls and prompts.'))
    .addOption(new Option('--format <format>', 'form of the output (default: "agent" under an agent, else "text")').choices(Object.keys(formats)))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from this severity on')
        .choices(['error', 'warning', 'information', 'never'])
        .default('warning'),
    )
    .addOption(new Option('--severity <severity>', 'the least that is shown, and that fails').choices(severities).default('hint'))
    .option('--baseline <file>', 'leave out the problems that this file knows')
    .option('--write-baseline <file>', 'write the present problems down as known, and exit with 0')
    .option('--changed-since <revision>', 'only problems that came since this revision of the git repository')
    .option('--max-cost <usd>', 'exit with 1 when all calls together, each called once, cost more', readUsd)
    .action(async (paths: string[], options: CheckOptions) => {
      const results =
        options.changedSince === undefined
          ? await analyzePaths(host, paths, { ...options, problems: true })
          : await findNewProblems(host, paths, options.changedSince, options.config);
      const shown = sayOnce(results.checked).map((file) => ({
        ...file,
        problems: file.problems.filter(({ severity }) => isAtLeast(severity, options.severity)),
      }));
      if (options.writeBaseline !== undefined) await saveKnown(host, shown, options.writeBaseline);
      const known = options.writeBaseline === undefined ? options.baseline : options.writeBaseline;
      const checked = known === undefined ? shown : await hideKnown(host, shown, known);
      host.write(formats[options.format ?? (host.isAgent() ? 'agent' : 'text')]!(checked));
      const tooDear = warnAboveCost(host, checked.map(atOwnPrices), options.maxCost);
      warnUnreadable(host, results.unreadable);
      exit(exitCodeOf(results, tooDear || hasFailure(checked, options.failOn)));
    });
};

const isAtLeast = (severity: Severity, least: Severity): boolean => severities.indexOf(severity) <= severities.indexOf(least);
function hasFailure(checked: readonly CheckedFile[], failOn: CheckOptions['failOn']): boolean {
  if (failOn === 'never') return false;
  return checked.some(({ problems }) => problems.some(({ severity }) => isAtLeast(severity, failOn)));
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
