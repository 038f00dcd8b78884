import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Makes VS Code take `locale` as its display language: a language pack without a single text, so that only extensions speak it. */
export function writeLanguagePack(userData: string, locale: string): void {
  const folder = path.join(userData, 'emptyLanguagePack');
  const texts = path.join(folder, 'main.i18n.json');
  mkdirSync(folder, { recursive: true });
  writeFileSync(texts, JSON.stringify({ version: '1.0.0', contents: {} }));
  const pack = {
    hash: `empty-${locale}`,
    label: locale,
    extensions: [{ extensionIdentifier: { id: 'test.empty-language-pack' }, version: '1.0.0' }],
    translations: { vscode: texts },
  };
  writeFileSync(path.join(userData, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}
