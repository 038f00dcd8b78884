/** Models, prices and what calls cost. */
export { type Catalogue, createCatalogue, snapshot } from './catalogue';
export { type EstimateRequest, estimateCall, tierFor, usd } from './estimate';
export { findModelByConstant } from './modelConstants';
export { monthly } from './monthly';
export { providerOfEndpoint } from './routes';
