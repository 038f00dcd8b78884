import type { Snippet } from './snippet';

/** Every snippet of every language, by the alphabet of the file names. */
export const snippets: readonly Snippet[] = [];
