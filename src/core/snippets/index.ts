import batchAnthropicPython from './batchAnthropicPython';
import batchOpenaiPython from './batchOpenaiPython';
import costCeilingPython from './costCeilingPython';
import costTrackerPython from './costTrackerPython';
import embeddingBatchPython from './embeddingBatchPython';
import modelRouterPython from './modelRouterPython';
import promptBatchPython from './promptBatchPython';
import rateLimitPython from './rateLimitPython';
import responseCacheMemoryPython from './responseCacheMemoryPython';
import responseCachePython from './responseCachePython';
import responseCacheRedisPython from './responseCacheRedisPython';
import type { Snippet } from './snippet';
import streamStopPython from './streamStopPython';
import wrappedPython from './wrappedPython';

/** Every snippet of every language, by the alphabet of the file names. */
export const snippets: readonly Snippet[] = [
  batchAnthropicPython,
  batchOpenaiPython,
  costCeilingPython,
  costTrackerPython,
  embeddingBatchPython,
  modelRouterPython,
  promptBatchPython,
  rateLimitPython,
  responseCacheMemoryPython,
  responseCachePython,
  responseCacheRedisPython,
  streamStopPython,
  wrappedPython,
];
