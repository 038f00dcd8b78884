import * as vscode from 'vscode';
import { modelsRequest, type PriceCall, type StatementSubject, statementRequest } from '../../protocol';
import type { CommandContext } from '.';

/** Asks what is to be stated of a call and its value, and writes it into the project file. True when it was written. */
export async function priceCall({ server }: CommandContext, { uri, file, subjects }: PriceCall): Promise<boolean> {
  const title = vscode.l10n.t('Price this call as…');
  const items = subjects.map((subject) => ({ label: describe(subject), subject }));
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Written to {0}', file.name) });
  if (!picked) return false;
  const { subject, label } = picked;
  const value = subject.kind === 'model' ? await askModel(server, uri, label) : await askCount(subject, label);
  if (value === undefined) return false;

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

function describe(subject: StatementSubject): string {
  if (subject.kind === 'volume') return vscode.l10n.t('Calls a day of {0}', subject.match);
  if (subject.kind === 'placeholder') return vscode.l10n.t('Tokens of {0}', subject.name);
  return subject.id === null ? vscode.l10n.t('Model of calls without a known one') : vscode.l10n.t('Model that {0} stands for', subject.id);
}

async function askCount({ kind }: StatementSubject, prompt: string): Promise<number | undefined> {
  const isWhole = kind === 'placeholder';
  const validateInput = (text: string) => {
    const value = Number(text);
    const isFit = text.trim() !== '' && value >= 0 && value <= 1e9 && (!isWhole || Number.isInteger(value));
    return isFit ? null : vscode.l10n.t('A number from 0 to 1,000,000,000');
  };
  const text = await vscode.window.showInputBox({ prompt, validateInput });
  return text === undefined ? undefined : Number(text);
}

async function askModel(server: CommandContext['server'], uri: string, title: string): Promise<string | undefined> {
  const items = server
    .ask(modelsRequest, { uri })
    .then((models) => (models ?? []).map(({ id, provider, detail }) => ({ label: id, description: [provider, detail].join(' · ') })));
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.label;
}
