import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { renderAll } from '../../scripts/generate';

const read = (file: string): Record<string, string> => JSON.parse(readFileSync(file, 'utf8'));
const places = (text: string) => [...new Set(text.match(/\{\d+\}|\]\([^)]*\)/g) ?? [])].sort();

describe('The texts', () => {
  for (const [english, spanish] of [
    ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.es.json'],
    ['package.nls.json', 'package.nls.es.json'],
  ] as const) {
    it(`of ${english} are all in Spanish, with the same values and links`, () => {
      const [from, to] = [read(english), read(spanish)];
      assert.deepEqual(Object.keys(to).sort(), Object.keys(from).sort());
      for (const [key, text] of Object.entries(from)) {
        assert.ok(to[key]?.trim(), `${key} is empty`);
        assert.deepEqual(places(to[key] ?? ''), places(text), key);
      }
    });
  }

  it('and package.json are as the generator makes them', async () => {
    for (const [file, text] of Object.entries(await renderAll())) assert.equal(readFileSync(file, 'utf8'), text, `${file}: npm run generate`);
  });
});
