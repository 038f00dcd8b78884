import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLocator } from '../../src/report';

describe('createLocator', () => {
  it('counts lines and columns from 1, over all three line ends', () => {
    const locate = createLocator('ab\ncd\r\nef\rgh');
    assert.deepEqual(locate({ start: 0, end: 2 }), { line: 1, column: 1, endLine: 1, endColumn: 3 });
    assert.deepEqual(locate({ start: 3, end: 8 }), { line: 2, column: 1, endLine: 3, endColumn: 2 });
    assert.deepEqual(locate({ start: 10, end: 12 }), { line: 4, column: 1, endLine: 4, endColumn: 3 });
  });
  it('counts columns in UTF-16 units', () => {
    const text = '"😀" x';
    assert.equal(createLocator(text)({ start: text.indexOf('x'), end: text.length }).column, 6);
  });
});
