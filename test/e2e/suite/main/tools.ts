import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { activate } from '../editor';

/** The tools that the extension offers to language models. */
export function tools(): void {
  describe('A tool for language models', () => {
    const ask = async (name: string, input: object): Promise<string> => {
      const { content } = await vscode.lm.invokeTool(`promptCost_${name}`, { input, toolInvocationToken: undefined });
      return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
    };
    before(async () => {
      await activate();
    });

    it('prices a call as the command line does', async () => {
      const { path: file, calls } = JSON.parse(
        await ask('price_call', { file: 'python/triage.py', line: 34 }).catch((error) => assert.fail(String(error))),
      );
      assert.equal(file, 'python/triage.py');
      assert.ok(calls[0].cost.lines.length);
    });
    it('counts a text', async () => {
      assert.equal(JSON.parse(await ask('count', { text: 'Hello, world!', model: 'gpt-4o' })).tokens, 4);
    });
    it('says why it has no answer', async () => {
      await assert.rejects(ask('price_call', { file: path.join('..', 'x.py'), line: 1 }), /outside of the workspace/);
    });
    it('is offered by the manifest, and registered', () => {
      const ours = vscode.lm.tools.filter(({ name }) => name.startsWith('promptCost_'));
      assert.equal(ours.length, 9);
      for (const { inputSchema, description } of ours) assert.ok(inputSchema && description);
    });
  });
}
