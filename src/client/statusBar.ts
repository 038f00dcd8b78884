import * as vscode from 'vscode';
import { State } from 'vscode-languageclient/node';
import { fileTotalsRequest, section } from '../protocol';
import type { Server } from './server';

/** How long typing must rest before the totals are asked for again, in milliseconds. */
const rest = 200;

/** Shows the active file's totals; a click chooses the default model. Hidden where no language of ours is edited. */
export function createStatusBar(server: Server): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(`${section}.totals`, vscode.StatusBarAlignment.Right, 90);
  item.name = 'Prompt Cost';
  item.command = `${section}.chooseDefaultModel`;
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;

  async function update(): Promise<void> {
    const turn = ++asked;
    const document = vscode.window.activeTextEditor?.document;
    const totals = document && server.client.state === State.Running ? await server.ask(fileTotalsRequest, { uri: document.uri.toString() }) : null;
    if (turn !== asked) return;
    if (!totals?.label) {
      item.hide();
      return;
    }
    item.text = `$(graph) ${totals.label}`;
    item.tooltip = new vscode.MarkdownString(`**Prompt Cost**\n\n${totals.details}\n\n${vscode.l10n.t('Click to choose the default model.')}`);
    item.show();
  }

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(update, rest);
  };
  const listeners = [
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidChangeTextDocument(({ document }) => document === vscode.window.activeTextEditor?.document && later()),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(section) && later()),
    server.client.onDidChangeState(({ newState }) => newState === State.Running && later()),
  ];
  return vscode.Disposable.from(item, ...listeners, { dispose: () => clearTimeout(timer) });
}
