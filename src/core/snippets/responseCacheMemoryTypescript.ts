import type { Snippet } from './snippet';

/** Keeps answers in the process: the least recently used ones go first. */
export default {
  id: 'response-cache-memory',
  language: 'typescript',
  exports: ['memoryStore'],
  imports: [],
  requires: ['response-cache'],
  code: ({ cacheTtlSeconds }) => `const memoryCacheTtlMs = ${cacheTtlSeconds} * 1000;
const memoryCacheSize = 1000;
/** In the order of their last use. */
const answersInMemory = new Map<string, { text: string; ends: number }>();

export const memoryStore: ResponseStore = {
  async get(key) {
    const kept = answersInMemory.get(key);
    answersInMemory.delete(key);
    if (!kept || kept.ends <= Date.now()) return null;
    answersInMemory.set(key, kept);
    return kept.text;
  },
  async set(key, text) {
    answersInMemory.delete(key);
    answersInMemory.set(key, { text, ends: Date.now() + memoryCacheTtlMs });
    for (const oldest of answersInMemory.keys()) {
      if (answersInMemory.size <= memoryCacheSize) break;
      answersInMemory.delete(oldest);
    }
  },
};`,
} satisfies Snippet;
