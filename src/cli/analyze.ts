import { Option } from 'commander';
import { atOwnPrices, reportCallsAsText } from '../report';
import { addPathOptions, analyzePaths, exitCodeOf, type PathOptions, warnUnreadable } from './analyzeFiles';
import type { Register } from './program';

/** `prompt-cost analyze`: what the engine sees, nothing judged. */
export const registerAnalyze: Register = (program, host, exit) => {
  addPathOptions(program.command('analyze').description('Show every LLM call and prompt, with tokens and cost.'))
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .action(async (paths: string[], options: PathOptions & { format: 'text' | 'json' }) => {
      const results = await analyzePaths(host, paths, { ...options, problems: false });
      const files = results.checked.map(({ file }) => file);
      if (options.format === 'json') {
        const { prices } = await host.engine();
        const totals = { files: files.length, calls: 0, prompts: 0 };
        for (const { calls, prompts } of files) {
          totals.calls += calls.length;
          totals.prompts += prompts.length;
        }
        host.write(`${JSON.stringify({ version: 2, prices: { asOf: prices.asOf, sources: prices.sources }, files, totals }, null, 2)}\n`);
      } else host.write(reportCallsAsText(results.checked.map(atOwnPrices)));
      warnUnreadable(host, results.unreadable);
      exit(exitCodeOf(results));
    });
};
