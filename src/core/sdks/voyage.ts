import type { Sdk } from './sdk';

/** Voyage AI: embeddings. */
export default {
  id: 'voyage',
  provider: 'voyage',
  packages: { python: ['voyageai'], javascript: ['voyageai'] },
  clients: [{ name: 'Client' }, { name: 'AsyncClient' }, { name: 'VoyageAIClient' }],
  rootNames: /^vo$|voyage/,
  calls: [
    { path: ['embed', 'contextualized_embed', 'multimodal_embed'], on: 'client', api: 'voyage.embed', kind: 'embedding', model: ['model', '1'] },
    { path: ['get_embedding', 'get_embeddings'], on: 'module', api: 'voyage.embed', kind: 'embedding', model: ['model'] },
  ],
} satisfies Sdk;
