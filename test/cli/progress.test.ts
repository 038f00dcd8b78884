import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { after, describe, it } from 'mocha';
import { createWatch, type ProgressMessage, type Terminal } from '../../src/cli/progress';
import { sampleCall, sampleCost, sampleFile } from '../report/sample';
import { createWorkspace } from './workspace';

const outcome = sampleFile([], [sampleCall({ cost: sampleCost(0.02) })]);

function watched(isTTY: boolean, times: number[]) {
  const written: string[] = [];
  const told: ProgressMessage[] = [];
  const terminal = { isTTY, columns: 80, write: (text: string) => written.push(text) > 0 } as unknown as Terminal;
  const progress = createWatch(
    terminal,
    (message) => void told.push({ ...message }),
    () => times.shift() ?? 0,
  )(5000);
  return { progress, written, told };
}

describe('the progress of an analysis', () => {
  it('is shown on a terminal after two seconds, on one line that goes away', () => {
    const { progress, written } = watched(true, [0, 1000, 2100, 2150, 2300]);
    for (let i = 0; i < 4; i++) progress.add(outcome);
    progress.end();
    assert.deepEqual(written, [
      '\r\x1b[K2 of 5,000 files · 2 calls · ≈ $0.04 for one of each so far',
      '\r\x1b[K4 of 5,000 files · 4 calls · ≈ $0.08 for one of each so far',
      '\r\x1b[K',
    ]);
  });
  it('writes nothing where nobody looks, and tells the process that started it', () => {
    const { progress, written, told } = watched(false, [0, 200, 250, 400]);
    for (let i = 0; i < 3; i++) progress.add({ path: 'a.py', error: 'gone' });
    progress.end();
    assert.deepEqual(written, []);
    assert.deepEqual(told, [
      { done: 1, files: 5000, calls: 0, usd: 0 },
      { done: 3, files: 5000, calls: 0, usd: 0 },
    ]);
  });
});

describe('Ctrl+C', function () {
  this.timeout(120_000);
  const call =
    'from openai import OpenAI\nclient = OpenAI()\nclient.chat.completions.create(model="gpt-4.1", messages=[{"role": "user", "content": "Say hello."}])\n';
  const { root, dispose } = createWorkspace(Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`m${index}.py`, `${call}# ${index}\n`])));
  after(dispose);
  it('ends an analysis with what is known, and with 130', async () => {
    const script = path.join(__dirname, '../../dist/cli.js');
    const child = spawn(process.execPath, [script, 'analyze', '--format', 'json', '--workers', '1', '.'], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child.once('message', () => child.kill('SIGINT'));
    let [out, err] = ['', ''];
    child.stdout!.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr!.on('data', (chunk) => {
      err += chunk;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(code, 130);
    assert.match(err, /^prompt-cost: stopped: [\d,]+ of 3,000 files were not analysed\n$/);
    const { files, totals } = JSON.parse(out);
    assert.ok(totals.calls >= 1 && totals.calls < 3000);
    assert.equal(files.length, totals.files);
  });
});
