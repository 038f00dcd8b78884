import assert from 'node:assert/strict';
import ts from 'typescript';
import * as vscode from 'vscode';
import { actionsOn, apply, open, problemsWhen } from '../editor';

/** What the extension changes, always by the user's act. */
export function edits(): void {
  describe('A fix', () => {
    it('compresses a prompt and is undone in one step', async () => {
      const document = await open('fixture/answer.py');
      const before = document.getText();
      const actions = await actionsOn(document, 'You are a support agent');
      const compress = actions.find(({ title, edit }) => edit && title.startsWith('Compress prompt (balanced'));
      assert.ok(actions.some(({ title, command, isPreferred }) => command && isPreferred && title.startsWith('Compress prompt (balanced')));
      await apply(document, compress);
      assert.ok(document.getText().length < before.length);
      assert.match(document.getText(), /must not promise refunds/);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });

    it('is shown as a diff first, and applied or discarded from there', async () => {
      const document = await open('fixture/answer.py');
      const before = document.getText();
      const actions = await actionsOn(document, 'You are a support agent');
      const { command } = actions.find(({ title, isPreferred }) => isPreferred && title.startsWith('Compress prompt')) ?? {};
      assert.ok(command);
      const show = () => vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
      await show();
      await vscode.commands.executeCommand('promptCost.discardPreview');
      assert.equal(document.getText(), before);
      await show();
      assert.ok(vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff);
      assert.equal(await vscode.commands.executeCommand('promptCost.applyPreview'), true);
      assert.ok(document.getText().length < before.length);
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

    it('may be a comment that turns a rule off', async () => {
      const document = await open('fixture/answer.ts');
      await problemsWhen(document, (rules) => rules.includes('missing-output-limit'));
      const actions = await actionsOn(document, 'create(');
      await apply(
        document,
        actions.find(({ title }) => title === "Ignore 'missing-output-limit' here"),
      );
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
