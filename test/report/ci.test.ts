import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { describe, it } from 'mocha';
import { problemIdsOf, readBaseline, reportAsGitlab, reportAsJunit, withoutKnown, writeBaseline } from '../../src/report';
import { sampleFile, sampleProblem } from './sample';

/** What GitLab takes, by its documentation of code quality reports. */
const codeQuality = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./|/)' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
};

describe('ids of problems', () => {
  const line = { rule: 'call-in-loop', text: '    client.create(' };
  it('survive moved lines and another indentation', () => {
    const before = problemIdsOf('a.py', [line, { rule: 'retired-model', text: 'x' }]);
    const after = problemIdsOf('./a.py', [
      { rule: 'retired-model', text: 'x' },
      { ...line, text: 'client.create(' },
    ]);
    assert.deepEqual(before, [after[1], after[0]]);
  });
  it('are as many as the problems, and tell files apart', () => {
    const ids = [...problemIdsOf('a.py', [line, line, { ...line, rule: 'other' }]), ...problemIdsOf('b.py', [line])];
    assert.equal(new Set(ids).size, 4);
    for (const id of ids) assert.match(id, /^[0-9a-f]{14}\.[0-9a-f]{8}$/);
    assert.equal(ids[0]!.split('.')[0], ids[3]!.split('.')[0], 'the first half survives a renamed file');
  });
});

describe('reportAsGitlab', () => {
  it('holds to the form of code quality reports, with a fingerprint for each problem', () => {
    const report = reportAsGitlab([
      sampleFile([sampleProblem({ path: './app/a b.py' }), sampleProblem({ id: 'b.c', severity: 'error' }), sampleProblem({ id: 'c.d', cell: 2 })]),
    ]);
    const validate = new Ajv().compile(codeQuality);
    assert.ok(validate(report), JSON.stringify(validate.errors));
    assert.deepEqual(
      report.map(({ severity, location }) => [severity, location.path, location.lines.begin]),
      [
        ['major', 'app/a b.py', 3],
        ['critical', 'app/chat.py', 3],
        ['major', 'app/chat.py', 1],
      ],
    );
    assert.equal(new Set(report.map(({ fingerprint }) => fingerprint)).size, 3);
  });
});

describe('reportAsJunit', () => {
  it('counts what it lists, and writes nothing that XML could read as something else', () => {
    const text = reportAsJunit([sampleFile([sampleProblem({ message: 'a <b> & "c"\u0000\n' }), sampleProblem()]), sampleFile([], [], 'ok.py')]);
    assert.match(text, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="prompt-cost" tests="3" failures="2" errors="0">\n/);
    assert.equal(text.match(/<failure /g)?.length, 2);
    assert.equal(text.match(/<testcase /g)?.length, 3);
    assert.match(text, /message="a &#60;b&#62; &#38; &#34;c&#34;\uFFFD&#10;"/);
    assert.match(text, /<testsuite name="ok\.py" tests="1" failures="0" errors="0" skipped="0">/);
    const open = [...text.matchAll(/<(\w+)[^>]*[^/?]>/g)].map(([, name]) => name);
    assert.deepEqual(open.length, text.match(/<\/\w+>/g)?.length);
  });
});

describe('baselines', () => {
  const one = sampleProblem({ id: 'aaaa.1111', path: 'a.py' });
  const two = sampleProblem({ id: 'bbbb.1111', path: 'a.py' });
  const read = (text: string) => {
    const known = readBaseline(text);
    assert.ok(typeof known !== 'string');
    return known;
  };
  it('hide what they know, and tell what is gone', () => {
    const known = read(writeBaseline([sampleFile([one, two])]));
    const { checked, gone } = withoutKnown([sampleFile([one, sampleProblem({ id: 'cccc.1111', path: 'a.py' })])], known, () => false);
    assert.deepEqual(
      checked[0]!.problems.map(({ id }) => id),
      ['cccc.1111'],
    );
    assert.deepEqual(
      gone.map(({ id }) => id),
      ['bbbb.1111'],
    );
  });
  it('know a problem again in a renamed file, and not in a copy', () => {
    const known = read(writeBaseline([sampleFile([one])]));
    const moved = sampleFile([sampleProblem({ id: 'aaaa.2222', path: 'b.py' })]);
    assert.equal(withoutKnown([moved], known, () => true).checked[0]!.problems.length, 0);
    assert.equal(withoutKnown([moved], known, () => false).checked[0]!.problems.length, 1);
  });
  it('are read as they are written, and refused with a reason', () => {
    assert.deepEqual(read(writeBaseline([])), []);
    assert.equal(readBaseline('{'), 'it is no JSON');
    assert.equal(readBaseline('{"version": 2}'), 'it is no baseline of version 1');
    assert.equal(readBaseline('{"version": 1, "problems": [{}]}'), 'a problem in it has no id, rule or path');
  });
});
