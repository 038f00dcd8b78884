import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { State } from 'vscode-languageclient/node';
import { activate, hintsOf, open, problemsWhen, until } from '../editor';

/** What happens while the editor runs: settings change, the server dies. */
export function changes(): void {
  describe('A change of the settings', () => {
    const configuration = () => vscode.workspace.getConfiguration('promptCost');
    const set = (key: string, value: unknown) => configuration().update(key, value, vscode.ConfigurationTarget.Workspace);

    afterEach(async () => {
      for (const key of ['rules', 'inlayHints.prompts', 'placeholderTokens']) await set(key, undefined);
    });

    it('changes the severity of a rule', async () => {
      const document = await open('fixture/answer.py');
      await set('rules', { 'missing-output-limit': 'error' });
      const present = () => vscode.languages.getDiagnostics(document.uri);
      await until(vscode.languages.onDidChangeDiagnostics, () => present().some(({ severity }) => severity === vscode.DiagnosticSeverity.Error));
    });

    it('switches a rule off', async () => {
      const document = await open('fixture/answer.py');
      await problemsWhen(document, (rules) => rules.includes('missing-output-limit'));
      await set('rules', { 'missing-output-limit': 'off' });
      await problemsWhen(document, (rules) => rules.length > 0 && !rules.includes('missing-output-limit'));
    });

    it('switches hints off and changes what is assumed', async () => {
      const document = await open('fixture/answer.py');
      const before = await hintsOf(document);
      await set('inlayHints.prompts', false);
      await set('placeholderTokens', 5000);
      const after = await hintsOf(document);
      assert.ok(before.some((label) => /^\d+ tok$/.test(label)));
      assert.deepEqual(
        after.map((label) => /^≈ 5,\d+ tok · \$[\d.]+ · gpt-4o$/.test(label)),
        [true],
      );
    });
  });

  describe('The server', () => {
    for (const { what, signal, longest } of [
      { what: 'its end', signal: 'SIGKILL', longest: 15_000 },
      { what: 'a hang', signal: 'SIGSTOP', longest: 30_000 },
    ] as const) {
      it(`is back after ${what}, and nothing is lost`, async () => {
        const document = await open('fixture/answer.py');
        const edit = new vscode.WorkspaceEdit();
        edit.insert(document.uri, new vscode.Position(0, 0), '# not saved\n');
        await vscode.workspace.applyEdit(edit);
        const before = await hintsOf(document);
        const { api } = await activate();
        // Private in the client's types, but the only way to the process.
        const pidOf = () => (api.client as unknown as { _serverProcess?: { pid?: number } })._serverProcess?.pid;
        const pid = pidOf();
        assert.ok(pid);
        const ended = until(api.client.onDidChangeState, (change) => !!change && change.newState !== State.Running);
        const start = Date.now();
        process.kill(pid, signal);
        await ended;
        await until(api.client.onDidChangeState, () => api.client.state === State.Running);
        assert.notEqual(pidOf(), pid);
        assert.ok(document.getText().startsWith('# not saved\n'));
        assert.deepEqual(await hintsOf(document), before);
        const away = Date.now() - start;
        console.log(`hints are back ${away} ms after ${what}`);
        assert.ok(away < longest, `${away} ms`);
        await problemsWhen(document, (rules) => rules.includes('missing-output-limit'));
        await vscode.commands.executeCommand('undo');
      });
    }
  });
}
