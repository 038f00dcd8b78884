import * as vscode from 'vscode';
import type { FixPreview, ProtocolEdit } from '../protocol';

/** Scheme of the right side of a preview; the server leaves it alone. */
const scheme = 'prompt-cost-preview';

/** Shows edits as a diff before they are applied. */
export interface Previews extends vscode.Disposable {
  /** Opens the diff; its title bar offers to apply or to discard. False when the file has changed since. */
  show(preview: FixPreview): Promise<boolean>;
  /** Applies the diff of the active tab and closes it. True when the edits were applied. */
  apply(): Promise<boolean>;
  /** Closes the diff of the active tab. */
  discard(): Promise<void>;
}

/** One diff that is open: what it would change, and the text of its right side. */
interface Open {
  preview: FixPreview;
  text: string;
}

/** Registers the texts of the diffs' right sides. */
export function createPreviews(): Previews {
  const open = new Map<string, Open>();
  let last = 0;
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => open.get(uri.toString())?.text ?? '',
  });
  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === scheme && open.delete(uri.toString()));

  return {
    async show(preview) {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(preview.uri));
      if (document.version !== preview.version) return tooLate();
      const right = vscode.Uri.from({ scheme, path: document.uri.path, query: String(++last) });
      open.set(right.toString(), { preview, text: applied(document, preview.edits) });
      await vscode.commands.executeCommand('vscode.diff', document.uri, right, preview.title, { preview: true });
      return true;
    },
    async apply() {
      const tab = activeDiff();
      const preview = tab && open.get(tab.right.toString())?.preview;
      if (!preview) return false;
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(preview.uri));
      await vscode.window.tabGroups.close(tab.tab);
      if (document.version !== preview.version) return tooLate();
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, preview.edits.map(toEdit));
      addFile(edit, preview);
      const done = await vscode.workspace.applyEdit(edit);
      await vscode.window.showTextDocument(document);
      return done;
    },
    async discard() {
      const tab = activeDiff();
      if (tab) await vscode.window.tabGroups.close(tab.tab);
    },
    dispose: () => vscode.Disposable.from(provider, closing).dispose(),
  };
}

function activeDiff(): { tab: vscode.Tab; right: vscode.Uri } | null {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  if (!(tab?.input instanceof vscode.TabInputTextDiff) || tab.input.modified.scheme !== scheme) return null;
  return { tab, right: tab.input.modified };
}

function tooLate(): false {
  vscode.window.showWarningMessage(vscode.l10n.t('The file has changed since; nothing was applied.'));
  return false;
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

/** The other file of a preview, made first where there is none. */
function addFile(edit: vscode.WorkspaceEdit, { file }: FixPreview): void {
  if (!file) return;
  const uri = vscode.Uri.parse(file.uri);
  if (!file.exists) edit.createFile(uri, { ignoreIfExists: true });
  edit.set(uri, file.edits.map(toEdit));
}

const toPosition = ({ line, character }: ProtocolEdit['range']['start']) => new vscode.Position(line, character);
const toEdit = ({ range, newText }: ProtocolEdit) => new vscode.TextEdit(new vscode.Range(toPosition(range.start), toPosition(range.end)), newText);
