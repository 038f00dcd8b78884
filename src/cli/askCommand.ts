import { spawn } from 'node:child_process';
import { UsageError } from './host';

/** Longest answer that is read, in bytes. */
const answerLimit = 4_000_000;

/**
 * Runs a command of the user's in the shell, with the text on its standard input, and answers what it writes on standard output. Throws a UsageError
 * where it can't be run, fails, writes without end, or gives no answer within the time.
 */
export function askCommand(command: string, text: string, seconds: number, cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // A group of its own, so that what the shell has started ends with it.
    const child = spawn(command, { cwd, shell: true, stdio: ['pipe', 'pipe', 'inherit'], detached: process.platform !== 'win32' });
    const chunks: Buffer[] = [];
    let length = 0;
    const fail = (why: string) => {
      end(child.pid);
      clearTimeout(timer);
      reject(new UsageError(`--with: ${why}`));
    };
    const timer = setTimeout(() => fail(`no answer within ${seconds} seconds`), seconds * 1000);
    child.on('error', ({ message }) => fail(message));
    child.stdin.on('error', () => {
      // A command that doesn't read all of its input closes the pipe; its answer counts nevertheless.
    });
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > answerLimit) fail('the answer has no end');
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'));
      else reject(new UsageError(`--with: the command ended with ${code ?? 'a signal'}`));
    });
    child.stdin.end(text);
  });
}

/** Ends a process and what it has started. */
function end(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
