import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Option } from 'commander';
import { decodeFile } from '../disk/decode';
import { describeComparison, reportCacheAsText } from '../report';
import { describeError } from './analyzeFile';
import { exitCodes, type Host, UsageError } from './host';
import type { Register } from './program';
import { loadSettings } from './settings';

/** `prompt-cost cache compare`: why the second of two recorded requests does not come from the provider's cache. */
export const registerCache: Register = (program, host, exit) => {
  program
    .command('cache')
    .description("Find out what spoils the provider's prompt cache.")
    .command('compare')
    .description('Name the first part in which two recorded requests differ, and what that costs.')
    .argument('<first>', 'JSON of the request that filled the cache')
    .argument('<second>', 'JSON of one that should have found it')
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .option('--config <file>', 'settings file')
    .action(async (first: string, second: string, { format, config }: { format: 'text' | 'json'; config?: string }) => {
      const settings = await loadSettings(host, config);
      const [a, b] = await Promise.all([first, second].map((file) => readRequest(host, file)));
      const outcome = await (await host.engine()).compareRecorded(a, b, settings);
      if ('unknown' in outcome) throw new UsageError(describeUnknown(outcome.unknown, first, second));
      const report = describeComparison(outcome);
      host.write(format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : reportCacheAsText(report));
      exit(report.lost.tokens ? exitCodes.problems : exitCodes.fine);
    });
};

function describeUnknown(unknown: 'first' | 'second', first: string, second: string): string {
  return unknown === 'first'
    ? `${first} is no request to OpenAI (chat or responses), Anthropic (messages) or Gemini`
    : `${second} is no request to the same API as ${first}`;
}

async function readRequest(host: Host, file: string): Promise<unknown> {
  try {
    return JSON.parse(decodeFile(await readFile(path.resolve(host.cwd, file))).text);
  } catch (error) {
    throw new UsageError(`cannot read ${file} (${describeError(error)})`);
  }
}
