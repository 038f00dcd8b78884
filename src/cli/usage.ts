import { Option } from 'commander';
import { logFormats, priceSteps, type SqlDialect, type SqlSource, sqlDialects, sqlSources, usageFileName, usageSql } from '../core';
import { readCount } from './analyzeFiles';
import { UsageError } from './host';
import type { Register } from './program';
import { readDate, readUsd } from './readOption';
import { type DailyOptions, showDay } from './usageDaily';
import { type ImportOptions, importUsage } from './usageImport';
import { type ShowOptions, showUsage } from './usageShow';

/** `prompt-cost usage`: what requests really used and cost, from logs. */
export const registerUsage: Register = (program, host, exit) => {
  const usage = program.command('usage').description('What requests really used and cost: read logs, and show them by request.');
  usage
    .command('import')
    .description('Read usage logs and reports into the project. Texts of prompts and answers are not kept.')
    .argument('<file...>', 'logs: JSON lines, JSON, CSV or Parquet, packed by gzip or not')
    .addOption(
      new Option('--from <format>', 'whose log it is')
        .choices(['auto', ...logFormats.map(({ id }) => id).filter((id) => id !== 'grouped')])
        .default('auto'),
    )
    .option('--since <days>', 'only so many days, back from the newest row, as 30d', readDays)
    .option('--out <file>', 'where to keep it', usageFileName)
    .option('--config <file>', 'settings file')
    .action(async (files: string[], options: ImportOptions) => exit(await importUsage(host, files, options)));
  usage
    .command('show')
    .description('Show what was used and what it cost, by request of the project or by something else.')
    .addOption(new Option('--by <what>', 'what it is shown by').choices(['request', 'model', 'day', 'label', 'user', 'tag']).default('request'))
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .option('--config <file>', 'settings file')
    .option('--workers <count>', 'threads; the output is the same whatever their number', readCount)
    .action((options: ShowOptions) => showUsage(host, options));
  usage
    .command('daily')
    .description('Show what one day cost: the newest that was measured, unless another is named.')
    .option('--date <date>', 'the day, as 2026-12-01', readDate)
    .option('--fail-above <usd>', 'exit with 1 when the day cost more', readUsd)
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .option('--config <file>', 'settings file')
    .action(async (options: DailyOptions) => exit(await showDay(host, options)));
  usage
    .command('sql')
    .description('Print a query that sums a log in a database; usage import reads its result as CSV or JSON lines.')
    .addOption(new Option('--dialect <dialect>', 'the database').choices(sqlDialects).makeOptionMandatory())
    .addOption(new Option('--source <source>', 'whose tables they are').choices(sqlSources).makeOptionMandatory())
    .action(({ dialect, source }: { dialect: SqlDialect; source: SqlSource }) => host.write(`${usageSql(dialect, source, priceSteps())};\n`));
};

function readDays(value: string): number {
  const [, count, unit = 'd'] = /^(\d{1,5})([dw])?$/.exec(value) ?? [];
  if (!Number(count)) throw new UsageError(`${value} is no number of days such as 30d`);
  return Number(count) * (unit === 'w' ? 7 : 1);
}
