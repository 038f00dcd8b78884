// Writes every generated file: package.json's contributions, package.nls.json, the l10n bundle, the helpers in plain JavaScript, the README's tables,
// the list of SDKs, the schema and the description of project files. With --check it only compares.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { renderJavascript } from './javascript';
import { renderManifest, writeAll } from './manifest';
import { generateReadme } from './readme';
import { generateSdkTable } from './sdkTable';
import { renderSettings } from './settingsSchema';
import { renderTexts } from './texts';

const root = path.join(__dirname, '..');

/** Everything that is generated, by path. */
export async function renderAll(): Promise<Record<string, string>> {
  return {
    ...renderManifest(root),
    ...(await renderTexts(root)),
    ...renderJavascript(),
    'README.md': generateReadme(),
    'docs/sdks.md': generateSdkTable(),
    ...renderSettings(),
  };
}

async function main(): Promise<void> {
  const files = await renderAll();
  if (!process.argv.includes('--check')) {
    writeAll(root, files);
    return;
  }
  const stale = Object.entries(files).filter(([file, text]) => readFileSync(path.join(root, file), 'utf8') !== text);
  for (const [file] of stale) console.error(`${file} is not as \`npm run generate\` makes it`);
  process.exitCode = stale.length ? 1 : 0;
}

if (require.main === module) main();
