import type { Span } from '../facts';
import type { Part } from '../types';
import { emptyReading, type PromptReading, type PromptUse } from './reading';

/** Puts readings one after the other. Texts of other files stand nowhere in this one: they are shown at `at`, and no edit may touch them. */
export function mergeReadings(readings: readonly { reading: PromptReading; foreign: boolean }[], at: Span): PromptReading {
  const full = readings.filter(({ reading }) => reading.parts.length || reading.uses.length);
  const [only] = full;
  if (full.length === 1 && only && !only.foreign) return only.reading;
  const uses: PromptUse[] = [];
  const parts: Part[] = [];
  for (const { reading, foreign } of full) {
    const start = uses.length;
    uses.push(...(foreign ? reading.uses.map((use) => placeless(use, at)) : reading.uses));
    parts.push(...mapTexts(reading.parts, (index) => index + start));
  }
  return { ...emptyReading(), uses, parts };
}

/** A text of another file, shown at `at`. */
export function placeless({ string, role, sent, draft }: PromptUse, { start }: Span): PromptUse {
  const span = { start, end: start };
  const text = string.parts.map((part) => (part.kind === 'text' ? { ...part, span, escapes: [] } : { ...part, value: null, span }));
  const segments = draft.segments.map((segment) => ({ ...segment, span: null }));
  return { string: { ...string, span, parts: text }, role, sent, draft: { ...draft, span, segments, editable: false } };
}

/** The same parts with other places of their texts. Parts that stand in several places stay one. */
export function mapTexts(parts: readonly Part[], place: (index: number) => number): Part[] {
  const done = new Map<Part, Part>();
  const lists = new Map<readonly Part[], Part[]>();
  const mapAll = (list: readonly Part[]): Part[] => {
    const known = lists.get(list);
    if (known) return known;
    const mapped = list.map(mapOne);
    lists.set(list, mapped);
    return mapped;
  };
  const mapOne = (part: Part): Part => {
    const known = done.get(part);
    if (known) return known;
    const mapped = mapFresh(part);
    if (mapped.breakpoint) mapped.breakpoint = { ...mapped.breakpoint, span: { ...mapped.breakpoint.span } };
    done.set(part, mapped);
    return mapped;
  };
  const mapFresh = (part: Part): Part => {
    switch (part.kind) {
      case 'text':
        return { ...part, prompt: place(part.prompt) };
      case 'message':
      case 'repeat':
        return { ...part, parts: mapAll(part.parts) };
      case 'oneOf':
        return { ...part, options: part.options.map(mapAll) };
      default:
        return { ...part };
    }
  };
  return mapAll(parts);
}
