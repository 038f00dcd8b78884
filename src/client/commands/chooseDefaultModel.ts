import * as vscode from 'vscode';
import { modelsRequest, section } from '../../protocol';
import type { CommandContext } from '.';

/** Picks the default model from the catalogue and writes it where it is set already, else into the user's settings. */
export async function chooseDefaultModel({ server }: CommandContext): Promise<void> {
  const scope = vscode.window.activeTextEditor?.document.uri;
  const configuration = vscode.workspace.getConfiguration(section, scope);
  const present = configuration.get<string>('defaultModel');
  const models = server.ask(modelsRequest, { uri: scope?.toString() ?? '' });
  const items = models.then((choices) =>
    (choices ?? []).map(({ id, provider, detail }) => ({
      label: nameOf(id),
      description: [provider, detail].join(' · '),
      picked: nameOf(id) === present,
    })),
  );
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Default model'),
    placeHolder: vscode.l10n.t('Now: {0}', present ?? ''),
    matchOnDescription: true,
  });
  if (choice) await configuration.update('defaultModel', choice.label, targetOf(configuration));
}

/** Catalogue ids carry the provider before the first slash. */
const nameOf = (id: string) => id.slice(id.indexOf('/') + 1);

function targetOf(configuration: vscode.WorkspaceConfiguration): vscode.ConfigurationTarget {
  const set = configuration.inspect('defaultModel');
  if (set?.workspaceFolderValue !== undefined) return vscode.ConfigurationTarget.WorkspaceFolder;
  if (set?.workspaceValue !== undefined) return vscode.ConfigurationTarget.Workspace;
  return vscode.ConfigurationTarget.Global;
}
