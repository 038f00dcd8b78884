/** The prompt compressor: segment → protect → propose → gate → verify. Pure; counts come through the arguments. */
export { compressText, noticeable } from './compress';
export { type Compressor, createCompressor } from './compressor';
export { compressSegments } from './compressSegments';
export { type Finding, type FindingKind, judgePair } from './judge';
export { judgeRewrite, type RewriteOffer, type RewriteTask, type RewriteVerdict, rewriteTask } from './rewrite';
export type { Compression, CompressionEdit, CompressOptions, Count, Duplicate, Level, Notice, RecordForm } from './types';
export { type Violation, verify } from './verify';
