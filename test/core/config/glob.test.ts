import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createPathMatcher, isUsableGlob, matchesName, specificityOf } from '../../../src/core/config/glob';

describe('globs', () => {
  const paths: [glob: string, fits: string[], misses: string[]][] = [
    ['app/*.py', ['app/a.py', 'app/.py'], ['app/b/a.py', 'a.py', 'app/a.pyc']],
    ['**/dist/**', ['dist/a', 'a/dist/b/c', 'dist'], ['distance/a', 'a/dists']],
    ['./app/', ['app/a', 'app/b/c'], ['apps/a']],
    ['src/**/*.{ts,tsx}', ['src/a.ts', 'src/b/c.tsx'], ['src/a.js', 'a.ts']],
    ['{a,b{c,d}}/x', ['a/x', 'bc/x', 'bd/x'], ['b/x']],
    ['{only}', ['{only}'], ['only']],
    ['a?c', ['abc'], ['ac', 'a/c']],
    ['[a-c]x[!0-9]', ['ax_', 'cxz'], ['dx_', 'ax1']],
    ['a\\*b', ['a*b'], ['axb']],
    ['[id]', ['i', 'd'], ['[id]']],
    ['**', ['a', 'a/b/.c'], []],
    ['a**b', ['ab', 'axxb'], ['a/b']],
    ['(a+)+$', ['(a+)+$'], ['aaa']],
  ];
  for (const [glob, fits, misses] of paths) {
    it(`${glob} matches ${fits.join(', ')}`, () => {
      const matches = createPathMatcher([glob]);
      assert.deepEqual(
        [...fits, ...misses].filter((path) => matches(path)),
        fits,
      );
    });
  }

  it('of names let a star span slashes', () => {
    assert.ok(matchesName('openrouter/*sonnet*', 'openrouter/anthropic/claude-sonnet-5'));
    assert.ok(!matchesName('gpt-5', 'gpt-5-mini'));
  });

  it('that are too long, or stand for too many patterns, match nothing', () => {
    for (const glob of ['{a,b}'.repeat(20), 'a'.repeat(1001)]) {
      assert.ok(!isUsableGlob(glob));
      assert.ok(!createPathMatcher([glob])('a'.repeat(20)));
    }
    assert.ok(isUsableGlob('{a,b}'.repeat(8)));
  });

  it('come to an end on text that has a regular expression try every way', () => {
    assert.ok(!matchesName(`${'*a'.repeat(100)}*b`, 'a'.repeat(4000)));
    assert.ok(!createPathMatcher([`${'**/*a*a*a/'.repeat(50)}b`])('aaa/'.repeat(500)));
  });

  it('are the narrower the more characters they spell out', () => {
    assert.ok(specificityOf('app/chat*.py') > specificityOf('app/**'));
    assert.equal(specificityOf('[abc]?*'), 0);
  });
});
