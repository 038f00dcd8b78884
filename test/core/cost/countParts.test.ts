import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Part } from '../../../src/core/types';
import { estimateOf, long, type Sample } from './bill';

const message = (...parts: Part[]): Part => ({ kind: 'message', role: 'user', parts });
const history: Part = { kind: 'history', name: 'past' };
const asked: Part = { kind: 'placeholder', name: 'question' };

describe('counting what is sent', () => {
  const cases: [string, Sample, { tokens: number; low: number; high: number | null; placeholders?: number; exact?: boolean; atLeast?: boolean }][] = [
    ['a text with its frame', { sends: ['Name a river.'] }, { tokens: 10, low: 10, high: 10, exact: true }],
    ['no frame around what is embedded', { sends: ['Name a river.'], kind: 'embedding' }, { tokens: 3, low: 3, high: 3, exact: true }],
    ['a placeholder within a text apart', { sends: ['Name {it} now.'] }, { tokens: 9, low: 9, high: null, placeholders: 1 }],
    [
      'a message that is a variable as its frame alone',
      { sends: [message(asked)] },
      { tokens: 7, low: 7, high: null, placeholders: 1, atLeast: true },
    ],
    ['a text of placeholders alone likewise', { sends: ['{it}'] }, { tokens: 7, low: 7, high: null, placeholders: 1, atLeast: true }],
    ['a history without a size', { sends: ['Be kind.', history] }, { tokens: 9, low: 9, high: null, placeholders: 1, atLeast: true }],
    [
      'a picture by its formula',
      { sends: [message({ kind: 'image', width: null, height: null, detail: 'low' })] },
      { tokens: 107, low: 107, high: 107 },
    ],
    [
      'a picture of an unknown formula without a size',
      { sends: [message({ kind: 'image', width: 9, height: 9, detail: null })] },
      { tokens: 7, low: 7, high: null, atLeast: true },
    ],
    ['tools', { sends: ['Hi there.', { kind: 'tools', tools: [{}, {}], open: false }] }, { tokens: 109, low: 89, high: 129 }],
    [
      'tools of which some are not read',
      { sends: ['Hi there.', { kind: 'tools', tools: [{}], open: true }] },
      { tokens: 59, low: 49, high: null, atLeast: true },
    ],
    ['a schema for the answer', { sends: ['Hi there.', { kind: 'schema', schema: {}, open: false }] }, { tokens: 29, low: 25, high: 33 }],
    [
      'what a definition does not know',
      { sends: ['Be kind.'], site: 'definition' },
      { tokens: 9, low: 9, high: null, placeholders: 1, atLeast: true },
    ],
    ['what a spread may add', { sends: ['Hi there.'], openParameters: true }, { tokens: 9, low: 9, high: null }],
    ['nothing at all', { sends: [] }, { tokens: 0, low: 0, high: null, placeholders: 1, atLeast: true }],
  ];
  for (const [name, sample, { tokens, low, high, placeholders = 0, exact = false, atLeast = false }] of cases) {
    it(`takes ${name}`, () => {
      const { input, cost } = estimateOf(sample);
      assert.deepEqual([input.tokens, input.low, input.high, input.placeholders], [tokens, low, high, placeholders]);
      assert.equal(input.accuracy === 'exact', exact);
      assert.equal(cost?.atLeast, atLeast);
      if (high === null) assert.equal(cost?.high, null);
    });
  }

  it('takes one of several texts for an interval, likely the largest', () => {
    const one = (prompt: number): Part[] => [{ kind: 'text', prompt }];
    const options: Part = { kind: 'message', role: 'user', parts: [{ kind: 'oneOf', options: [one(0), one(1)] }] };
    const { input } = estimateOf({ sends: [options], setting: { textAt: (at) => ({ role: null, segments: [], runs: [long(at ? 40 : 5)] }) } });
    assert.deepEqual([input.low, input.tokens, input.high, input.accuracy], [12, 47, 47, 'approximate']);
  });

  it('counts a repetition as often as it is known to come, else once and at least', () => {
    const repeat = (times: number | null): Part => ({ kind: 'repeat', parts: [message({ kind: 'text', prompt: 0 })], times });
    const setting: Sample['setting'] = { textAt: () => ({ role: null, segments: [], runs: [long(6)] }) };
    const known = estimateOf({ sends: [repeat(3)], setting });
    const unknown = estimateOf({ sends: [repeat(null)], setting });
    assert.deepEqual([known.input.low, known.input.tokens, known.input.high], [33, 33, 33]);
    assert.deepEqual([unknown.input.low, unknown.input.tokens, unknown.input.high, unknown.cost?.atLeast], [3, 13, null, true]);
  });

  it('takes a placeholder by its stated size, also a whole message', () => {
    const { input, cost } = estimateOf({ sends: ['Hi {name}.', message(asked)], setting: { sizeOf: () => ({ tokens: 700, basis: 'stated' }) } });
    assert.equal(input.placeholderTokens, 1400);
    assert.equal(cost?.atLeast, false);
  });
});
