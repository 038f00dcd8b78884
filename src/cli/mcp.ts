import path from 'node:path';
import type { Register } from './program';

/** `prompt-cost mcp`: the Model Context Protocol over standard input and output, for agents. Read only. */
export const registerMcp: Register = (program, host, exit, run) => {
  program
    .command('mcp')
    .description('Answer the questions of agents over the Model Context Protocol.')
    .option('--root <folder>', 'folder that files are read in, repeatable (default: the roots of the client, else the working folder)', collect)
    .option('--call <tool>', 'answer one question and end; its input is read from standard input as JSON')
    .action(async ({ root, call }: { root?: string[]; call?: string }) => {
      const roots = root?.map((folder) => path.resolve(host.cwd, folder));
      // Loaded here, since no other subcommand needs the protocol.
      const { answerOnce, serve } = await import('./tools/server');
      if (call === undefined) await serve(host, run, roots);
      else exit(await answerOnce(call, host, run, roots));
    });
};

const collect = (folder: string, folders: string[] = []) => [...folders, folder];
