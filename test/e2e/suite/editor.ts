import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** What the extension's activation gives to tests. */
export interface Api {
  client: LanguageClient;
}

/** Activates the extension and starts its server, as opening a file that it reads does. */
export async function activate(): Promise<{ extension: vscode.Extension<Api>; api: Api }> {
  const extension = vscode.extensions.getExtension<Api>('prompt-cost-lint.prompt-cost-lint');
  assert.ok(extension, 'the extension is not there');
  const api = await extension.activate();
  await api.client.start();
  return { extension, api };
}

/** Opens a file of the workspace in an editor. */
export async function open(file: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, ...file.split(path.posix.sep)));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Writes a file of the workspace. */
export async function write(name: string, text: string): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** The labels of all hints of a document. */
export async function hintsOf(document: vscode.TextDocument): Promise<string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
  return hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
}

/** The Markdown of the hovers at the first occurrence of a text. */
export async function hoverOn(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, find(document, text));
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** The code actions at the first occurrence of a text. */
export function actionsOn(document: vscode.TextDocument, text: string): Thenable<vscode.CodeAction[]> {
  const at = find(document, text);
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, new vscode.Range(at, at));
}

/** Applies an action's edit as the user's consent does. */
export async function apply(document: vscode.TextDocument, action: vscode.CodeAction | undefined): Promise<void> {
  const edits = action?.edit?.get(document.uri);
  assert.ok(edits?.length, 'the action has no edit');
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, edits);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Our problems of a document by rule, as soon as they are as wanted. */
export async function problemsWhen(document: vscode.TextDocument, wanted: (rules: string[]) => boolean): Promise<vscode.Diagnostic[]> {
  const present = () => vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Prompt Cost');
  await until(vscode.languages.onDidChangeDiagnostics, () => wanted(present().flatMap(rulesOf)));
  return present();
}

/** Applies an edit that VS Code shows in its refactor preview first, by the button there. No event says when the preview is there. */
export async function applyInPreview(edit: vscode.WorkspaceEdit): Promise<boolean> {
  let isApplied: boolean | null = null;
  void vscode.workspace.applyEdit(edit).then((result) => {
    isApplied = result;
  });
  while (isApplied === null) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await vscode.commands.executeCommand('refactorPreview.apply');
  }
  return isApplied;
}

/** The rules of a problem: of several on one name, the others stand in its message. */
const rulesOf = (problem: vscode.Diagnostic): string[] => [
  ruleOf(problem),
  ...Array.from(problem.message.matchAll(/\(([a-z-]+)\)$/gm), ([, rule]) => rule!),
];

export const ruleOf = ({ code }: vscode.Diagnostic) => String(typeof code === 'object' ? code.value : code);

/** Resolves when a condition holds: looked at now and at each event. Mocha's timeout ends the wait. */
export function until<T>(event: vscode.Event<T>, holds: (value?: T) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (holds()) {
      resolve();
      return;
    }
    const listening = event((value) => {
      if (!holds(value)) return;
      listening.dispose();
      resolve();
    });
  });
}

function find(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `${text} is not in the document`);
  return document.positionAt(at);
}
