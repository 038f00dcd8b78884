import path from 'node:path';
import { detectAgent } from 'std-env';
import type { Engine, EngineOptions, ReadFile } from '../core';
import { loadEngine } from '../loadEngine';
import { createPriceStore, type PriceStore } from '../prices/store';
import { createFileReader } from '../readFile';
import { escapeLine } from '../report';
import { createTokenizerOpener } from '../tokenizerFiles';
import { createWatch, type Watch } from './progress';

/** What the command line needs of the world; tests bring their own. */
export interface Host {
  cwd: string;
  /** The same world, seen from another folder, with an engine of its own. */
  from(folder: string): Host;
  /** Folder of the build: cli.js, server.js and assets. */
  distFolder: string;
  write(text: string): void;
  /** One line on standard error, the program's name before it. */
  warn(line: string): void;
  readStdin(): Promise<Buffer>;
  /** Shows how far the analysis of files is. */
  watch: Watch;
  /** Does an agent read what is printed? */
  isAgent(): boolean;
  /** The engine; with a reader of its own, another one that reads other files by it. */
  engine(readFile?: ReadFile): Promise<Engine>;
  /** A fault has left the engine's parsers in disorder: what is still to be read is for another thread. */
  hasFault(): boolean;
  /** Where the user's price update lies. */
  prices: PriceStore;
  /** ISO date that counts as today: the clock's, or that of `--today`, which is set before the engine is made. */
  today(): string;
  setToday(date: string): void;
  /** The script that a worker thread runs; null where there are no threads. */
  workerScript: string | null;
}

/** Exit codes of every subcommand; `stopped` is what shells give a program that Ctrl+C ends. */
export const exitCodes = { fine: 0, problems: 1, usage: 2, stopped: 130 } as const;

/** A wrong use that ends the command with one line on standard error and exit code 2. */
export class UsageError extends Error {}

/** The real world, seen from the working folder. */
export function createHost(distFolder: string, workerScript: string, cwd = process.cwd(), day: string | null = null): Host {
  let engine: Promise<Engine> | null = null;
  let chosen = day;
  let fault = false;
  const prices = createPriceStore();
  const today = () => chosen ?? new Date().toISOString().slice(0, 10);
  const warn = (line: string) => void process.stderr.write(`prompt-cost: ${escapeLine(line)}\n`);
  const options: EngineOptions = {
    readFile: createFileReader(cwd),
    openBytes: createTokenizerOpener(() => [cwd]),
    onTokenizerRefused: (file, why) => warn(refusedTokenizer(file, why, cwd)),
    today,
    onFault: () => {
      fault = true;
    },
  };
  return {
    cwd,
    from: (folder) => createHost(distFolder, workerScript, folder, chosen),
    distFolder,
    workerScript,
    write: (text) => void process.stdout.write(text),
    warn,
    readStdin,
    watch: createWatch(process.stderr, process.send ? (message) => void process.send?.(message) : null),
    isAgent: () => detectAgent().name !== undefined,
    hasFault: () => fault,
    engine: (readFile) => {
      const load = (more: EngineOptions) => loadEngine(path.join(distFolder, 'assets'), prices, { ...options, ...more });
      if (readFile) return load({ readFile });
      engine ??= load({});
      return engine;
    },
    prices,
    today,
    setToday: (date) => {
      chosen = date;
    },
  };
}

/** What is said of a tokenizer file that is not used. */
export const refusedTokenizer = (file: string, why: string, cwd: string): string =>
  `${path.relative(cwd, file)} is not used, and counts stay approximate: ${why}`;

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of process.stdin) chunks.push(chunk);
  } catch {
    // A closed standard input reads as an empty one.
  }
  return Buffer.concat(chunks);
}
