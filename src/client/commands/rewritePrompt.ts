import * as vscode from 'vscode';
import { rewriteCheckRequest, rewriteTaskRequest } from '../../protocol';
import { askForRewrite, type Turn } from '../rewrite';
import type { CommandContext } from '.';
import { compressPrompt } from './compressPrompt';

/**
 * Has a language model of the editor shorten the prompt at the cursor, and shows the result as a diff that can be applied. Where its answers
 * can't be taken, what the rules would do is shown instead. The prompt leaves the machine only here, to the model that the user picks.
 */
export async function rewritePrompt(context: CommandContext): Promise<boolean> {
  const { server, previews } = context;
  const editor = vscode.window.activeTextEditor;
  if (!editor) return false;
  const uri = editor.document.uri.toString();
  const { line, character } = editor.selection.active;
  const params = { uri, position: { line, character } };
  const task = await server.ask(rewriteTaskRequest, params);
  if (!task) {
    vscode.window.showInformationMessage(vscode.l10n.t('There is no prompt at the cursor that could be rewritten.'));
    return false;
  }
  const model = await pickModel();
  if (model === 'none') return withoutModel(context, vscode.l10n.t('VS Code has no language model here; this is what the rules would do.'));
  if (!model) return false;
  const check = (answer: string) => server.ask(rewriteCheckRequest, { ...params, version: task.version, answer });
  const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('{0} rewrites the prompt', model.name), cancellable: true };
  try {
    const result = await vscode.window.withProgress(options, (_, token) => askForRewrite(task, (turns) => send(model, turns, token), check));
    if (result === 'gone') vscode.window.showWarningMessage(vscode.l10n.t('The file has changed since; nothing was applied.'));
    if (result === 'gone') return false;
    if (result === 'rejected')
      return withoutModel(context, vscode.l10n.t('The answers of {0} lost or changed something; this is what the rules would do.', model.name));
    const shown = await previews.show({ uri, ...result.preview });
    if (shown && result.lost.length) tellLost(result.lost);
    return shown;
  } catch (error) {
    if (error instanceof vscode.CancellationError) return false;
    return withoutModel(context, vscode.l10n.t('{0} gave no answer ({1}); this is what the rules would do.', model.name, String(error)));
  }
}

/** The only model, or the one that the user picks; undefined when they pick none. */
async function pickModel(): Promise<vscode.LanguageModelChat | 'none' | undefined> {
  const models = await vscode.lm.selectChatModels();
  if (models.length < 2) return models[0] ?? 'none';
  const items = models.map((model) => ({ label: model.name, description: model.vendor, model }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Rewrite prompt'),
    placeHolder: vscode.l10n.t('The prompt is sent to this model'),
  });
  return picked?.model;
}

async function send(model: vscode.LanguageModelChat, turns: readonly Turn[], token: vscode.CancellationToken): Promise<string> {
  const messages = turns.map(({ role, text }) =>
    role === 'user' ? vscode.LanguageModelChatMessage.User(text) : vscode.LanguageModelChatMessage.Assistant(text),
  );
  const response = await model.sendRequest(messages, {}, token);
  let answer = '';
  for await (const part of response.text) answer += part;
  if (token.isCancellationRequested) throw new vscode.CancellationError();
  return answer;
}

function withoutModel(context: CommandContext, why: string): Promise<boolean> {
  vscode.window.showInformationMessage(why);
  return compressPrompt(context);
}

function tellLost(lost: readonly string[]): void {
  const list = lost.map((sentence) => `“${sentence.length > 120 ? `${sentence.slice(0, 119)}…` : sentence}”`).join(' ');
  vscode.window.showWarningMessage(vscode.l10n.t('Not found again, read before you apply: {0}', list));
}
