import * as vscode from 'vscode';
import { pricesRequest } from '../../protocol';
import type { CommandContext } from '.';

/** Gets newer prices: from where the user says, or from `from`, a file or an address. Nothing is loaded before the user has chosen. */
export async function updatePrices({ server }: CommandContext, from?: string): Promise<void> {
  const source = from ?? (await askSource());
  if (source === undefined) return;
  const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Updating prices') };
  const result = await vscode.window.withProgress(options, () =>
    Promise.resolve(server.ask(pricesRequest, { action: 'update', ...(source ? { from: source } : {}) })),
  );
  if (!result) return;
  const show = result.done ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  void show(result.text);
}

/** Empty for the usual list, undefined where the user thought better of it. */
async function askSource(): Promise<string | undefined> {
  const web = { label: vscode.l10n.t('From the internet'), description: 'genai-prices, raw.githubusercontent.com' };
  const file = { label: vscode.l10n.t('From a file…') };
  const choice = await vscode.window.showQuickPick([web, file], { title: vscode.l10n.t('Update prices') });
  if (choice === web) return '';
  if (choice !== file) return undefined;
  const [picked] = (await vscode.window.showOpenDialog({ canSelectMany: false, filters: { JSON: ['json'] } })) ?? [];
  return picked?.fsPath;
}
