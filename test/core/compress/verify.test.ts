import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { verify } from '../../../src/core/compress';
import { count } from './count';

const before =
  'Please read the text {text} with great care and then answer with at most 3 words. You must not guess; see https://a.example/x and say "unknown" if all else fails.';
const good = 'Read {text}, then answer with at most 3 words. You must not guess; see https://a.example/x and say "unknown" if all else fails.';
const kinds = (after: string): string[] => verify(before, after, count).map(({ kind, item }) => `${kind} ${item}`);

describe('verify', () => {
  it('accepts a rewrite that keeps every item', () => assert.deepEqual(verify(before, good, count), []));
  it('takes “don’t” and “do not” for the same', () =>
    assert.deepEqual(verify('Please do not ever guess the answer.', "Don't ever guess the answer.", count), []));
  it('names a lost placeholder, number, address and literal', () => {
    assert.deepEqual(kinds(good.replace('{text}', 'it')), ['missing placeholder']);
    assert.deepEqual(kinds(good.replace('3', 'few')), ['missing number']);
    assert.deepEqual(kinds(good.replace('https://a.example/x', 'it')), ['missing url']);
    assert.deepEqual(kinds(good.replace('"unknown"', 'so')), ['missing literal']);
  });
  it('names lost and weakened rules', () => {
    assert.deepEqual(kinds(good.replace('must not', 'should not')), ['missing modal', 'added modal']);
    assert.deepEqual(kinds(good.replace('at most ', '')), ['missing quantifier']);
    assert.deepEqual(kinds(good.replace('all else', 'that')), ['missing quantifier']);
    assert.deepEqual(kinds(good.replace('must not', 'must')), ['missing negation']);
  });
  it('names what is new, and a second copy', () => {
    assert.deepEqual(kinds(`${good} 7`), ['added number']);
    assert.deepEqual(kinds(good.replace('{text}', '{text} {text}')), ['added placeholder']);
  });
  it('names another language', () => {
    assert.deepEqual(
      verify('Read the text that is in the file for the user.', 'Lee el texto que está en el archivo.', count).map(({ kind }) => kind),
      ['language'],
    );
  });
  it('asks for the share of tokens that it is told', () => {
    assert.deepEqual(kinds(before), ['tokens text']);
    assert.deepEqual(
      verify(before, good, count, 0.9).map(({ kind }) => kind),
      ['tokens'],
    );
  });
});
