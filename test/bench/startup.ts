import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { startServerProcess } from '../helpers/serverProcess';
import { formatMs, quantile, type Row, timeRuns } from './measure';
import { pythonModule } from './tree';

const dist = path.join(__dirname, '../../dist');
const runs = 5;

/** What a user waits for: the extension's code loaded on the host, the server's first hints, the command line's first answer. */
export async function benchStartup(): Promise<Row[]> {
  const rows: Row[] = [];
  const add = async (name: string, note: string, turn: () => unknown) => {
    rows.push({ name, value: formatMs(quantile(await timeRuns(runs, turn), 0.5)), note });
  };
  const load = `
    const Module = require('node:module');
    const original = Module._load;
    Module._load = (name, ...rest) => (name === 'vscode' ? new Proxy(class {}, { get: () => class {} }) : original(name, ...rest));
    const start = performance.now();
    require(${JSON.stringify(path.join(dist, 'extension.js'))});
    console.log(performance.now() - start);`;
  const loads: number[] = [];
  for (let run = 0; run < runs; run++) loads.push(Number(execFileSync(process.execPath, ['-e', load], { encoding: 'utf8' })));
  rows.push({ name: 'extension loaded', value: formatMs(quantile(loads, 0.5)), note: 'its code on the extension host, editor API stubbed' });
  await add('first hints', 'from starting the server process to the hints of a first file', firstHints);
  await add('command line', 'prompt-cost --version as a process', () => execFileSync(process.execPath, [path.join(dist, 'cli.js'), '--version']));
  return rows;
}

async function firstHints(): Promise<void> {
  const { client, stop } = await startServerProcess();
  const uri = 'file:///bench/small.py';
  const text = pythonModule(1, 12, true);
  await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'python', version: 1, text } });
  const range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
  const hints = await client.sendRequest<unknown[] | null>('textDocument/inlayHint', { textDocument: { uri }, range });
  if (!hints?.length) throw new Error('no hints');
  await stop();
}
