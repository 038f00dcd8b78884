/** The engine's public API: text in, Analysis out. Everyone outside core imports only this. */
export type { Assets } from './assets';
export * from './config';
export { createEngine, type EngineOptions } from './createEngine';
export type * from './engine';
export type { ReadFile } from './recognize';
export { rules } from './rules';
export { ruleDocsUrl } from './rules/docsUrl';
export type * from './types';
