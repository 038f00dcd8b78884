import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { Engine, Fix, Settings } from '../core';
import { decodeFile } from '../disk/decode';
import { projectOf, resolveInside } from '../disk/project';
import { replaceFile } from '../disk/writeFile';
import { formatPlural } from '../report';
import { describeError, type Unreadable } from './analyzeFile';
import { addPathOptions, listInputs, type PathOptions, warnUnreadable } from './analyzeFiles';
import { applyFixes, type FixChoice } from './applyFixes';
import { type HelperFile, helperFiles, placeFix } from './helperFiles';
import { exitCodes, type Host, UsageError } from './host';
import type { Register } from './program';
import { ruleInfos } from './ruleInfos';

interface FixOptions extends PathOptions {
  id?: string;
  rule?: string;
  unsafe?: boolean;
  title?: string;
  dryRun?: boolean;
}

/** `prompt-cost fix`: applies the safe fixes, and with `--unsafe` those of one rule that change what the program does. */
export const registerFix: Register = (program, host, exit) => {
  addPathOptions(program.command('fix').description('Apply the safe fixes.'))
    .option('--rule <id>', 'only the fixes of this rule')
    .option('--unsafe', 'with --rule: also fixes that change what the program does, and insert code')
    .option('--title <text>', 'of the fixes of a problem the one whose title has this text')
    .option('--id <id>', 'the fix of this id alone, as check --format json names it, safe or not')
    .option('--dry-run', 'print a unified diff, write nothing')
    .action(async (paths: string[], options: FixOptions) => {
      const { id, rule, unsafe, title, dryRun } = options;
      if (rule !== undefined && !ruleInfos().some((info) => info.id === rule)) throw new UsageError(`there is no rule ${rule}`);
      if (unsafe && rule === undefined) throw new UsageError('--unsafe needs --rule');
      const { inputs, broken } = await listInputs(host, paths, options.config);
      const engine = await host.engine();
      const unreadable: Unreadable[] = [...broken];
      let files = 0;
      let fixes = 0;
      for (const { path, file, settings, bytes } of inputs) {
        try {
          if (bytes) throw new Error('not fixed: its name is not UTF-8');
          const fixed = await fixFile(engine, path, file, settings, { id, rule, unsafe, title }, host);
          if (!fixed) continue;
          if (dryRun) host.write(fixed.diff);
          else await fixed.write();
          files++;
          fixes += fixed.applied;
        } catch (error) {
          unreadable.push({ path, error: describeError(error) });
        }
      }
      if (id !== undefined && !files && !unreadable.length)
        throw new UsageError(`nothing was fixed: ${id} names no fix of these files as they are now`);
      if (!dryRun) host.write(files ? `${formatPlural(fixes, 'fix', 'fixes')} applied in ${formatPlural(files, 'file')}\n` : 'Nothing to fix\n');
      warnUnreadable(host, unreadable);
      exit(unreadable.length ? exitCodes.usage : exitCodes.fine);
    });
};

/** What the fixes make of a file and its helper modules, not written yet. */
interface PendingFix {
  applied: number;
  diff: string;
  write(): Promise<void>;
}

/** Fixes one file; null where there is nothing to do. Throws, before anything is written, for a file that must not be. */
async function fixFile(engine: Engine, path: string, file: string, settings: Settings, choice: FixChoice, host: Host): Promise<PendingFix | null> {
  const before = await readFile(file);
  const { text, encoding } = decodeFile(before);
  const project = await projectOf(file, [host.cwd]);
  const place = (fix: Fix) => placeFix(fix, file, text, project);
  const fixed = await applyFixes(engine, path.replaceAll('\\', '/'), text, settings, { ...choice, place });
  if (fixed.refused) host.warn(`${path}: ${fixed.refused}`);
  if (fixed.text === text) return null;
  const target = await resolveInside(file, project);
  if (target === null) throw new Error('not fixed: a link leads out of the project');
  const after = encoding?.encode(fixed.text);
  if (!after) throw new Error('not fixed: neither UTF-8 nor UTF-16 with a byte order mark');
  const helpers = await helperFiles(fixed.helpers, { file, text, project }, settings);
  const diffs = [createTwoFilesPatch(path, path, text, fixed.text), ...helpers.map((one) => diffOf(one, host.cwd))];
  return {
    applied: fixed.applied,
    diff: diffs.join(''),
    write: async () => {
      // The module first: a file that imports what is not there yet would not run.
      for (const helper of helpers) await replaceFile(helper.path, helper.after, helper.before);
      await replaceFile(target, after, before);
    },
  };
}

function diffOf({ path, textBefore, textAfter }: HelperFile, cwd: string): string {
  // As other paths are shown: from the working folder.
  const name = relative(cwd, path).split(sep).join('/');
  return createTwoFilesPatch(name, name, textBefore, textAfter);
}
