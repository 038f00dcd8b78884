import * as vscode from 'vscode';
import { type RewriteOffer, rewriteCheckRequest, rewriteTaskRequest } from '../../protocol';
import { readAnswer } from '../readAnswer';
import { askForRewrite, type Turn } from '../rewrite';
import type { CommandContext } from '.';
import { compressPrompt } from './compressPrompt';

/**
 * Has a language model of the editor shorten the prompt at the cursor, sentence by sentence. What keeps the meaning is offered, each with what it
 * saves; the ticked ones are shown as a diff that can be applied. The prompt leaves the machine only here, to the model that the user picks.
 */
export async function rewritePrompt(context: CommandContext): Promise<boolean> {
  const { server, previews } = context;
  const editor = vscode.window.activeTextEditor;
  if (!editor) return false;
  const uri = editor.document.uri.toString();
  const { line, character } = editor.selection.active;
  const params = { uri, position: { line, character } };
  const task = await server.ask(rewriteTaskRequest, params);
  if (!task?.units) {
    vscode.window.showInformationMessage(vscode.l10n.t('There is no prompt at the cursor that could be rewritten.'));
    return false;
  }
  const model = await pickModel();
  if (model === 'none') return withoutModel(context, vscode.l10n.t('VS Code has no language model here; this is what the rules would do.'));
  if (!model) return false;
  const check = (answer: string) => server.ask(rewriteCheckRequest, { ...params, version: task.version, answer });
  const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('{0} rewrites the prompt', model.name), cancellable: true };
  try {
    const limit = task.request.length * 2 + 20_000;
    const result = await vscode.window.withProgress(options, (_, token) => askForRewrite(task, (turns) => send(model, turns, limit, token), check));
    if (result === 'gone') {
      vscode.window.showWarningMessage(vscode.l10n.t('The file has changed since; nothing was applied.'));
      return false;
    }
    if (!result.offers.length)
      return withoutModel(context, vscode.l10n.t('{0} wrote nothing shorter that says the same; this is what the rules would do.', model.name));
    const chosen = await pickOffers(result.offers, result.refused);
    if (!chosen?.length) return false;
    const saved = chosen.reduce((sum, { tokensSaved }) => sum + tokensSaved, 0);
    const title = vscode.l10n.t('Rewrite prompt: saves {0} tokens', saved);
    return await previews.show({ uri, version: task.version, title, edits: chosen.flatMap(({ edits }) => edits) });
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

/** The offers that stay ticked; undefined when the user leaves. */
async function pickOffers(offers: readonly RewriteOffer[], refused: number): Promise<RewriteOffer[] | undefined> {
  const items = offers.map((offer) => ({
    label: onOneLine(offer.after),
    description: vscode.l10n.t('saves {0} tokens', offer.tokensSaved),
    detail: onOneLine(offer.before),
    picked: true,
    offer,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    ignoreFocusOut: true,
    title: vscode.l10n.t('Rewrite prompt'),
    placeHolder: refused
      ? vscode.l10n.t('Shorter sentences, each over what it replaces. {0} more changed the meaning and are left out', refused)
      : vscode.l10n.t('Shorter sentences, each over what it replaces'),
  });
  return picked?.map(({ offer }) => offer);
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

async function send(model: vscode.LanguageModelChat, turns: readonly Turn[], limit: number, token: vscode.CancellationToken): Promise<string> {
  const messages = turns.map(({ role, text }) =>
    role === 'user' ? vscode.LanguageModelChatMessage.User(text) : vscode.LanguageModelChatMessage.Assistant(text),
  );
  // Ends the request also when its answer is given up.
  const ending = new vscode.CancellationTokenSource();
  const listening = token.onCancellationRequested(() => ending.cancel());
  const cancelled = new Promise<never>((_, reject) => token.onCancellationRequested(() => reject(new vscode.CancellationError())));
  try {
    const answer = model.sendRequest(messages, {}, ending.token).then(({ text }) => readAnswer(text, limit));
    return await Promise.race([answer, cancelled]);
  } finally {
    ending.cancel();
    ending.dispose();
    listening.dispose();
  }
}

function withoutModel(context: CommandContext, why: string): Promise<boolean> {
  vscode.window.showInformationMessage(why);
  return compressPrompt(context);
}
