import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createGlobMatcher } from '../../src/core';

const CASES: [string, string[], string[]][] = [
  ['*.py', ['a.py', '.py', 'a.b.py'], ['a/b.py', 'a.pyc', 'apy']],
  ['**/*.py', ['a.py', 'a/b.py', '/a/b/c.py', '.hidden/a.py'], ['a.pyc']],
  ['**/dist/**', ['dist', 'dist/a', 'a/dist/b/c', '/dist/a'], ['distant/a', 'a/mydist/b']],
  ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['a/xb', 'ab']],
  ['a?c', ['abc'], ['a/c', 'ac', 'abbc']],
  ['[a-cx]1', ['a1', 'c1', 'x1'], ['d1', '/1', '1']],
  ['[!a]1', ['b1'], ['a1', '/1']],
  ['{a,b{c,d}}/*', ['a/x', 'bc/x', 'bd/x'], ['b/x', 'c/x', 'a']],
  ['{a,b', ['{a,b'], ['a', 'b']],
  ['./a.py', ['a.py'], ['b.py']],
  ['(a+)+$', ['(a+)+$'], ['a', 'aa']],
  ['a.b|c', ['a.b|c'], ['axb', 'c']],
  ['**', ['a', 'a/b', ''], []],
];

describe('globs', () => {
  for (const [glob, matching, others] of CASES)
    it(`${glob} matches what it says`, () => {
      const matches = createGlobMatcher([glob]);
      assert.deepEqual(
        matching.filter((path) => !matches(path)),
        [],
        'not matched',
      );
      assert.deepEqual(others.filter(matches), [], 'matched');
    });

  it('any of several matches, none matches nothing', () => {
    assert.equal(createGlobMatcher(['a', 'b'])('b'), true);
    assert.equal(createGlobMatcher([])('b'), false);
  });

  it('go through a path once, whatever they are', () => {
    const path = `${'a'.repeat(4000)}/${'a/'.repeat(2000)}`;
    for (const glob of [
      '*a'.repeat(50) + 'b',
      '**/'.repeat(50) + 'b',
      '(a+)+$',
      '{a,b}'.repeat(50),
      '{'.repeat(5000),
      '[a-z]*'.repeat(500),
      `${'**a'.repeat(100)}!`,
    ])
      assert.equal(createGlobMatcher([glob])(path), false, glob.slice(0, 30));
  });
});
