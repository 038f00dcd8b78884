import * as l10n from '@vscode/l10n';
import { type Prompt, type Role, textUsd, usdOf } from '../../core';
import { codeSpan, escapeMarkdown } from '../../report';
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
  const estimate = call === null ? undefined : estimates[call];
  const usd = estimate ? usdOf(estimate, 'input', count.tokens) : null;
  return usd === null ? '' : l10n.t('{0} of each call, without placeholders.', formatUsd(usd));
}

/** In a file that names its model. */
function declaredLine({ count }: Prompt, { file }: Analyzed['analysis']): string {
  const match = file?.declared?.match;
  const usd = match?.kind === 'found' ? textUsd(match.model, count.tokens) : null;
  if (match?.kind !== 'found' || usd === null) return '';
  return l10n.t('{0} as input of {1}, without placeholders.', formatUsd(usd), escapeMarkdown(match.model.name));
}
