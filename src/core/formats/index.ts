import type { Format } from './format';

/** Every prompt-file and data format, in alphabetical order. */
export const formats: readonly Format[] = [];
