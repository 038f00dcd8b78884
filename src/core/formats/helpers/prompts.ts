import type { Role, Span } from '../../types';
import type { PromptFact } from '../format';
import { type Decoded, plain } from './decoded';
import { readTemplate, type Template } from './templates';

/** The prompt in a range of a text file, blank lines around it and white space at its end left out; none where there is nothing else. */
export function promptIn(source: string, range: Span, role: Role | null, template: Template, name: string | null = null): PromptFact[] {
  const span = trim(source, range);
  if (span.end <= span.start) return [];
  return [{ span, role, segments: readTemplate(plain(source, span), template), name, editable: true }];
}

/** The prompt that a string of a data file holds; `span` with its quotes. */
export function promptOf(decoded: Decoded, span: Span, role: Role | null, template: Template, name: string | null, editable = true): PromptFact {
  return { span, role, segments: readTemplate(decoded, template), name, editable: editable && decoded.mapped };
}

function trim(source: string, { start, end }: Span): Span {
  const text = source.slice(start, end);
  const blank = /^(?:[^\S\n]*\n)*/.exec(text)?.[0].length ?? 0;
  const length = text.trimEnd().length;
  return { start: start + Math.min(blank, length), end: start + length };
}

/** The role that a word of a file names; null for words that name none. */
export function roleNamed(word: string): Role | null {
  switch (word.toLowerCase()) {
    case 'system':
    case 'developer':
    case 'instructions':
      return 'system';
    case 'user':
    case 'human':
      return 'user';
    case 'assistant':
    case 'ai':
    case 'model':
      return 'assistant';
    case 'tool':
    case 'function':
      return 'tool';
    default:
      return null;
  }
}

const MARKER = /^[ \t]{0,20}#?[ \t]{0,20}(system|developer|user|assistant|tool|function)[ \t]{0,20}(?:\[[^\]\n]*\])?[ \t]{0,20}:[^\S\n]*$/gim;

/**
 * The prompts between role markers (`system:` alone on its line, also `# system:`). Text before the first marker is the system's; a text
 * without any marker is one prompt of the role `alone`.
 */
export function promptSections(source: string, range: Span, alone: Role | null, template: Template): PromptFact[] {
  const markers = [...source.slice(range.start, range.end).matchAll(MARKER)];
  const [first] = markers;
  if (!first) return promptIn(source, range, alone, template);
  const sections = markers.flatMap((marker, index) => {
    const start = range.start + marker.index + marker[0].length + 1;
    const next = markers[index + 1];
    return promptIn(source, { start, end: next ? range.start + next.index : range.end }, roleNamed(marker[1]!), template);
  });
  return [...promptIn(source, { start: range.start, end: range.start + first.index }, 'system', template), ...sections];
}
