import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { registerAnalyze } from './analyze';
import { registerCache } from './cache';
import { registerCheck } from './check';
import { registerCompare } from './compare';
import { registerCompress } from './compress';
import { registerContext } from './context';
import { registerCount } from './count';
import { registerDiff } from './diff';
import { registerFix } from './fix';
import { exitCodes, type Host, UsageError } from './host';
import { registerLsp } from './lsp';
import { registerMcp } from './mcp';
import { registerModels } from './models';
import { registerPrices } from './prices';
import { readDate } from './readOption';
import { registerReport } from './report';
import { registerSimulate } from './simulate';
import { registerUsage } from './usage';

/** Runs one command line and answers its exit code. */
export type Run = (args: readonly string[], host: Host) => Promise<number>;

/** Adds a subcommand; its action answers the exit code through `exit`, and may run other command lines. */
export type Register = (program: Command, host: Host, exit: (code: number) => void, run: Run) => void;

/** The subcommands in the order of the help. */
const subcommands: readonly Register[] = [
  registerAnalyze,
  registerCheck,
  registerDiff,
  registerReport,
  registerFix,
  registerCompress,
  registerCompare,
  registerCount,
  registerContext,
  registerCache,
  registerModels,
  registerPrices,
  registerSimulate,
  registerUsage,
  registerLsp,
  registerMcp,
];

export const run: Run = async (args, host) => {
  let code: number = exitCodes.fine;
  const program = new Command('prompt-cost')
    .description('Token counts, costs and lint for the LLM calls and prompts in your code.')
    .version(version, '-v, --version')
    .option('--today <date>', 'day that counts as today, as 2026-12-01', readDate)
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: host.write, writeErr: (text) => host.warn(text.trim().replace(/^error: /, '')) })
    .exitOverride()
    .hook('preAction', (root) => {
      const { today } = root.opts<{ today?: string }>();
      if (today !== undefined) host.setToday(today);
    });
  const exit = (value: number) => {
    code = value;
  };
  for (const register of subcommands) register(program, host, exit, run);
  try {
    if (!args.length) throw new UsageError('which command? See prompt-cost --help');
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    if (!(error instanceof UsageError)) throw error;
    host.warn(error.message);
    return exitCodes.usage;
  }
};
