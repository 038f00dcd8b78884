import * as vscode from 'vscode';
import { fixAllKind } from '../../protocol';

/** Applies the safe fixes of the active file in one step that can be undone. */
export async function fixAll(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, whole, fixAllKind);
  const edit = actions.find(({ kind }) => kind?.value === fixAllKind)?.edit;
  if (edit) await vscode.workspace.applyEdit(edit);
  else vscode.window.showInformationMessage(vscode.l10n.t('Nothing here can be fixed safely without a look.'));
}
