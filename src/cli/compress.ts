import { Option } from 'commander';
import { settings as allSettings, type Settings } from '../core';
import type { Register } from './program';
import { readInput } from './readInput';
import { loadSettings } from './settings';

type Level = Settings['compressLevel'];

/** `prompt-cost compress`: a shorter prompt on standard output, remarks on standard error. */
export const registerCompress: Register = (program, host) => {
  const levels = allSettings.compressLevel.schema.options;
  program
    .command('compress')
    .description('Compress a prompt text.')
    .argument('[file]', 'the text; - or nothing for standard input')
    .addOption(new Option('--level <level>', 'how far to go (default: from the settings)').choices(levels))
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .option('--config <file>', 'settings file')
    .action(async (file: string | undefined, options: { level?: Level; format: 'text' | 'json'; config?: string }) => {
      const settings = await loadSettings(host, options.config);
      const text = await readInput(host, file);
      const result = await (await host.engine()).compress(text, options.level ?? settings.compressLevel, settings);
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
