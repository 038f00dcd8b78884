#!/usr/bin/env node
import { isMainThread } from 'node:worker_threads';
import { createHost } from './host';
import { run } from './program';
import { serveTasks } from './worker';

async function main(): Promise<void> {
  // A reader that stops early, as `head` does, ends the output and is no failure.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  }
  process.exitCode = await run(process.argv.slice(2), createHost(__dirname, __filename));
}

if (isMainThread) void main();
else void serveTasks(__dirname);
