import type { Analysis } from './types';

/** Characters that are looked at to tell text from binary. */
const HEAD = 8000;
/** A file whose lines are longer than this on average was written by a tool. */
const LONGEST_LINE = 2000;

/**
 * Says why a text is not to be read as source: binary, minified, or above the size that the settings allow. Null where it can be read.
 * Looks at the head, the length, and as many lines as tell that they are not too long.
 */
export function screen(text: string, maxFileSize: number): Analysis['notice'] {
  if (text.slice(0, HEAD).includes('\0')) return { kind: 'binary', message: 'Binary file' };
  if (text.length > maxFileSize) return { kind: 'tooLarge', message: `Larger than ${maxFileSize} characters` };
  if (text.length > 20_000 && !hasLines(text, text.length / LONGEST_LINE)) return { kind: 'minified', message: 'Minified file' };
  return null;
}

/** Are there at least so many lines? Looks no further than it must. */
function hasLines(text: string, least: number): boolean {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines < least; at = text.indexOf('\n', at + 1)) lines++;
  return lines >= least;
}

/** Size of one sample, in characters. */
const SAMPLE = 4096;
const SAMPLES = 16;

/**
 * Estimates the tokens of a text that is too large to count at once, from 16 samples spread over it.
 * The band is the least and the largest density seen among them.
 */
export function estimateTokens(text: string, count: (text: string) => number): { tokens: number; low: number; high: number } {
  const densities: number[] = [];
  const step = Math.max(SAMPLE, Math.floor(text.length / SAMPLES));
  for (let at = 0; at < text.length && densities.length < SAMPLES; at += step) {
    const sample = text.slice(at, at + SAMPLE);
    densities.push(count(sample) / sample.length);
  }
  const mean = densities.reduce((sum, density) => sum + density, 0) / (densities.length || 1);
  return {
    tokens: Math.round(mean * text.length),
    low: Math.floor(Math.min(...densities, mean) * text.length),
    high: Math.ceil(Math.max(...densities, mean) * text.length),
  };
}
