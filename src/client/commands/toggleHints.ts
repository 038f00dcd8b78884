import * as vscode from 'vscode';
import { section } from '../../protocol';

const keys = ['inlayHints.calls', 'inlayHints.prompts'];

/** Turns the hints at calls and prompts off where some are on, else on; for all of the user's folders. */
export async function toggleHints(): Promise<void> {
  const settings = vscode.workspace.getConfiguration(section);
  const shown = keys.some((key) => settings.get<boolean>(key));
  for (const key of keys) await settings.update(key, !shown, vscode.ConfigurationTarget.Global);
}
