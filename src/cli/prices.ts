import type { Command } from 'commander';
import { Option } from 'commander';
import type { PriceAction, PriceStatus } from '../prices/manage';
import { defaultFeed, priceStatus, revertPrices, updatePrices } from '../prices/manage';
import { alignTable } from '../report';
import { exitCodes, type Host } from './host';
import type { Register } from './program';

interface PriceOptions {
  format: 'text' | 'json';
}

/** `prompt-cost prices`: which prices are in use, newer ones, and back. `update` with an address is the program's only use of the network. */
export const registerPrices: Register = (program, host, exit) => {
  const prices = program.command('prices').description('Show which prices are in use, get newer ones, or go back.');
  const add = (name: string, description: string): Command =>
    prices
      .command(name)
      .description(description)
      .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'));

  add('status', 'Show the sources of the prices and their dates.').action(async ({ format }: PriceOptions) => {
    const status = await priceStatus(await host.engine(), host.prices, host.today());
    host.write(format === 'json' ? `${JSON.stringify({ version: 1, ...status }, null, 2)}\n` : describeStatus(status));
  });
  add('update', 'Read newer prices, from the network unless a file is named.')
    .option('--from <source>', 'a file, or an address (https)', defaultFeed)
    .action(async ({ format, from }: PriceOptions & { from: string }) => {
      exit(tell(host, format, await updatePrices(await host.engine(), host.prices, host.today(), from)));
    });
  add('revert', 'Go back to the prices before the last update.').action(async ({ format }: PriceOptions) => {
    exit(tell(host, format, await revertPrices(await host.engine(), host.prices)));
  });
};

function describeStatus({ asOf, sources, update, stale }: PriceStatus): string {
  const rows = [['prices of', asOf], ...sources.map((source, index) => [index ? '' : 'sources', source])];
  rows.push(update ? ['update', `${update.asOf}, from ${update.source}`] : ['update', 'none']);
  if (update) rows.push(['stored in', update.file]);
  const notice = stale ? ['', `${stale.message} prompt-cost prices update gets them.`] : [];
  return `${[...alignTable(rows), ...notice].join('\n')}\n`;
}

/** Says what became of it: on standard error where nothing came of it. */
function tell(host: Host, format: PriceOptions['format'], { done, message }: PriceAction): number {
  if (format === 'json') host.write(`${JSON.stringify({ version: 1, done, message }, null, 2)}\n`);
  else if (done) host.write(`${message}\n`);
  else host.warn(message);
  return done ? exitCodes.fine : exitCodes.usage;
}
