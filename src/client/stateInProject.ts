import * as vscode from 'vscode';
import { type PriceCall, type StatementSubject, statementRequest } from '../protocol';
import type { Server } from './server';

/** Writes a statement into the project file, which is made where there is none. True when it was written. */
export async function stateInProject(server: Server, file: PriceCall['file'], subject: StatementSubject, value: string | number): Promise<boolean> {
  const place = vscode.Uri.parse(file.uri);
  const document = file.exists ? await vscode.workspace.openTextDocument(place) : null;
  const edits = await server.ask(statementRequest, { subject, value, text: document?.getText() ?? '' });
  if (!edits?.length) {
    vscode.window.showWarningMessage(vscode.l10n.t('{0} can not be read, so nothing was written.', file.name));
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  if (!document) edit.createFile(place, { ignoreIfExists: true });
  for (const { range, newText } of edits) {
    const { start, end } = range;
    edit.replace(place, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  // The server reads project files from the disk.
  return (await vscode.workspace.openTextDocument(place)).save();
}
