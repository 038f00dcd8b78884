import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readSettings } from '../../../src/core/config';
import type { Rule } from '../../../src/core/rules/rule';
import { type RuleInput, runRules } from '../../../src/core/rules/runRules';
import type { Prompt } from '../../../src/core/types';

function input(text: string, settings: unknown = {}): RuleInput {
  const count = () => ({ tokens: 1, low: 1, high: 1, accuracy: 'exact' as const, encoding: 'o200k_base' });
  const span = { start: 0, end: text.length };
  const prompt: Prompt = { span, role: null, segments: [], calls: [], call: null, name: null, cell: null, editable: true, count: count() };
  return {
    text,
    path: 'a.txt',
    settings: readSettings(settings).settings,
    language: null,
    facts: null,
    calls: [],
    prompts: [prompt],
    estimates: [],
    file: null,
    today: '2026-11-24',
    count,
    findModel: (id) => ({ kind: 'unknown', id }),
    modelsOf: () => [],
    usdOf: () => null,
    conversation: () => null,
    monthly: () => null,
    budgetOf: () => null,
    ownCost: () => null,
    estimateWith: () => null,
    compress: () => ({ tokensBefore: 0, tokensAfter: 0, edits: [], duplicates: [] }),
  };
}

/** A rule that reports each `x` of the text. */
function rule(id: string, more: Partial<Rule['meta']> = {}): Rule {
  const meta = { id, severity: 'hint' as const, fixable: false, description: 'Finds x.', messages: { found: 'At {0} of {1}' }, ...more };
  return {
    meta,
    checkFile({ text, report }) {
      for (const { index } of text.matchAll(/x/g)) report({ span: { start: index, end: index + 1 }, message: 'found', values: [index, text.length] });
    },
  };
}

describe('running rules', () => {
  it('finds once a run what several rules ask of the whole text', () => {
    let found = 0;
    const find = ({ text }: { text: string }) => {
      found++;
      return text.length;
    };
    const asking = (id: string): Rule => ({
      ...rule(id),
      checkPrompt: ({ span }, { once, report }) => report({ span, message: 'found', values: [once(find)] }),
    });
    const rules = [asking('one'), asking('two')];
    assert.deepEqual(
      runRules(input('yyy'), rules).map(({ values }) => values),
      [[3], [3]],
    );
    assert.equal(found, 1);
    runRules(input('y'), rules);
    assert.equal(found, 2);
  });

  it('orders problems by place, then by rule, and fills the messages', () => {
    const problems = runRules(input('x.x'), [rule('b-rule'), rule('a-rule')]);
    assert.deepEqual(
      problems.map((problem) => `${problem.span.start} ${problem.rule}`),
      ['0 a-rule', '0 b-rule', '2 a-rule', '2 b-rule'],
    );
    assert.deepEqual([problems[2]?.message, problems[2]?.template, problems[2]?.values], ['At 2 of 3', 'At {0} of {1}', [2, 3]]);
  });
  it("takes the severity from the settings, then from the finding, then from the rule's own", () => {
    const loud: Rule = { ...rule('loud'), checkFile: ({ report }) => report({ span: { start: 0, end: 1 }, message: 'found', severity: 'error' }) };
    const severities = (settings: unknown) => runRules(input('x', settings), [loud, rule('quiet')]).map(({ severity }) => severity);
    assert.deepEqual(severities({}), ['error', 'hint']);
    assert.deepEqual(severities({ rules: { loud: 'warning', quiet: 'warning' } }), ['warning', 'warning']);
  });
  it('leaves out rules that are off, in the settings or by nature', () => {
    assert.equal(runRules(input('x', { rules: { one: 'off' } }), [rule('one')]).length, 0);
    assert.equal(runRules(input('x'), [rule('one', { severity: 'off' })]).length, 0);
    assert.equal(runRules(input('x', { rules: { one: 'error' } }), [rule('one', { severity: 'off' })]).length, 1);
  });
  it('fills in options, and takes the default where the type is wrong', () => {
    const seen: unknown[] = [];
    const options = { most: { default: 3, description: 'Most.', schema: { type: 'integer' } } };
    const asking: Rule = { ...rule('asking', { options }), checkFile: ({ options: given }) => seen.push(given.most) };
    for (const ruleOptions of [{}, { asking: { most: 7 } }, { asking: { most: 'many' } }]) runRules(input('x', { ruleOptions }), [asking]);
    assert.deepEqual(seen, [3, 7, 3]);
  });
  it('goes on when a rule throws, and tells of it', () => {
    const told: string[] = [];
    const broken: Rule = {
      ...rule('broken'),
      checkFile() {
        throw new Error('no');
      },
    };
    const problems = runRules({ ...input('x'), onError: (id, error) => told.push(`${id}: ${error}`) }, [broken, rule('sound')]);
    assert.deepEqual(
      problems.map((problem) => problem.rule),
      ['sound'],
    );
    assert.deepEqual(told, ['broken: Error: no']);
  });
  it('says the same at the same place once', () => {
    const twice: Rule = {
      ...rule('twice'),
      checkFile({ report }) {
        for (let time = 0; time < 2; time++) report({ span: { start: 0, end: 1 }, message: 'found' });
        report({ span: { start: 0, end: 2 }, message: 'found' });
      },
    };
    assert.equal(runRules(input('xx'), [twice]).length, 2);
  });
  it('leaves out what a comment turns off, also from the first line of the prompt', () => {
    assert.equal(runRules(input('<!-- prompt-cost-ignore one -->\n\nlong\n\nx'), [rule('one')]).length, 0);
    assert.equal(runRules(input('<!-- prompt-cost-ignore other -->\n\nlong\n\nx'), [rule('one')]).length, 1);
  });
});
