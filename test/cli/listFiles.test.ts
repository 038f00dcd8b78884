import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { listFiles, nameOf } from '../../src/cli/listFiles';
import { defaultSettings } from '../../src/core';
import { createWorkspace } from './workspace';

async function list(
  files: Record<string, string>,
  paths: string[],
  options: { exclude?: string[]; cwd?: string; prepare?(root: string): void } = {},
) {
  const { root, dispose } = createWorkspace(files);
  try {
    options.prepare?.(root);
    const cwd = path.join(root, options.cwd ?? '');
    const settings = { ...defaultSettings(), exclude: options.exclude ?? [] };
    const settingsOf = async () => settings;
    const accepts = (name: string) => name.endsWith('.py');
    return (await listFiles(paths, { cwd, settingsOf, accepts })).map((input) => input.path.replace(root, 'ROOT'));
  } finally {
    dispose();
  }
}

describe('listFiles', () => {
  it('walks folders in the order of names and prints paths as given', async () => {
    const files = { 'app/b.py': '', 'app/a.py': '', 'app/B/c.py': '', 'app/x.txt': '' };
    assert.deepEqual(await list(files, ['app']), ['app/B/c.py', 'app/a.py', 'app/b.py']);
    assert.deepEqual(await list(files, ['./app/']), ['./app/B/c.py', './app/a.py', './app/b.py']);
    assert.deepEqual(await list(files, ['.']), ['app/B/c.py', 'app/a.py', 'app/b.py']);
    assert.deepEqual(await list(files, ['..'], { cwd: 'app' }), ['../app/B/c.py', '../app/a.py', '../app/b.py']);
  });
  it('keeps what is named one by one, wanted or not, there or not, each once', async () => {
    assert.deepEqual(await list({ 'a.txt': '', 'b.py': '' }, ['a.txt', 'gone.py', 'b.py', '.', './a.txt']), ['a.txt', 'gone.py', 'b.py']);
  });
  it('leaves out what .gitignore files say, the inner one deciding', async () => {
    const files = {
      '.gitignore': '*.gen.py\n/build/\nlogs\n',
      'a.gen.py': '',
      'build/a.py': '',
      'sub/build/a.py': '',
      'sub/logs/a.py': '',
      'sub/.gitignore': '!keep.gen.py\nlocal.py\n',
      'sub/keep.gen.py': '',
      'sub/drop.gen.py': '',
      'sub/local.py': '',
      'local.py': '',
    };
    assert.deepEqual(await list(files, ['.']), ['local.py', 'sub/build/a.py', 'sub/keep.gen.py']);
  });
  it('heeds the .gitignore files above, up to the repository, unless the folder itself is ignored by them', async () => {
    const files = { '.git/HEAD': '', '.gitignore': 'scratch/\n*.gen.py\n', 'app/a.gen.py': '', 'app/a.py': '', 'scratch/a.py': '' };
    assert.deepEqual(await list(files, ['app', 'scratch']), ['app/a.py', 'scratch/a.py']);
  });
  it('leaves out the excludes and never enters .git', async () => {
    const files = { 'a.py': '', 'lib/node_modules/a.py': '', 'old/a.py': '', '.git/a.py': '', '.hidden/a.py': '' };
    assert.deepEqual(await list(files, ['.'], { exclude: ['**/node_modules/**', 'old/**'] }), ['.hidden/a.py', 'a.py']);
  });
  it('does not follow links, which may lead in circles', async () => {
    const prepare = (root: string) => symlinkSync(root, path.join(root, 'app', 'loop'));
    assert.deepEqual(await list({ 'app/a.py': '' }, ['.'], { prepare }), ['app/a.py']);
  });

  it('lists files and folders whose names are not UTF-8, with what opens them', async () => {
    const { root, dispose } = createWorkspace({ 'a.py': '' });
    const odd = Buffer.concat([Buffer.from(`${root}/b`), Buffer.from([0xff]), Buffer.from('.py')]);
    const inner = Buffer.concat([Buffer.from(`${root}/c`), Buffer.from([0xfe])]);
    try {
      writeFileSync(odd, '');
      mkdirSync(inner);
      writeFileSync(Buffer.concat([inner, Buffer.from('/d.py')]), '');
      const found = await listFiles(['.'], { cwd: root, settingsOf: async () => defaultSettings(), accepts: (name) => name.endsWith('.py') });
      assert.deepEqual(
        found.map(({ path: printed }) => printed),
        ['a.py', 'b\uFFFD.py', 'c\uFFFD/d.py'],
      );
      for (const input of found) assert.equal(readFileSync(nameOf(input), 'utf8'), '');
    } finally {
      dispose();
    }
  });
});
