import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { createPreviews } from './preview';
import { createServer, type Server } from './server';
import { createStatusBar } from './statusBar';

/** Starts the server and puts up what shows its answers. The result is for tests. */
export async function activate(context: vscode.ExtensionContext): Promise<Server> {
  const server = createServer(context);
  const previews = createPreviews();
  context.subscriptions.push(
    server.client,
    previews,
    createStatusBar(server),
    registerCommands({ server, previews, extensionId: context.extension.id }),
  );
  await server.client.start().catch((error) => vscode.window.showErrorMessage(vscode.l10n.t('The server could not be started: {0}', String(error))));
  return server;
}
