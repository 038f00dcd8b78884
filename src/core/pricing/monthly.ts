const daysPerMonth = 30;

/** USD a month at so many calls a day. */
export const monthly = (costPerCall: number, callsPerDay: number): number => costPerCall * callsPerDay * daysPerMonth;

/** Half price at OpenAI, Anthropic and Gemini; shown as "assumed 50 %". */
export const assumedBatchFactor = 0.5;

/** Providers whose batch API the assumption holds for. */
export const batchProviders: readonly string[] = ['openai', 'anthropic', 'google'];
