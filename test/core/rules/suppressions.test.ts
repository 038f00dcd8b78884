import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Facts } from '../../../src/core/facts';
import { isSuppressed, readSuppressions } from '../../../src/core/rules/suppressions';

/** Facts with nothing but the comments of a text, as a language file gives them. */
function commentsOf(text: string, pattern: RegExp): Facts {
  const span = { start: 0, end: text.length };
  const comments = [...text.matchAll(pattern)].map((found) => ({ text: found[0], span: { start: found.index, end: found.index + found[0].length } }));
  const file = {
    kind: 'file' as const,
    name: null,
    parent: null,
    span,
    params: [],
    bindings: [],
    returns: [],
    bases: [],
    decorators: [],
    implicitThis: false,
    children: [],
    type: [],
    annotation: null,
    decoratorFacts: [],
    doc: null,
    types: [],
  };
  return { statements: [], imports: [], file, calls: [], objects: [], comments, remarks: [], strings: [], errors: [] };
}
const hash = (text: string) => readSuppressions(text, commentsOf(text, /#.*/g));
const slashes = (text: string) => readSuppressions(text, commentsOf(text, /\/\/.*|\/\*[\s\S]*?\*\//g));
const file = (text: string) => readSuppressions(text, null);

describe('suppression comments', () => {
  it('turn off every rule on their line', () => {
    const read = hash('a()\nb()  # prompt-cost-ignore\nc()');
    assert.equal(isSuppressed(read, 'any', [1]), true);
    assert.equal(isSuppressed(read, 'any', [0, 2]), false);
  });
  it('turn off only the rules that they name', () => {
    const read = hash('b()  # prompt-cost-ignore rule-a, rule-b');
    assert.equal(isSuppressed(read, 'rule-a', [0]), true);
    assert.equal(isSuppressed(read, 'rule-b', [0]), true);
    assert.equal(isSuppressed(read, 'rule-c', [0]), false);
  });
  it('hold for the next line where they stand alone, several of them for the same one', () => {
    const read = hash('  # prompt-cost-ignore rule-a\n  # prompt-cost-ignore rule-b\n  b()\n  c()');
    assert.equal(isSuppressed(read, 'rule-a', [2]), true);
    assert.equal(isSuppressed(read, 'rule-b', [2]), true);
    assert.equal(isSuppressed(read, 'rule-a', [3]), false);
  });
  it('take line and block comments', () => {
    assert.equal(isSuppressed(slashes('a(); // prompt-cost-ignore rule-a'), 'rule-a', [0]), true);
    assert.equal(isSuppressed(slashes('a(/* prompt-cost-ignore */);'), 'rule-a', [0]), true);
    assert.equal(isSuppressed(slashes('/*\n prompt-cost-ignore\n*/\na();'), 'rule-a', [3]), true);
    assert.equal(isSuppressed(slashes('// prompt-cost-ignore-next-line rule-a\na();'), 'rule-a', [1]), true);
    assert.equal(isSuppressed(slashes('x(); // prompt-cost-ignore-next-line rule-a\na();'), 'rule-a', [0]), false);
  });
  it('turn off a whole file', () => {
    const read = hash('# prompt-cost-ignore-file rule-a\n\n\na()');
    assert.equal(isSuppressed(read, 'rule-a', [3]), true);
    assert.equal(isSuppressed(read, 'rule-b', [3]), false);
  });
  it('may say why', () => {
    const read = hash('b()  # prompt-cost-ignore rule-a -- the answer must be whole');
    assert.equal(isSuppressed(read, 'rule-a', [0]), true);
    assert.equal(isSuppressed(read, 'the', [0]), false);
  });
  it('are read from prompt files', () => {
    assert.equal(isSuppressed(file('<!-- prompt-cost-ignore-file -->\nBe kind.'), 'rule-a', [1]), true);
    assert.equal(isSuppressed(file('{# prompt-cost-ignore rule-a #}\nBe kind.'), 'rule-a', [1]), true);
    assert.equal(isSuppressed(file('# prompt-cost-ignore rule-a\nmodel: x'), 'rule-a', [1]), true);
  });
  it('are not seen in other text', () => {
    assert.equal(isSuppressed(file('We wrote prompt-cost-ignore in a sentence.'), 'rule-a', [0, 1]), false);
    assert.equal(isSuppressed(hash('s = "prompt-cost-ignore"'), 'rule-a', [0, 1]), false);
    assert.equal(isSuppressed(hash('a()  # prompt-cost-ignored'), 'rule-a', [0]), false);
  });
});
