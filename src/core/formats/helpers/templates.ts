import type { Escape, Segment } from '../../types';
import { createMapper, type Decoded, escapesWithin } from './decoded';

/** What a mark of a template language stands for: a value that is filled in, nothing at all, or a text. */
export type Meaning = { kind: 'placeholder'; name: string } | { kind: 'nothing' } | { kind: 'literal'; text: string };

/** A template language: what its marks look like, and what each means. */
export interface Template {
  /** Global. Stops where the next mark begins, so that a text full of open marks is read in one pass. */
  pattern: RegExp;
  read(mark: string): Meaning;
}

const placeholder = (name: string): Meaning => ({ kind: 'placeholder', name: name.replace(/\s+/g, ' ').trim() });
const nothing: Meaning = { kind: 'nothing' };

/** Text that is sent as it is. */
export const VERBATIM: Template = { pattern: /(?!)/g, read: () => nothing };

/**
 * Jinja, Mustache, Handlebars, Liquid: `{{ value | filter }}`, `{% block %}`, `{# comment #}`. What opens a block counts as a placeholder,
 * since what it lets through is not known; what ends or only sets something sends nothing.
 */
export const JINJA: Template = {
  pattern: /\{#(?:(?!#\}|\{#)[\s\S])*#\}|\{%(?:(?!%\}|\{%)[\s\S])*%\}|\{\{\{[^{}]*\}\}\}|\{\{[^{}]*\}\}/g,
  read(mark) {
    if (mark.startsWith('{#')) return nothing;
    if (mark.startsWith('{%')) {
      const block = mark.slice(2, -2).replace(/^[-+~]|[-+~]$/g, '');
      return /^\s*(end\w*|else|set|assign|raw|comment|macro|import|from|extends|block)\b/.test(block) ? nothing : placeholder(block);
    }
    const body = mark.replace(/^\{+[-~]?|[-~]?\}+$/g, '').trim();
    if (/^(!|\/|else\b|\^$)/.test(body)) return nothing;
    return placeholder(body.replace(/^[#^&>$]\s*|^\.(?=\w)/, '').replace(/(?<!\s)\s*\|(?!\|)[\s\S]*$/, ''));
  },
};

/** Python's format strings: `{name}`, `{item.field!r:>10}`; doubled braces are braces. */
export const FORMAT_STRING: Template = {
  pattern: /\{\{|\}\}|\{[A-Za-z_][\w.[\]]*(?:![rsa])?(?::[^{}\n]*)?\}/g,
  read: (mark) => (mark.length === 2 ? { kind: 'literal', text: mark.slice(1) } : placeholder(mark.slice(1, -1).replace(/[!:][\s\S]*$/, ''))),
};

/** Variables of Copilot's prompt files. */
export const COPILOT: Template = {
  pattern: /\$\{(?:input:[^{}\n]*|workspaceFolder(?:Basename)?|selection|selectedText|file(?:Basename(?:NoExtension)?|Dirname)?)\}/g,
  read: (mark) => placeholder(mark.slice(2, -1).replace(/^input:([^:]*)[\s\S]*$/, '$1')),
};

/** What Claude Code fills in in a slash command: arguments, and the output of shell commands. */
export const CLAUDE_COMMAND: Template = {
  pattern: /\$ARGUMENTS\b(?:\[\d+\])?|\$\d\b|!`[^`\n]+`/g,
  read: (mark) => placeholder(mark.replace(/^[$!]/, '').replaceAll('`', '')),
};

/** What Gemini CLI fills in in a command: arguments, the output of shell commands, files. */
export const GEMINI_COMMAND: Template = {
  pattern: /\{\{args\}\}|[!@]\{[^{}\n]+\}/g,
  read: (mark) => placeholder(mark.replace(/^[!@]?\{+|\}+$/g, '')),
};

/** The template language that a text seems to be written in. */
export function guessTemplate(text: string): Template {
  if (/\{%(?:(?!\{%)[\s\S])*?%\}|\{\{\s*(?:[#/$>!]\s*)?[\w.]+(\s*\|[^{}]*|\s*)\}\}/.test(text)) return JINJA;
  return /(^|[^{$])\{[A-Za-z_][\w.]*\}(?!\})/.test(text) ? FORMAT_STRING : JINJA;
}

/** Cuts a text into what is sent as it is and what is filled in. */
export function readTemplate(decoded: Decoded, template: Template): Segment[] {
  const { text, mapped } = decoded;
  const locate = createMapper(decoded);
  const segments: Segment[] = [];
  let run = '';
  let escapes: Escape[] = [];
  let start = locate(0, 'start');
  let at = 0;

  const take = (to: number) => {
    for (const one of escapesWithin(decoded.escapes, at, to)) escapes.push({ ...one, at: one.at + run.length });
    run += text.slice(at, to);
  };
  const flush = (end: number) => {
    if (run) segments.push({ kind: 'text', text: run, span: mapped ? { start, end } : null, escapes: mapped ? escapes : [] });
    run = '';
    escapes = [];
  };
  for (const { 0: mark, index } of text.matchAll(template.pattern)) {
    const meaning = template.read(mark);
    take(index);
    at = index + mark.length;
    const textEnd = locate(index, 'end');
    const span = { start: locate(index, 'start'), end: locate(at, 'end') };
    if (meaning.kind === 'literal') {
      if (span.start > textEnd) escapes.push({ at: run.length, length: 0, sourceLength: span.start - textEnd });
      escapes.push({ at: run.length, length: meaning.text.length, sourceLength: span.end - span.start });
      run += meaning.text;
      continue;
    }
    flush(textEnd);
    if (meaning.kind === 'placeholder') segments.push({ kind: 'placeholder', name: meaning.name, span: mapped ? span : null });
    start = span.end;
  }
  take(text.length);
  flush(locate(text.length, 'end'));
  return segments;
}
