import type { Sdk, SdkCall } from './sdk';

const OPTIONS = (at: string) =>
  ({
    outputLimit: [`${at}.max_output_tokens`, `${at}.max_completion_tokens`, `${at}.max_tokens`],
    stream: [`${at}.stream`],
  }) satisfies Partial<SdkCall>;

/** Symfony AI and the LLM chain that it came from: an agent's call and a platform's request. */
export default {
  id: 'symfony-ai',
  provider: null,
  packages: { php: ['Symfony\\AI', 'PhpLlm\\LlmChain'] },
  calls: [
    {
      ...OPTIONS('1'),
      on: 'client',
      path: ['call', 'process'],
      of: ['Agent', 'AgentInterface', 'Chain', 'ChainInterface'],
      api: 'symfony-ai.call',
      kind: 'chat',
      model: ['1.model', 'receiver.1'],
      messages: ['0'],
    },
    {
      ...OPTIONS('2'),
      on: 'client',
      path: ['invoke', 'request'],
      of: ['Platform', 'PlatformInterface', 'PlatformFactory'],
      api: 'symfony-ai.invoke',
      kind: 'chat',
      model: ['0'],
      messages: ['1'],
    },
  ],
} satisfies Sdk;
