import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Register } from './program';

/** `prompt-cost lsp`: the language server, for any editor. Runs beside this process, on its standard input and output. */
export const registerLsp: Register = (program, host, exit) => {
  program
    .command('lsp')
    .description('Run the language server.')
    .option('--stdio', 'talk over standard input and output (the only way there is)')
    .action(async () => exit(await runServer(path.join(host.distFolder, 'server.js'))));
};

function runServer(script: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = spawn(process.execPath, [script, '--stdio'], { stdio: 'inherit' });
    const forward = (signal: NodeJS.Signals) => void server.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    server.on('error', reject);
    server.on('exit', (code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      resolve(code ?? 0);
    });
  });
}
