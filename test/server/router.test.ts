import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { InlayHint } from 'vscode-languageserver';
import { type ServerProcess, startServerProcess } from '../helpers/serverProcess';

const small = 'file:///project/small.py';
const large = 'file:///project/large.py';
const CALL = 'client.responses.create(model="gpt-4o", input="Say hello to all.")\n';
const HEAD = 'from openai import OpenAI\nclient = OpenAI()\n';
const LARGE = HEAD + `def f(x):\n    return ${CALL}`.repeat(800);
/** Small, but worth seconds of a parser. */
const HEAVY = `${HEAD}${CALL}${'/*\n'.repeat(1500)}`;

describe('the threads of the language server', function () {
  this.timeout(120_000);
  let server: ServerProcess;
  const versions = new Map<string, number>();

  beforeEach(async () => {
    server = await startServerProcess();
  });
  afterEach(() => server.stop());

  const open = (uri: string, text: string) => {
    versions.set(uri, 1);
    return server.client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'python', version: 1, text } });
  };
  const edit = (uri: string, text: string, line = 0) => {
    const version = (versions.get(uri) ?? 1) + 1;
    versions.set(uri, version);
    const range = { start: { line, character: 0 }, end: { line, character: 0 } };
    return server.client.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
  };
  const hints = (uri: string) =>
    server.client.sendRequest<InlayHint[] | null>('textDocument/inlayHint', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } },
    });

  it('answer for other files while a large one is analysed', async () => {
    await open(small, HEAD + CALL);
    assert.ok((await hints(small))?.length);
    await open(large, LARGE);
    let done = false;
    const waiting = hints(large).then((found) => {
      done = true;
      return found;
    });
    for (let turn = 0; turn < 3; turn++) {
      await edit(small, CALL, 2);
      assert.ok((await hints(small))?.length);
    }
    assert.equal(done, false);
    assert.ok((await waiting)!.length > 500);
  });

  it('are replaced where a file takes too long, and the others are as they were edited last', async () => {
    await open(small, HEAD + CALL);
    await edit(small, CALL, 2);
    const before = await hints(small);
    await open('file:///project/heavy.py', HEAVY);
    const heavy = hints('file:///project/heavy.py');
    await edit(small, CALL, 2);
    assert.equal((await hints(small))?.length, (before!.length / 2) * 3);
    await heavy;
    assert.match(server.logs.join('\n'), /A thread of the server ended on \/project\/heavy\.py/);
  });

  it('leave the work that an edit makes worthless', async () => {
    await open(large, LARGE);
    await hints(large);
    await edit(large, `x = "${'words '.repeat(10)}"\n`.repeat(2000), 2);
    const outdated = hints(large).then(
      () => 'answered',
      ({ code }) => code,
    );
    // once it is at work
    await new Promise((resolve) => setTimeout(resolve, 100));
    await edit(large, '# done\n', 2);
    const [, found] = await Promise.all([outdated, hints(large)]);
    assert.ok(found!.length > 500);
    assert.deepEqual(server.logs, []);
  });
});
