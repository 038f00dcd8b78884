import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { nestsTooDeeply, readSettings, type Settings } from '../core';
import { type Host, UsageError } from './host';

/** The project's own file, found upward from the working folder. */
export const configFileName = '.prompt-cost.json';

export interface LoadedSettings {
  settings: Settings;
  /** The folder that the globs of `exclude` are relative to. */
  base: string;
}

/**
 * Reads the settings: the named file, else `.prompt-cost.json` upward, else the `promptCost.*` keys of `.vscode/settings.json`.
 * Wrong values are named on standard error and fall back to their defaults; a file that is no JSON is a wrong use.
 */
export async function loadSettings(host: Host, configFile?: string): Promise<LoadedSettings> {
  const { raw, base } = await findRaw(host.cwd, configFile);
  const { settings, warnings } = readSettings(raw);
  for (const { key, message } of warnings) host.warn(`setting ${key} ${message}; its default is used`);
  return { settings, base };
}

async function findRaw(cwd: string, configFile: string | undefined): Promise<{ raw: unknown; base: string }> {
  if (configFile !== undefined) {
    const file = path.resolve(cwd, configFile);
    const text = await readOptional(file);
    if (text === null) throw new UsageError(`cannot read the configuration ${configFile}`);
    return { raw: stripPrefix(parseJson(text, configFile)), base: path.dirname(file) };
  }
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    const file = path.join(folder, configFileName);
    const text = await readOptional(file);
    if (text !== null) return { raw: stripPrefix(parseJson(text, path.relative(cwd, file))), base: folder };
    if (folder === path.dirname(folder)) break;
  }
  const editor = path.join(cwd, '.vscode', 'settings.json');
  const text = await readOptional(editor);
  return { raw: text === null ? {} : promptCostKeys(parseJson(text, '.vscode/settings.json')), base: cwd };
}

async function readOptional(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}

function parseJson(text: string, name: string): unknown {
  const errors: ParseError[] = [];
  if (nestsTooDeeply(text)) throw new UsageError(`${name} is nested too deeply`);
  const value: unknown = parse(text.replace(/^\uFEFF/, ''), errors, { allowTrailingComma: true });
  const [first] = errors;
  if (!first) return value;
  const line = text.slice(0, first.offset).split('\n').length;
  throw new UsageError(`${name}:${line} is no valid JSON (${printParseErrorCode(first.error)})`);
}

/** Keys may be written as the editor writes them, `promptCost.rules`, or without the prefix. */
function stripPrefix(raw: unknown): unknown {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? { ...raw, ...promptCostKeys(raw) } : raw;
}

function promptCostKeys(raw: unknown): Record<string, unknown> {
  const prefix = 'promptCost.';
  const entries = Object.entries(typeof raw === 'object' && raw !== null ? raw : {});
  return Object.fromEntries(entries.flatMap(([key, value]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [])));
}
