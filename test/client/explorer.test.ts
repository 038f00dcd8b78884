import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { nodesOf } from '../../src/client/explorer/nodes';
import type { Total } from '../../src/core';
import { type ProjectReport, type RequestRow, reportProblemsAsText } from '../../src/report';
import { sampleFile, sampleProblem } from '../report/sample';

const row = (name: string, model: string | null, path: string, perCall: number | null): RequestRow => ({
  ...{
    path,
    line: 3,
    column: 5,
    function: name,
    api: 'openai.responses',
    model,
    input: { tokens: 10, accuracy: 'exact' },
    output: 300,
    perMonth: null,
  },
  cost: perCall === null ? null : { perCall, first: perCall, later: perCall, low: 0, high: null, atLeast: false, basis: 'assumed' },
});
const total = (name: string | null, requests: number, perCall: number, unknown = 0): Total => ({
  ...{ name, requests, perCall, low: 0, high: null, atLeast: false, unknown, perMonth: null },
});
const place = { path: 'a.py', line: 3, column: 5 };
const report: ProjectReport = {
  ...{ version: 1, prices: { asOf: '2026-09-22', sources: [] }, files: 2, prompts: [], matrix: { models: [], rows: [] }, notices: [] },
  total: total(null, 3, 0.03, 1),
  byModel: [total('gpt-4.1', 2, 0.03), total(null, 1, 0, 1)],
  byFile: [total('a.py', 2, 0.03), total('b.py', 1, 0, 1)],
  requests: [row('dear', 'gpt-4.1', 'a.py', 0.02), row('cheap', 'gpt-4.1', 'a.py', 0.01), row('odd', null, 'b.py', null)],
  problems: [
    { ...place, rule: 'retired-model', severity: 'error', message: 'Gone.' },
    { ...place, rule: 'verbose-prompt', severity: 'hint', message: 'Long.' },
  ],
  savings: [{ ...place, rule: 'verbose-prompt', title: 'Shorten', tokensSaved: 5, perCall: 0.001, perMonth: null }],
};
const lines = (grouping: Parameters<typeof nodesOf>[1]) =>
  nodesOf(report, grouping, 'model unknown').map(({ label, description, children }) => [label, description, children.length]);

describe("the explorer's lines", () => {
  it('are the requests by cost, with the unknown named', () => {
    assert.deepEqual(lines('cost'), [
      ['dear', '≈ $0.02 · gpt-4.1 · a.py:3', 0],
      ['cheap', '≈ $0.01 · gpt-4.1 · a.py:3', 0],
      ['odd', 'unknown · model unknown · b.py:3', 0],
    ]);
    assert.deepEqual(nodesOf(report, 'cost', '')[0]!.place, { path: 'a.py', line: 3, column: 5 });
  });
  it('are grouped by file and model, each with its sum', () => {
    assert.deepEqual(lines('file'), [
      ['a.py', '≈ $0.03', 2],
      ['b.py', 'unknown', 1],
    ]);
    assert.deepEqual(lines('model'), [
      ['gpt-4.1', '≈ $0.03', 2],
      ['model unknown', 'unknown', 1],
    ]);
  });
  it('are the problems, those first whose fixes save the most', () => {
    assert.deepEqual(lines('problem'), [
      ['verbose-prompt', '1 · -$0.001', 1],
      ['retired-model', '1', 1],
    ]);
  });
});

describe('the problem matcher', () => {
  it('reads what check writes', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const [first, second] = contributes.problemMatchers[0].pattern;
    const problems = [sampleProblem(), sampleProblem({ line: 120, severity: 'information', message: 'Two  words.' })];
    const [file, ...rest] = reportProblemsAsText([sampleFile(problems)]).split('\n');
    assert.equal(new RegExp(first.regexp).exec(file!)?.[first.file], 'app/chat.py');
    const read = rest.flatMap((line) => {
      const match = new RegExp(second.regexp).exec(line);
      return match ? [[match[second.line], match[second.column], match[second.severity], match[second.code]]] : [];
    });
    assert.deepEqual(read, [
      ['3', '12', 'warning', 'missing-output-limit'],
      ['120', '12', 'information', 'missing-output-limit'],
    ]);
  });
});
