import type { SdkCall } from '../sdk';

const MODEL = [
  'model_id',
  'chain.GetChatClient.0',
  'chain.GetChatClient.model',
  'receiver.model',
  'receiver.default_model_id',
  'receiver.0',
  'receiver.1',
];
const CHAT = {
  on: 'client',
  api: 'extensions-ai.GetResponse',
  kind: 'chat',
  model: MODEL,
  system: ['instructions'],
  messages: ['messages', 'chat_message', '0'],
  outputLimit: ['max_output_tokens'],
  tools: ['tools'],
} satisfies Partial<SdkCall>;
const AGENT = {
  on: 'client',
  api: 'agent-framework.Run',
  kind: 'chat',
  model: ['chain.GetChatClient.0', 'chain.GetChatClient.model', 'receiver.model'],
  system: ['receiver.instructions', 'receiver.options.instructions'],
  messages: ['message', 'messages', '0'],
  of: ['AIAgent', 'ChatClientAgent', 'CreateAIAgent', 'AsAIAgent', 'OpenAIChatClientAgent', 'OpenAIResponseClientAgent'],
} satisfies Partial<SdkCall>;

/** Rows of .NET's common interface, which the clients of many SDKs fulfil. Not an SDK itself. */
export const extensionsAiRows: readonly SdkCall[] = [
  { ecosystems: ['dotnet'], ...CHAT, path: ['GetResponseAsync', 'CompleteAsync'] },
  { ecosystems: ['dotnet'], ...CHAT, path: ['GetStreamingResponseAsync', 'CompleteStreamingAsync'], stream: true },
  { ecosystems: ['dotnet'], ...AGENT, path: 'RunAsync' },
  { ecosystems: ['dotnet'], ...AGENT, path: 'RunStreamingAsync', stream: true },
  {
    ecosystems: ['dotnet'],
    on: 'client',
    path: ['GenerateAsync', 'GenerateVectorAsync', 'GenerateEmbeddingAsync', 'GenerateEmbeddingVectorAsync', 'GenerateAndZipAsync'],
    api: 'extensions-ai.GenerateEmbedding',
    kind: 'embedding',
    of: ['IEmbeddingGenerator', 'AsIEmbeddingGenerator', 'AsEmbeddingGenerator'],
    model: ['receiver.0', 'receiver.model'],
  },
];
