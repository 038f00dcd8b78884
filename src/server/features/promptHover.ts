import * as l10n from '@vscode/l10n';
import type { Prompt, Role } from '../../core';
import { formatCount, formatUsd } from '../convert';
import type { Analyzed } from '../documents';

/** Markdown: tokens of a prompt, how they were counted, and its placeholders. */
export function promptHover({ analysis, settings }: Analyzed, index: number): string {
  const prompt = analysis.prompts[index];
  if (!prompt) return '';
  return [`**${roleName(prompt.role)}**`, countLine(prompt), placeholderLine(prompt, settings.placeholderTokens), shareLine(prompt, analysis)]
    .filter(Boolean)
    .join('  \n');
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

function countLine({ count }: Prompt): string {
  if (count.accuracy === 'exact') return l10n.t('{0} tokens, counted with {1}.', formatCount(count.tokens), count.encoding);
  return l10n.t(
    'About {0} tokens ({1} to {2}), approximated with {3}.',
    formatCount(count.tokens),
    formatCount(count.low),
    formatCount(count.high),
    count.encoding,
  );
}

function placeholderLine({ segments }: Prompt, assumed: number): string {
  const names = segments.flatMap((segment) => (segment.kind === 'placeholder' ? [`\`${segment.name.replaceAll('`', "'")}\``] : []));
  if (!names.length) return '';
  return l10n.t('Placeholders, {0} tokens assumed for each: {1}.', formatCount(assumed), names.join(', '));
}

function shareLine({ call, count }: Prompt, { estimates }: Analyzed['analysis']): string {
  const tier = call === null ? null : estimates[call]?.cost?.tier;
  if (!tier || tier.input === null) return '';
  return l10n.t('{0} of each call, without placeholders.', formatUsd((count.tokens * tier.input) / 1e6));
}
