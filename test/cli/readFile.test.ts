import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { after, before, describe, it } from 'mocha';
import { createFileReader } from '../../src/readFile';

/** A little longer than an answer holds. */
const STALE = 1100;

describe('createFileReader', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'prompt-cost-read-'));
    mkdirSync(path.join(folder, 'inner/deeper'), { recursive: true });
    writeFileSync(path.join(folder, 'inner/deeper/a.py'), 'A = 1\n');
    writeFileSync(path.join(folder, 'large.txt'), 'x'.repeat(600 * 1024));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('reads files by their path from the folder and by their whole path', async () => {
    const read = createFileReader(folder);
    assert.equal(await read('inner/deeper/a.py'), 'A = 1\n');
    assert.equal(await read(path.join(folder, 'inner/deeper/a.py')), 'A = 1\n');
    assert.equal(await read('inner/../inner/deeper/a.py'), 'A = 1\n');
  });

  it('gives null for what is absent, for folders, and for what is too large', async () => {
    const read = createFileReader(folder);
    for (const name of ['b.py', 'inner/b/c/d.py', 'inner/deeper/a.py/b.py', 'inner', 'large.txt', '']) assert.equal(await read(name), null, name);
  });

  it('sees files and folders that come, change and go', async () => {
    const read = createFileReader(folder);
    const file = path.join(folder, 'new/b.py');
    assert.equal(await read('new/b.py'), null);
    mkdirSync(path.dirname(file));
    writeFileSync(file, 'one');
    await wait(STALE);
    assert.equal(await read('new/b.py'), 'one');
    writeFileSync(file, 'another');
    await wait(STALE);
    assert.equal(await read('new/b.py'), 'another');
    rmSync(path.dirname(file), { recursive: true });
    await wait(STALE);
    assert.equal(await read('new/b.py'), null);
  });
});
