import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Fix, Problem } from '../../src/core';
import { fileOfFix, fixIdsOf } from '../../src/report';

const fix: Fix = { title: 'Mend', edits: [], tokensSaved: null, safe: true, preferred: true, preview: false, kind: 'quickfix' };
const problemAt = (start: number, message = 'A task.'): Problem => ({
  rule: 'missing-output-limit',
  severity: 'warning',
  message,
  template: message,
  values: [],
  span: { start, end: start + 4 },
  cell: null,
  related: [],
  fixes: [fix, fix],
  tag: null,
});

describe('the ids of fixes', () => {
  it('survive moved lines', () => {
    assert.deepEqual(fixIdsOf('a/b.py', [problemAt(0)]), fixIdsOf('a/b.py', [problemAt(70)]));
  });
  it('differ for each fix, also of problems that say the same', () => {
    const ids = fixIdsOf('a.py', [problemAt(0), problemAt(10), problemAt(20, 'Another.')]).flat();
    assert.equal(new Set(ids).size, 6);
    for (const id of ids) assert.equal(fileOfFix(id), 'a.py');
  });
  it('name a path as it is written in reports', () => {
    assert.equal(fileOfFix(fixIdsOf('a\\b#1.py', [problemAt(0)])[0]![0]!), 'a/b#1.py');
    for (const other of ['', 'a.py', 'a.py#12.1', '#0123abcd.1', 'a.py#0123abcd.0']) assert.equal(fileOfFix(other), null, other);
  });
});
