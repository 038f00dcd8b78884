import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { reportForAgent } from '../../src/report';
import { sampleFile, sampleProblem } from './sample';

describe('the report for agents', () => {
  it('is one line where there is nothing to do', () => {
    assert.equal(reportForAgent([sampleFile([]), sampleFile([])]), 'no errors or warnings in 2 files\n');
  });
  it('only counts what an agent would undo right edits over', () => {
    const notes = [sampleProblem({ severity: 'information' }), sampleProblem({ severity: 'hint' })];
    assert.equal(reportForAgent([sampleFile(notes)]), 'no errors or warnings in 1 file (2 notes: --format text)\n');
  });
  it('takes one line for a problem and one for its fix', () => {
    const twoLines = sampleProblem({ message: 'Said\n  twice.', severity: 'error', fixes: [] });
    assert.equal(
      reportForAgent([sampleFile([sampleProblem(), twoLines])]),
      `app/chat.py:3:12 warning missing-output-limit: No output limit.
  fix app/chat.py#1c9e0f3a.1: Add max_tokens
app/chat.py:3:12 error missing-output-limit: Said twice.
apply a fix: prompt-cost fix --id ID FILE; see it first: --dry-run
`,
    );
  });
  it('names what was not read', () => {
    const file = sampleFile([]);
    file.file.notice = 'Minified';
    assert.equal(reportForAgent([file]), 'app/chat.py: Minified\nno errors or warnings in 1 file\n');
  });
});
