/** The engine's public API: text in, Analysis out. Everyone outside core imports only this. */
export type { Assets } from './assets';
export * from './config';
export { createEngine, type EngineOptions } from './createEngine';
export type * from './engine';
export { formats } from './formats';
export { nestsTooDeeply } from './formats/helpers/data';
export { createGlobMatcher } from './globs';
export { languages } from './languages';
export type { Cell } from './notebook';
export { stalePrices, staleTemplate } from './pricing';
export type { ReadFile } from './recognize';
export { rules } from './rules';
export { ruleDocsUrl } from './rules/docsUrl';
export { isServed } from './rules/helpers/tiers';
export { findHelperPlace, type HelperPlace, type HelperSurroundings, helperText } from './snippets/helperFile';
export { analysisOfCell } from './splitByCell';
export type * from './types';
