/** The engine's public API: text in, Analysis out. Everyone outside core imports only this. */
export type { Assets } from './assets';
export * from './config';
export {
  type Bill,
  billOf,
  billOfLines,
  conversationOf,
  discounted,
  discountedLines,
  type Saving,
  type SavingStep,
  type Simulation,
  simulate,
  sizeOfLines,
  textUsd,
  usdOf,
  type Workload,
} from './cost';
export { createEngine, type EngineOptions } from './createEngine';
export type * from './engine';
export { formats } from './formats';
export { createGlobMatcher } from './globs';
export { knownNames } from './knownNames';
export { languages } from './languages';
export type { Cell } from './notebook';
export { type Migration, planMigrations } from './planMigration';
export { type PriceUpdate, readUpdate, restoreUpdate, stalePrices, staleTemplate, type UpdateOutcome } from './pricing';
export { askedByOthers, type FileLinks, mayCall } from './project/links';
export type { ReadFile } from './recognize';
export { rules } from './rules';
export { ruleDocsUrl } from './rules/docsUrl';
export { isServed, isStaying } from './rules/helpers/models';
export { findHelperPlace, type HelperPlace, type HelperSurroundings, helperText } from './snippets/helperFile';
export { analysisOfCell } from './splitByCell';
export { type FoundBytes, LARGEST_TOKENIZER_FILE, type OpenBytes } from './tokenizers';
export type * from './types';
