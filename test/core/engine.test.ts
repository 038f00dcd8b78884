import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings } from '../../src/core';
import { createTestEngine } from '../helpers/engine';

const CALL = 'client.chat.completions.create(model="gpt-4o", max_tokens=5, messages=[{"role": "user", "content": "Say hello to all."}])\n';
const HEAD = 'from openai import OpenAI\nclient = OpenAI()\n';

describe('the engine', () => {
  it('still finds the calls outside a broken region', async () => {
    const engine = await createTestEngine();
    const { calls, syntaxErrors } = await engine.analyze(
      { path: 'a.py', text: `${HEAD}${CALL}def broken(:\n  x = = 3\n\n${CALL}` },
      defaultSettings(),
    );
    assert.equal(calls.length, 2);
    assert.ok(syntaxErrors);
  });

  it('gives the same analysis after edits as for the whole text at once', async () => {
    const engine = await createTestEngine();
    const settings = defaultSettings();
    const document = engine.open({ path: 'a.py', text: HEAD + CALL });
    await document.analyze(settings);
    const at = HEAD.length;
    document.edit([
      { start: at, end: at, text: 'MODEL = "gpt-4.1"\n' },
      { start: 0, end: 0, text: '# first\n' },
    ]);
    document.edit([{ start: document.text.indexOf('"gpt-4o"'), end: document.text.indexOf('"gpt-4o"') + 8, text: 'MODEL' }]);
    const edited = await document.analyze(settings);
    const whole = await engine.analyze({ path: 'a.py', text: document.text }, settings);
    const facts = (analysis: typeof whole) => analysis.calls.map(({ fact, loops, ...call }) => call);
    assert.deepEqual(facts(edited), facts(whole));
    assert.equal(edited.calls[0]?.model, 'gpt-4.1');
    document.close();
  });

  it('runs rules when problems are first read, and none for a text that was edited since', async () => {
    const engine = await createTestEngine();
    const { rules, ...rest } = defaultSettings();
    let asked = 0;
    const settings = {
      ...rest,
      get rules() {
        asked++;
        return rules;
      },
    };
    const document = engine.open({ path: 'a.py', text: HEAD + CALL.replace(' max_tokens=5,', '') });
    const first = await document.analyze(settings);
    assert.equal(first.calls.length, 1);
    assert.equal(asked, 0);
    assert.ok(first.findProblems().some(({ rule }) => rule === 'missing-output-limit'));
    assert.equal(first.findProblems(), first.findProblems());
    const second = await document.analyze({ ...settings });
    document.edit([{ start: 0, end: 0, text: '\n' }]);
    assert.deepEqual(second.findProblems(), []);
    document.close();
  });

  it('keeps an analysis until the text or the settings change', async () => {
    const engine = await createTestEngine();
    const settings = defaultSettings();
    const document = engine.open({ path: 'a.py', text: HEAD + CALL });
    const first = await document.analyze(settings);
    assert.equal(await document.analyze(settings), first);
    assert.notEqual(await document.analyze(defaultSettings()), first);
    document.edit([{ start: 0, end: 0, text: ' ' }]);
    assert.notEqual(await document.analyze(settings), first);
    document.close();
  });

  it('names why a file is not read', async () => {
    const engine = await createTestEngine();
    const settings = { ...defaultSettings(), maxFileSize: 50_000 };
    const notice = async (path: string, text: string) => (await engine.analyze({ path, text }, settings)).notice;
    assert.equal((await notice('a.py', 'x\0y'))?.kind, 'binary');
    assert.equal((await notice('a.js', `const a=${'1+'.repeat(20_000)}1`))?.kind, 'minified');
    assert.equal((await notice('a.xyz', 'text'))?.kind, 'unsupported');
    const large = await notice('a.py', 'print("words and more words")\n'.repeat(4000));
    assert.equal(large?.kind, 'tooLarge');
    assert.match(large?.message ?? '', /about \d+ tokens \(\d+ to \d+, estimated from samples\)/);
  });

  it('estimates a large file close to its exact count', async () => {
    const engine = await createTestEngine();
    const text = 'def add(a, b):\n    return a + b  # sum of both\n'.repeat(3000);
    const analysis = await engine.analyze({ path: 'a.py', text }, { ...defaultSettings(), maxFileSize: 1000 });
    const [exact] = await engine.count(text, ['gpt-4o'], defaultSettings());
    const [, low, high] = (/\((\d+) to (\d+)/.exec(analysis.notice?.message ?? '') ?? []).map(Number);
    assert.ok(low !== undefined && high !== undefined && exact && low <= exact.count.tokens && exact.count.tokens <= high);
  });

  it('knows the least cost of a call whose input can not be read, and none without a model', async () => {
    const engine = await createTestEngine();
    const { estimates } = await engine.analyze(
      {
        path: 'a.py',
        text: `${HEAD}def f(m, t):\n  client.chat.completions.create(model="gpt-4o", messages=t)\n  client.chat.completions.create(model=m, messages=[{"role": "user", "content": "Say hello."}])\n`,
      },
      defaultSettings(),
    );
    assert.deepEqual(
      estimates.map(({ input, cost }) => [input.accuracy, cost && [cost.atLeast, cost.high, cost.perCall > 0.002]]),
      [
        ['approximate', [true, null, true]],
        ['approximate', null],
      ],
    );
  });

  it('tells which texts can hold nothing', async () => {
    const engine = await createTestEngine();
    assert.equal(engine.mayMatter({ path: 'a.py', text: 'import os\nprint(os.name)\n' }), false);
    assert.equal(engine.mayMatter({ path: 'a.py', text: HEAD }), true);
    assert.equal(engine.mayMatter({ path: 'a.py', text: 'SYSTEM_PROMPT = "You are kind."' }), true);
    assert.equal(engine.accepts('a.exe'), false);
  });
});
