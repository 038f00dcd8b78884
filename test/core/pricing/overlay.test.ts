import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { overlayModels } from '../../../src/core/pricing/overlay';
import { type ModelRow, shippedSnapshot, type TierRow } from '../../../src/core/pricing/rows';

const newest = shippedSnapshot.sources
  .map(({ asOf }) => asOf)
  .sort()
  .at(-1)!;
const familyOf = ({ id }: ModelRow): string => /^[a-z]+-?\d?/.exec(id)?.[0] ?? id;

/** Columns that hold a price, in every step. */
const columnsOf = (tiers: readonly TierRow[]): number[] => [1, 2, 3, 4, 5].filter((column) => tiers.every((tier) => (tier[column] ?? null) !== null));

/** The columns that the newer half of a vendor's family has. */
function familyColumns(row: ModelRow): number[] {
  const family = shippedSnapshot.models.filter(
    (other) => other.provider === row.provider && other.id !== row.id && familyOf(other) === familyOf(row) && other.prices && other.maxOutput,
  );
  assert.ok(family.length, `${row.id} has no family`);
  const all = family.map(({ prices }) => columnsOf(prices!.at(-1)!.tiers));
  return [1, 2, 3, 4, 5].filter((column) => all.filter((columns) => columns.includes(column)).length * 2 > all.length);
}

function complain(row: ModelRow): string[] {
  const known = shippedSnapshot.models.find((other) => other.provider === row.provider && other.id === row.id);
  const wanted = familyColumns(row);
  return (row.prices ?? []).flatMap(({ tiers }) => {
    const lacking = wanted.filter((column) => !columnsOf(tiers).includes(column));
    const steps = known?.prices?.at(-1)?.tiers.length ?? tiers.length;
    return [...lacking.map((column) => `${row.id} lacks column ${column}`), ...(tiers.length < steps ? [`${row.id} lacks steps`] : [])];
  });
}

describe('a row that is kept by hand', () => {
  for (const row of overlayModels) {
    it(`has the columns and steps of its family: ${row.provider}/${row.id}`, () => {
      assert.deepEqual(complain(row), []);
    });

    it(`is newer than the sources, and says where it comes from: ${row.provider}/${row.id}`, () => {
      assert.ok(row.provenance.checked >= newest);
      assert.match(row.provenance.url ?? '', /^https:\/\//);
    });
  }

  it('is reported where it lacks a column or a step', () => {
    const bare: ModelRow = { provider: 'openai', id: 'gpt-6.1-sol', prices: [{ from: null, tiers: [[0, 2, 10]] }] };
    assert.deepEqual(complain(bare), ['gpt-6.1-sol lacks column 3', 'gpt-6.1-sol lacks column 4', 'gpt-6.1-sol lacks steps']);
  });
});

describe("a user's price", () => {
  it('keeps the columns and steps that it leaves out', async () => {
    const { createCatalogue } = await import('../../../src/core/pricing/catalogue');
    const match = createCatalogue({ 'gpt-6.1-sol': { input: 1, output: 5 } }, {}).find('gpt-6.1-sol');
    assert.ok(match.kind === 'found');
    assert.deepEqual(
      match.model.price?.tiers.map(({ above, input, output, cachedInput, cacheWrite }) => [above, input, output, cachedInput, cacheWrite]),
      [
        [0, 1, 5, 0.1, 2.5],
        [272_000, 4, 15, 0.2, 5],
      ],
    );
    assert.equal(match.model.price?.units.searches, 10);
  });
});
