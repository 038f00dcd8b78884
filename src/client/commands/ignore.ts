import * as vscode from 'vscode';
import type { IgnoreProblems, ProtocolEdit } from '../../protocol';
import { stateInProject } from '../stateInProject';
import type { CommandContext } from '.';

/** Asks where a rule is to be ignored: on the line, in the file, or in the workspace by its project file. True when it was written. */
export async function ignore({ server }: CommandContext, { uri, version, rules, project }: IgnoreProblems): Promise<boolean> {
  const several = rules.length > 1;
  const items = rules.flatMap(({ id, line, file }) => {
    const description = several ? id : undefined;
    return [
      ...(line ? [{ label: vscode.l10n.t('On this line'), description, id, edit: line }] : []),
      ...(file ? [{ label: vscode.l10n.t('In this file'), description, id, edit: file }] : []),
      ...(project ? [{ label: vscode.l10n.t('In this workspace ({0})', project.name), description, id, edit: null }] : []),
    ];
  });
  const title = several ? vscode.l10n.t('Ignore…') : vscode.l10n.t("Ignore '{0}'…", rules[0]?.id ?? '');
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  if (!picked) return false;
  if (picked.edit) return applyEdit(uri, version, picked.edit);
  return project !== null && stateInProject(server, project, { kind: 'rule', id: picked.id }, 'off');
}

async function applyEdit(uri: string, version: number, { range: { start, end }, newText }: ProtocolEdit): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  if (document.version !== version) {
    vscode.window.showWarningMessage(vscode.l10n.t('The file has changed since; nothing was applied.'));
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  return vscode.workspace.applyEdit(edit);
}
