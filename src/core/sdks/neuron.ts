import type { Sdk, SdkCall } from './sdk';

const ASK = { on: 'client', kind: 'chat', messages: ['0'] } satisfies Partial<SdkCall>;

/** Neuron for PHP: what an agent is asked is the call site; its class says the rest. */
export default {
  id: 'neuron',
  provider: null,
  packages: { php: ['NeuronAI'] },
  calls: [
    { ...ASK, path: ['chat', 'chatAsync'], api: 'neuron.chat' },
    { ...ASK, path: 'stream', api: 'neuron.stream', stream: true },
    { ...ASK, path: 'structured', api: 'neuron.structured' },
  ],
  prompts: [{ path: 'SystemPrompt', on: 'class', system: ['background', 'steps', 'output'] }],
} satisfies Sdk;
