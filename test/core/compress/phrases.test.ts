import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compressText } from '../../../src/core/compress';
import { phrasesOf } from '../../../src/core/compress/phrases';
import type { PromptLanguage } from '../../../src/core/compress/types';
import { count } from './count';
import { de } from './phrases/de';
import { en } from './phrases/en';
import { es } from './phrases/es';
import type { Examples } from './phrases/examples';
import { fr } from './phrases/fr';
import { pt } from './phrases/pt';

const languages: [PromptLanguage, Record<string, Examples>][] = [
  ['en', en],
  ['es', es],
  ['de', de],
  ['fr', fr],
  ['pt', pt],
];

for (const [language, examples] of languages) {
  describe(`phrases (${language})`, () => {
    const rows = phrasesOf(language);
    const levelOf = (id: string) => rows.find((row) => row.id === id)!.level;
    const usesRow = (text: string, id: string) => compressText(text, levelOf(id), count).edits.some((edit) => edit.rule === id);

    it('has examples of both kinds for each row, and no row twice', () => {
      assert.deepEqual(rows.map(({ id }) => id).sort(), Object.keys(examples).sort());
      for (const { hits, misses } of Object.values(examples)) assert.ok(hits.length > 0 && misses.length > 0);
    });
    for (const [id, { hits, misses }] of Object.entries(examples)) {
      for (const [before, after] of hits) it(`${id} shortens “${before}”`, () => assert.equal(compressText(before, levelOf(id), count).text, after));
      for (const text of misses) it(`${id} leaves “${text.replaceAll('\n', '⏎')}” alone`, () => assert.equal(usesRow(text, id), false));
    }
  });
}
