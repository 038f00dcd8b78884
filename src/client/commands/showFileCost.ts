import * as vscode from 'vscode';
import { fileTotalsRequest } from '../../protocol';
import type { CommandContext } from '.';

/** Says the active file's totals. */
export async function showFileCost({ server }: CommandContext): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const totals = document && (await server.ask(fileTotalsRequest, { uri: document.uri.toString() }));
  const text = totals ? totals.details.split('\n\n').join(' · ') : vscode.l10n.t('This file is not analysed.');
  await vscode.window.showInformationMessage(text);
}
