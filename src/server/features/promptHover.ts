import * as l10n from '@vscode/l10n';
import { type Prompt, placeholderSize, type Role, type Settings, textUsd, usdOf } from '../../core';
import { codeSpan, escapeMarkdown } from '../../report';
import { formatCount } from '../convert';
import type { Analyzed } from '../documents';
import { countLine, paragraph } from '../markdown';
import { ownEstimates, sumWriter, type WriteSum } from '../ownPrices';

/** Markdown: tokens of a prompt, how they were counted, and its placeholders. */
export function promptHover(analyzed: Analyzed, index: number): string {
  const { analysis, settings } = analyzed;
  const prompt = analysis.prompts[index];
  if (!prompt) return '';
  return paragraph(
    `**${roleName(prompt.role)}**`,
    countLine(prompt.count),
    ...placeholderLines(prompt, settings),
    prompt.call === null ? declaredLine(prompt, analysis, sumWriter(settings)) : shareLine(prompt, analyzed),
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

/** Those whose size the project states, and those that take the assumed one. */
function placeholderLines({ segments }: Prompt, settings: Settings): string[] {
  const names = [...new Set(segments.flatMap((segment) => (segment.kind === 'placeholder' ? [segment.name] : [])))];
  const stated = names.flatMap((name) => {
    const size = placeholderSize(settings, name);
    return size ? [`${codeSpan(name)} ${formatCount(size.p50)}${size.p95 > size.p50 ? ` (p95 ${formatCount(size.p95)})` : ''}`] : [];
  });
  const assumed = names.filter((name) => placeholderSize(settings, name) === null).map(codeSpan);
  return [
    stated.length ? l10n.t('Placeholders with a stated size in tokens: {0}.', stated.join(', ')) : '',
    assumed.length ? l10n.t('Placeholders, {0} tokens assumed for each: {1}.', formatCount(settings.placeholderTokens), assumed.join(', ')) : '',
  ];
}

function shareLine({ call, count }: Prompt, analyzed: Analyzed): string {
  const estimate = call === null ? undefined : ownEstimates(analyzed)[call];
  const usd = estimate ? usdOf(estimate, 'input', count.tokens) : null;
  return usd === null ? '' : l10n.t('{0} of each call, without placeholders.', sumWriter(analyzed.settings)(usd));
}

/** In a file that names its model. */
function declaredLine({ count }: Prompt, { file }: Analyzed['analysis'], write: WriteSum): string {
  const match = file?.declared?.match;
  const usd = match?.kind === 'found' ? textUsd(match.model, count.tokens) : null;
  if (match?.kind !== 'found' || usd === null) return '';
  return l10n.t('{0} as input of {1}, without placeholders.', write(usd), escapeMarkdown(match.model.name));
}
