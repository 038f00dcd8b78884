/** The engine's public API: text in, Analysis out. Everyone outside core imports only this. */
export type { Assets } from './assets';
export * from './config';
export {
  type Bill,
  type BilledUsage,
  billOf,
  billOfLines,
  conversationOf,
  discounted,
  discountedLines,
  type SavingStep,
  type SimulatedSaving,
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
export { type PriceUpdate, priceSteps, readUpdate, restoreUpdate, stalePrices, staleTemplate, type UpdateOutcome } from './pricing';
export { compareRequests, type Delta, type RequestChange } from './project/compare';
export { askedByOthers, type FileLinks, mayCall } from './project/links';
export { type Cause, causes } from './project/mix';
export { findRenames, type LoneFile } from './project/renames';
export { modelNameOf, type ProjectFile, type ProjectRequest, requestsOf } from './project/requests';
export { findSavings, type ProjectSaving } from './project/savings';
export { isKnownCost, rankRequests, type Total, totalOf, totalsBy } from './project/totals';
export type { ReadFile } from './recognize';
export { rules } from './rules';
export { ruleDocsUrl } from './rules/docsUrl';
export { isServed, isStaying } from './rules/helpers/models';
export { findHelperPlace, type HelperPlace, type HelperSurroundings, helperText } from './snippets/helperFile';
export { analysisOfCell } from './splitByCell';
export { Stopped, type StopSignal } from './stop';
export { type FoundBytes, LARGEST_TOKENIZER_FILE, type OpenBytes } from './tokenizers';
export type * from './types';
export * from './usage';
