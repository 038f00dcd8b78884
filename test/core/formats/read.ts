import assert from 'node:assert/strict';
import { findFormat } from '../../../src/core/formats/find';
import type { FormatFacts } from '../../../src/core/formats/format';
import type { TextSegment } from '../../../src/core/types';

/** What the format of a path reads from a text. */
export function read(path: string, text: string): FormatFacts {
  const format = findFormat(path, text);
  assert.ok(format, `no format for ${path}`);
  return format.read(text, path);
}

/** Each prompt as `role: text`, placeholders as `⟦name⟧`. Asserts that each prompt stands in the source as its segments say. */
export function show(path: string, text: string): string[] {
  return read(path, text).prompts.map(({ role, segments, span, editable }) => {
    assert.ok(span.start >= 0 && span.end <= text.length && span.start < span.end);
    const parts = segments.map((segment) => {
      if (segment.kind === 'placeholder') return `⟦${segment.name}⟧`;
      if (editable) assert.equal(mapBack(text, segment), segment.text);
      return segment.text;
    });
    return `${role}: ${parts.join('')}`;
  });
}

/** The segment's text put together from the source: escapes as decoded, all else as it stands there. */
function mapBack(source: string, { text, span, escapes }: TextSegment): string {
  assert.ok(span);
  let result = '';
  let at = span.start;
  for (const { at: decodedAt, length, sourceLength } of escapes) {
    const plain = decodedAt - result.length;
    result += source.slice(at, at + plain) + text.slice(decodedAt, decodedAt + length);
    at += plain + sourceLength;
  }
  return result + source.slice(at, span.end);
}
