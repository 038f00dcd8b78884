import type { Problem, Span, TextEdit } from '../core';
import type { Analyzed } from './documents';

const hashLanguages = new Set(['python', 'ruby']);
/** Prompt files have comments of their own kinds, some have none. */
const slashLanguages = /^(typescript|javascript|go|java|kotlin|csharp|php|rust)/;

/** A comment on a line of its own before the problem, or before the call or prompt around it; null where the language has no line comments. */
export function suppressionEdit({ text, analysis }: Analyzed, { span, rule }: Problem): TextEdit | null {
  const comment = hashLanguages.has(text.languageId) ? '#' : slashLanguages.test(text.languageId) ? '//' : null;
  if (!comment) return null;
  const { line } = text.positionAt(anchorOf(span, analysis));
  const at = text.offsetAt({ line, character: 0 });
  const [indent = ''] = /^[ \t]*/.exec(text.getText().slice(at, at + 500)) ?? [];
  const newline = text.getText().includes('\r\n') ? '\r\n' : '\n';
  return { start: at, end: at, text: `${indent}${comment} prompt-cost-ignore-next-line ${rule}${newline}` };
}

/** A comment cannot stand inside a string or inside the head of a statement: the outermost call or prompt around the problem counts. */
function anchorOf(span: Span, { calls, prompts }: Analyzed['analysis']): number {
  const around = [...calls.map((call) => call.fact?.statement ?? call.span), ...prompts.map((prompt) => prompt.span)];
  return around
    .filter((outer) => outer.start <= span.start && span.end <= outer.end)
    .reduce((least, { start }) => Math.min(least, start), span.start);
}
