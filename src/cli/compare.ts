import { Option } from 'commander';
import type { Comparison } from '../core';
import { formatCount } from '../report';
import { exitCodes, UsageError } from './host';
import type { Register } from './program';
import { readInput } from './readInput';
import { loadSettings } from './settings';

/** `prompt-cost compare`: what a rewrite of a prompt changed. Exits with 1 when a requirement changed, went or came. */
export const registerCompare: Register = (program, host, exit) => {
  program
    .command('compare')
    .description('Compare two states of a prompt: which requirements changed, went or came.')
    .argument('<before>', 'the prompt as it was; - for standard input')
    .argument('<after>', 'the prompt as it is')
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .option('--config <file>', 'settings file')
    .action(async (before: string, after: string, options: { format: 'text' | 'json'; config?: string }) => {
      if (before === '-' && after === '-') throw new UsageError('only one of the two prompts can come from standard input');
      const settings = await loadSettings(host, options.config);
      const [old, now] = [await readInput(host, before), await readInput(host, after)];
      const comparison = await (await host.engine()).comparePrompts(old, now, settings);
      host.write(options.format === 'json' ? `${JSON.stringify(comparison, null, 2)}\n` : reportAsText(comparison, [before, after], [old, now]));
      exit(comparison.kept ? exitCodes.fine : exitCodes.problems);
    });
};

function reportAsText({ before, after, kept, findings }: Comparison, files: [string, string], texts: [string, string]): string {
  const lines = findings.map(({ kind, message, before: old, after: now }) => {
    const place = old ? placeOf(files[0], texts[0], old.start) : placeOf(files[1], texts[1], now?.start ?? 0);
    return `${place} ${kind}: ${message}`;
  });
  const tokens = `${formatCount(before.tokens)} to ${formatCount(after.tokens)} tokens`;
  const sum = kept ? 'no requirement changed' : `${findings.length} ${findings.length === 1 ? 'requirement' : 'requirements'} changed, went or came`;
  return `${[...lines, `${tokens}; ${sum}`].join('\n')}\n`;
}

/** `file:line:column`, counted from 1. */
function placeOf(file: string, text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${file}:${before.length}:${before.at(-1)!.length + 1}`;
}
