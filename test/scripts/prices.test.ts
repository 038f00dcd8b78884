import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { cataloguePath, generateCatalogue, newDifferences } from '../../scripts/prices';
import { decisions } from '../../scripts/prices/decisions';
import { type Difference, mergeSources } from '../../scripts/prices/merge';
import type { SecondRow } from '../../scripts/prices/secondSource';
import type { ModelRow } from '../../src/core/pricing/rows';

describe('the price generator', () => {
  it('yields the committed file from the installed packages, every time', async () => {
    const { text } = await generateCatalogue();
    assert.equal(readFileSync(cataloguePath, 'utf8'), text);
    assert.equal((await generateCatalogue()).text, text);
  });

  it('writes one model per line, and its sources with their dates', async () => {
    const { text } = await generateCatalogue();
    const { sources, models } = JSON.parse(text);
    assert.deepEqual(sources, [
      { name: '@pydantic/genai-prices', version: '0.1.8', asOf: '2026-09-22', priced: 1531 },
      { name: '@earendil-works/pi-ai', version: '1.6.0', asOf: '2026-11-20', priced: sources[1].priced },
    ]);
    assert.equal(text.split('\n').filter((line) => line.startsWith('    {"provider":')).length, models.length);
  });

  it('knows every difference of the sources, and stops at a new one', async () => {
    const { differences } = await generateCatalogue();
    assert.deepEqual(newDifferences(differences), []);
    const [first] = differences;
    const changed: Difference = { ...first!, second: [[0, 99, 99]] };
    assert.match(newDifferences([changed]).join(), /\[\[0,99,99\]\]/);
    const undecided: Difference = { ...first!, decision: null };
    assert.match(newDifferences([undecided], [undecided]).join(), /no decision covers it/);
  });

  it('gives each decision a reason, a source and a date, and uses it', async () => {
    const { differences } = await generateCatalogue();
    for (const { name, why, source, date } of decisions) {
      assert.ok(why && /^https:\/\//.test(source) && /^\d{4}-\d\d-\d\d$/.test(date), name);
      assert.ok(
        differences.some(({ decision }) => decision === name),
        name,
      );
    }
  });
});

describe('the merging of two price lists', () => {
  const first = (id: string, tiers: ModelRow['prices'], more: Partial<ModelRow> = {}): ModelRow => ({
    provider: 'openai',
    id,
    ...more,
    prices: tiers,
  });
  const second = (id: string, tiers: SecondRow['tiers'], more: Partial<SecondRow> = {}): SecondRow => ({
    ...{ provider: 'openai', id, context: null, maxOutput: null, tiers },
    ...more,
  });
  const merge = (ours: ModelRow[], theirs: SecondRow[]) => mergeSources(ours, theirs, '2026-11-20');

  it('fills the columns and limits that the first leaves out, and says so', () => {
    const { models, differences } = merge(
      [first('a', [{ from: null, tiers: [[0, 1, 2]] }])],
      [second('a', [[0, 1, 2, 0.1, 1.25]], { context: 1000, maxOutput: 100 })],
    );
    assert.deepEqual(differences, []);
    assert.deepEqual(models, [
      {
        ...{ provider: 'openai', id: 'a', context: 1000, maxOutput: 100, prices: [{ from: null, tiers: [[0, 1, 2, 0.1, 1.25]] }] },
        ...{ confirmed: true, second: ['contextWindow', 'cachedInput', 'cacheWrite'] },
      },
    ]);
  });

  it('reports a price that differs by more than one in a hundred, and leaves the first alone', () => {
    const { models, differences } = merge([first('a', [{ from: null, tiers: [[0, 1, 2]] }])], [second('a', [[0, 1.02, 2]])]);
    assert.deepEqual(
      differences.map(({ id, field, decision }) => [id, field, decision]),
      [['openai/a', 'prices', null]],
    );
    assert.deepEqual(models[0]?.prices, [{ from: null, tiers: [[0, 1, 2]] }]);
    assert.deepEqual(merge([first('a', [{ from: null, tiers: [[0, 1, 2]] }])], [second('a', [[0, 1.009, 2]])]).differences, []);
  });

  it('reports another number of steps', () => {
    const tiers: SecondRow['tiers'] = [
      [0, 1, 2],
      [1000, 2, 4],
    ];
    assert.equal(merge([first('a', [{ from: null, tiers: [[0, 1, 2]] }])], [second('a', tiers)]).differences.length, 1);
  });

  it('adds what only the second has, with the whole window where another host tells it', () => {
    const tiers: SecondRow['tiers'] = [
      [0, 1, 2],
      [1000, 2, 4],
    ];
    const { models } = merge([], [second('new', tiers, { context: 1000 }), second('openai/new', tiers, { provider: 'openrouter', context: 5000 })]);
    assert.deepEqual(
      models.map(({ provider, context, second: fields }) => [provider, context, fields]),
      [
        ['openai', 5000, ['price', 'contextWindow']],
        ['openrouter', 5000, ['price', 'contextWindow']],
      ],
    );
  });

  it('has no price for what nobody could settle', () => {
    const [row] = merge([], [second('mistral-large-4', [[0, 0.7, 2.1]], { provider: 'mistral' })]).models;
    assert.deepEqual([row?.id, row?.prices], ['mistral-large-4', undefined]);
  });
});
