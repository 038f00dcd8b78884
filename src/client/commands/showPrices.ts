import * as vscode from 'vscode';
import { pricesRequest } from '../../protocol';
import type { CommandContext } from '.';
import { updatePrices } from './updatePrices';

/** Says what the prices rest on; old ones can be updated from there. */
export async function showPrices(context: CommandContext): Promise<void> {
  const result = await context.server.ask(pricesRequest, { action: 'status' });
  if (!result) return;
  const update = vscode.l10n.t('Update prices');
  if ((await vscode.window.showInformationMessage(result.text, ...(result.stale ? [update] : []))) === update) await updatePrices(context);
}
