import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { createExplorer } from './explorer';
import { registerMcpServer, registerTools } from './languageModelTools';
import { createPreviews } from './preview';
import { createProjectScan } from './projectScan';
import { createServer, type Server } from './server';
import { createStatusBar } from './statusBar';
import { registerTasks } from './tasks';

/** Puts up what shows the server's answers, and starts it with the first document that it reads. The result is for tests. */
export async function activate(context: vscode.ExtensionContext): Promise<Server> {
  const server = createServer(context);
  const previews = createPreviews();
  const scan = createProjectScan(context);
  const explorer = createExplorer(scan);
  context.subscriptions.push(
    server.client,
    previews,
    createStatusBar(server),
    explorer,
    registerTasks(context),
    registerCommands({ server, previews, extensionId: context.extension.id, explorer, scan }),
    registerTools(context),
    registerMcpServer(context),
  );
  const start = () =>
    server.client.start().catch((error) => vscode.window.showErrorMessage(vscode.l10n.t('The server could not be started: {0}', String(error))));
  if (vscode.workspace.textDocuments.some(server.reads)) await start();
  else {
    // Most Markdown and JSON that activates the extension is not for us: until something is, there is no process.
    const waiting = vscode.workspace.onDidOpenTextDocument((document) => {
      if (!server.reads(document)) return;
      waiting.dispose();
      void start();
    });
    context.subscriptions.push(waiting);
  }
  return server;
}
