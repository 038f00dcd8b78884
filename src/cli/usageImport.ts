import { createHash } from 'node:crypto';
import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { createGlobMatcher, createLogReader, type DayPart, type LogFormatId, mergeParts, newestDays, priceSteps, type ReadContext } from '../core';
import { readParquet } from '../disk/duckdb';
import { exists } from '../disk/project';
import { isParquet, type RecordSink, readRecords } from '../disk/readRecords';
import { formatPlural } from '../report';
import { describeError } from './analyzeFile';
import { exitCodes, type Host, UsageError } from './host';
import { loadSettings } from './settings';
import { openUsage, saveUsage } from './usageFile';
import { describeTotals, viewTools } from './usageShow';

export interface ImportOptions {
  from: LogFormatId | 'auto';
  since?: number;
  out: string;
  config?: string;
}

/** How many broken lines of a file are named. */
const NAMED = 5;

/** Reads logs into the project's usage file, and says what was read in one line. Answers the exit code. */
export async function importUsage(host: Host, files: readonly string[], { from, since, out, config }: ImportOptions): Promise<number> {
  const known = await openUsage(host.cwd, out);
  const found: DayPart[] = [];
  let unread = false;
  for (const name of await expandGlobs(host.cwd, files)) {
    const parts = await readLog(host, name, from === 'auto' ? null : from);
    if (parts) found.push(...parts);
    else unread = true;
  }
  const kept = since === undefined ? found : newestDays(found, since);
  const { parts, overlapping } = mergeParts(known.parts, kept);
  for (const day of overlapping) host.warn(`${day}: two logs hold some of the same rows; the larger one counts`);
  warnTwice(host, parts);
  if (kept.length) {
    await saveUsage(host.cwd, known, parts);
    const tools = viewTools(await host.engine(), await loadSettings(host, config));
    host.write(`${out}: ${describeTotals(kept, tools)}\n`);
  }
  return unread ? exitCodes.usage : exitCodes.fine;
}

/** The parts of one log; null where nothing of it could be read, which is said. */
async function readLog(host: Host, name: string, format: LogFormatId | null): Promise<DayPart[] | null> {
  const file = path.resolve(host.cwd, name);
  const reader = createLogReader({ format, steps: priceSteps(), context });
  let broken = 0;
  const complain = (line: number, reason: string) => {
    broken++;
    if (broken <= NAMED) host.warn(`${name}:${line}: ${reason}`);
  };
  const sink: RecordSink = {
    record(value, line) {
      const reason = reader.take(value);
      if (reason !== null) complain(line, reason);
    },
    broken(line, reason) {
      reader.miss();
      complain(line, reason);
    },
  };
  try {
    await ((await isParquetFile(file)) ? readParquet(file, sink) : readRecords(file, sink));
  } catch (error) {
    host.warn(`cannot read ${name} (${describeError(error)})`);
    return null;
  }
  if (broken > NAMED) host.warn(`${name}: ${formatPlural(broken - NAMED, 'more broken line')}`);
  if (reader.read) return reader.finish();
  host.warn(`cannot read ${name} (${broken ? 'no line of a usage log that is known' : 'it is empty'})`);
  return null;
}

const context: ReadContext = { hash: (text) => createHash('sha256').update(text).digest('hex') };

async function isParquetFile(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const head = Buffer.alloc(4);
    await handle.read(head, 0, 4, 0);
    return isParquet(head);
  } finally {
    await handle.close();
  }
}

/** Two logs may tell of the same calls in two ways, which nothing in them says. */
function warnTwice(host: Host, parts: readonly DayPart[]): void {
  const logs = parts.filter(({ source, requests }) => source !== 'openai' && source !== 'anthropic' && requests.some(({ calls }) => calls));
  const [twice] = logs.filter((part) => logs.some(({ day, source }) => day === part.day && source < part.source));
  const others = [...new Set(logs.filter(({ day }) => day === twice?.day).map(({ source }) => source))];
  if (twice) host.warn(`${twice.day}: logs of ${others.join(' and ')}; calls that are in both count twice`);
}

/** Names with `*`, `?` or braces that are no files stand for the files that they match, in order. */
async function expandGlobs(cwd: string, names: readonly string[]): Promise<string[]> {
  const all: string[] = [];
  for (const name of names) {
    if (!/[*?[{]/.test(name) || (await exists(path.resolve(cwd, name)))) {
      all.push(name);
      continue;
    }
    const plain = name.replaceAll('\\', '/');
    const folder = plain.slice(0, plain.search(/[*?[{]/)).replace(/[^/]*$/, '');
    const entries = await readdir(path.resolve(cwd, folder || '.'), { recursive: true, withFileTypes: true }).catch(() => []);
    const matches = createGlobMatcher([plain.slice(folder.length)]);
    const found = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(path.resolve(cwd, folder || '.'), path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((one) => matches(one))
      .sort();
    if (!found.length) throw new UsageError(`no file matches ${name}`);
    all.push(...found.map((one) => `${folder}${one}`));
  }
  return all;
}
