import * as vscode from 'vscode';
import { migrationsRequest } from '../../protocol';
import type { CommandContext } from '.';

/** Opens a page with what the requests of the workspace need, whose models end: the same text as the command line's. */
export async function planMigration({ server }: CommandContext): Promise<void> {
  const files = await vscode.workspace.findFiles('**/*', undefined, 5000);
  const uris = files.map(String);
  const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Looking for models that end') };
  const result = await vscode.window.withProgress(options, () => Promise.resolve(server.ask(migrationsRequest, { uris })));
  if (!result) return;
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: result.text });
  await vscode.window.showTextDocument(document, { preview: true });
}
