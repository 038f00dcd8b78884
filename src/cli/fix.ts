import { writeFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { Fix } from '../core';
import { formatPlural } from '../report';
import { describeError, readText, type Unreadable } from './analyzeFile';
import { addPathOptions, listInputs, type PathOptions, warnUnreadable } from './analyzeFiles';
import { applyFixes } from './applyFixes';
import { helperFiles, placeFix, writeHelperFile } from './helperFiles';
import { exitCodes, UsageError } from './host';
import type { Register } from './program';
import { ruleInfos } from './ruleInfos';

/** `prompt-cost fix`: applies the safe fixes, and with `--unsafe` those of one rule that change what the program does. */
export const registerFix: Register = (program, host, exit) => {
  addPathOptions(program.command('fix').description('Apply the safe fixes.'))
    .option('--rule <id>', 'only the fixes of this rule')
    .option('--unsafe', 'with --rule: also fixes that change what the program does, and insert code')
    .option('--title <text>', 'of the fixes of a problem the one whose title has this text')
    .option('--dry-run', 'print a unified diff, write nothing')
    .action(async (paths: string[], options: PathOptions & { rule?: string; unsafe?: boolean; title?: string; dryRun?: boolean }) => {
      const { rule, unsafe, title, dryRun } = options;
      if (rule !== undefined && !ruleInfos().some(({ id }) => id === rule)) throw new UsageError(`there is no rule ${rule}`);
      if (unsafe && rule === undefined) throw new UsageError('--unsafe needs --rule');
      const { inputs, broken } = await listInputs(host, paths, options.config);
      const engine = await host.engine();
      const unreadable: Unreadable[] = [...broken];
      let files = 0;
      let fixes = 0;
      for (const { path, file, settings } of inputs) {
        try {
          const { text, mark } = await readText(file);
          const choice = { rule, unsafe, title, place: (fix: Fix) => placeFix(fix, file) };
          const fixed = await applyFixes(engine, path.replaceAll('\\', '/'), text, settings, choice);
          if (fixed.refused) host.warn(`${path}: a fix would have broken the syntax and was left out`);
          if (fixed.text === text) continue;
          const helpers = await helperFiles(fixed.helpers, file, text, settings);
          if (dryRun) {
            host.write(createTwoFilesPatch(path, path, text, fixed.text));
            for (const { path: name, before, after } of helpers) host.write(createTwoFilesPatch(shown(name), shown(name), before ?? '', after));
          } else {
            // The module first: a file that imports what is not there yet would not run.
            for (const helper of helpers) await writeHelperFile(helper);
            await writeFile(file, mark + fixed.text);
          }
          files++;
          fixes += fixed.applied;
        } catch (error) {
          unreadable.push({ path, error: describeError(error) });
        }
      }
      if (!dryRun) host.write(files ? `${formatPlural(fixes, 'fix', 'fixes')} applied in ${formatPlural(files, 'file')}\n` : 'Nothing to fix\n');
      warnUnreadable(host, unreadable);
      exit(unreadable.length ? exitCodes.usage : exitCodes.fine);
    });
};

/** As other paths are shown: from the working folder. */
const shown = (file: string): string => relative(process.cwd(), file).split(sep).join('/');
