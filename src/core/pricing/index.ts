/** Models, prices and what calls cost. */
export { type Base, createBase, shippedBase } from './base';
export { type Catalogue, createCatalogue } from './catalogue';
export { createConstantFinder } from './modelConstants';
export { assumedBatchFactor, batchProviders, monthly } from './monthly';
export { isForeign } from './resolve';
export { providerOfEndpoint, zoneOf } from './routes';
export { priceSteps, shippedSnapshot } from './rows';
export { type SelfHostedPrice, selfHostedPrice } from './selfHosted';
export { type StalePrices, stalePrices, staleTemplate } from './staleness';
export { tierFor } from './tierFor';
export { tokenizerOf } from './traits';
export { applyUpdate, type PriceUpdate, readUpdate, restoreUpdate, type UpdateOutcome } from './update';
