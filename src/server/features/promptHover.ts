import * as l10n from '@vscode/l10n';
import type { Prompt, Role } from '../../core';
import { codeSpan, escapeMarkdown } from '../../report';
import { tierFor } from '../compare';
import { formatCount, formatUsd } from '../convert';
import type { Analyzed } from '../documents';
import { countLine, paragraph } from '../markdown';

/** Markdown: tokens of a prompt, how they were counted, and its placeholders. */
export function promptHover({ analysis, settings }: Analyzed, index: number): string {
  const prompt = analysis.prompts[index];
  if (!prompt) return '';
  return paragraph(
    `**${roleName(prompt.role)}**`,
    countLine(prompt.count),
    placeholderLine(prompt, settings.placeholderTokens),
    prompt.call === null ? declaredLine(prompt, analysis) : shareLine(prompt, analysis),
  );
}

function roleName(role: Role | null): string {
  switch (role) {
    case 'system':
      return l10n.t('System prompt');
    case 'user':
      return l10n.t('User prompt');
    case 'assistant':
      return l10n.t('Assistant message');
    default:
      return l10n.t('Prompt');
  }
}

function placeholderLine({ segments }: Prompt, assumed: number): string {
  const names = segments.flatMap((segment) => (segment.kind === 'placeholder' ? [codeSpan(segment.name)] : []));
  if (!names.length) return '';
  return l10n.t('Placeholders, {0} tokens assumed for each: {1}.', formatCount(assumed), names.join(', '));
}

function shareLine({ call, count }: Prompt, { estimates }: Analyzed['analysis']): string {
  const tier = call === null ? null : estimates[call]?.cost?.tier;
  if (!tier || tier.input === null) return '';
  return l10n.t('{0} of each call, without placeholders.', formatUsd((count.tokens * tier.input) / 1e6));
}

/** In a file that names its model. */
function declaredLine({ count }: Prompt, { file }: Analyzed['analysis']): string {
  const match = file?.declared?.match;
  const input = match?.kind === 'found' ? tierFor(match.model, count.tokens)?.input : null;
  if (match?.kind !== 'found' || input === null || input === undefined) return '';
  return l10n.t('{0} as input of {1}, without placeholders.', formatUsd((count.tokens * input) / 1e6), escapeMarkdown(match.model.name));
}
