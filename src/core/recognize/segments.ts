import type { Span, TextPart } from '../facts';
import { escapesWithin } from '../languages/strings';
import type { Segment } from '../types';

/** Places that are filled later by name: `{x}`, `{{ x }}`, `${x}`, `<<x>>`, `%(x)s`, `%s`. */
const PLACEHOLDER =
  /\{\{[-~]?\s*\$?([\w.[\]'"| ()]{1,60}?)\s*[-~]?\}\}|\{%.{1,80}?%\}|\$?\{([A-Za-z_][\w.]{0,60})(?::[^{}\s]{1,10})?\}|\$([a-z_]\w{2,40})\b|<<([A-Za-z_]\w{0,40})>>|%\((\w+)\)s|%s/g;

/** `Human:` alone is no text of its own, nor is `{question}`. */
const ROLE_LABEL = /\b(human|assistant|user|system|ai|model)\s*:|<\|?\w+\|?>/gi;

/** Is there anything in a text beside names of roles? */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]{2}|\p{L}:|\p{Script=Han}/u.test(text.replace(ROLE_LABEL, ''));

/** The static text of segments, a run on each side of every placeholder. */
export function runsOf(segments: readonly Segment[]): string[] {
  const runs = [''];
  for (const segment of segments) {
    if (segment.kind === 'text') runs[runs.length - 1] += segment.text;
    else runs.push('');
  }
  return runs;
}

/** The text of a prompt and the places in it that are filled later. */
export function splitText(part: TextPart): Segment[] {
  const synthetic = part.span.end === part.span.start;
  const segments: Segment[] = [];
  let at = 0;
  const push = (start: number, end: number) => {
    if (end > start)
      segments.push({
        kind: 'text',
        text: part.text.slice(start, end),
        span: synthetic ? null : sourceSpan(part, start, end),
        escapes: escapesWithin(part, start, end),
      });
  };
  for (const match of part.text.matchAll(PLACEHOLDER)) {
    const end = match.index + match[0].length;
    push(at, match.index);
    segments.push({
      kind: 'placeholder',
      name:
        match
          .slice(1)
          .find((group) => group !== undefined)
          ?.trim() ?? match[0],
      span: synthetic ? null : sourceSpan(part, match.index, end),
    });
    at = end;
  }
  push(at, part.text.length);
  return segments;
}

function sourceSpan(part: TextPart, start: number, end: number): Span {
  const toSource = (decoded: number) =>
    part.escapes.reduce((at, mark) => (mark.at + mark.length <= decoded ? at + mark.sourceLength - mark.length : at), part.span.start + decoded);
  return { start: toSource(start), end: toSource(end) };
}
