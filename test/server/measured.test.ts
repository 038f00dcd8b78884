import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, describe, it } from 'mocha';
import type { Hover, InlayHint } from 'vscode-languageserver';
import { writeUsage } from '../../src/core';
import { createUsageFiles } from '../../src/usageFiles';
import { createWorkspace } from '../cli/workspace';
import { tracked } from '../core/usage/goldens';
import { readValues } from '../core/usage/reading';
import { createTestEngine } from '../helpers/engine';
import { editorCapabilities, startSession } from './session';

const text = `from openai import OpenAI

client = OpenAI()


def answer(question):
    return client.chat.completions.create(model="gpt-4.1", max_tokens=300, messages=[{"role": "user", "content": question}])
`;

/** Thirty days with so many calls on each. */
const usage = (calls: number) =>
  writeUsage(
    readValues(
      Array.from({ length: 30 * calls }, (_, index) =>
        tracked({
          id: `r${index}`,
          time: new Date(Date.UTC(2026, 10, 1 + (index % 30), 0, index % 1000)).toISOString(),
          input: 2000,
          cached: 0,
          output: 100,
          reasoning: 0,
        }),
      ),
    ).parts,
  );

describe('measured usage in the editor', () => {
  const { root, dispose } = createWorkspace({ 'app/chat.py': text, '.git/HEAD': '' });
  after(dispose);

  it('stands at the call and in its hover, and follows the file', async () => {
    const engine = await createTestEngine();
    const folder = pathToFileURL(root).toString();
    const uri = `${folder}/app/chat.py`;
    const file = path.join(root, '.prompt-cost/usage.json');
    mkdirSync(path.dirname(file));
    writeFileSync(file, usage(40));
    const broken: string[] = [];
    const usages = createUsageFiles((name, reason) => broken.push(`${path.basename(name)}: ${reason}`));
    const capabilities = {
      ...editorCapabilities,
      workspace: { ...editorCapabilities.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
    };
    const session = await startSession({ engine, usages, folder, capabilities });
    const everything = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
    const label = async () => {
      const hints = await session.client.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range: everything });
      return String(hints.find(({ position }) => position.line === 6)?.label);
    };
    await session.open(uri, text);
    // 2,000 × 2 + 100 × 8 per million
    assert.match(await label(), /^≈ 2,000 tok · \$0\.0048 · .*\(measured, 30 d\)$/);
    const { contents } = (await session.client.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 6, character: 40 },
    })) as { contents: { value: string } };
    assert.match(
      contents.value,
      /Measured over 30 days: 40 calls a day, 2,000 tokens in, 100 out, 0 % read the cache, 0 % failed; \$0\.0048 a call, \$0\.00\d+ without the measurement\./,
    );
    const changed = () => session.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    writeFileSync(file, '{}');
    await changed();
    assert.doesNotMatch(await label(), /measured/);
    assert.match(broken.join(), /^usage\.json: version/);
    writeFileSync(file, usage(41));
    await changed();
    assert.match(await label(), /\(measured, 30 d\)$/);
    session.close();
  });
});
