import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  codeSpan,
  escapeLine,
  escapeMarkdown,
  reportAsGithub,
  reportAsJson,
  reportAsMarkdown,
  reportAsSarif,
  reportCallsAsText,
  reportProblemsAsText,
} from '../../src/report';
import { sampleCall, sampleFile, sampleProblem, sampleRules } from './sample';

const evil = '::error::gone\n::set-env name=A::b\u001B[31m\u202Ered ![x](http://evil.example/p.png) <img src=x> @all | `a`';
const checked = [
  {
    ...sampleFile([sampleProblem({ path: evil, message: `Model ${evil}` })], [sampleCall({ model: evil })], evil),
    notice: { path: evil, kind: 'minified' as const, message: `Skipped ${evil}` },
  },
];
checked[0]!.file.notice = `Skipped ${evil}`;

describe('texts of files', () => {
  it('start no command and move no cursor in a terminal', () => {
    for (const text of [reportProblemsAsText(checked), reportCallsAsText(checked)]) {
      assert.ok(!text.includes('\u001B') && !text.includes('\u202E'));
      assert.doesNotMatch(text, /^\s*::/m);
      assert.match(text, /gone\\u000a::set-env/);
    }
    assert.equal(escapeLine('##[error]x'), '##\\[error]x');
  });

  it('are one command each in a log of GitHub', () => {
    const lines = reportAsGithub(checked).trimEnd().split('\n');
    assert.equal(lines.length, 2);
    assert.match(lines[0]!, /^::warning file=%3A%3Aerror%3A%3Agone%0A/);
    assert.match(lines[1]!, /^::notice file=%3A%3Aerror/);
  });

  it('are neither picture nor tag in Markdown', () => {
    const text = reportAsMarkdown(checked, sampleRules);
    assert.doesNotMatch(text, /(?<!\\)!?\[x\]\(|(?<!\\)<img|@all|^::/m);
    assert.equal(text.split('\n').filter((line) => line.startsWith('### ')).length, 1);
    assert.equal(escapeMarkdown('a\n# b'), 'a \\# b');
    assert.equal(codeSpan('a`b\n![x](y)'), "`a'b ![x](y)`");
  });

  it('are no links in SARIF, whose places are URIs whatever a file is called', () => {
    const [run] = reportAsSarif(
      [{ ...checked[0]!, problems: [sampleProblem({ path: 'a\uD800b ü.py', message: 'See [x](http://evil.example)' })] }],
      sampleRules,
      '1',
    ).runs;
    assert.equal(run?.results?.[0]?.message.text, 'See \\[x](http://evil.example)');
    assert.equal(run?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri, 'a%EF%BF%BDb%20%C3%BC.py');
    assert.match(run?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text ?? '', /^Skipped ::error::gone\n[\s\S]*!\\\[x\]\(http/);
  });

  it('that were not read are notices in JSON', () => {
    assert.deepEqual(reportAsJson(checked).notices, [checked[0]!.notice]);
  });
});
