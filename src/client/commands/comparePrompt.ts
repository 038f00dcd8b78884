import * as vscode from 'vscode';
import { comparePromptRequest, type PromptComparison } from '../../protocol';
import { textAtHead } from '../git';
import type { CommandContext } from '.';

type Other = { kind: 'prompt' | 'file'; text: string };

/** Says what the prompt at the cursor asks for otherwise than its last committed state, or than the text on the clipboard. */
export async function comparePrompt({ server }: CommandContext): Promise<PromptComparison | null> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return null;
  const { document, selection } = editor;
  const other = await pickOther(document);
  if (!other) return null;
  const { line, character } = selection.active;
  const comparison = await server.ask(comparePromptRequest, { uri: document.uri.toString(), position: { line, character }, other });
  if (!comparison) vscode.window.showInformationMessage(vscode.l10n.t('There is no prompt at the cursor, or none to compare it with.'));
  else await show(comparison);
  return comparison;
}

async function pickOther(document: vscode.TextDocument): Promise<Other | undefined> {
  const [head, clipboard] = [await textAtHead(document.uri), await vscode.env.clipboard.readText()];
  const items: (vscode.QuickPickItem & { other: Other })[] = [];
  if (head !== null) items.push({ label: vscode.l10n.t('With the last commit (HEAD)'), other: { kind: 'file', text: head } });
  if (clipboard.trim()) items.push({ label: vscode.l10n.t('With the clipboard'), other: { kind: 'prompt', text: clipboard } });
  if (items.length === 0) {
    vscode.window.showInformationMessage(vscode.l10n.t('There is no prompt at the cursor, or none to compare it with.'));
    return undefined;
  }
  const title = vscode.l10n.t('Compare prompt');
  return items.length === 1 ? items[0]!.other : (await vscode.window.showQuickPick(items, { title }))?.other;
}

async function show({ tokensBefore, tokensAfter, findings }: PromptComparison): Promise<void> {
  const title = vscode.l10n.t('Compare prompt: {0} to {1} tokens', tokensBefore, tokensAfter);
  if (findings.length === 0) {
    vscode.window.showInformationMessage(`${title}. ${vscode.l10n.t('No requirement changed.')}`);
    return;
  }
  const items = findings.map(({ message, before, after }) => ({
    label: message,
    detail: [before, after].filter(Boolean).join(' → ').replace(/\s+/g, ' '),
  }));
  vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Requirements that changed, went or came') });
}
