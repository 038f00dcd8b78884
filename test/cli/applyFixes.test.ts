import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyEdits, applyFixes } from '../../src/cli/applyFixes';
import { defaultSettings } from '../../src/core';
import { fixIdsOf } from '../../src/report';
import { emptyAnalysis, todoEngine } from './workspace';

const fix = (text: string, replacement: string, rule?: string) => applyFixes(todoEngine(replacement), 'a.py', text, defaultSettings(), { rule });

describe('applyFixes', () => {
  it('goes on until nothing is left to fix', async () => {
    const engine = todoEngine('');
    const steps = ['TODO2', 'TODO1', 'done'];
    engine.analyze = async ({ text }) => {
      const base = await todoEngine(steps[steps.indexOf(text.trim()) + 1] ?? 'TODO2').analyze({ text, path: 'a.py' }, defaultSettings());
      return {
        ...base,
        findProblems: () =>
          base.findProblems().map((problem) => ({
            ...problem,
            fixes: problem.fixes.map((f) => ({ ...f, edits: f.edits.map((e) => ({ ...e, end: text.length })) })),
          })),
      };
    };
    assert.deepEqual(await applyFixes(engine, 'a.py', 'TODO', defaultSettings()), { text: 'done', applied: 3, refused: null, helpers: [] });
  });
  it('stops after ten rounds where fixes call for each other', async () => {
    assert.equal((await fix('TODO', 'TODO!')).text, `TODO${'!'.repeat(10)}`);
  });
  it('keeps the line ends of the text', async () => {
    assert.equal((await fix('a\r\nTODO\r\n', 'b\nc')).text, 'a\r\nb\r\nc\r\n');
    assert.equal((await fix('a\nTODO\n', 'b\nc')).text, 'a\nb\nc\n');
  });
  it('leaves a text as it was where a fix would break its syntax', async () => {
    assert.deepEqual(await fix('x TODO', '(('), {
      text: 'x TODO',
      applied: 0,
      refused: 'a fix would have broken the syntax and was left out',
      helpers: [],
    });
  });
  it('applies only the fixes of the rule asked for', async () => {
    assert.equal((await fix('TODO', 'x', 'retired-model')).text, 'TODO');
    assert.equal((await fix('TODO', 'x', 'missing-output-limit')).text, 'x');
  });
  it('applies the fix of one id alone, safe or not, once', async () => {
    const engine = todoEngine('x TODO', { message: 'Of two alike.' });
    const problems = (await engine.analyze({ text: 'TODO TODO', path: 'a.py' }, defaultSettings())).findProblems();
    const id = fixIdsOf('a.py', problems)[1]![0]!;
    assert.equal((await applyFixes(engine, 'a.py', 'TODO TODO', defaultSettings(), { id })).text, 'TODO x TODO');
    assert.equal((await applyFixes(engine, 'b.py', 'TODO TODO', defaultSettings(), { id })).text, 'TODO TODO');
  });
  it('takes the first of two fixes that overlap, and leaves fixes that are not safe', async () => {
    const engine = todoEngine('');
    const problem = (start: number, end: number, text: string, safe = true) => ({
      ...({ rule: 'r', severity: 'hint', message: '', template: '', values: [], span: { start, end }, cell: null, related: [], tag: null } as const),
      values: [],
      related: [],
      fixes: [{ title: '', edits: [{ start, end, text }], tokensSaved: null, safe, preferred: false, preview: false, kind: 'quickfix' as const }],
    });
    engine.analyze = async ({ text }) =>
      emptyAnalysis({
        findProblems: () => (text === 'abcdef' ? [problem(0, 3, 'X'), problem(2, 4, 'Y'), problem(4, 5, 'Z', false), problem(5, 6, 'F')] : []),
      });
    assert.deepEqual(await applyFixes(engine, 'a.py', 'abcdef', defaultSettings()), { text: 'XdeF', applied: 2, refused: null, helpers: [] });
  });
});

describe('applyEdits', () => {
  it('applies edits in any order', () => {
    assert.equal(
      applyEdits('abc', [
        { start: 3, end: 3, text: '!' },
        { start: 0, end: 1, text: '' },
      ]),
      'bc!',
    );
  });
});
