import type { Sdk, SdkCall } from './sdk';

const LIMIT = [
  'config.max_output_tokens',
  'generation_config.max_output_tokens',
  'config.generation_config.max_output_tokens',
  '0.generationConfig.maxOutputTokens',
  'max_output_tokens',
  '2.max_output_tokens',
  'receiver.generation_config.max_output_tokens',
  'receiver.config.max_output_tokens',
  'receiver.max_output_tokens',
];
const MODEL = ['model', 'model_name', 'receiver.model_name', 'receiver.model', 'receiver.0'];
const CHAT = {
  api: 'google.generate_content',
  kind: 'chat',
  model: MODEL,
  outputLimit: LIMIT,
  stream: ['stream'],
  system: ['config.system_instruction', 'system_instruction', 'receiver.system_instruction', 'receiver.config.system_instruction', 'receiver.1'],
  messages: ['contents', 'content', 'prompt', 'message', '0.contents', '0'],
  promptCache: ['cached_content'],
  tools: ['tools', 'config.tools'],
} satisfies Partial<SdkCall>;

/** Gemini: google-genai, the older google-generativeai, and Vertex AI. */
export default {
  id: 'google',
  provider: 'google',
  packages: {
    python: ['google.genai', 'google.generativeai', 'vertexai', 'google.cloud.aiplatform'],
    javascript: ['@google/genai', '@google/generative-ai', '@google-cloud/vertexai', 'firebase/ai', 'firebase/vertexai'],
    go: ['google.golang.org/genai', 'github.com/google/generative-ai-go', 'cloud.google.com/go/vertexai'],
    jvm: [
      'com.google.genai',
      'com.google.cloud.vertexai',
      'com.google.ai.client.generativeai',
      'com.google.firebase.ai',
      'com.google.firebase.vertexai',
    ],
    dotnet: ['Google.GenAI', 'Mscc.GenerativeAI', 'Google.Cloud.AIPlatform', 'GenerativeAI'],
    ruby: ['gemini-ai', 'google/genai'],
    php: ['Gemini', 'GeminiAPI'],
    rust: ['google_generative_ai_rs', 'gemini_rust'],
  },
  clients: [{ name: 'Client' }, { name: 'GenerativeModel' }, { name: 'GoogleGenerativeAI' }, { name: 'GoogleGenAI' }, { name: 'VertexAI' }],
  rootNames: /gemini|genai|googleai|^vertex/,
  calls: [
    { ...CHAT, path: ['models.generate_content', 'generate_content', 'generate_content_async'], on: 'client', distinctive: true },
    { ...CHAT, path: ['models.generate_content_stream', 'generate_content_stream'], on: 'client', distinctive: true, stream: true },
    { ...CHAT, path: ['send_message', 'send_message_async'], on: 'client', messages: ['message', 'content', '0'] },
    { ...CHAT, path: 'send_message_stream', on: 'client', messages: ['message', '0'], stream: true },
    {
      ...CHAT,
      path: ['generate_text', 'TextGenerationModel.predict', 'ChatModel.send_message'],
      on: 'module',
      api: 'google.generate_text',
      kind: 'completion',
      user: ['prompt', '0'],
      messages: [],
    },
    {
      path: ['models.embed_content', 'embed_content', 'embed_content_async', 'batch_embed_contents', 'embedding_model.embed_content'],
      on: 'client',
      distinctive: true,
      api: 'google.embed_content',
      kind: 'embedding',
      model: MODEL,
    },
    { path: 'get_embeddings', on: 'client', api: 'google.get_embeddings', kind: 'embedding', model: MODEL },
    {
      path: ['models.generate_images', 'generate_images', 'models.edit_image'],
      on: 'client',
      api: 'google.generate_images',
      kind: 'image',
      model: MODEL,
      user: ['prompt'],
    },
    { path: ['tunings.tune', 'create_tuned_model'], on: 'client', api: 'google.tunings', kind: 'fine-tuning', model: ['base_model', 'source_model'] },
    { path: 'batches.create', on: 'client', api: 'google.batches', kind: 'batch', model: ['model'] },
  ],
} satisfies Sdk;
