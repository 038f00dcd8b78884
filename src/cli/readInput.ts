import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeFile } from '../disk/decode';
import { describeError } from './analyzeFile';
import { type Host, UsageError } from './host';

/** Reads a prompt text from a file, or from standard input for `-` and for nothing. */
export async function readInput(host: Host, file: string | undefined): Promise<string> {
  if (file === undefined || file === '-') return decodeFile(await host.readStdin()).text;
  try {
    return decodeFile(await readFile(path.resolve(host.cwd, file))).text;
  } catch (error) {
    throw new UsageError(`cannot read ${file} (${describeError(error)})`);
  }
}
