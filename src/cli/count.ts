import { Option } from 'commander';
import type { ModelCount } from '../core';
import { alignTable, formatCount, formatUsd, markAccuracy, toText } from '../report';
import type { Register } from './program';
import { readInput } from './readInput';
import { loadSettings } from './settings';

/** `prompt-cost count`: tokens and input cost of a text, per model. */
export const registerCount: Register = (program, host) => {
  program
    .command('count')
    .description('Count the tokens of a text, and what they cost as input.')
    .argument('[file]', 'the text; - or nothing for standard input')
    .option('--model <id>', 'model, repeatable (default: the default model and those to compare)', (id: string, ids: string[] = []) => [...ids, id])
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .option('--config <file>', 'settings file')
    .action(async (file: string | undefined, options: { model?: string[]; format: 'text' | 'json'; config?: string }) => {
      const settings = await loadSettings(host, options.config);
      const text = await readInput(host, file);
      const models = options.model ?? [...new Set([settings.defaultModel, ...settings.compareModels])];
      const counts = await (await host.engine()).count(text, models, settings);
      host.write(options.format === 'json' ? `${JSON.stringify(counts.map(describe), null, 2)}\n` : reportAsText(counts));
    });
};

function describe({ model, count, inputCost }: ModelCount) {
  const { encoding, tokens, accuracy, low, high } = count;
  return { model, encoding, tokens, accuracy, low, high, inputCost };
}

function reportAsText(counts: readonly ModelCount[]): string {
  const rows = counts.map(({ model, match, count, inputCost }) => [
    model,
    markAccuracy(formatCount(count.tokens), count.accuracy),
    inputCost === null ? 'unknown' : markAccuracy(formatUsd(inputCost), count.accuracy),
    count.encoding,
    count.accuracy === 'exact' ? '' : `${formatCount(count.low)} to ${formatCount(count.high)}`,
    match.kind === 'unknown' ? 'not in the catalogue' : '',
  ]);
  return toText(alignTable([['model', 'tokens', 'input cost', 'encoding', 'band'], ...rows], [1, 2]));
}
