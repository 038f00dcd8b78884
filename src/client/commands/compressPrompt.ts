import * as vscode from 'vscode';
import { compressPreviewRequest } from '../../protocol';
import type { CommandContext } from '.';

/** Shows what `Compress prompt` would do to the prompt at the cursor, as a diff that can be applied. */
export async function compressPrompt({ server, previews }: CommandContext): Promise<boolean> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return false;
  const uri = editor.document.uri.toString();
  const { line, character } = editor.selection.active;
  const preview = await server.ask(compressPreviewRequest, { uri, position: { line, character } });
  if (preview) return previews.show({ uri, ...preview });
  vscode.window.showInformationMessage(vscode.l10n.t('There is no prompt at the cursor that could be shorter.'));
  return false;
}
