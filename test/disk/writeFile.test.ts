import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { projectOf, resolveInside } from '../../src/disk/project';
import { replaceFile } from '../../src/disk/writeFile';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'prompt-cost-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (...parts: string[]) => path.join(folder, ...parts);

describe('replaceFile', () => {
  it('keeps the mode of the file and leaves nothing beside it', async () => {
    writeFileSync(at('run.py'), 'old');
    chmodSync(at('run.py'), 0o751);
    await replaceFile(at('run.py'), Buffer.from('new'), Buffer.from('old'));
    assert.equal(readFileSync(at('run.py'), 'utf8'), 'new');
    assert.equal(statSync(at('run.py')).mode & 0o777, 0o751);
    assert.deepEqual(readdirSync(folder), ['run.py']);
  });

  it('leaves a file that has changed since it was read, or was made meanwhile', async () => {
    writeFileSync(at('a.py'), 'theirs');
    await assert.rejects(replaceFile(at('a.py'), Buffer.from('new'), Buffer.from('old')), /changed/);
    await assert.rejects(replaceFile(at('a.py'), Buffer.from('new'), null), /changed/);
    assert.equal(readFileSync(at('a.py'), 'utf8'), 'theirs');
    assert.deepEqual(readdirSync(folder), ['a.py']);
  });

  it('makes folders for a new file', async () => {
    await replaceFile(at('lib/deep/a.py'), Buffer.from('new'), null);
    assert.equal(readFileSync(at('lib/deep/a.py'), 'utf8'), 'new');
  });
});

describe('the project of a file', () => {
  it('is its repository, else the first of the folders that holds it, else its own folder', async () => {
    mkdirSync(at('repo/.git'), { recursive: true });
    assert.equal(await projectOf(at('repo/src/a.py'), [folder]), at('repo'));
    assert.equal(await projectOf(at('other/src/a.py'), [at('elsewhere'), at('other')]), at('other'));
    assert.equal(await projectOf(at('other/src/a.py'), [at('oth')]), at('other/src'));
  });

  it('holds what really lies in it, links resolved, there or not', async () => {
    mkdirSync(at('in/src'), { recursive: true });
    mkdirSync(at('out'));
    symlinkSync(at('out'), at('in/link'));
    symlinkSync(at('in/src'), at('in/inner'));
    symlinkSync(at('out/a.py'), at('in/a.py'));
    writeFileSync(at('out/a.py'), '');
    assert.equal(await resolveInside(at('in/inner/new/b.py'), at('in')), at('in/src/new/b.py'));
    for (const name of ['in/link/new.py', 'in/a.py', 'in/../out/a.py', 'out', 'in/src/../../new.py'])
      assert.equal(await resolveInside(at(name), at('in')), null, name);
    assert.ok(existsSync(at('out/a.py')));
  });
});
