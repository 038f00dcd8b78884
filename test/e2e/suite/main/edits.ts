import assert from 'node:assert/strict';
import ts from 'typescript';
import * as vscode from 'vscode';
import { actionsOn, apply, applyInPreview, open, problemsWhen } from '../editor';

/** What the extension changes, always by the user's act. */
export function edits(): void {
  describe('A fix', () => {
    it('compresses a prompt, is shown as a diff first, and applied or discarded from there', async () => {
      const document = await open('fixture/answer.py');
      const before = document.getText();
      const actions = await actionsOn(document, 'You are a support agent');
      const whole = actions.filter(({ title }) => title.startsWith('Compress prompt (balanced'));
      const { command, isPreferred } = whole[0] ?? {};
      assert.ok(command && isPreferred && whole.length === 1, actions.map(({ title }) => title).join('\n'));
      const show = () => vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
      await show();
      await vscode.commands.executeCommand('promptCost.discardPreview');
      assert.equal(document.getText(), before);
      await show();
      assert.ok(vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff);
      assert.equal(await vscode.commands.executeCommand('promptCost.applyPreview'), true);
      assert.ok(document.getText().length < before.length);
      assert.match(document.getText(), /must not promise refunds/);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });

    it('compresses the prompt step by step too', async () => {
      const actions = await actionsOn(await open('fixture/answer.py'), 'You are a support agent');
      assert.ok(
        actions.filter(({ title, edit }) => edit && /\(saves \d+ tokens?\)$/.test(title)).length > 1,
        actions.map(({ title }) => title).join('\n'),
      );
    });

    it('sets an output limit, after which the file parses and the problem is gone', async () => {
      const document = await open('fixture/answer.ts');
      await problemsWhen(document, (rules) => rules.includes('missing-output-limit'));
      const actions = await actionsOn(document, 'create(');
      await apply(
        document,
        actions.find(({ title }) => title.startsWith('Limit the output to')),
      );
      assert.match(document.getText(), /max_completion_tokens: 1000/);
      const { diagnostics } = ts.transpileModule(document.getText(), { reportDiagnostics: true });
      assert.deepEqual(diagnostics, []);
      await problemsWhen(document, (rules) => !rules.includes('missing-output-limit'));
      await vscode.commands.executeCommand('undo');
    });

    it('writes a response cache and its helper module, both shown before', async () => {
      const document = await open('typescript/src/escalate.ts');
      const before = document.getText();
      await problemsWhen(document, (rules) => rules.includes('uncached-call'));
      const actions = await actionsOn(document, 'create(');
      const cache = actions.find(({ title, edit }) => edit && title.startsWith('Cache the answers in this process'));
      assert.ok(cache?.edit, actions.map(({ title }) => title).join('\n'));
      assert.equal(await applyInPreview(cache.edit), true);
      assert.match(document.getText(), /await withResponseCache\(openai\.responses, \{/);
      const helpers = vscode.Uri.joinPath(document.uri, '..', 'promptCostHelpers.ts');
      const written = (await vscode.workspace.openTextDocument(helpers)).getText();
      for (const text of [written, document.getText()]) assert.deepEqual(ts.transpileModule(text, { reportDiagnostics: true }).diagnostics, []);
      assert.match(written, /export function withResponseCache/);
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });

    it('computes an output limit from the cost ceiling of the settings', async () => {
      const document = await open('fixture/answer.ts');
      const configuration = vscode.workspace.getConfiguration('promptCost', document.uri);
      await configuration.update('costCeiling', 0.01, vscode.ConfigurationTarget.Global);
      await problemsWhen(document, (rules) => rules.includes('missing-output-limit'));
      const actions = await actionsOn(document, 'create(');
      const limit = actions.find(({ title, edit }) => edit && /^Limit the output to (?!1,000)/.test(title));
      await configuration.update('costCeiling', undefined, vscode.ConfigurationTarget.Global);
      assert.ok(limit, actions.map(({ title }) => title).join('\n'));
      await apply(document, limit);
      const [, tokens] = /max_completion_tokens: (\d+)/.exec(document.getText()) ?? [];
      // gpt-4o writes at 10 USD per million tokens: at most 1,000 for a cent
      assert.ok(Number(tokens) > 500 && Number(tokens) < 1000, tokens);
      await vscode.commands.executeCommand('undo');
    });

    it('may be a comment that turns a rule off', async () => {
      const document = await open('fixture/answer.ts');
      await problemsWhen(document, (rules) => rules.includes('missing-output-limit'));
      const actions = await actionsOn(document, 'create(');
      const ignore = actions.find(({ title }) => /^Ignore/.test(title));
      const rule = ignore?.command?.arguments?.[0].rules.find(({ id }: { id: string }) => id === 'missing-output-limit');
      const { range, newText } = rule.line;
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(range.start.line, range.start.character), newText);
      await vscode.workspace.applyEdit(edit);
      await problemsWhen(document, (rules) => rules.length > 0 && !rules.includes('missing-output-limit'));
      await vscode.commands.executeCommand('undo');
    });

    it('is made for the whole file by the command alone', async () => {
      const document = await open('python/draft_reply.py');
      await problemsWhen(document, (rules) => rules.includes('wrong-output-limit-name'));
      await vscode.commands.executeCommand('promptCost.fixAll');
      await problemsWhen(document, (rules) => rules.length > 0 && !rules.includes('wrong-output-limit-name'));
      await vscode.commands.executeCommand('undo');
    });
  });
}
