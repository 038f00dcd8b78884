import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Engine, type PriceUpdate, readUpdate, stalePrices } from '../core';
import { type DownloadLimits, download, downloadLimits } from './download';
import type { PriceStore } from './store';

/** Where newer prices come from unless a file or an address is named: the data of genai-prices, which the snapshot is made from. */
export const defaultFeed = 'https://raw.githubusercontent.com/pydantic/genai-prices/main/prices/new_data/v2/data.json';

/** The prices in use, and what they rest on. */
export interface PriceStatus {
  /** ISO date of the newest of them. */
  asOf: string;
  sources: string[];
  /** The update in use; null for the shipped prices. */
  update: { asOf: string; source: string; file: string } | null;
  /** What is said of old prices; null while they are fresh. */
  stale: { message: string; template: string; values: (string | number)[] } | null;
}

/** What became of an action: a sentence for people, in English and for l10n. */
export interface PriceAction {
  done: boolean;
  message: string;
  template: string;
  values: (string | number)[];
}

/** The sentences, for l10n. */
export const priceMessages = {
  updated: 'Prices updated: {0} prices from {1}, {2} new, {3} changed.',
  kept: 'The prices stay as they are: {0}.',
  unreadable: 'The prices stay as they are: {0} could not be read: {1}.',
  offline: 'The prices stay as they are: {0} could not be loaded: {1}. A list that was loaded elsewhere can be read from a file.',
  broken: 'The prices stay as they are: {0} is no valid JSON. It may have been cut off.',
  suspicious: 'The prices stay as they are: {0} was refused: {1}.',
  reverted: 'Back to the prices of {0}.',
  nothing: 'There is no update to revert: the prices are those that were shipped.',
  unwritable: 'The prices stay as they are: {0} could not be written: {1}.',
} as const;

function say(done: boolean, key: keyof typeof priceMessages, ...values: (string | number)[]): PriceAction {
  const template = priceMessages[key];
  return { done, message: template.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)])), template, values };
}

export async function priceStatus(engine: Engine, store: PriceStore, today: string): Promise<PriceStatus> {
  const { asOf, sources } = engine.prices;
  const update = await store.read();
  const inUse = update && { asOf: update.asOf, source: update.source, file: store.file };
  return { asOf, sources, update: inUse, stale: stalePrices(today, asOf) };
}

/** Reads newer prices from a file or an address, checks them, and puts them to use. Whatever goes wrong, the present ones stay. */
export async function updatePrices(
  engine: Engine,
  store: PriceStore,
  today: string,
  from: string = defaultFeed,
  limits: DownloadLimits = downloadLimits,
): Promise<PriceAction> {
  const loaded = /^[a-z]+:\/\//i.test(from) ? await download(from, limits) : await readLimited(from, limits.bytes);
  if (loaded.kind === 'failed') return say(false, /^[a-z]+:\/\//i.test(from) ? 'offline' : 'unreadable', from, loaded.reason);
  let data: unknown;
  try {
    data = JSON.parse(loaded.text.replace(/^\uFEFF/, ''));
  } catch {
    return say(false, 'broken', from);
  }
  const outcome = readUpdate(data, today, from, await store.read());
  if (outcome.kind === 'refused') return say(false, 'suspicious', from, outcome.reason);
  return (await put(engine, store, outcome.update)) ?? say(true, 'updated', outcome.models, from, outcome.added, outcome.changed);
}

/** Null when it went well. */
async function put(engine: Engine, store: PriceStore, update: PriceUpdate): Promise<PriceAction | null> {
  try {
    await store.write(update);
  } catch (error) {
    return say(false, 'unwritable', store.file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  engine.usePrices(update);
  return null;
}

export async function revertPrices(engine: Engine, store: PriceStore): Promise<PriceAction> {
  try {
    if (!(await store.revert())) return say(false, 'nothing');
  } catch (error) {
    return say(false, 'unwritable', store.file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  engine.usePrices(await store.read());
  return say(true, 'reverted', engine.prices.asOf);
}

async function readLimited(file: string, most: number): Promise<{ kind: 'text'; text: string } | { kind: 'failed'; reason: string }> {
  try {
    const { size } = await stat(file);
    if (size > most) return { kind: 'failed', reason: `it is larger than ${most / 1e6} MB` };
    return { kind: 'text', text: await readFile(path.resolve(file), 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { kind: 'failed', reason: code === 'ENOENT' ? 'there is no such file' : (code ?? String(error)) };
  }
}
