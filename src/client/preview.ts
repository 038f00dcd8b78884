import * as vscode from 'vscode';
import type { FixPreview, ProtocolEdit } from '../protocol';

/** Scheme of the right side of a preview; the server leaves it alone. */
const scheme = 'prompt-cost-preview';

/** Shows edits as a diff before they are applied. */
export interface Previews extends vscode.Disposable {
  /** Shows the diff and asks. True when the edits were applied. */
  show(preview: FixPreview): Promise<boolean>;
}

/** Registers the texts of the diffs' right sides. */
export function createPreviews(): Previews {
  const texts = new Map<string, string>();
  let last = 0;
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => texts.get(uri.query) ?? '',
  });
  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === scheme && texts.delete(uri.query));

  async function show({ uri, version, title, edits }: FixPreview): Promise<boolean> {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    if (document.version !== version) return tooLate();
    const key = String(++last);
    texts.set(key, applied(document, edits));
    const right = vscode.Uri.from({ scheme, path: document.uri.path, query: key });
    await vscode.commands.executeCommand('vscode.diff', document.uri, right, title, { preview: true });
    const apply = vscode.l10n.t('Apply');
    const choice = await vscode.window.showInformationMessage(title, apply, vscode.l10n.t('Discard'));
    await closeDiff(right);
    if (choice !== apply) return false;
    if (document.version !== version) return tooLate();
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits.map(toEdit));
    return vscode.workspace.applyEdit(edit);
  }

  return { show, dispose: () => vscode.Disposable.from(provider, closing).dispose() };
}

function tooLate(): false {
  vscode.window.showWarningMessage(vscode.l10n.t('The file has changed since; nothing was applied.'));
  return false;
}

async function closeDiff(right: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const diff = tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === right.toString());
  await vscode.window.tabGroups.close(diff);
}

/** The document's text with the edits made. */
function applied(document: vscode.TextDocument, edits: readonly ProtocolEdit[]): string {
  const text = document.getText();
  const spans = edits
    .map(({ range, newText }) => ({ start: document.offsetAt(toPosition(range.start)), end: document.offsetAt(toPosition(range.end)), newText }))
    .sort((a, b) => a.start - b.start);
  let at = 0;
  let result = '';
  for (const { start, end, newText } of spans) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}

const toPosition = ({ line, character }: ProtocolEdit['range']['start']) => new vscode.Position(line, character);
const toEdit = ({ range, newText }: ProtocolEdit) => new vscode.TextEdit(new vscode.Range(toPosition(range.start), toPosition(range.end)), newText);
