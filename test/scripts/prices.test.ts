import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { cataloguePath, generateCatalogue } from '../../scripts/prices';

describe('the price generator', () => {
  it('yields the committed file from the installed package', async () => {
    assert.equal(readFileSync(cataloguePath, 'utf8'), await generateCatalogue());
  });

  it('yields the same bytes again', async () => {
    assert.equal(await generateCatalogue(), await generateCatalogue());
  });

  it('writes one model per line, with its date and source', async () => {
    const text = await generateCatalogue();
    const { source, version, asOf, models, providers } = JSON.parse(text);
    assert.deepEqual([source, version, asOf], ['@pydantic/genai-prices', '0.1.8', '2026-09-22']);
    assert.deepEqual([providers.length, models.length], [17, 564]);
    assert.equal(text.split('\n').filter((line) => line.startsWith('    {"provider":')).length, 564);
    assert.ok(text.includes('    {"provider":"openai","id":"gpt-4o-2024-05-13","context":128000,"prices":[{"from":null,"tiers":[[0,5,15]]}]},\n'));
  });
});
