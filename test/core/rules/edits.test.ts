import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ListSite } from '../../../src/core/facts';
import { addItem, literalSpan, replaceNumber } from '../../../src/core/rules/edits';

/** Reads a list whose items stand between ⟦ and ⟧, from its first bracket to its last. */
function readList(marked: string): { text: string; list: ListSite } {
  const items: { start: number; end: number }[] = [];
  let text = '';
  for (const char of marked) {
    if (char === '⟦') items.push({ start: text.length, end: text.length });
    else if (char === '⟧') items.at(-1)!.end = text.length;
    else text += char;
  }
  const span = { start: text.search(/[({[]/), end: Math.max(text.lastIndexOf(')'), text.lastIndexOf('}')) + 1 };
  const trailingComma = /^\s*,/.test(text.slice(items.at(-1)?.end ?? text.length, span.end - 1));
  return { text, list: { span, items, trailingComma, style: 'keyword' } };
}

function added(marked: string): string | null {
  const { text, list } = readList(marked);
  const edit = addItem(text, list, 'new=1');
  return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

const cases: [string, string, string][] = [
  ['an empty list', 'f()', 'f(new=1)'],
  ['an empty object literal', 'f = {}', 'f = { new=1 }'],
  ['an empty list with a comment', 'f(  # later\n)', 'f(new=1  # later\n)'],
  ['one line', 'f(⟦a=1⟧, ⟦b=2⟧)', 'f(a=1, b=2, new=1)'],
  ['one line with a trailing comma', 'f(⟦a=1⟧, ⟦b=2⟧,)', 'f(a=1, b=2, new=1,)'],
  ['one line of a spaced literal', '{ ⟦a: 1⟧ }', '{ a: 1, new=1 }'],
  ['several lines', 'f(\n    ⟦a=1⟧,\n    ⟦b=2⟧\n)', 'f(\n    a=1,\n    b=2,\n    new=1\n)'],
  ['several lines with a trailing comma', 'f(\n\t⟦a=1⟧,\n\t⟦b=2⟧,\n)', 'f(\n\ta=1,\n\tb=2,\n\tnew=1,\n)'],
  ['a comment behind the last item', 'f(\n  ⟦a=1⟧,\n  ⟦b=2⟧  # why, (really)\n)', 'f(\n  a=1,\n  b=2,  # why, (really)\n  new=1\n)'],
  ['a comment behind the trailing comma', 'f(\n  ⟦b=2⟧,  # why, (really)\n)', 'f(\n  b=2,  # why, (really)\n  new=1,\n)'],
  ['a comment on a line of its own at the end', 'f(\n  ⟦b=2⟧,\n  # more to come\n)', 'f(\n  b=2,\n  new=1,\n  # more to come\n)'],
  ['a closing bracket behind the last of several lines', 'f(⟦a=1⟧,\n  ⟦b=2⟧)', 'f(a=1,\n  b=2,\n  new=1)'],
  ['an item that spans lines', 'f(⟦a=1⟧, ⟦b=[\n  1,\n]⟧)', 'f(a=1, b=[\n  1,\n], new=1)'],
  ['two items on a line before a closing bracket of its own', 'f(\n  ⟦a=1⟧, ⟦b=2⟧\n)', 'f(\n  a=1, b=2, new=1\n)'],
  ['keyword arguments from a dict', 'f(⟦a=1⟧, ⟦**rest⟧)', 'f(a=1, new=1, **rest)'],
  ['keyword arguments from a dict on a line of its own', 'f(\n  ⟦a=1⟧,\n  ⟦**rest⟧,\n)', 'f(\n  a=1,\n  new=1,\n  **rest,\n)'],
  ['Windows line ends', 'f(\r\n  ⟦a=1⟧,\r\n)', 'f(\r\n  a=1,\r\n  new=1,\r\n)'],
];

describe('adding an item to a list', () => {
  for (const [name, before, after] of cases) it(`fits ${name}`, () => assert.equal(added(before), after));
  it('is refused where a comment stands before the trailing comma', () => {
    const { text, list } = readList('f(⟦a=1⟧ /* c */,)');
    assert.equal(addItem(text, { ...list, trailingComma: true }, 'new=1'), null);
  });
});

describe('replacing literals', () => {
  it('finds the inside of the quotes', () => {
    assert.deepEqual(literalSpan('x = "gpt-4"', { start: 4, end: 11 }, 'gpt-4'), { start: 5, end: 10 });
  });
  it('finds nothing where the value is written in parts or twice', () => {
    assert.equal(literalSpan('"gpt" + "-4"', { start: 0, end: 12 }, 'gpt-4'), null);
    assert.equal(literalSpan(`"a" or 'a'`, { start: 0, end: 10 }, 'a'), null);
  });
  it('replaces the one number, and none where there are two', () => {
    assert.deepEqual(replaceNumber('n=1_000', { start: 0, end: 7 }, 5), { start: 2, end: 7, text: '5' });
    assert.equal(replaceNumber('n=10*2', { start: 0, end: 6 }, 5), null);
  });
});
