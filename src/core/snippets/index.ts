import batchAnthropicPython from './batchAnthropicPython';
import batchAnthropicTypescript from './batchAnthropicTypescript';
import batchOpenaiPython from './batchOpenaiPython';
import batchOpenaiTypescript from './batchOpenaiTypescript';
import costTrackerPython from './costTrackerPython';
import costTrackerTypescript from './costTrackerTypescript';
import embeddingBatchPython from './embeddingBatchPython';
import embeddingBatchTypescript from './embeddingBatchTypescript';
import modelRouterPython from './modelRouterPython';
import modelRouterTypescript from './modelRouterTypescript';
import promptBatchPython from './promptBatchPython';
import promptBatchTypescript from './promptBatchTypescript';
import rateLimitPython from './rateLimitPython';
import rateLimitTypescript from './rateLimitTypescript';
import responseCacheMemoryPython from './responseCacheMemoryPython';
import responseCacheMemoryTypescript from './responseCacheMemoryTypescript';
import responseCachePython from './responseCachePython';
import responseCacheRedisPython from './responseCacheRedisPython';
import responseCacheRedisTypescript from './responseCacheRedisTypescript';
import responseCacheTypescript from './responseCacheTypescript';
import type { Snippet } from './snippet';
import streamStopPython from './streamStopPython';
import streamStopTypescript from './streamStopTypescript';
import streamTextStopTypescript from './streamTextStopTypescript';
import tokenUsagePython from './tokenUsagePython';
import tokenUsageTypescript from './tokenUsageTypescript';
import watchedStreamPython from './watchedStreamPython';
import wrappedPython from './wrappedPython';
import wrappedTypescript from './wrappedTypescript';

/** Every snippet of every language, by the alphabet of the file names. */
export const snippets: readonly Snippet[] = [
  batchAnthropicPython,
  batchAnthropicTypescript,
  batchOpenaiPython,
  batchOpenaiTypescript,
  costTrackerPython,
  costTrackerTypescript,
  embeddingBatchPython,
  embeddingBatchTypescript,
  modelRouterPython,
  modelRouterTypescript,
  promptBatchPython,
  promptBatchTypescript,
  rateLimitPython,
  rateLimitTypescript,
  responseCacheMemoryPython,
  responseCacheMemoryTypescript,
  responseCachePython,
  responseCacheRedisPython,
  responseCacheRedisTypescript,
  responseCacheTypescript,
  streamStopPython,
  streamStopTypescript,
  streamTextStopTypescript,
  tokenUsagePython,
  tokenUsageTypescript,
  watchedStreamPython,
  wrappedPython,
  wrappedTypescript,
];
