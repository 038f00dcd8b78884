import path from 'node:path';
import { folderAssets } from '../assets';
import { createEngine, type Engine } from '../core';
import { createFileReader } from '../readFile';
import { escapeLine } from '../report';

/** What the command line needs of the world; tests bring their own. */
export interface Host {
  cwd: string;
  /** Folder of the build: cli.js, server.js and assets. */
  distFolder: string;
  write(text: string): void;
  /** One line on standard error, the program's name before it. */
  warn(line: string): void;
  readStdin(): Promise<Buffer>;
  engine(): Promise<Engine>;
  /** The script that a worker thread runs; null where there are no threads. */
  workerScript: string | null;
}

/** Exit codes of every subcommand. */
export const exitCodes = { fine: 0, problems: 1, usage: 2 } as const;

/** A wrong use that ends the command with one line on standard error and exit code 2. */
export class UsageError extends Error {}

/** The real world. */
export function createHost(distFolder: string, workerScript: string): Host {
  let engine: Promise<Engine> | null = null;
  return {
    cwd: process.cwd(),
    distFolder,
    workerScript,
    write: (text) => void process.stdout.write(text),
    warn: (line) => void process.stderr.write(`prompt-cost: ${escapeLine(line)}\n`),
    readStdin,
    engine: () => (engine ??= createEngine(folderAssets(path.join(distFolder, 'assets')), { readFile: createFileReader(process.cwd()) })),
  };
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of process.stdin) chunks.push(chunk);
  } catch {
    // A closed standard input reads as an empty one.
  }
  return Buffer.concat(chunks);
}
