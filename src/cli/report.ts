import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { replaceFile } from '../disk/writeFile';
import { type ProjectReport, reportProjectAsMarkdown } from '../report';
import { describeError } from './analyzeFile';
import { addPathOptions, exitCodeOf, type PathOptions, type PathResults, warnUnreadable } from './analyzeFiles';
import { describeFocus } from './focusReport';
import { type Host, UsageError } from './host';
import type { Register } from './program';
import { describeProject } from './projectReport';

const formats: Record<string, (report: ProjectReport, nonce?: string) => string | Promise<string>> = {
  // what draws charts is large, and loaded for them alone
  html: async (report, nonce) => (await import('../report/project/html')).reportProjectAsHtml(report, nonce),
  markdown: (report) => reportProjectAsMarkdown(report),
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
};

const endings: Record<string, string> = { '.html': 'html', '.htm': 'html', '.json': 'json', '.md': 'markdown' };

/** `prompt-cost report`: where a project's money goes, and what to do first. */
export const registerReport: Register = (program, host, exit) => {
  addPathOptions(program.command('report').description('Write a report of what the requests of a project cost.'))
    .addOption(
      new Option('--format <format>', 'form of the report')
        .choices([...Object.keys(formats), 'focus'])
        .default('markdown', 'by the ending of --out, else markdown'),
    )
    .option('--out <file>', 'where it is written (default: standard output)')
    .addOption(new Option('--nonce <text>', 'nonce of the style sheet, for a page that sets one').hideHelp())
    .action(async (paths: string[], options: PathOptions & { format: string; out?: string; nonce?: string }, command: Command) => {
      const isGiven = command.getOptionValueSource('format') !== 'default';
      const format = isGiven ? options.format : (endings[path.extname(options.out ?? '').toLowerCase()] ?? options.format);
      const { text, ...results } =
        format === 'focus' ? await describeFocus(host, paths, options) : await describe(host, paths, { ...options, format });
      if (options.out === undefined) host.write(text);
      else await save(path.resolve(host.cwd, options.out), options.out, text);
      warnUnreadable(host, results.unreadable);
      exit(exitCodeOf(results));
    });
};

async function describe(
  host: Host,
  paths: readonly string[],
  options: PathOptions & { format: string; nonce?: string },
): Promise<{ text: string } & Pick<PathResults, 'unreadable' | 'stopped'>> {
  const { report, ...results } = await describeProject(host, paths, options);
  return { text: await formats[options.format]!(report, options.nonce), ...results };
}

async function save(file: string, shown: string, text: string): Promise<void> {
  try {
    await replaceFile(file, Buffer.from(text), await readFile(file).catch(() => null));
  } catch (error) {
    throw new UsageError(`cannot write ${shown} (${describeError(error)})`);
  }
}
