/** What requests cost: parts are counted, counts become lines, lines are priced and summed. */
export { billOfLines, sizeOfLines } from './billOfLines';
export { cacheLossUsd } from './cacheLoss';
export { combineModels } from './combine';
export { type ConversationCost, conversationOf } from './conversation';
export { type DiscountFactor, discounted, discountedLines } from './discount';
export { type Billed, estimateRequest, type Setting } from './estimateRequest';
export { likelyOutput } from './likelyOutput';
export type { Amount, Meter, SentText } from './pieces';
export { likelyReasoning } from './reasoning';
export { type SessionUsd, sessionUsd } from './sessionUsd';
export { type Bill, billOf, type SavingStep, type SimulatedSaving, type Simulation, simulate, type Workload } from './simulate';
export { textUsd } from './textUsd';
export { toUsd } from './toUsd';
export { cachedTokens, uncachedUsd } from './uncached';
export { type BilledUsage, usageUsd } from './usageUsd';
export { usdOf } from './usdOf';
