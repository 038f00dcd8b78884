import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { reportCallsAsText, reportProblemsAsText } from '../../src/report';
import { sampleCall, sampleCost, sampleFile, sampleProblem } from './sample';

describe('reportProblemsAsText', () => {
  it('groups by file, aligns, and sums up at the end', () => {
    const problems = [sampleProblem(), sampleProblem({ line: 12, rule: 'retired-model', severity: 'error', message: 'gpt-4 is\ngone.' })];
    const text = reportProblemsAsText([sampleFile(problems, [sampleCall(), sampleCall({ cost: null })]), sampleFile([], [], 'app/other.py')]);
    assert.equal(
      text,
      [
        'app/chat.py',
        '  3:12   warning  No output limit.  missing-output-limit',
        '  12:12  error    gpt-4 is gone.    retired-model',
        '',
        '2 problems (1 error, 1 warning) in 1 of 2 files · 2 calls, ≈ $0.0085 for one of each (1 without a known cost)',
        '',
      ].join('\n'),
    );
  });
  it('says that there is nothing to say', () => {
    assert.equal(reportProblemsAsText([sampleFile([])]), 'No problems in 1 file · no calls\n');
  });
  it('names what was skipped, and the cell of a notebook', () => {
    const skipped = sampleFile([], [], 'a.bin');
    skipped.file.notice = 'binary';
    const text = reportProblemsAsText([sampleFile([sampleProblem({ cell: 2 })]), skipped]);
    assert.match(text, /cell 3, 3:12 {2}warning/);
    assert.match(text, /^a\.bin: binary$/m);
  });
  it('never adds an unknown cost as zero', () => {
    assert.match(reportProblemsAsText([sampleFile([], [sampleCall({ cost: null })])]), /1 call, cost unknown/);
    const unread = sampleCall({
      input: { tokens: 0, accuracy: 'unknown', placeholders: 0, low: 0, high: null },
      cost: sampleCost(0, { atLeast: true }),
    });
    assert.match(reportCallsAsText([sampleFile([], [unread])]), /unknown in .* unknown\n\n1 call, cost unknown/);
  });
});

describe('reportCallsAsText', () => {
  it('marks what was assumed and names what is unknown', () => {
    const known = sampleCall({ inLoop: true });
    const exact = sampleCall({
      line: 9,
      kind: 'embedding',
      output: { low: 0, tokens: 0, high: 0, basis: 'counted' },
      cost: sampleCost(0.0085, { basis: 'counted' }),
    });
    const unknown = sampleCall({
      line: 20,
      model: null,
      cost: null,
      input: { tokens: 50, accuracy: 'approximate', placeholders: 1, low: 0, high: null },
    });
    const lines = reportCallsAsText([sampleFile([], [known, exact, unknown])]).split('\n');
    assert.match(lines[1]!, /3:12 +openai\.chat\.completions +gpt-4o +1,412 in +≈ 500 out +≈ \$0\.0085 +in a loop/);
    assert.match(lines[2]!, / 1,412 in +\$0\.0085$/);
    assert.match(lines[3]!, /model unknown +≈ 50 \+ 1 placeholder in .* unknown$/);
  });
});
