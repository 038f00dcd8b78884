import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compressSegments } from '../../../src/core/compress';
import { toSourceEdit, toSourceOffset } from '../../../src/core/compress/sourceMap';
import { applyEdits } from '../../../src/core/compress/spans';
import type { Escape, Segment, TextSegment } from '../../../src/core/types';
import { count } from './count';

/** Reads a source of `\n`, `\"`, `{{` escapes and `{name}` holes as a language file would. */
function read(source: string, start = 0): Segment[] {
  const segments: Segment[] = [];
  let open: TextSegment | null = null;
  for (const match of source.matchAll(/\\\r?\n|\\.|\{\{|\}\}|\{\w+\}|[\s\S]/g)) {
    const from = start + match.index;
    const span = { start: from, end: from + match[0].length };
    if (/^\{\w+\}$/.test(match[0])) {
      segments.push({ kind: 'placeholder', name: match[0], span });
      open = null;
      continue;
    }
    if (!open) {
      open = { kind: 'text', text: '', span: { ...span }, escapes: [] };
      segments.push(open);
    }
    const decoded = match[0].length === 1 ? match[0] : match[0].startsWith('\\\n') ? '' : match[0] === '\\n' ? '\n' : match[0].slice(1);
    if (match[0].length > 1) open.escapes.push({ at: open.text.length, length: decoded.length, sourceLength: match[0].length });
    open.text += decoded;
    open.span!.end = span.end;
  }
  return segments;
}
const compressed = (source: string, level: 'safe' | 'balanced' = 'balanced'): string =>
  applyEdits(source, compressSegments(read(source), level, count).edits);

describe('compressSegments', () => {
  it('edits the source around placeholders and escapes', () => {
    assert.equal(
      compressed('Please answer {question}.\\nYour task is to help {user}.\\nSay \\"hi\\" in order to greet.'),
      'Answer {question}.\\nHelp {user}.\\nSay \\"hi\\" to greet.',
    );
  });
  it('counts the static text alone', () => {
    const { tokensBefore, tokensAfter } = compressSegments(read('Please answer {question} now'), 'safe', count);
    assert.deepEqual([tokensBefore, tokensAfter], [count('Please answer ') + count(' now'), count('Answer ') + count(' now')]);
  });
  it('makes no edit across a placeholder', () => {
    const source = 'Could you please translate {text} for me?';
    assert.equal(compressed(source), source);
  });
  it('makes no edit across two literals', () => {
    const segments = [...read('Answer in or'), ...read('der to help.', 100)];
    assert.deepEqual(compressSegments(segments, 'safe', count).edits, []);
  });
  it('makes no edit where the text comes from another file', () => {
    const segments = read('Please answer the question.').map((segment) => ({ ...segment, span: null }));
    assert.deepEqual(compressSegments(segments, 'safe', count).edits, []);
  });
  it('takes a line break and a continued line only as a whole', () => {
    assert.equal(compressed('Answer it.   \\n\\nGo on.'), 'Answer it.\\n\\nGo on.');
    assert.equal(compressed('Answer it. \\\nPlease answer the question.'), 'Answer it. \\\nAnswer the question.');
  });
  it('minifies JSON where the quotes stand bare in the source, and nowhere else', () => {
    const json = (quote: string) => `Customers:\\n[\n  ${quote}a${quote},\n  ${quote}b${quote}\n]\\nEnd.`;
    assert.equal(compressed(json('"')), 'Customers:\\n["a","b"]\\nEnd.');
    assert.equal(compressed(json('\\"')), json('\\"'));
  });
  it('gives duplicates in source offsets', () => {
    const source = 'Answer in the tongue of {user}.\\nBe kind.\\nAnswer in the tongue of {user}.';
    const { duplicates } = compressSegments(read(source), 'safe', count);
    assert.deepEqual(duplicates, []);
    const plain = 'Say \\"x\\".\\nAnswer in the tongue of users.\\nBe kind.\\nAnswer in the tongue of users.';
    assert.deepEqual(
      compressSegments(read(plain), 'safe', count).duplicates.map(({ span, first }) => [
        plain.slice(span.start, span.end),
        plain.slice(first.start, first.end),
      ]),
      [['Answer in the tongue of users.', 'Answer in the tongue of users.']],
    );
  });
});

describe('toSourceEdit', () => {
  const segment = (text: string, escapes: Escape[]): TextSegment => ({ kind: 'text', text, span: { start: 10, end: 10 + text.length }, escapes });
  const emoji = segment('a😀b', [{ at: 1, length: 2, sourceLength: 10 }]);

  it('maps offsets behind an escape, and none inside it', () => {
    assert.deepEqual(
      [0, 1, 2, 3].map((at) => toSourceOffset(emoji, at, 'start')),
      [10, 11, null, 21],
    );
  });
  it('refuses half an escape', () => {
    assert.equal(toSourceEdit(emoji, { start: 2, end: 4, text: '' }), null);
    assert.deepEqual(toSourceEdit(emoji, { start: 1, end: 3, text: '' }), { start: 11, end: 21, text: '' });
  });
  it('refuses what a literal would read otherwise', () => {
    for (const text of ['"', "'", '`', '\\', '{', '}', '$', '\n', '#', '%']) assert.equal(toSourceEdit(emoji, { start: 0, end: 1, text }), null);
    assert.deepEqual(toSourceEdit(emoji, { start: 0, end: 1, text: 'A' }), { start: 10, end: 11, text: 'A' });
  });
  it('allows marks that stood bare in the source', () => {
    assert.deepEqual(toSourceEdit(segment('{ "a" }', []), { start: 0, end: 7, text: '{"a"}' }), { start: 10, end: 17, text: '{"a"}' });
    assert.equal(toSourceEdit(segment('{ "a" }', [{ at: 0, length: 1, sourceLength: 2 }]), { start: 0, end: 7, text: '{"a"}' }), null);
  });
});
