import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, it } from 'mocha';
import { version } from '../../package.json';
import { createWorkspace, runIn, todoEngine } from './workspace';

describe('the command line', () => {
  const { root, dispose } = createWorkspace({ 'a.py': 'x = 1\ny = TODO\n', 'sub/b.py': '', 'cr.py': '\uFEFFTODO\r\n' });
  after(dispose);
  const go = (...args: string[]) => runIn(root, todoEngine('done'), args);

  it('answers --help and --version', async () => {
    assert.deepEqual(await go('--version'), { code: 0, out: `${version}\n`, err: '' });
    const help = await go('--help');
    assert.equal(help.code, 0);
    for (const name of ['analyze', 'check', 'fix', 'compress', 'count', 'models', 'lsp']) assert.match(help.out, new RegExp(`^ +${name}\\b`, 'm'));
  });

  const wrong: string[][] = [
    [],
    ['chek', 'a.py'],
    ['check'],
    ['check', '--frobnicate', 'a.py'],
    ['check', '--format', 'xml', 'a.py'],
    ['check', '--fail-on', 'often', 'a.py'],
    ['check', '--max-cost', 'much', 'a.py'],
    ['analyze', '--workers', '0', 'a.py'],
    ['analyze', '--config', 'none.json', 'a.py'],
    ['fix', '--rule', 'no-such-rule', 'a.py'],
    ['count', 'none.txt'],
  ];
  for (const args of wrong) {
    it(`exits with 2 and one line for: ${args.join(' ') || 'nothing'}`, async () => {
      const { code, out, err } = await go(...args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /^[^\n]+\n$/);
    });
  }

  it('exits with 1 from the failing severity on', async () => {
    assert.equal((await go('check', 'a.py')).code, 1);
    assert.equal((await go('check', 'a.py', '--fail-on', 'error')).code, 0);
    assert.equal((await go('check', 'a.py', '--fail-on', 'information')).code, 1);
    assert.equal((await go('check', 'a.py', '--fail-on', 'never')).code, 0);
    assert.equal((await go('check', 'sub')).code, 0);
  });

  it('analyses the others where a file cannot be read, names it once, and exits with 2', async () => {
    const { code, out, err } = await go('check', '--format', 'json', 'none.py', 'a.py', 'gone/x.py');
    assert.equal(code, 2);
    assert.equal(err, 'cannot read none.py (no such file), gone/x.py (no such file)\n');
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      notices: [],
      problems: [
        {
          id: JSON.parse(out).problems[0].id,
          path: 'a.py',
          line: 2,
          column: 5,
          endLine: 2,
          endColumn: 9,
          rule: 'missing-output-limit',
          severity: 'warning',
          message: 'A task.',
          fixes: [{ id: 'a.py#8f382347.1', title: 'Do it', tokensSaved: 1, edits: [{ start: 10, end: 14, text: 'done' }] }],
        },
      ],
    });
  });

  it('prints a diff and writes nothing on a dry run, then writes it', async () => {
    const dry = await go('fix', '--dry-run', 'a.py');
    assert.equal(dry.code, 0);
    assert.match(dry.out, /^--- a\.py\n\+\+\+ a\.py\n@@ -1,2 \+1,2 @@\n x = 1\n-y = TODO\n\+y = done\n/m);
    assert.match(readFileSync(path.join(root, 'a.py'), 'utf8'), /TODO/);
    assert.deepEqual(await go('fix', 'a.py'), { code: 0, out: '1 fix applied in 1 file\n', err: '' });
    assert.equal(readFileSync(path.join(root, 'a.py'), 'utf8'), 'x = 1\ny = done\n');
    assert.deepEqual(await go('fix', 'a.py'), { code: 0, out: 'Nothing to fix\n', err: '' });
    writeFileSync(path.join(root, 'a.py'), 'x = 1\ny = TODO\n');
  });

  it('keeps the byte order mark and the line ends of a file that it fixes', async () => {
    await go('fix', 'cr.py');
    assert.equal(readFileSync(path.join(root, 'cr.py'), 'utf8'), '\uFEFFdone\r\n');
  });
});
