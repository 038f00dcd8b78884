import type { Fixture } from './fixture';

/** A client that copies OpenAI's interface: same call, own names. */
const compatible = (sdk: string, head: string, model: string): Fixture => ({
  sdk,
  path: `${sdk}.ts`,
  code: `${head}
await client.chat.completions.create({ model: '${model}', max_tokens: 10, messages: [{ role: 'user', content: 'Name a planet.' }] });
`,
  calls: [{ api: `${sdk}.chat.completions`, model, limit: 10 }],
  prompts: ['user: Name a planet.'],
});

/** Calls of each SDK in JavaScript and TypeScript. */
export const javascript: Fixture[] = [
  {
    sdk: 'openai',
    path: 'openai.ts',
    code: `import OpenAI from 'openai';
const client = new OpenAI();
await Promise.all(names.map((name) => client.chat.completions.create({
  model: 'gpt-4o',
  max_tokens: 20,
  messages: [{ role: 'system', content: 'Greet people.' }, { role: 'user', content: \`Greet \${name}.\` }],
})));
await client.responses.create({ model: 'gpt-5', instructions: 'Be terse.', input: 'What is a closure?', stream: true });
`,
    calls: [
      { api: 'openai.chat.completions', model: 'gpt-4o', limit: 20, loop: true },
      { api: 'openai.responses', model: 'gpt-5', limit: null, stream: true },
    ],
    prompts: ['system: Greet people.', 'user: Greet <name>.', 'system: Be terse.', 'user: What is a closure?'],
  },
  {
    sdk: 'anthropic',
    path: 'claude.ts',
    code: `import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
await client.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 100, system: 'Be kind.', messages: [{ role: 'user', content: 'Hello, Claude' }] });
client.messages.stream({ model: 'claude-sonnet-4-5', max_tokens: 5, messages: [] });
`,
    calls: [
      { api: 'anthropic.messages', model: 'claude-sonnet-4-5', limit: 100 },
      { api: 'anthropic.messages', model: 'claude-sonnet-4-5', limit: 5, stream: true },
    ],
    prompts: ['system: Be kind.', 'user: Hello, Claude'],
  },
  {
    sdk: 'openrouter',
    path: 'openrouter.ts',
    code: `import { OpenRouter } from '@openrouter/sdk';
const router = new OpenRouter({ apiKey });
await router.chat.send({ model: 'deepseek/deepseek-r1', maxTokens: 50, messages: [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'Name a sea.' }] });
await router.chat.send({ chatRequest: { model: 'openai/gpt-4o', stream: true, messages: [{ role: 'user', content: 'Name a lake.' }] } });
router.callModel({ model: 'x-ai/grok-4', instructions: 'Be kind.', input: 'Name a bay.' });
await router.embeddings.generate({ requestBody: { model: 'openai/text-embedding-3-small', input: notes } });
`,
    calls: [
      { api: 'openrouter.chat', model: 'deepseek/deepseek-r1', limit: 50 },
      { api: 'openrouter.chat', model: 'openai/gpt-4o', limit: null, stream: true },
      { api: 'openrouter.callModel', model: 'x-ai/grok-4', limit: null },
      { api: 'openrouter.embeddings', model: 'openai/text-embedding-3-small', limit: null },
    ],
    prompts: ['system: Be brief.', 'user: Name a sea.', 'user: Name a lake.', 'system: Be kind.', 'user: Name a bay.'],
  },
  {
    sdk: 'genkit',
    path: 'genkit.ts',
    code: `import { googleAI } from '@genkit-ai/google-genai';
import { genkit } from 'genkit';
const ai = genkit({ plugins: [googleAI()], model: 'googleai/gemini-2.5-flash' });
await ai.generate('Name a fish.');
ai.generateStream({ model: googleAI.model('gemini-2.5-pro'), system: 'Be brief.', prompt: 'Name a bird.', config: { maxOutputTokens: 40 } });
await ai.embed({ embedder: googleAI.embedder('gemini-embedding-001'), content });
ai.definePrompt({ name: 'hello' }, 'Say hello to {{name}}.');
`,
    calls: [
      { api: 'genkit.generate', model: 'googleai/gemini-2.5-flash', limit: null },
      { api: 'genkit.generate', model: 'gemini-2.5-pro', limit: 40, stream: true },
      { api: 'genkit.embed', model: 'gemini-embedding-001', limit: null },
      { api: 'genkit.prompt', model: 'googleai/gemini-2.5-flash', limit: null },
    ],
    prompts: ['user: Name a fish.', 'system: Be brief.', 'user: Name a bird.', 'user: Say hello to <name>.'],
  },
  {
    sdk: 'genkit',
    path: 'elsewhere.ts',
    code: "import { ai } from './assistant';\nawait ai.generate({ prompt: 'Name a fish.' });\nawait ai.run('job', {});\n",
    calls: [],
  },
  {
    sdk: 'workers-ai',
    path: 'worker.ts',
    code: `const LLM = '@cf/meta/llama-3.1-8b-instruct';
export default {
  async fetch(request: Request, env: Env) {
    await env.AI.run('@cf/baai/bge-base-en-v1.5', { text });
    return env.AI.run(LLM, { max_tokens: 60, stream: true, messages: [{ role: 'system', content: 'Be a pirate.' }] });
  },
};
`,
    calls: [
      { api: 'workers-ai.run', model: '@cf/baai/bge-base-en-v1.5', limit: null },
      { api: 'workers-ai.run', model: '@cf/meta/llama-3.1-8b-instruct', limit: 60, stream: true },
    ],
    prompts: ['system: Be a pirate.'],
  },
  {
    sdk: 'ai-sdk',
    path: 'route.ts',
    code: `import { streamText, generateText } from 'ai';
import { openai } from '@ai-sdk/openai';
streamText({ model: openai('gpt-4o'), system: 'You are a chef.', prompt: 'A soup, please.', maxOutputTokens: 90 });
await generateText({ model: 'anthropic/claude-sonnet-4.5', prompt: 'Name a spice.' });
`,
    calls: [
      { api: 'ai-sdk.streamText', model: 'gpt-4o', limit: 90, stream: true },
      { api: 'ai-sdk.generateText', model: 'anthropic/claude-sonnet-4.5', limit: null },
    ],
    prompts: ['system: You are a chef.', 'user: A soup, please.', 'user: Name a spice.'],
  },
  {
    sdk: 'google',
    path: 'gemini.ts',
    code: `import { GoogleGenAI } from '@google/genai';
const ai = new GoogleGenAI({});
await ai.models.generateContent({ model: 'gemini-2.5-flash', contents: 'Name a moon.', config: { maxOutputTokens: 40 } });
`,
    calls: [{ api: 'google.generate_content', model: 'gemini-2.5-flash', limit: 40 }],
    prompts: ['user: Name a moon.'],
  },
  {
    sdk: 'bedrock',
    path: 'bedrock.ts',
    code: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
await client.send(new ConverseCommand({ modelId: 'amazon.nova-lite-v1:0', inferenceConfig: { maxTokens: 70 }, messages: [{ role: 'user', content: [{ text: 'Name a sea.' }] }] }));
`,
    calls: [{ api: 'bedrock.converse', model: 'amazon.nova-lite-v1:0', limit: 70 }],
    prompts: ['user: Name a sea.'],
  },
  {
    sdk: 'cohere',
    path: 'cohere.ts',
    code: `import { CohereClientV2 } from 'cohere-ai';
const cohere = new CohereClientV2({});
await cohere.chat({ model: 'command-r', maxTokens: 15, messages: [{ role: 'user', content: 'Name a bird.' }] });
`,
    calls: [{ api: 'cohere.chat', model: 'command-r', limit: 15 }],
    prompts: ['user: Name a bird.'],
  },
  {
    sdk: 'mistral',
    path: 'mistral.ts',
    code: `import { Mistral } from '@mistralai/mistralai';
const client = new Mistral({ apiKey: 'key' });
await client.chat.complete({ model: 'mistral-small-latest', messages: [{ role: 'user', content: 'Name a tree.' }] });
`,
    calls: [{ api: 'mistral.chat.complete', model: 'mistral-small-latest', limit: null }],
    prompts: ['user: Name a tree.'],
  },
  {
    sdk: 'ollama',
    path: 'ollama.ts',
    code: `import ollama from 'ollama';
await ollama.chat({ model: 'llama3.2', messages: [{ role: 'user', content: 'Name a fish.' }], stream: true });
`,
    calls: [{ api: 'ollama.chat', model: 'llama3.2', limit: null, stream: true }],
    prompts: ['user: Name a fish.'],
  },
  {
    sdk: 'langchain',
    path: 'chain.ts',
    code: `import { ChatOpenAI } from '@langchain/openai';
const llm = new ChatOpenAI({ model: 'gpt-4o-mini', maxTokens: 33 });
await llm.invoke('Name a game.');
`,
    calls: [{ api: 'langchain.ChatOpenAI', model: 'gpt-4o-mini', limit: 33 }],
    prompts: ['user: Name a game.'],
  },
  {
    sdk: 'llama-index',
    path: 'index.ts',
    code: `import { OpenAI } from '@llamaindex/openai';
import { HuggingFaceEmbedding, OpenAIAgent } from 'llamaindex';
const llm = new OpenAI({ model: 'gpt-4o', maxTokens: 44 });
const embedding = new HuggingFaceEmbedding({ modelType: 'BAAI/bge-small-en-v1.5' });
await new OpenAIAgent({ tools }).chat({ message: 'Name a mountain.' });
`,
    calls: [
      { api: 'llama_index.OpenAI', model: 'gpt-4o', limit: 44 },
      { api: 'llama_index.HuggingFaceEmbedding', model: 'BAAI/bge-small-en-v1.5', limit: null },
      { api: 'llama_index.Agent', model: null, limit: null },
    ],
    prompts: ['user: Name a mountain.'],
  },
  {
    sdk: 'openai',
    path: 'legacy.js',
    code: `const { Configuration, OpenAIApi } = require('openai');
const openai = new OpenAIApi(new Configuration({ apiKey }));
await openai.createChatCompletion({ model: 'gpt-4', messages: [{ role: 'user', content: 'Name a lake.' }], max_tokens: 7 }, { responseType: 'stream' });
await openai.createTranscription(audio, 'whisper-1');
`,
    calls: [
      { api: 'openai.chat.completions', model: 'gpt-4', limit: 7 },
      { api: 'openai.audio.transcriptions', model: 'whisper-1', limit: null },
    ],
    prompts: ['user: Name a lake.'],
  },
  {
    sdk: 'openai',
    path: 'azure.ts',
    code: `import { AzureKeyCredential, OpenAIClient } from '@azure/openai';
const client = new OpenAIClient(endpoint, new AzureKeyCredential(key));
await client.getChatCompletions('gpt-4', [{ role: 'user', content: 'Name a cloud.' }], { maxTokens: 12 });
await client.streamChatCompletions('gpt-4', messages, { maxTokens: 13 });
await client.getEmbeddings('text-embedding-ada-002', texts);
`,
    calls: [
      { api: 'openai.chat.completions', model: 'gpt-4', limit: 12 },
      { api: 'openai.chat.completions', model: 'gpt-4', limit: 13, stream: true },
      { api: 'openai.embeddings', model: 'text-embedding-ada-002', limit: null },
    ],
    prompts: ['user: Name a cloud.'],
  },
  {
    sdk: 'http',
    path: 'ollama.ts',
    code: `export class OllamaProvider {
  async ask(question: string) {
    return fetch(\`\${this.baseUrl}/api/generate\`, { method: 'POST', body: JSON.stringify({ model: 'llama3.2', prompt: \`Answer in short: \${question}\`, stream: false }) });
  }
}
await axios.post(\`\${process.env.OLLAMA_URL}/api/chat\`, { model: 'qwen3', messages, options: { num_predict: 50 } });
await fetch('/api/chat', { method: 'POST', body: JSON.stringify({ model: 'qwen3', messages }) });
`,
    calls: [
      { api: 'http.generate', model: 'llama3.2', limit: null },
      { api: 'http.chat', model: 'qwen3', limit: 50 },
    ],
    prompts: ['user: Answer in short: <question>'],
  },
  {
    sdk: 'http',
    path: 'backend.ts',
    code: "await fetch(`${API_BASE}/api/generate`, { method: 'POST', body: JSON.stringify({ model: 'small', prompt }) });\n",
    calls: [],
  },
  {
    sdk: 'http',
    path: 'count.ts',
    code: "await fetch('https://api.anthropic.com/v1/messages/count_tokens', { method: 'POST', body: JSON.stringify({ model: 'claude-haiku-4-5', messages }) });\n",
    calls: [],
  },
  {
    sdk: 'http',
    path: 'embed.ts',
    code: `const base = process.env.OLLAMA_HOST ?? 'http://localhost:11434';
await fetch(\`\${base}/api/embed\`, { method: 'POST', body: JSON.stringify({ model: 'nomic-embed-text', input }) });
`,
    calls: [{ api: 'http.embed', model: 'nomic-embed-text', limit: null }],
  },
  {
    sdk: 'instructor',
    path: 'instructor.ts',
    code: `import Instructor from '@instructor-ai/instructor';
import OpenAI from 'openai';
const client = Instructor({ client: new OpenAI(), mode: 'TOOLS' });
await client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: 'John is 25 years old.' }] });
`,
    calls: [{ api: 'instructor.chat.completions', model: 'gpt-4o', limit: null }],
    prompts: ['user: John is 25 years old.'],
  },
  {
    sdk: 'openai-agents',
    path: 'agents.ts',
    code: `import { Agent, run } from '@openai/agents';
const agent = new Agent({ name: 'Poet', instructions: 'You write poems.', model: 'gpt-4o' });
await run(agent, 'A poem about rust.');
`,
    calls: [{ api: 'openai-agents.Agent', model: 'gpt-4o', limit: null }],
    prompts: ['system: You write poems.', 'user: A poem about rust.'],
  },
  {
    sdk: 'mastra',
    path: 'mastra.ts',
    code: `import { Agent } from '@mastra/core/agent';
const agent = new Agent({ name: 'Chef', instructions: 'You are a chef.', model: 'openai/gpt-4o' });
await agent.generate('Name a soup.');
`,
    calls: [{ api: 'mastra.Agent', model: 'openai/gpt-4o', limit: null }],
    prompts: ['system: You are a chef.', 'user: Name a soup.'],
  },
  {
    sdk: 'azure-inference',
    path: 'azure.ts',
    code: `import ModelClient from '@azure-rest/ai-inference';
const client = ModelClient(endpoint, credential);
await client.path('/chat/completions').post({ body: { model: 'gpt-4o', max_tokens: 21, messages: [{ role: 'user', content: 'Name a road.' }] } });
`,
    calls: [{ api: 'azure-inference.complete', model: 'gpt-4o', limit: 21 }],
    prompts: ['user: Name a road.'],
  },
  {
    sdk: 'huggingface',
    path: 'hub.ts',
    code: `import { InferenceClient } from '@huggingface/inference';
const client = new InferenceClient('key');
await client.chatCompletion({ model: 'meta-llama/Llama-3.1-8B-Instruct', max_tokens: 22, messages: [{ role: 'user', content: 'Name a city.' }] });
`,
    calls: [{ api: 'huggingface.chat_completion', model: 'meta-llama/Llama-3.1-8B-Instruct', limit: 22 }],
    prompts: ['user: Name a city.'],
  },
  {
    sdk: 'replicate',
    path: 'replicate.ts',
    code: `import Replicate from 'replicate';
const replicate = new Replicate();
await replicate.run('meta/meta-llama-3-8b-instruct', { input: { prompt: 'Name a lake.', max_tokens: 17 } });
`,
    calls: [{ api: 'replicate.run', model: 'meta/meta-llama-3-8b-instruct', limit: 17 }],
    prompts: ['user: Name a lake.'],
  },
  {
    sdk: 'voyage',
    path: 'voyage.ts',
    code: `import { VoyageAIClient } from 'voyageai';
const client = new VoyageAIClient({});
await client.embed({ input: texts, model: 'voyage-3' });
`,
    calls: [{ api: 'voyage.embed', model: 'voyage-3', limit: null }],
  },
  compatible('cerebras', `import Cerebras from '@cerebras/cerebras_cloud_sdk';\nconst client = new Cerebras();`, 'llama3.1-8b'),
  compatible(
    'fireworks',
    `import { Fireworks } from 'fireworks-js';\nconst client = new Fireworks();`,
    'accounts/fireworks/models/llama-v3p1-8b-instruct',
  ),
  compatible('groq', `import Groq from 'groq-sdk';\nconst client = new Groq();`, 'llama-3.1-8b-instant'),
  compatible('portkey', `import Portkey from 'portkey-ai';\nconst client = new Portkey();`, 'gpt-4o'),
  compatible('together', `import { togetherClient as client } from './clients';`, 'meta-llama/Llama-3-8b-chat-hf'),
  {
    sdk: 'watsonx',
    path: 'granite.ts',
    code: `import { WatsonXAI } from '@ibm-cloud/watsonx-ai';
const service = WatsonXAI.newInstance({ version: '2024-05-31' });
const params = { modelId: 'ibm/granite-3-8b-instruct', parameters: { max_new_tokens: 21 } };
await service.generateText({ input: 'Name a stone.', ...params });
await service.textChat({ modelId: 'ibm/granite-3-8b-instruct', maxTokens: 22, messages: [{ role: 'user', content: 'Name a tree.' }] });
`,
    calls: [
      { api: 'watsonx.generate_text', model: 'ibm/granite-3-8b-instruct', limit: 21 },
      { api: 'watsonx.chat', model: 'ibm/granite-3-8b-instruct', limit: 22 },
    ],
    prompts: ['user: Name a stone.', 'user: Name a tree.'],
  },
  {
    sdk: 'http',
    path: 'events.js',
    code: `import { fetchEventSource } from '@microsoft/fetch-event-source';
await fetchEventSource(\`\${base}/v1/messages\`, { method: 'POST', body: JSON.stringify({ model: 'claude-opus-4-5', max_tokens: 9, stream: true, messages }) });
const events = new SSE(base + '/v1/chat/completions', { method: 'POST', payload: JSON.stringify({ model: 'gpt-4o', messages, stream: true }) });
const passed = new EventSource('https://api.openai.com/v1/chat/completions', { method: 'POST', body: JSON.stringify({ ...asked, stream: true }) });
`,
    calls: [
      { api: 'http.messages', model: 'claude-opus-4-5', limit: 9, stream: true },
      { api: 'http.chat.completions', model: 'gpt-4o', limit: null, stream: true },
      { api: 'http.chat.completions', model: null, limit: null, stream: true },
    ],
  },
  compatible('together', `import Together from 'together-ai';\nconst client = new Together();`, 'meta-llama/Llama-3-8b-chat-hf'),
  {
    sdk: 'openai',
    path: 'lookalike.ts',
    code: `import twilio from 'twilio';
const client = twilio(sid, token);
await client.messages.create({ body: 'You are next in line', to });
await slack.chat.postMessage({ channel: 'general', text: 'hello' });
await prisma.chat.create({ data: { title: 'hello' } });
await page.generate({ prompt: 'x' });
`,
    calls: [],
  },
];
