import * as vscode from 'vscode';
import { pricesRequest } from '../../protocol';
import type { CommandContext } from '.';

/** Goes back to the prices before the last update. */
export async function revertPrices({ server }: CommandContext): Promise<void> {
  const result = await server.ask(pricesRequest, { action: 'revert' });
  if (result) void vscode.window.showInformationMessage(result.text);
}
