import { createMemory } from '../memory';
import type { PromptCompression } from '../rules/rule';
import type { Segment } from '../types';
import { compressSegments } from './compressSegments';
import type { Count, Level } from './types';

/** `compressSegments` with a memory; `encoding` names what `count` counts with. */
export type Compressor = (segments: readonly Segment[], level: Level, encoding: string, count: Count) => PromptCompression;

/**
 * Makes a compressor that knows a prompt again wherever it has moved to in its file. It remembers 2,000 prompts of 2 million UTF-16 units
 * together.
 */
export function createCompressor(): Compressor {
  const known = createMemory<{ origin: number; compression: PromptCompression }>(2000, 2_000_000);
  return (segments, level, encoding, count) => {
    const origin = segments.find(({ span }) => span)?.span?.start ?? 0;
    const key = keyOf(segments, level, encoding, origin);
    const same = known.get(key);
    if (same) return move(same.compression, origin - same.origin);
    const compression = compressSegments(segments, level, count);
    known.set(key, { origin, compression });
    return compression;
  };
}

/** All that a compression hangs on: the texts, and how they stand in the source. */
function keyOf(segments: readonly Segment[], level: Level, encoding: string, origin: number): string {
  let key = `${level} ${encoding}`;
  for (const segment of segments) {
    const { span } = segment;
    key += `\0${span ? `${span.start - origin} ${span.end - origin}` : ''}`;
    if (segment.kind === 'placeholder') continue;
    for (const { at, length, sourceLength } of segment.escapes) key += ` ${at} ${length} ${sourceLength}`;
    key += `\n${segment.text.length} ${segment.text}`;
  }
  return key;
}

function move(compression: PromptCompression, by: number): PromptCompression {
  if (!by) return compression;
  const moved = <T extends { start: number; end: number }>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
  return {
    ...compression,
    edits: compression.edits.map(moved),
    duplicates: compression.duplicates.map((one) => ({ ...one, span: moved(one.span), first: moved(one.first) })),
  };
}
