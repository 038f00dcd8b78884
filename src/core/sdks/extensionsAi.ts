import { extensionsAiRows } from './helpers/extensionsAiRows';
import type { Sdk } from './sdk';

/** Microsoft.Extensions.AI and the Agent Framework: one interface over the clients of many providers. */
export default {
  id: 'extensions-ai',
  provider: null,
  packages: { dotnet: ['Microsoft.Extensions.AI', 'Microsoft.Agents.AI'] },
  clients: [
    { name: 'IChatClient' },
    { name: 'ChatClientBuilder' },
    { name: 'IEmbeddingGenerator' },
    { name: 'OllamaChatClient', provider: 'ollama' },
    { name: 'AzureAIInferenceChatClient', provider: 'azure' },
    { name: 'AIAgent' },
    { name: 'ChatClientAgent' },
  ],
  rootNames: /chatclient$|embeddinggenerator$|^(as|create)aiagent$/,
  calls: [...extensionsAiRows],
} satisfies Sdk;
