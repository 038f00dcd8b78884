import { isGenerated } from './generated';
import type { Analysis } from './types';

/** Characters that are looked at to tell text from binary. */
const HEAD = 8000;

/**
 * Says why a text is not to be read as source: binary, generated, or above the size that the settings allow. Null where it can be read.
 */
export function screen(text: string, maxFileSize: number): Analysis['notice'] {
  if (text.slice(0, HEAD).includes('\0')) return { kind: 'binary', message: 'Binary file' };
  if (text.length > maxFileSize) return { kind: 'tooLarge', message: `Larger than ${maxFileSize} characters` };
  if (isGenerated(text)) return { kind: 'minified', message: 'Minified file' };
  return null;
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
