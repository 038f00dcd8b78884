import type { Sdk, SdkCall } from './sdk';

const TEXT = {
  kind: 'chat',
  model: ['model'],
  system: ['system', 'instructions'],
  messages: ['messages'],
  user: ['prompt'],
  outputLimit: ['maxOutputTokens', 'maxTokens'],
  ignoredFrom: { names: ['maxTokens'], package: 'ai', major: 5 },
  tools: ['tools'],
  schema: ['schema', 'output.schema', 'output.0.schema', 'output.0', 'experimental_output.0.schema'],
  promptCache: ['cacheControl', 'promptCacheKey'],
} satisfies Partial<SdkCall>;

const AGENTS = ['ToolLoopAgent', 'Experimental_Agent', 'Agent'];

/** Vercel's AI SDK, versions 4 and 5. The model object says the provider. */
export default {
  id: 'ai-sdk',
  provider: null,
  packages: { javascript: ['ai', '@ai-sdk/rsc', 'ai/rsc'] },
  calls: [
    { ...TEXT, path: 'generateText', on: 'module', api: 'ai-sdk.generateText' },
    { ...TEXT, path: 'streamText', on: 'module', api: 'ai-sdk.streamText', stream: true },
    { ...TEXT, path: 'generateObject', on: 'module', api: 'ai-sdk.generateObject' },
    { ...TEXT, path: 'streamObject', on: 'module', api: 'ai-sdk.streamObject', stream: true },
    { ...TEXT, path: 'streamUI', on: 'module', api: 'ai-sdk.streamUI', stream: true },
    { ...TEXT, path: AGENTS, on: 'class', makes: 'agent', api: 'ai-sdk.Agent' },
    { path: 'generate', on: 'client', of: AGENTS, api: 'ai-sdk.Agent', kind: 'chat', asks: ['receiver'], user: ['prompt'], messages: ['messages'] },
    {
      path: 'stream',
      on: 'client',
      of: AGENTS,
      api: 'ai-sdk.Agent',
      kind: 'chat',
      asks: ['receiver'],
      user: ['prompt'],
      messages: ['messages'],
      stream: true,
    },
    {
      path: ['createAgentUIStreamResponse', 'createAgentUIStream', 'pipeAgentUIStreamToResponse'],
      on: 'module',
      api: 'ai-sdk.Agent',
      kind: 'chat',
      asks: ['agent'],
      messages: ['uiMessages', 'messages'],
      stream: true,
    },
    { path: 'embed', on: 'module', api: 'ai-sdk.embed', kind: 'embedding', model: ['model'], input: ['value'] },
    { path: 'embedMany', on: 'module', api: 'ai-sdk.embedMany', kind: 'embedding', model: ['model'], input: ['values'] },
    {
      path: ['generateImage', 'experimental_generateImage'],
      on: 'module',
      api: 'ai-sdk.generateImage',
      kind: 'image',
      model: ['model'],
      user: ['prompt'],
    },
    { path: ['experimental_transcribe', 'transcribe'], on: 'module', api: 'ai-sdk.transcribe', kind: 'audio', model: ['model'] },
    { path: ['experimental_generateSpeech', 'generateSpeech'], on: 'module', api: 'ai-sdk.generateSpeech', kind: 'audio', model: ['model'] },
  ],
} satisfies Sdk;
