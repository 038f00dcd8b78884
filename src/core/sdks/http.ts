import type { Sdk, SdkCall } from './sdk';

/** Where a request's body stands: Python's `json=`, `data=json.dumps(…)`, `fetch(url, { body: JSON.stringify(…) })`, `axios.post(url, body)`. */
const within = (key: string): string[] => ['json', 'data', 'body', 'content', '1.body', '1.data', '1', '2'].map((place) => `${place}.${key}`);
const BODY = { model: within('model'), messages: within('messages'), stream: within('stream') } satisfies Partial<SdkCall>;
const OPENAI_LIMIT = [...within('max_completion_tokens'), ...within('max_tokens')];
const PYTHON = { path: ['post', 'request', 'stream'], on: 'global' } satisfies Partial<SdkCall>;
const FETCH = { path: ['fetch', 'post', 'request', 'axios', 'ofetch', 'PostAsJsonAsync', 'PostAsync'], on: 'global' } satisfies Partial<SdkCall>;

const rows = (url: string, row: Pick<SdkCall, 'api' | 'kind'> & Partial<SdkCall>): SdkCall[] => [
  { ...BODY, ...row, ...PYTHON, ecosystems: ['python'], url },
  { ...BODY, ...row, ...FETCH, ecosystems: ['javascript', 'dotnet', 'php', 'ruby'], url },
];

/** Raw HTTP to a provider's endpoint; the URL must be written in the file. */
export default {
  id: 'http',
  provider: null,
  packages: {},
  calls: [
    ...rows('/chat/completions', { api: 'http.chat.completions', kind: 'chat', outputLimit: OPENAI_LIMIT }),
    ...rows('/v1/messages', { api: 'http.messages', kind: 'chat', system: within('system'), outputLimit: within('max_tokens'), limitRequired: true }),
    ...rows('/v1/responses', {
      api: 'http.responses',
      kind: 'chat',
      system: within('instructions'),
      messages: within('input'),
      outputLimit: within('max_output_tokens'),
    }),
    ...rows('/v1/completions', {
      api: 'http.completions',
      kind: 'completion',
      user: within('prompt'),
      messages: [],
      outputLimit: within('max_tokens'),
    }),
    ...rows('/v1/embeddings', { api: 'http.embeddings', kind: 'embedding', messages: [] }),
    ...rows(':generateContent', {
      api: 'http.generate_content',
      kind: 'chat',
      messages: within('contents'),
      outputLimit: within('generationConfig.maxOutputTokens'),
    }),
    ...rows(':streamGenerateContent', {
      api: 'http.generate_content',
      kind: 'chat',
      messages: within('contents'),
      outputLimit: within('generationConfig.maxOutputTokens'),
      stream: undefined,
    }),
    ...rows(':11434/api/generate', {
      api: 'http.generate',
      kind: 'completion',
      user: within('prompt'),
      system: within('system'),
      messages: [],
      outputLimit: within('options.num_predict'),
    }),
    ...rows(':11434/api/chat', { api: 'http.chat', kind: 'chat', outputLimit: within('options.num_predict') }),
  ],
} satisfies Sdk;
