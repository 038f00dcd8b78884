import * as l10n from '@vscode/l10n';
import type { FindingKind, Prompt } from '../../core';
import type { CompareParams, PromptComparison } from '../../protocol';
import type { Feature } from '../context';
import { pathOf } from '../uris';
import { promptAt } from './promptAt';

/** Compares the prompt at a position with a text, or with the same prompt in another state of its file. That other one counts as the older. */
export const comparePrompt: Feature<CompareParams, PromptComparison | null> = async ({ documents, engine }, params, token) => {
  const analyzed = await documents.analyze(params.uri, token);
  const prompt = analyzed && promptAt(analyzed, params);
  if (!prompt) return null;
  const { comparePrompts, analyze } = await engine;
  const now = textOf(prompt);
  const languageId = analyzed.text.languageId;
  const other =
    params.other.kind === 'prompt' ? null : await analyze({ text: params.other.text, path: pathOf(params.uri), languageId }, analyzed.settings);
  const old = other ? mostLike(now, other.prompts.map(textOf)) : params.other.text;
  if (old === null) return null;
  const { before, after, findings } = await comparePrompts(old, now, analyzed.settings);
  return {
    tokensBefore: before.tokens,
    tokensAfter: after.tokens,
    findings: findings.map(({ kind, before: was, after: is }) => ({
      kind,
      message: headlineOf(kind),
      before: was?.text ?? '',
      after: is?.text ?? '',
    })),
  };
};

const textOf = ({ segments }: Prompt): string =>
  segments.map((segment) => (segment.kind === 'text' ? segment.text : `{${segment.name ?? ''}}`)).join('');

/** The text that shares most words with the given one; null where none shares a fifth of them. */
function mostLike(text: string, others: readonly string[]): string | null {
  const words = wordsOf(text);
  let best: { other: string; share: number } | null = null;
  for (const other of others) {
    const theirs = wordsOf(other);
    const shared = [...theirs].filter((word) => words.has(word)).length;
    const share = shared / Math.max(1, words.size + theirs.size - shared);
    if (share > (best?.share ?? 0.2)) best = { other, share };
  }
  return best?.other ?? null;
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []);

/** What a finding says, in the display language. */
function headlineOf(kind: FindingKind): string {
  const headlines: Record<FindingKind, string> = {
    added: l10n.t('Something is asked for that was not'),
    condition: l10n.t('A condition changed'),
    literal: l10n.t('A quotation, address or piece of code changed'),
    lost: l10n.t('A requirement went'),
    modal: l10n.t('What must, should or may be done changed'),
    negation: l10n.t('What is denied or forbidden changed'),
    number: l10n.t('A number changed, or what it belongs to'),
    order: l10n.t('The order changed'),
    party: l10n.t('Who does what to whom changed'),
    placeholder: l10n.t('A placeholder changed'),
    quantifier: l10n.t('How many, how much or how often changed'),
    unit: l10n.t('A unit of measure changed'),
  };
  return headlines[kind];
}
