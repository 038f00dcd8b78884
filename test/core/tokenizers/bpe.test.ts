import assert from 'node:assert/strict';
import { Tiktoken as JsTiktoken } from 'js-tiktoken/lite';
import cl100kTable from 'js-tiktoken/ranks/cl100k_base';
import o200kTable from 'js-tiktoken/ranks/o200k_base';
import { after, describe, it } from 'mocha';
import { get_encoding } from 'tiktoken';
import { createCounter } from '../../../src/core/tokenizers/bpe';
import type { MergeProbe } from '../../../src/core/tokenizers/merge';
import { createPieces } from '../../../src/core/tokenizers/pieces';
import { parseRanks } from '../../../src/core/tokenizers/ranks';
import { randomText, runCases, seededRandom, specialCases, surrogateCases, textCases, whiteSpaceCases } from './corpus';

const tables = { o200k_base: o200kTable, cl100k_base: cl100kTable };

for (const encoding of ['o200k_base', 'cl100k_base'] as const) {
  describe(`the exact counter of ${encoding}`, () => {
    const countRange = createCounter(encoding, parseRanks(tables[encoding]));
    const count = (text: string) => countRange(text, 0, text.length);
    const wasm = get_encoding(encoding);
    const js = new JsTiktoken(tables[encoding]);
    const countWasm = (text: string) => wasm.encode_ordinary(text).length;
    const countJs = (text: string) => js.encode(text, [], []).length;
    after(() => wasm.free());

    it('counts known texts', () => {
      assert.equal(count('hello world'), 2);
      assert.equal(count(''), 0);
      assert.equal(count('tiktoken is great!'), 6);
      assert.equal(count('<|endoftext|>'), 7);
    });

    it('agrees with js-tiktoken and the wasm reference on texts of many scripts and languages', () => {
      for (const text of [...textCases, ...specialCases, ...surrogateCases]) {
        assert.equal(count(text), countWasm(text), JSON.stringify(text));
        assert.equal(count(text), countJs(text), JSON.stringify(text));
      }
    });

    it('agrees with the wasm reference on white space, where js-tiktoken is wrong', () => {
      for (const text of whiteSpaceCases) assert.equal(count(text), countWasm(text), JSON.stringify(text));
      assert.ok(
        whiteSpaceCases.some((text) => countJs(text) !== countWasm(text)),
        'js-tiktoken is right about white space now: use it as a reference here too',
      );
    });

    it('agrees with the wasm reference on runs around the sizes where the engine changes its way', () => {
      for (const text of runCases) assert.equal(count(text), countWasm(text), JSON.stringify(text.slice(0, 8)) + text.length);
    });

    it('agrees with the wasm reference on 2,000 random texts, and again from its cache', () => {
      const random = seededRandom(7);
      for (let i = 0; i < 2000; i++) {
        const text = randomText(random, 40);
        const expected = countWasm(text);
        assert.equal(count(text), expected, JSON.stringify(text));
        assert.equal(count(text), expected, `again: ${JSON.stringify(text)}`);
      }
    });

    it('agrees with the wasm reference on long words of random characters', () => {
      const random = seededRandom(11);
      for (const [first, last] of [
        [0x61, 0x7a],
        [0x4e00, 0x9fff],
        [0x430, 0x44f],
        [0x21, 0x2f],
        [0xac00, 0xd7a3],
      ] as const) {
        for (let i = 0; i < 40; i++) {
          const text = Array.from({ length: 20 + 8 * i }, () => String.fromCharCode(first + Math.floor(random() * (last - first + 1)))).join('');
          assert.equal(count(text), countWasm(text), text);
        }
      }
    });

    it('counts a range as a text of its own', () => {
      const text = "aa bb'll  \n\n cc 1234 !!\n//😀 dd";
      const cuts = Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) => !/^[\udc00-\udfff]/.test(text.slice(at)));
      for (const start of cuts) {
        for (const end of cuts.filter((cut) => cut >= start)) {
          assert.equal(countRange(text, start, end), countWasm(text.slice(start, end)), JSON.stringify(text.slice(start, end)));
        }
      }
    });

    it('counts a million equal characters', function () {
      this.timeout(60_000);
      assert.equal(count('a'.repeat(1_000_000)), 125_000);
    });
  });

  describe(`the work of ${encoding}`, () => {
    const growing: Record<string, (size: number) => string> = {
      'one letter': (size) => 'a'.repeat(size),
      spaces: (size) => ' '.repeat(size),
      'equal signs': (size) => '='.repeat(size),
      newlines: (size) => '\n'.repeat(size),
      'spaces and newlines': (size) => ' \n'.repeat(size / 2),
      'one CJK character': (size) => '中'.repeat(size),
      'many CJK characters': (size) => Array.from({ length: size }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 20_000))).join(''),
      'random letters': (size) => {
        const random = seededRandom(3);
        return Array.from({ length: size }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
      },
      'a mark before capitals': (size) => '\u0301'.padEnd(size, 'ABC'),
      'capitals with a mark in between': (size) => 'AB\u0301C'.repeat(size / 4),
      mixed: (size) => 'a B1 中!\n'.repeat(size / 8),
    };

    it('grows no faster than the text for merges, but for a logarithm', () => {
      const probe: MergeProbe = { steps: 0 };
      const countRange = createCounter(encoding, parseRanks(tables[encoding]), probe);
      const steps = (text: string) => {
        probe.steps = 0;
        countRange(text, 0, text.length);
        return probe.steps;
      };
      for (const [name, make] of Object.entries(growing)) {
        const [small, large] = [steps(make(8_000)), steps(make(64_000))];
        assert.ok(large <= 8 * 1.5 * small + 1000, `${name}: ${small} steps for 8,000, ${large} for 64,000`);
      }
    });

    it('reads each character a bounded number of times to find the pre-tokens', () => {
      for (const [name, make] of Object.entries(growing)) {
        const text = make(20_000);
        let reads = 0;
        const read = <T>(units: number, value: T): T => {
          reads += units;
          return value;
        };
        const watched = {
          length: text.length,
          charCodeAt: (at: number) => read(1, text.charCodeAt(at)),
          codePointAt: (at: number) => read(1, text.codePointAt(at)),
          slice: (start: number, end: number) => read(end - start, text.slice(start, end)),
        };
        const pieceEnd = createPieces(encoding);
        for (let at = 0; at < text.length; ) at = pieceEnd(watched as unknown as string, at, text.length);
        assert.ok(reads >= text.length && reads <= 16 * text.length, `${name}: ${reads} reads`);
      }
    });

    it('finds the end of a word of five million letters', () => {
      const pieceEnd = createPieces(encoding);
      for (const letter of ['a', '中']) assert.equal(pieceEnd(`${letter.repeat(5_000_000)} end`, 0, 5_000_004), 5_000_000);
    });
  });
}
