import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { folderAssets } from '../../src/assets';
import { createEngine, type Engine } from '../../src/core';
import { createWorkspace, runIn, todoEngine } from './workspace';

const python = `from openai import OpenAI

client = OpenAI()


def ask(question):
    return client.responses.create(model="gpt-4.1", temperature=0, max_output_tokens=90, input=question)
`;
const unsafely = ['--rule', 'uncached-call', '--unsafe'];

describe('fix does no damage', () => {
  let engine: Engine;
  const made: (() => void)[] = [];
  before(async () => {
    engine = await createEngine(folderAssets(path.join(__dirname, '../../dist/assets')), { today: () => '2026-11-24' });
  });
  after(() => {
    for (const dispose of made) dispose();
  });

  const workspace = (files: Record<string, string>, with_: Engine = engine) => {
    const { root, dispose } = createWorkspace(files);
    made.push(dispose);
    const at = (name: string) => path.join(root, name);
    return { at, root, go: (...args: string[]) => runIn(root, with_, args), text: (name: string) => readFileSync(at(name), 'utf8') };
  };

  it('to a file in another encoding: it is named and left, and the others are fixed', async () => {
    const { at, go, text } = workspace({ 'b.py': 'TODO\n' }, todoEngine('done'));
    const latin = Buffer.from('# Señor\nTODO\n', 'latin1');
    writeFileSync(at('a.py'), latin);
    const { code, out, err } = await go('fix', 'a.py', 'b.py');
    assert.deepEqual([code, out], [2, '1 fix applied in 1 file\n']);
    assert.match(err, /cannot read a\.py \(not fixed: neither UTF-8 nor UTF-16 with a byte order mark\)/);
    assert.deepEqual(readFileSync(at('a.py')), latin);
    assert.equal(text('b.py'), 'done\n');
    const checked = JSON.parse((await go('check', 'a.py', '--format', 'json', '--fail-on', 'never')).out);
    assert.deepEqual(checked.problems[0].fixes, []);
  });

  it('to UTF-16 with a mark, which it reads and writes', async () => {
    for (const swap of [false, true]) {
      const { at, go } = workspace({}, todoEngine('fertig – 好'));
      const write = (text: string) => (swap ? Buffer.from(`\uFEFF${text}`, 'utf16le').swap16() : Buffer.from(`\uFEFF${text}`, 'utf16le'));
      writeFileSync(at('a.py'), write('x = "ü"\r\nTODO\r\n'));
      assert.equal((await go('fix', 'a.py')).code, 0);
      assert.deepEqual(readFileSync(at('a.py')), write('x = "ü"\r\nfertig – 好\r\n'));
    }
  });

  it('to the mode of a file, or to those that may not be written', async () => {
    const { at, go, text } = workspace({ 'a.py': 'TODO\n', 'b.py': 'TODO\n' }, todoEngine('done'));
    chmodSync(at('a.py'), 0o755);
    chmodSync(at('b.py'), 0o444);
    const { code } = await go('fix', 'a.py', 'b.py');
    assert.equal(statSync(at('a.py')).mode & 0o777, 0o755);
    assert.deepEqual(readdirSync(path.dirname(at('a.py'))).sort(), ['a.py', 'b.py']);
    // The superuser may write anything.
    if (process.getuid?.() !== 0) assert.deepEqual([code, text('b.py')], [2, 'TODO\n']);
  });

  it('to line ends: what is put in ends its lines as most of the file does', async () => {
    const { go, text } = workspace({ 'a.py': 'a\nb\nc\r\nTODO\n', 'b.py': 'a\r\nb\r\nc\nTODO\r\n' }, todoEngine('x\ny'));
    await go('fix', '.');
    assert.deepEqual([text('a.py'), text('b.py')], ['a\nb\nc\r\nx\ny\n', 'a\r\nb\r\nc\nx\r\ny\r\n']);
  });

  it('to what a link leads to outside of the project', async () => {
    const { at, go, text } = workspace({ 'project/.git/HEAD': '', 'out/a.py': 'TODO\n', 'project/own.py': 'TODO\n' }, todoEngine('done'));
    symlinkSync(at('out/a.py'), at('project/link.py'));
    symlinkSync(at('project/own.py'), at('project/inner.py'));
    const { code, err } = await go('fix', 'project/link.py', 'project/inner.py');
    assert.equal(code, 2);
    assert.match(err, /project\/link\.py \(not fixed: a link leads out of the project\)/);
    assert.deepEqual([text('out/a.py'), text('project/own.py')], ['TODO\n', 'done\n']);
  });

  for (const name of ['../../evil', '/tmp/evil', 'lib/../../evil', 'a b', '..', '.hidden/x', 'lib/', 'C:\\evil']) {
    it(`with a helper module called ${name}, which is no module: the default name is used`, async () => {
      const { at, go } = workspace({ '.prompt-cost.json': JSON.stringify({ 'helpers.fileName': name }), 'p/app/a.py': python });
      const { err } = await go('fix', 'p/app/a.py', ...unsafely);
      assert.match(err, /\.prompt-cost\.json:1:21: helpers\.fileName must be the name of a module/);
      assert.deepEqual(readdirSync(at('p/app')).sort(), ['a.py', 'prompt_cost_helpers.py']);
    });
  }

  for (const name of ['openai', 'class', 'my-lib/helpers']) {
    it(`with a helper module called ${name}, which Python could not import beside the rest: nothing is inserted`, async () => {
      const { at, go, text } = workspace({ '.prompt-cost.json': JSON.stringify({ 'helpers.fileName': name }), 'app/a.py': python });
      await go('fix', 'app/a.py', ...unsafely);
      assert.equal(text('app/a.py'), python);
      assert.deepEqual(readdirSync(at('app')), ['a.py']);
    });
  }

  it('to a helper module behind a link that leads out of the project, or above its repository', async () => {
    const { at, go, text } = workspace({
      'project/.git/HEAD': '',
      'project/src/a.py': python,
      'prompt_cost_helpers.py': 'MINE = 1\n',
      'out/h.py': '',
    });
    await go('fix', 'project/src/a.py', ...unsafely);
    assert.equal(text('prompt_cost_helpers.py'), 'MINE = 1\n');
    assert.match(text('project/src/prompt_cost_helpers.py'), /def with_response_cache/);
    mkdirSync(at('project/linked'));
    writeFileSync(at('project/linked/a.py'), python);
    symlinkSync(at('out/h.py'), at('project/linked/prompt_cost_helpers.py'));
    await go('fix', 'project/linked/a.py', ...unsafely);
    assert.deepEqual([text('project/linked/a.py'), text('out/h.py')], [python, '']);
  });

  it('to a helper module in another encoding: neither it nor the file is written', async () => {
    const { at, go, text } = workspace({ 'a.py': python });
    const latin = Buffer.from('# Señor\n', 'latin1');
    writeFileSync(at('prompt_cost_helpers.py'), latin);
    assert.equal((await go('fix', 'a.py', ...unsafely)).code, 2);
    assert.equal(text('a.py'), python);
    assert.deepEqual(readFileSync(at('prompt_cost_helpers.py')), latin);
  });

  it('where syntax errors keep inserted code from being checked', async () => {
    const broken = `${python}\n\ndef broken(:\n    pass\n`;
    const { go, text } = workspace({ 'a.py': broken });
    const { err } = await go('fix', 'a.py', ...unsafely);
    assert.match(err, /a\.py: the file has syntax errors, so inserted code could not be checked/);
    assert.equal(text('a.py'), broken);
  });
});
