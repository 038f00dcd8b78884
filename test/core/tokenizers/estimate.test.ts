import assert from 'node:assert/strict';
import o200kTable from 'js-tiktoken/ranks/o200k_base';
import { describe, it } from 'mocha';
import { blockEnd } from '../../../src/core/tokenizers/blocks';
import { createCounter } from '../../../src/core/tokenizers/bpe';
import { createFeatureCounter } from '../../../src/core/tokenizers/estimator/document';
import { createEstimator, UNITS } from '../../../src/core/tokenizers/estimator/estimator';
import { offsets } from '../../../src/core/tokenizers/estimator/layout';
import type { Weights } from '../../../src/core/tokenizers/estimator/weights';
import claude from '../../../src/core/tokenizers/estimator/weights/claude.json';
import claude47 from '../../../src/core/tokenizers/estimator/weights/claude47.json';
import deepseek from '../../../src/core/tokenizers/estimator/weights/deepseek.json';
import gemini from '../../../src/core/tokenizers/estimator/weights/gemini.json';
import llama from '../../../src/core/tokenizers/estimator/weights/llama.json';
import mistral from '../../../src/core/tokenizers/estimator/weights/mistral.json';
import qwen from '../../../src/core/tokenizers/estimator/weights/qwen.json';
import { createTokenizers } from '../../../src/core/tokenizers/index';
import { parseRanks } from '../../../src/core/tokenizers/ranks';
import { randomText, seededRandom, textCases } from './corpus';

const ranks = parseRanks(o200kTable);
const countFeatures = createFeatureCounter(ranks);
const count = createCounter('o200k_base', ranks);

describe('the features of a text', () => {
  it('hold all of its tokens, by the kind of their piece', () => {
    const random = seededRandom(7);
    for (const text of [...textCases, ...Array.from({ length: 200 }, () => randomText(random, 40))]) {
      const kinds = countFeatures(text).slice(offsets.kind, offsets['blank.lines']);
      assert.equal(
        kinds.reduce((sum, tokens) => sum + tokens, 0),
        count(text, 0, text.length),
        JSON.stringify(text),
      );
    }
  });

  it('say what is written: gaps, line ends, digits, capitals and scripts', () => {
    const features = countFeatures('\tREAD  it,\n\n 12 слова\n');
    const at = (group: keyof typeof offsets, index = 0) => features[offsets[group] + index];
    assert.equal(at('number.digits', 2), 1);
    assert.equal(at('word.capitals', 4), 1);
    assert.equal(at('script.units', 2), 5, 'five letters of Cyrillic');
    assert.equal(at('blank.lines', 1), 1);
  });
});

/** Mean errors that the figures of the files keep to, and the widest half of a band. */
interface Goals {
  programs: number;
  languages: number;
  widest: number;
}
const ofClaude: Goals = { programs: 0.033, languages: 0.06, widest: 0.35 };
const ofOpen: Goals = { programs: 0.02, languages: 0.07, widest: 0.5 };

for (const [name, weights, goals] of [
  ['claude', claude, ofClaude],
  ['claude-4-7', claude47, ofClaude],
  ['deepseek', deepseek, ofOpen],
  ['gemini', gemini, ofOpen],
  ['llama', llama, ofOpen],
  ['mistral', mistral, ofOpen],
  ['qwen', qwen, ofOpen],
] as [string, Weights, Goals][]) {
  describe(`the estimate of ${name}`, () => {
    const sums = createEstimator(ranks, weights);
    const whole = (text: string) => sums(text, 0, text.length);

    it('is the weighted sum of the features', () => {
      const random = seededRandom(11);
      for (const text of [...textCases, ...Array.from({ length: 50 }, () => randomText(random, 60))]) {
        const features = countFeatures(text);
        let expected = 0;
        for (const [group, values] of Object.entries(weights.weights))
          values.forEach((weight, i) => {
            expected += weight * features[offsets[group as keyof typeof offsets] + i]!;
          });
        const difference = whole(text).estimate / UNITS - expected;
        assert.ok(Math.abs(difference) < 0.001 * (text.length + 1), `${difference} in ${JSON.stringify(text)}`);
      }
    });

    it('adds up over the blocks of a text, to the last unit', () => {
      const random = seededRandom(23);
      for (let i = 0; i < 500; i++) {
        const text = randomText(random, 60);
        const total = { estimate: 0, tokens: 0, spread: 0 };
        for (let at = 0; at < text.length; ) {
          const end = blockEnd(text, at + 1);
          const block = sums(text, at, end);
          for (const key of ['estimate', 'tokens', 'spread'] as const) total[key] += block[key];
          at = end;
        }
        assert.deepEqual(total, whole(text), JSON.stringify(text));
      }
    });

    it('keeps to the goals on documents that it was not fitted on', () => {
      const { programs, languages, messages } = weights.heldOut;
      assert.ok(programs.documents > 1700 && languages.documents > 250);
      assert.ok(programs.meanError <= goals.programs && languages.meanError <= goals.languages);
      assert.ok(programs.inBand >= 0.95 && languages.inBand >= 0.95);
      assert.ok(programs.meanHalfWidth <= 0.12 && languages.widest <= goals.widest);
      if (messages) assert.ok(messages.documents === 260 && messages.meanError <= 0.04 && messages.inBand >= 0.95);
    });

    it('has a band of at most 12 % on English, and of at most that of its goal on any language', async () => {
      const tokenizers = createTokenizers(async () => o200kTable);
      await tokenizers.load(name);
      const halfWidth = (text: string) => {
        const { low, tokens, high } = tokenizers.count(text.repeat(50), name);
        return (high - low) / 2 / tokens;
      };
      assert.ok(halfWidth('You are a helpful assistant for the customers of a bank. Answer in the language of the question.\n') <= 0.12);
      assert.ok(halfWidth('    for (let i = 0; i < items.length; i++) { total += items[i].price * (1 + rate); }\n') <= 0.12);
      for (const text of [
        'กรุณาตอบเป็นภาษาไทย\n',
        '请用问题的语言回答，不要编造事实。\n',
        'Отвечайте на языке вопроса.\n',
        'Responde en español, señor.\n',
      ])
        assert.ok(halfWidth(text) <= goals.widest, text);
    });
  });
}
