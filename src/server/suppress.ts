import type { Problem, Span, TextEdit } from '../core';
import type { Analyzed } from './documents';

const hashLanguages = new Set(['python', 'ruby']);
/** Prompt files have comments of their own kinds, some have none. */
const slashLanguages = /^(typescript|javascript|go|java|kotlin|csharp|php|rust)/;

/** A comment on a line of its own before the problem, or before the call or prompt around it; null where the language has no line comments. */
export function suppressionEdit({ text, analysis }: Analyzed, { span, rule }: Problem): TextEdit | null {
  const comment = commentOf(text.languageId);
  if (!comment) return null;
  const { line } = text.positionAt(anchorOf(span, analysis));
  const at = text.offsetAt({ line, character: 0 });
  const [indent = ''] = /^[ \t]*/.exec(text.getText().slice(at, at + 500)) ?? [];
  return { start: at, end: at, text: `${indent}${comment} prompt-cost-ignore-next-line ${rule}${newlineOf(text)}` };
}

/** A comment at the top that turns a rule off in the whole file; behind a line that must come first. null where the language has no line comments. */
export function fileSuppressionEdit({ text }: Analyzed, rule: string): TextEdit | null {
  const comment = commentOf(text.languageId);
  if (!comment) return null;
  const [first = ''] = /^(?:#!.*\r?\n)?(?:#.*coding[:=].*\r?\n)?(?:<\?php\b.*\r?\n)?/.exec(text.getText()) ?? [];
  return { start: first.length, end: first.length, text: `${comment} prompt-cost-ignore-file ${rule}${newlineOf(text)}` };
}

const commentOf = (languageId: string): string | null => (hashLanguages.has(languageId) ? '#' : slashLanguages.test(languageId) ? '//' : null);

const newlineOf = (text: Analyzed['text']): string => (text.getText().includes('\r\n') ? '\r\n' : '\n');

/** A comment cannot stand inside a string or inside the head of a statement: the outermost call or prompt around the problem counts. */
function anchorOf(span: Span, { calls, prompts }: Analyzed['analysis']): number {
  const around = [...calls.map((call) => call.fact?.statement ?? call.span), ...prompts.map((prompt) => prompt.span)];
  return around
    .filter((outer) => outer.start <= span.start && span.end <= outer.end)
    .reduce((least, { start }) => Math.min(least, start), span.start);
}
