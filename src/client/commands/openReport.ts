import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { formatCount } from '../../report';
import type { CommandContext } from '.';

/** Opens the report of the workspace beside the editor: the page of the command line, in a panel without scripts. */
export async function openReport({ scan }: CommandContext): Promise<void> {
  const nonce = randomBytes(16).toString('hex');
  const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Scanning the workspace'), cancellable: true };
  try {
    const html = await vscode.window.withProgress(options, (progress, cancel) =>
      scan.report(
        'html',
        ({ done, files }) => progress.report({ message: vscode.l10n.t('{0} of {1} files', formatCount(done), formatCount(files)) }),
        cancel,
        nonce,
      ),
    );
    if (html === null) return;
    const panel = vscode.window.createWebviewPanel('promptCost.report', vscode.l10n.t('Prompt Cost Report'), vscode.ViewColumn.Active, {
      enableScripts: false,
      localResourceRoots: [],
    });
    panel.webview.html = html;
  } catch (error) {
    await vscode.window.showErrorMessage(
      vscode.l10n.t('The workspace could not be scanned: {0}', String(error instanceof Error ? error.message : error)),
    );
  }
}
