import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { askedLength } from '../../../src/core/cost/askedLength';
import { likelyReasoning } from '../../../src/core/cost/reasoning';
import { estimateOf, limitOf, linesOf, modelNamed, type Sample } from './bill';

const dynamic = (byDefault: number | null) => ({ kind: 'dynamic' as const, parameter: 'max_tokens', span: { start: 0, end: 0 }, byDefault });

describe('the likely output', () => {
  const cases: [string, Sample, [tokens: number, high: number | null]][] = [
    ['is that of the kind of call', {}, [300, 32_768]],
    ['is shorter where a schema holds it', { sends: ['Hi.', { kind: 'schema', schema: {}, open: false }] }, [150, 32_768]],
    ['is never made longer by a limit', { outputLimit: limitOf(4000) }, [300, 4000]],
    ['is half a smaller limit', { outputLimit: limitOf(64) }, [32, 64]],
    ['knows the default of a dynamic limit, but no bound', { outputLimit: dynamic(64) }, [32, null]],
    ['has no bound with a limit that is not known', { outputLimit: dynamic(null) }, [300, null]],
    ['follows the length that a text asks for', { sends: ['Answer in one sentence.', 'Why {q}?'] }, [25, 32_768]],
    ['is what somebody stated, within the limit', { setting: { statedOutput: 900 }, outputLimit: limitOf(700) }, [700, 700]],
    ['counts each answer', { parameters: { n: 5 }, outputLimit: limitOf(200) }, [500, 1000]],
    ['is none for embeddings', { kind: 'embedding' }, [0, 0]],
  ];
  for (const [name, sample, expected] of cases) {
    it(name, () => {
      const { output } = estimateOf(sample);
      assert.deepEqual([output.tokens, output.high], expected);
    });
  }

  it('never rises when a limit is set', () => {
    const free = estimateOf({ model: 'gpt-6-sol' }).cost?.perCall ?? 0;
    for (const tokens of [16, 300, 1000, 4000, 100_000])
      assert.ok((estimateOf({ model: 'gpt-6-sol', outputLimit: limitOf(tokens) }).cost?.perCall ?? 0) <= free);
  });

  it('shares its bound with the thought before it', () => {
    const { cost, lines } = estimateOf({ model: 'gpt-6-sol', outputLimit: limitOf(1000) });
    assert.deepEqual(
      lines.map(({ unit }) => unit),
      ['input', 'output', 'reasoning'],
    );
    assert.ok(Math.abs((cost?.high ?? 0) - (9 * 2 + 1000 * 10) / 1e6) < 1e-12);
  });
});

describe('the length that a text asks for', () => {
  const cases: [string, number | null][] = [
    ['Answer in one word.', 1],
    ['Write at most 50 words.', 70],
    ['Summarize in 2 to 3 sentences.', 75],
    ['Responde en una frase.', 25],
    ['No more than 280 characters!', 70],
    ['In one word, then in at most 3 paragraphs.', 300],
    ['Say it in your own words.', null],
  ];
  for (const [text, tokens] of cases) it(`of "${text}" is ${tokens}`, () => assert.equal(askedLength(text), tokens));
});

describe('reasoning', () => {
  const cases: [string, Parameters<typeof likelyReasoning>[1], number][] = [
    ['gpt-6-sol', null, 1500],
    ['gpt-6-sol', { effort: 'none' }, 0],
    ['gpt-6-sol', { effort: 'high' }, 5000],
    ['gpt-5.1', null, 0],
    ['gpt-5.1', { effort: 'low' }, 400],
    ['gpt-4.1', { effort: 'high' }, 0],
    ['claude-sonnet-4-6', null, 0],
    ['claude-sonnet-4-6', { budget: 16_000 }, 4000],
    ['claude-sonnet-4-6', 'adaptive', 1500],
    ['gemini-2.5-pro', null, 1500],
    ['gemini-2.5-pro', { effort: 'none' }, 0],
  ];
  for (const [model, thinking, tokens] of cases)
    it(`of ${model} asked for ${JSON.stringify(thinking)} is ${tokens} tokens`, () =>
      assert.equal(likelyReasoning(modelNamed(model), thinking), tokens));

  it('is read from the parameters of each vendor', () => {
    const ofCall = (model: string, parameters: Sample['parameters']) =>
      estimateOf({ model, parameters }).lines.find(({ unit }) => unit === 'reasoning')?.quantity.likely;
    assert.equal(ofCall('gpt-6-sol', { reasoning_effort: 'high' }), 5000);
    assert.equal(ofCall('gpt-6-sol', { reasoning: { effort: 'none' } }), undefined);
    assert.equal(ofCall('claude-sonnet-4-6', { thinking: { type: 'enabled', budget_tokens: 8000 } }), 2000);
    assert.equal(ofCall('claude-sonnet-4-6', { thinking: { type: 'disabled' } }), undefined);
    assert.equal(ofCall('gemini-2.5-pro', { thinking_config: { thinking_budget: 4000 } }), 1000);
    assert.equal(estimateOf({ model: 'gpt-6-sol' }).lines.find(({ unit }) => unit === 'reasoning')?.basis, 'assumed');
  });

  it('is written beside the answer in the lines', () =>
    assert.deepEqual(linesOf(estimateOf({ model: 'gpt-6-sol', parameters: { reasoning_effort: 'low' } })), [
      'input always 9 @ 2',
      'output always 300 @ 10',
      'reasoning always 400 @ 10',
    ]));
});
