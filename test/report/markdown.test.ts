import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { reportAsMarkdown } from '../../src/report';
import { sampleCall, sampleFile, sampleProblem, sampleRules } from './sample';

describe('reportAsMarkdown', () => {
  it('makes a table per file with links to the rules', () => {
    const text = reportAsMarkdown([sampleFile([sampleProblem()], [sampleCall()])], sampleRules);
    assert.match(text, /^\*\*1 problem \(1 warning\) in 1 of 1 file\*\*$/m);
    assert.match(text, /^### app\/chat\.py$/m);
    assert.match(text, /^\| 3:12 \| warning \| No output limit\. \| \[missing-output-limit\]\(https:\/\/example\.org\/limit\.md\) \|$/m);
  });
  it('keeps messages from breaking the table or being read as markup', () => {
    const text = reportAsMarkdown([sampleFile([sampleProblem({ message: 'a|b\n`c` <b>*d*' })])], sampleRules);
    assert.ok(text.includes('| a\\|b \\`c\\` \\<b\\>\\*d\\* |'), text);
  });
});
