import assert from 'node:assert/strict';
import cl100kTable from 'js-tiktoken/ranks/cl100k_base';
import o200kTable from 'js-tiktoken/ranks/o200k_base';
import { describe, it } from 'mocha';
import { blockEnd, createBlockCounter, splitBlocks } from '../../../src/core/tokenizers/blocks';
import { createCounter } from '../../../src/core/tokenizers/bpe';
import { parseRanks } from '../../../src/core/tokenizers/ranks';
import { randomText, seededRandom } from './corpus';

describe('blocks', () => {
  it('end behind a line end that no pre-token can span', () => {
    const ends = (text: string) => Array.from({ length: text.length + 1 }, (_, from) => blockEnd(text, from));
    assert.deepEqual([...new Set(ends('a\nb\nc'))], [2, 4, 5]);
    assert.deepEqual([...new Set(ends('a\n\nb'))], [3, 4], 'not before a LF');
    assert.deepEqual([...new Set(ends('a\n\rb'))], [4], 'not before a CR, nor behind one');
    assert.deepEqual([...new Set(ends('a\n/b'))], [4], 'not before a slash');
    assert.deepEqual([...new Set(ends('a\n \u3000\u0085\nb'))], [6, 7], 'not before a blank line');
    assert.deepEqual([...new Set(ends('a\n  b'))], [2, 5]);
    assert.deepEqual([...new Set(ends('a\n  '))], [4]);
  });

  it('cover the text', () => {
    const text = 'some words on a line\n'.repeat(100);
    const lengths = splitBlocks(text);
    assert.ok(lengths.length > 5);
    assert.equal(
      lengths.reduce((sum, length) => sum + length, 0),
      text.length,
    );
  });
});

for (const [encoding, table] of [
  ['o200k_base', o200kTable],
  ['cl100k_base', cl100kTable],
] as const) {
  describe(`counting ${encoding} by blocks`, () => {
    const countRange = createCounter(encoding, parseRanks(table));
    const whole = (text: string) => countRange(text, 0, text.length);

    it('gives the sum of every smallest block for random texts', () => {
      const random = seededRandom(23);
      let cuts = 0;
      for (let i = 0; i < 2000; i++) {
        const text = randomText(random, 60);
        let sum = 0;
        for (let at = 0; at < text.length; cuts++) {
          const end = blockEnd(text, at + 1);
          sum += countRange(text, at, end);
          at = end;
        }
        assert.equal(sum, whole(text), JSON.stringify(text));
      }
      assert.ok(cuts > 4000, `${cuts} blocks`);
    });

    it('stays exact over a thousand random edits', () => {
      const random = seededRandom(29);
      const count = createBlockCounter(countRange);
      let text = Array.from({ length: 40 }, () => randomText(random, 30)).join('\n');
      for (let i = 0; i < 1200; i++) {
        const start = Math.floor(random() * (text.length + 1));
        const removed = Math.floor(random() ** 4 * 400);
        text = text.slice(0, start) + (random() < 0.8 ? randomText(random, 4) : '') + text.slice(start + removed);
        if (text.length < 3000) text += `\n${randomText(random, 200)}`;
        assert.equal(count(text), whole(text), `edit ${i} at ${start}`);
      }
    });

    it('recounts a few blocks after one typed character, wherever it stands', () => {
      let counted = 0;
      const count = createBlockCounter((text, start, end) => {
        counted += end - start;
        return countRange(text, start, end);
      });
      const line = 'Some words of a prompt, and a number 42.\n';
      const text = line.repeat(5000);
      count(text);
      assert.equal(counted, text.length);
      for (const at of [0, 1, 40, 41, 42, 100_000, text.length - 1, text.length]) {
        count(text);
        counted = 0;
        const edited = `${text.slice(0, at)}x${text.slice(at)}`;
        assert.equal(count(edited), whole(edited));
        assert.ok(counted > 0 && counted < 1500, `${counted} characters recounted at ${at}`);
        counted = 0;
        count(edited);
        assert.equal(counted, 0, 'nothing is counted again for the same text');
      }
    });

    it('forgets the oldest of many texts', () => {
      let counted = 0;
      const count = createBlockCounter((_text, start, end) => {
        counted += end - start;
        return 1;
      });
      const texts = Array.from({ length: 17 }, (_, i) => `${String.fromCharCode(97 + i).repeat(60)}\n`.repeat(100));
      for (const text of texts) count(text);
      counted = 0;
      count(texts[16]!);
      assert.equal(counted, 0);
      count(texts[0]!);
      assert.equal(counted, texts[0]!.length);
    });
  });
}
