import * as vscode from 'vscode';
import { modelsRequest, type PriceCall, type StatementSubject } from '../../protocol';
import { stateInProject } from '../stateInProject';
import type { CommandContext } from '.';

/** Asks what is to be stated of a call and its value, and writes it into the project file. True when it was written. */
export async function priceCall({ server }: CommandContext, { uri, file, subjects }: PriceCall): Promise<boolean> {
  const title = vscode.l10n.t('Price this call as…');
  const items = subjects.map((subject) => ({ label: describe(subject), subject }));
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Written to {0}', file.name) });
  if (!picked) return false;
  const { subject, label } = picked;
  const value = subject.kind === 'model' ? await askModel(server, uri, label) : await askCount(subject, label);
  if (value === undefined) return false;
  return stateInProject(server, file, subject, value);
}

function describe(subject: StatementSubject): string {
  if (subject.kind === 'volume') return vscode.l10n.t('Calls a day of {0}', subject.match);
  if (subject.kind === 'rule') return subject.id;
  if (subject.kind === 'placeholder') return vscode.l10n.t('Tokens of {0}', subject.name);
  return subject.id === null ? vscode.l10n.t('Model of calls without a known one') : vscode.l10n.t('Model that {0} stands for', subject.id);
}

async function askCount({ kind }: StatementSubject, prompt: string): Promise<number | undefined> {
  const isWhole = kind === 'placeholder';
  const validateInput = (text: string) => {
    const value = Number(text);
    const isFit = text.trim() !== '' && value >= 0 && value <= 1e9 && (!isWhole || Number.isInteger(value));
    return isFit ? null : vscode.l10n.t('A number from 0 to 1,000,000,000');
  };
  const text = await vscode.window.showInputBox({ prompt, validateInput });
  return text === undefined ? undefined : Number(text);
}

async function askModel(server: CommandContext['server'], uri: string, title: string): Promise<string | undefined> {
  const items = server
    .ask(modelsRequest, { uri })
    .then((models) => (models ?? []).map(({ id, provider, detail }) => ({ label: id, description: [provider, detail].join(' · ') })));
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.label;
}
