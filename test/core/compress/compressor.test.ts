import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compressSegments, createCompressor } from '../../../src/core/compress';
import type { Segment } from '../../../src/core/types';

const words = (text: string) => text.split(/\s+/).filter(Boolean).length;

function prompt(start: number): Segment[] {
  const text = 'In order to answer, please look at ';
  const tail = '. Keep in mind the date. Keep in mind the date.';
  const hole = start + text.length;
  return [
    { kind: 'text', text, span: { start, end: hole }, escapes: [] },
    { kind: 'placeholder', name: 'x', span: { start: hole, end: hole + 3 } },
    { kind: 'text', text: tail, span: { start: hole + 3, end: hole + 3 + tail.length }, escapes: [] },
  ];
}

describe('a compressor with a memory', () => {
  it('gives for a prompt that has moved what it would find there anew', () => {
    const compress = createCompressor();
    let counted = 0;
    const count = (text: string) => {
      counted++;
      return words(text);
    };
    const first = compress(prompt(40), 'safe', 'words', count);
    assert.ok(first.edits.length && first.duplicates.length);
    assert.deepEqual(first, compressSegments(prompt(40), 'safe', words));
    counted = 0;
    assert.deepEqual(compress(prompt(1000), 'safe', 'words', count), compressSegments(prompt(1000), 'safe', words));
    assert.deepEqual(compress(prompt(7), 'safe', 'words', count), compressSegments(prompt(7), 'safe', words));
    assert.equal(counted, 0);
  });

  it('takes other escapes, another level or another tokenizer for another prompt', () => {
    const compress = createCompressor();
    const escaped = prompt(40);
    Object.assign(escaped[0]!, { escapes: [{ at: 2, length: 1, sourceLength: 2 }], span: { start: 40, end: 76 } });
    const first = compress(prompt(40), 'safe', 'words', words);
    assert.notDeepEqual(compress(escaped, 'safe', 'words', words), first);
    assert.notDeepEqual(
      compress(prompt(40), 'safe', 'letters', (text) => text.length),
      first,
    );
    assert.deepEqual(compress(prompt(40), 'balanced', 'words', words), compressSegments(prompt(40), 'balanced', words));
  });
});
