import type { Sdk, SdkCall } from './sdk';

const CALL = {
  on: 'client',
  of: ['NewChatModel', 'ChatModel', 'BaseChatModel', 'ToolCallingChatModel'],
  kind: 'chat',
  model: ['model', 'receiver.1.model'],
  messages: ['1'],
  outputLimit: ['max_tokens', 'receiver.1.max_tokens', 'receiver.1.max_completion_tokens'],
} satisfies Partial<SdkCall>;

/** Eino for Go: what a chat model is asked is the call site; the config that it was made with names the model. */
export default {
  id: 'eino',
  provider: null,
  packages: {
    go: ['github.com/cloudwego/eino-ext/components/model', 'github.com/cloudwego/eino-ext/components/embedding', 'github.com/cloudwego/eino'],
  },
  calls: [
    { ...CALL, path: 'Generate', api: 'eino.Generate' },
    { ...CALL, path: 'Stream', api: 'eino.Stream', stream: true },
    { on: 'client', path: 'EmbedStrings', api: 'eino.EmbedStrings', kind: 'embedding', model: ['receiver.1.model'] },
  ],
  prompts: [
    { path: 'schema.SystemMessage', on: 'module', system: ['0'] },
    { path: 'schema.UserMessage', on: 'module', user: ['0'] },
    { path: 'adk.NewChatModelAgent', on: 'module', system: ['1.instruction'] },
  ],
} satisfies Sdk;
