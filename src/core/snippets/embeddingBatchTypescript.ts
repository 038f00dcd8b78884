import type { Snippet } from './snippet';

/** Embeds many texts by array calls, and each text once. */
export default {
  id: 'embedding-batch',
  language: 'typescript',
  exports: ['embedAll'],
  imports: ["import { createHash } from 'node:crypto';"],
  requires: [],
  code: () => `/** What one call takes. A token has at least one byte, so that so many bytes are never too many tokens. */
const embeddingInputs = 2048;
const embeddingBytes = 300_000;
const embeddingsKept = 10_000;
const embeddingsInMemory = new Map<string, number[]>();

export interface EmbeddingCache {
  get(key: string): number[] | undefined;
  set(key: string, vector: number[]): unknown;
}

interface Embedder<P> {
  create(parameters: P & { input: string[] }): PromiseLike<{ data: { index: number; embedding: number[] }[] }>;
}

/**
 * One vector per text, in order: by array calls, and only for texts that were not embedded before.
 * embedAll(client.embeddings, { model }, texts); 'cache' keeps vectors by hash, a bounded one of this process unless you give another.
 */
export async function embedAll<P extends object>(
  embeddings: Embedder<P>,
  parameters: P,
  texts: readonly string[],
  cache: EmbeddingCache = embeddingsInMemory,
): Promise<number[][]> {
  const described = JSON.stringify(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)));
  const keys = texts.map((text) => createHash('sha256').update(JSON.stringify([described, text])).digest('hex'));
  const known = new Map<string, number[]>();
  const missing = new Map<string, string>();
  keys.forEach((key, index) => {
    const kept = cache.get(key);
    if (kept) known.set(key, kept);
    else missing.set(key, texts[index] ?? '');
  });
  for (const batch of embeddingBatches(missing)) {
    const { data } = await embeddings.create({ ...parameters, input: batch.map(([, text]) => text) });
    for (const { index, embedding } of data) {
      const key = batch[index]?.[0] ?? '';
      known.set(key, embedding);
      cache.set(key, embedding);
    }
  }
  for (const oldest of embeddingsInMemory.keys()) {
    if (embeddingsInMemory.size <= embeddingsKept) break;
    embeddingsInMemory.delete(oldest);
  }
  return keys.map((key) => {
    const vector = known.get(key);
    if (!vector) throw new Error('An embedding is missing from the answer');
    return [...vector];
  });
}

function* embeddingBatches(missing: Iterable<[key: string, text: string]>): Generator<[key: string, text: string][]> {
  let batch: [key: string, text: string][] = [];
  let size = 0;
  for (const entry of missing) {
    const length = Buffer.byteLength(entry[1]);
    if (batch.length && (batch.length === embeddingInputs || size + length > embeddingBytes)) {
      yield batch;
      [batch, size] = [[], 0];
    }
    batch.push(entry);
    size += length;
  }
  if (batch.length) yield batch;
}`,
} satisfies Snippet;
