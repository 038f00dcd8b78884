import { InvalidArgumentError, Option } from 'commander';
import { settings as allSettings, type Settings } from '../core';
import { askCommand } from './askCommand';
import type { Register } from './program';
import { readInput } from './readInput';
import { rewriteWith } from './rewriteWith';
import { loadSettings } from './settings';

type Level = Settings['compressLevel'];

interface Options {
  records?: 'toon' | 'csv';
  level?: Level;
  format: 'text' | 'json';
  with?: string;
  timeout: number;
  config?: string;
}

/** `prompt-cost compress`: a shorter prompt on standard output, remarks on standard error. */
export const registerCompress: Register = (program, host) => {
  const levels = allSettings.compressLevel.schema.options;
  program
    .command('compress')
    .description('Compress a prompt text.')
    .argument('[file]', 'the text; - or nothing for standard input')
    .addOption(new Option('--level <level>', 'how far to go (default: from the settings)').choices(levels))
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .addOption(new Option('--records <form>', 'write flat records in JSON data in this form').choices(['toon', 'csv']))
    .option(
      '--with <command>',
      'let a model rewrite it: a command that reads the task on standard input and writes the answer; pairs that change the meaning are left out',
    )
    .option('--timeout <seconds>', 'how long the command may take for an answer', toSeconds, 120)
    .option('--config <file>', 'settings file')
    .action(async (file: string | undefined, options: Options) => {
      const settings = await loadSettings(host, options.config);
      const text = await readInput(host, file);
      const engine = await host.engine();
      const ask = (request: string) => askCommand(options.with ?? '', request, options.timeout, host.cwd);
      const wanted = { ...settings, compressLevel: options.level ?? settings.compressLevel };
      const result = options.with
        ? await rewriteWith(engine, text, wanted, ask)
        : await engine.compress(text, wanted.compressLevel, settings, options.records);
      if (options.format === 'text') {
        host.write(result.after.text);
        for (const { line, message } of result.notices) host.warn(`line ${line}: ${message}`);
        return;
      }
      const { level, before, after, edits, notices } = result;
      const plainEdits = edits.map(({ start, end, text, rule, reason, tokensSaved }) => ({ start, end, text, rule, reason, tokensSaved }));
      host.write(`${JSON.stringify({ level, before, after, edits: plainEdits, notices }, null, 2)}\n`);
    });
};

function toSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0)) throw new InvalidArgumentError('a number of seconds above 0 is wanted');
  return seconds;
}
