import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { folderAssets } from '../../src/assets';
import { applyFixes } from '../../src/cli/applyFixes';
import { createEngine, defaultSettings, type Engine, type Fix, rules } from '../../src/core';
import { createWorkspace, emptyAnalysis, runIn, todoEngine } from './workspace';

const root = path.join(__dirname, '../..');

const python = `from openai import OpenAI

client = OpenAI()


def ask(question):
    return client.responses.create(model="gpt-4.1", temperature=0, max_output_tokens=90, input=question)


def again(question):
    return client.responses.create(model="gpt-4.1", temperature=0, max_output_tokens=90, input=question + "!")
`;
const javascript = `const OpenAI = require('openai');

const client = new OpenAI();

module.exports.ask = (question) => client.responses.create({ model: 'gpt-4.1', temperature: 0, max_output_tokens: 90, input: question });
`;

describe('fix --unsafe', () => {
  let engine: Engine;
  const made: (() => void)[] = [];
  before(async () => {
    engine = await createEngine(folderAssets(path.join(root, 'dist/assets')), {
      today: () => '2026-11-24',
      onError: (stage, error) => {
        throw new Error(`${stage}: ${error}`);
      },
    });
  });
  after(() => {
    for (const dispose of made) dispose();
  });

  const workspace = (files: Record<string, string>) => {
    const { root: folder, dispose } = createWorkspace(files);
    made.push(dispose);
    return {
      go: (...args: string[]) => runIn(folder, engine, args),
      read: (name: string) => readFileSync(path.join(folder, name), 'utf8'),
      has: (name: string) => existsSync(path.join(folder, name)),
      write: (name: string, text: string) => writeFileSync(path.join(folder, name), text),
    };
  };

  it('asks for a rule, since fixes of all rules at once are not what anyone has read', async () => {
    const { code, out, err } = await workspace({ 'a.py': python }).go('fix', 'a.py', '--unsafe');
    assert.deepEqual([code, out, err], [2, '', '--unsafe needs --rule\n']);
  });

  it('does without it nothing that changes what the program does', async () => {
    const { go, read } = workspace({ 'a.py': python });
    assert.deepEqual(await go('fix', 'a.py', '--rule', 'uncached-call'), { code: 0, out: 'Nothing to fix\n', err: '' });
    assert.equal(read('a.py'), python);
  });

  it('wraps each call that the rule finds, writes one module for them, and has then nothing to do', async () => {
    const { go, read } = workspace({ 'a.py': python });
    const args = ['fix', 'a.py', '--rule', 'uncached-call', '--unsafe'];
    assert.deepEqual(await go(...args), { code: 0, out: '2 fixes applied in 1 file\n', err: '' });
    const text = read('a.py');
    assert.equal(text.match(/with_response_cache\(\s*client\.responses/g)?.length, 2);
    assert.equal(text.match(/^from prompt_cost_helpers import /gm)?.length, 1);
    const module = read('prompt_cost_helpers.py');
    assert.equal(module.match(/^def with_response_cache\(/gm)?.length, 1);
    assert.deepEqual(await go(...args), { code: 0, out: 'Nothing to fix\n', err: '' });
    assert.deepEqual([read('a.py'), read('prompt_cost_helpers.py')], [text, module]);
  });

  it('takes of several fixes the one whose title is asked for', async () => {
    const { go, read } = workspace({ 'a.js': javascript });
    await go('fix', 'a.js', '--rule', 'uncached-call', '--unsafe', '--title', 'Redis');
    assert.match(read('a.js'), /store: redisStore/);
    assert.match(read('promptCostHelpers.js'), /module\.exports\.redisStore = redisStore;/);
    const none = await go('fix', 'a.js', '--rule', 'uncached-call', '--unsafe', '--title', 'no such title');
    assert.equal(none.out, 'Nothing to fix\n');
  });

  it('adds to the module of a folder above and changes none of its lines', async () => {
    const mine = "'use strict';\n\nfunction wrapped(target) {\n  return target; // mine\n}\nmodule.exports.wrapped = wrapped;\n";
    const { go, read, has } = workspace({ 'promptCostHelpers.js': mine, 'src/app/a.js': javascript });
    await go('fix', 'src/app/a.js', '--rule', 'uncached-call', '--unsafe');
    assert.match(read('src/app/a.js'), /require\('\.\.\/\.\.\/promptCostHelpers'\);/);
    assert.ok(!has('src/app/promptCostHelpers.js'));
    const after = read('promptCostHelpers.js');
    for (const line of mine.split('\n')) assert.ok(after.split('\n').includes(line), line);
    assert.equal(after.match(/function wrapped\(/g)?.length, 1);
  });

  it('prints with --dry-run the diff of the file and of the module, and writes neither', async () => {
    const { go, read, has } = workspace({ 'a.py': python });
    const { code, out } = await go('fix', 'a.py', '--rule', 'uncached-call', '--unsafe', '--dry-run');
    assert.equal(code, 0);
    assert.match(out, /^\+{3} a\.py/m);
    assert.match(out, /^\+{3} .*prompt_cost_helpers\.py/m);
    assert.match(out, /^\+from prompt_cost_helpers import /m);
    assert.equal(read('a.py'), python);
    assert.ok(!has('prompt_cost_helpers.py'));
  });

  it('keeps line ends and byte order marks, and leaves notebooks alone', async () => {
    const cell = { cell_type: 'code', metadata: {}, outputs: [], execution_count: null, source: python.split(/(?<=\n)/) };
    const notebook = JSON.stringify({ cells: [cell], metadata: { language_info: { name: 'python' } }, nbformat: 4, nbformat_minor: 5 });
    const { go, read } = workspace({ 'a.py': `\uFEFF${python.replaceAll('\n', '\r\n')}`, 'b.ipynb': notebook });
    await go('fix', 'a.py', 'b.ipynb', '--rule', 'uncached-call', '--unsafe');
    const text = read('a.py');
    assert.ok(text.startsWith('\uFEFF') && text.includes('with_response_cache'));
    assert.doesNotMatch(text, /[^\r]\n/);
    assert.equal(read('b.ipynb'), notebook);
  });

  it('leaves out what an action refuses to do', async () => {
    const refusing = todoEngine('x');
    const { analyze } = refusing;
    refusing.analyze = async (source, settings) => {
      const found = await analyze(source, settings);
      const refuse = (fixes: readonly Fix[]) => fixes.map((fix) => ({ ...fix, edits: [], refused: 'Too short.' }));
      return emptyAnalysis({ findProblems: () => found.findProblems().map((problem) => ({ ...problem, fixes: refuse(problem.fixes) })) });
    };
    const choice = { rule: 'missing-output-limit', unsafe: true };
    assert.deepEqual(await applyFixes(refusing, 'a.py', 'TODO', defaultSettings(), choice), {
      text: 'TODO',
      applied: 0,
      refused: null,
      helpers: [],
    });
  });

  for (const folder of ['python', 'typescript/src']) {
    it(`settles for each rule on the examples in ${folder}, and leaves code that parses`, async function () {
      this.timeout(120_000);
      const examples = path.join(root, 'examples', folder);
      const fixed = new Set<string>();
      for (const name of readdirSync(examples).filter((file) => /\.(?:py|ts)$/.test(file))) {
        const text = readFileSync(path.join(examples, name), 'utf8');
        const analysis = await engine.analyze({ text, path: name }, defaultSettings());
        const { syntaxErrors } = analysis;
        const problems = analysis.findProblems();
        for (const { meta } of rules.filter(({ meta }) => problems.some(({ rule, fixes }) => rule === meta.id && fixes.length))) {
          const choice = { rule: meta.id, unsafe: true };
          const once = await applyFixes(engine, name, text, defaultSettings(), choice);
          assert.equal(once.refused, null, `${name}: ${meta.id} would have broken the syntax`);
          if (once.applied) fixed.add(meta.id);
          assert.equal((await engine.analyze({ text: once.text, path: name }, defaultSettings())).syntaxErrors, syntaxErrors, `${name}: ${meta.id}`);
          const twice = await applyFixes(engine, name, once.text, defaultSettings(), choice);
          assert.deepEqual([twice.text, twice.applied], [once.text, 0], `${name}: ${meta.id}`);
          assert.ok(once.applied <= 2 * problems.length, `${name}: ${meta.id} was applied ${once.applied} times`);
        }
      }
      assert.ok(fixed.size > 3, [...fixed].join());
    });
  }
});
