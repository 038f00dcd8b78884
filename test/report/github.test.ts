import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { reportAsGithub } from '../../src/report';
import { sampleFile, sampleProblem } from './sample';

const report = (change: Parameters<typeof sampleProblem>[0]) => reportAsGithub([sampleFile([sampleProblem(change)])]);

describe('reportAsGithub', () => {
  it('writes a workflow command per problem', () => {
    assert.equal(report({}), '::warning file=app/chat.py,line=3,endLine=3,col=12,endColumn=20,title=missing-output-limit::No output limit.\n');
  });
  it('escapes what would end a property or a message', () => {
    assert.equal(
      report({ path: 'a,b:100%.py', message: '50 % off, now:\r\nyes' }),
      '::warning file=a%2Cb%3A100%25.py,line=3,endLine=3,col=12,endColumn=20,title=missing-output-limit::50 %25 off, now:%0D%0Ayes\n',
    );
  });
  it('leaves columns out where a problem spans lines, and lines where they count within a cell', () => {
    assert.match(report({ endLine: 5 }), /line=3,endLine=5,title=/);
    assert.match(report({ cell: 0 }), /^::warning file=app\/chat\.py,title=missing-output-limit::Cell 1, line 3: No/);
  });
  it('calls everything below a warning a notice', () => {
    assert.match(report({ severity: 'hint' }), /^::notice /);
    assert.match(report({ severity: 'error' }), /^::error /);
  });
});
