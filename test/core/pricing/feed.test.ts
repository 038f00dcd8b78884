import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readFeed } from '../../../src/core/pricing/feed';

const feedOf = (...models: object[]) => [{ id: 'acme', name: 'Acme', api_pattern: 'x', pricing_urls: ['https://acme.example/prices'], models }];
const model = (prices: unknown, more: object = {}) => ({ id: 'a-1', match: { equals: 'a-1' }, prices, ...more });

function rowsOf(...models: object[]) {
  const feed = readFeed(feedOf(...models), '2026-11-20');
  assert.equal(feed.kind, 'feed', feed.kind === 'invalid' ? feed.reason : '');
  return feed.kind === 'feed' ? feed.models : [];
}
function reasonOf(data: unknown): string {
  const feed = readFeed(data, '2026-11-20');
  return feed.kind === 'invalid' ? feed.reason : 'valid';
}

describe('a feed of prices', () => {
  it('gives each model its steps, units and window', () => {
    const prices = {
      input_mtok: { base: 2, tiers: [{ start: 272_000, price: 4 }] },
      output_mtok: 10,
      cache_read_mtok: 0.2,
      cache_write_mtok: 2.5,
      cache_write_1h_mtok: 4,
      web_searches_kcount: 10,
      requests_kcount: 5,
      input_audio_mtok: 32,
      output_image_mtok: 40,
      audio_hours: 0.36,
    };
    assert.deepEqual(
      rowsOf(model(prices, { context_window: 1_050_000, match: { or: [{ equals: 'a-1' }, { equals: 'a-one' }, { starts_with: 'a-1-' }] } })),
      [
        {
          ...{ provider: 'acme', id: 'a-1', aliases: ['a-one'], match: [{ starts_with: 'a-1-' }], context: 1_050_000 },
          prices: [
            {
              from: null,
              tiers: [
                [0, 2, 10, 0.2, 2.5, 4],
                [272_000, 4, 10, 0.2, 2.5, 4],
              ],
              units: { searches: 10, requests: 5, audioInput: 32, imageOutput: 40, audioHours: 0.36 },
            },
          ],
        },
      ],
    );
  });

  it('keeps the price of the day and those to come, with or without the type of a condition', () => {
    const prices = [
      { prices: { input_mtok: 9, output_mtok: 9 } },
      { constraint: { start_date: '2026-03-13' }, prices: { input_mtok: 1, output_mtok: 2 } },
      { constraint: { start_date: '2027-01-01', type: 'start_date' }, prices: { input_mtok: 3, output_mtok: 4 } },
    ];
    assert.deepEqual(rowsOf(model(prices))[0]?.prices, [
      { from: '2026-03-13', tiers: [[0, 1, 2]] },
      { from: '2027-01-01', tiers: [[0, 3, 4]] },
    ]);
  });

  it('takes the price of the longer part of the day and tells the other', () => {
    const peak = { constraint: { start_time: '01:00:00Z', end_time: '04:00:00Z', type: 'time_of_date' }, prices: { input_mtok: 2, output_mtok: 4 } };
    const [row] = rowsOf(model([{ prices: { input_mtok: 1, output_mtok: 2 } }, peak]));
    assert.deepEqual(row?.prices, [{ from: null, tiers: [[0, 1, 2]] }]);
    assert.deepEqual(row?.otherHours, { kind: 'peak', hours: '01:00–04:00 UTC', tiers: [[0, 2, 4]] });
  });

  it('takes 0 for no price, and names the keys that it has no place for', () => {
    const feed = readFeed(feedOf(model({ input_mtok: 0, output_mtok: 0, rerank_searches_kcount: 2 })), '2026-11-20');
    assert.ok(feed.kind === 'feed');
    assert.deepEqual([feed.models[0]?.prices, feed.unknownKeys], [undefined, ['rerank_searches_kcount']]);
  });

  it('may stand in an object', () => {
    assert.equal(readFeed({ providers: feedOf(model({ input_mtok: 1 })) }, '2026-11-20').kind, 'feed');
  });

  const faults: [string, unknown, RegExp][] = [
    ['no list', 7, /^the feed: a list is missing$/],
    ['a provider that is none', [null], /^provider 0: an object is missing$/],
    ['a model without an id', feedOf({ match: { equals: 'x' }, prices: {} }), /model without an id/],
    ['a negative price', feedOf(model({ input_mtok: -1 })), /^acme\/a-1: input_mtok: a negative price$/],
    ['a price in words', feedOf(model({ input_mtok: '1' })), /an object is missing/],
    ['a price without end', feedOf(model({ input_mtok: Number.NaN })), /a price is no number/],
    ['a negative unit', feedOf(model({ input_mtok: 1, web_searches_kcount: -1 })), /a negative price/],
    ['a step at half a token', feedOf(model({ input_mtok: { base: 1, tiers: [{ start: 0.5, price: 2 }] } })), /a step that begins at 0.5/],
    ['a rule that nobody knows', feedOf(model({ input_mtok: 1 }, { match: { like: 'x' } })), /unknown rule like/],
    ['a rule in a rule without end', feedOf(model({ input_mtok: 1 }, { match: nested(9) })), /a rule that can't be read/],
    ['a pattern that repeats a group', feedOf(model({ input_mtok: 1 }, { match: { regex: '^(a+)+$' } })), /a pattern that may be slow/],
    ['a pattern that is none', feedOf(model({ input_mtok: 1 }, { match: { regex: '(' } })), /a pattern that can't be read/],
    ['a condition that nobody knows', feedOf(model([{ constraint: { moon: 'full' }, prices: {} }])), /a condition that can't be read/],
    ['an id of a thousand characters', feedOf(model({ input_mtok: 1 }, { id: 'x'.repeat(1000) })), /missing or too long/],
  ];
  for (const [what, data, reason] of faults) {
    it(`is refused with ${what}`, () => {
      assert.match(reasonOf(data), reason);
    });
  }
});

function nested(depth: number): object {
  return depth === 0 ? { equals: 'x' } : { or: [nested(depth - 1)] };
}
