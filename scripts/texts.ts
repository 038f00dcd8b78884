import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { rules } from '../src/core/rules';
import { toJson } from './manifest';

/**
 * Texts that the engine writes with their values filled in: the titles of fixes. The server finds the values again by these patterns.
 * Where several fit, the first counts.
 */
const filledIn = [
  'Use {0}',
  'Rename {0} to {1}',
  'Limit the output to {0} tokens (at most {1})',
  'Limit the output to {0} tokens',
  'Compress prompt ({0}, saves 1 token)',
  'Compress prompt ({0}, saves {1} tokens)',
  '{0} (saves 1 token)',
  '{0} (saves {1} tokens)',
];

/** l10n/bundle.l10n.json: every text of client and server, the messages of the rules, and the engine's filled-in texts. */
export async function renderTexts(root: string): Promise<Record<string, string>> {
  const files = ['client', 'server'].flatMap((room) => sources(path.join(root, 'src', room)));
  const scanned = await getL10nJson(files.map((file) => ({ extension: '.ts' as const, contents: readFileSync(file, 'utf8') })));
  const messages = rules.flatMap(({ meta }) => Object.values(meta.messages));
  const keys = [...new Set([...Object.keys(scanned), ...messages, ...filledIn])];
  return { 'l10n/bundle.l10n.json': toJson(Object.fromEntries(keys.map((key) => [key, key]))) };
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => path.join(folder, file));
}
