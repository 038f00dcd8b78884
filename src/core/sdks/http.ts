import type { Sdk, SdkCall } from './sdk';

/** Where a key of a request's body stands. */
type Within = (key: string) => string[];
type Row = Pick<SdkCall, 'api' | 'kind'> & Partial<SdkCall>;

const within =
  (...places: string[]): Within =>
  (key) =>
    places.map((place) => `${place}.${key}`);

/** Python's `json=`, `data=json.dumps(…)`; `fetch(url, { body: JSON.stringify(…) })`, `axios.post(url, body)`; Guzzle's and WordPress's arrays. */
const BODY = within('json', 'json_body', 'payload', 'data', 'body', 'content', '1.body', '1.data', '1.payload', '1', '2');
/** `http.request(request)` of a request whose body was set before. */
const RUBY = within('json', 'data', 'body', 'content', '1.body', '1.data', '1.payload', '1', '2', '0.body');
const CURL = within('0.CURLOPT_POSTFIELDS');
const CONTEXT = within('2.http.content');
/** `http.NewRequest(method, url, body)`, the same with a context before, `http.Post(url, type, body)`; resty's `SetBody(body).Post(url)`. */
const GO = within('2', '3', 'chain.body');
/** `newCall(request)` and `send(request)` of a request that was built, Spring's entities, Ktor's block. */
const JVM = within('0.post', '0.method', 'set_body.0', 'body', '1', '2');
/** `SendAsync(request)`. */
const MESSAGE = within('0.content');
/** `client.post(url).json(&body)`, `client.post().uri(url).bodyValue(body)`: the link that brings the body. */
const LINK = within('0');

const PYTHON = { on: 'global', ecosystems: ['python'], path: ['post', 'request', 'stream'] } satisfies Partial<SdkCall>;
const SENDS = ['fetch', 'post', 'request', 'axios', 'ofetch', 'PostAsJsonAsync', 'PostAsync'];
/** Libraries that read the events of an answer, and the names that wrappers of `fetch` go by. */
const JAVASCRIPT_SENDS = [
  ...SENDS,
  '$fetch',
  'got',
  'EventSource',
  'SSE',
  'fetchSSE',
  'fetchEventSource',
  'fetchStream',
  'fetchJson',
  'fetchWithRetry',
  'fetchWithTimeout',
  'requestUrl',
];
const PHP = { on: 'global', ecosystems: ['php'] } satisfies Partial<SdkCall>;

/** The rows of one endpoint: one for each way in which a language sends a request. */
function rows(url: string, row: (body: Within) => Row): SdkCall[] {
  const make = (body: Within, how: Pick<SdkCall, 'on' | 'path'> & Partial<SdkCall>): SdkCall => ({
    model: body('model'),
    messages: body('messages'),
    // `requests.post(url, json=body, stream=True)` reads the answer of a body that is not to be seen as a stream
    stream: [...body('stream'), 'stream'],
    ...row(body),
    ...how,
    url,
  });
  return [
    make(BODY, PYTHON),
    make(BODY, { on: 'global', ecosystems: ['javascript'], path: JAVASCRIPT_SENDS }),
    make(BODY, { on: 'global', ecosystems: ['dotnet'], path: SENDS }),
    make(RUBY, { on: 'global', ecosystems: ['ruby'], path: SENDS }),
    make(BODY, { ...PHP, path: [...SENDS, 'wp_remote_post', 'wp_safe_remote_post', 'wp_remote_request'] }),
    make(CURL, { ...PHP, path: 'curl_exec' }),
    make(CONTEXT, { ...PHP, path: ['file_get_contents', 'fopen'] }),
    make(GO, { on: 'global', ecosystems: ['go'], path: ['NewRequest', 'NewRequestWithContext', 'Post'], absolute: true }),
    make(JVM, {
      on: 'global',
      ecosystems: ['jvm'],
      path: ['newCall', 'send', 'sendAsync', 'postForEntity', 'postForObject', 'exchange', 'post', 'preparePost'],
    }),
    make(within('2'), { on: 'global', ecosystems: ['jvm'], path: 'JsonObjectRequest' }),
    make(LINK, { on: 'global', ecosystems: ['jvm'], path: ['body', 'bodyValue'] }),
    make(MESSAGE, { on: 'global', ecosystems: ['dotnet'], path: 'SendAsync' }),
    make(LINK, { on: 'global', ecosystems: ['rust'], path: ['json', 'body', 'send_json', 'send_string', 'body_json'], absolute: true }),
  ];
}

const generateContent = (body: Within): Row => ({
  api: 'http.generate_content',
  kind: 'chat',
  system: [...body('systemInstruction'), ...body('system_instruction')],
  messages: body('contents'),
  outputLimit: body('generationConfig.maxOutputTokens'),
});

const chatCompletions = (body: Within): Row => ({
  api: 'http.chat.completions',
  kind: 'chat',
  outputLimit: [...body('max_completion_tokens'), ...body('max_tokens')],
});
const completions = (body: Within): Row => ({
  api: 'http.completions',
  kind: 'completion',
  user: body('prompt'),
  messages: [],
  outputLimit: body('max_tokens'),
});

const generate = (body: Within): Row => ({
  api: 'http.generate',
  kind: 'completion',
  user: body('prompt'),
  system: body('system'),
  messages: [],
  outputLimit: body('options.num_predict'),
});
const chat = (body: Within): Row => ({ api: 'http.chat', kind: 'chat', outputLimit: body('options.num_predict') });
const EMBED: Row = { api: 'http.embed', kind: 'embedding', messages: [] };

const ollama = (base: string, only: Partial<SdkCall>): SdkCall[] => [
  ...rows(`${base}/generate`, (body) => ({ ...generate(body), ...only })),
  ...rows(`${base}/chat`, (body) => ({ ...chat(body), ...only })),
  ...rows(`${base}/embed`, () => ({ ...EMBED, ...only })),
];

/** The end of an address of which only its name is known: what is sent tells the endpoint. */
const NAME_ONLY = '}';
const COMPATIBLE = 'chatcompletion|completionsurl|openai|openrouter|groq|deepseek|mistral|togetherai|fireworks|perplexity|moonshot|siliconflow';

/** Raw HTTP to a provider's endpoint; the URL must be written in the file. */
export default {
  id: 'http',
  provider: null,
  packages: {},
  calls: [
    ...rows('chat/completions', chatCompletions),
    ...rows('/v1/messages', (body) => ({
      api: 'http.messages',
      kind: 'chat',
      system: body('system'),
      outputLimit: body('max_tokens'),
      limitRequired: true,
    })),
    ...rows('/v1/responses', (body) => ({
      api: 'http.responses',
      kind: 'chat',
      system: body('instructions'),
      messages: body('input'),
      outputLimit: body('max_output_tokens'),
    })),
    ...rows('/v1/completions', completions),
    // behind a base URL that names the version
    ...rows('/completions', (body) => ({ ...completions(body), absolute: true, mention: 'openai' })),
    ...rows('/v1/complete', (body) => ({
      api: 'http.completions',
      kind: 'completion',
      user: body('prompt'),
      messages: [],
      outputLimit: [...body('max_tokens_to_sample'), ...body('max_tokens')],
      limitRequired: true,
    })),
    ...rows('/v1/embeddings', () => ({ api: 'http.embeddings', kind: 'embedding', messages: [] })),
    ...rows('/images/generations', (body) => ({ api: 'http.images', kind: 'image', user: body('prompt'), messages: [], absolute: true })),
    ...rows('/audio/speech', () => ({ api: 'http.audio.speech', kind: 'audio', messages: [], absolute: true })),
    ...rows('/audio/transcriptions', () => ({ api: 'http.audio.transcriptions', kind: 'audio', messages: [], absolute: true })),
    ...rows(':generateContent', generateContent),
    ...rows(':embedContent', () => ({ api: 'http.embed_content', kind: 'embedding', messages: [] })),
    ...rows(':batchEmbedContents', () => ({ api: 'http.embed_content', kind: 'embedding', messages: [] })),
    ...rows(':streamGenerateContent', (body) => ({ ...generateContent(body), stream: true })),
    ...ollama(':11434/api', {}),
    ...ollama(':11434', {}),
    // behind a base URL that is not to be seen, where many an application has routes of the same name
    ...ollama('/api', { absolute: true, mention: 'ollama' }),
    ...ollama('}', { named: 'ollama' }),
    ...rows(NAME_ONLY, (body) => ({ ...generate(body), sends: 'prompt', named: 'ollama' })),
    ...rows(NAME_ONLY, (body) => ({ ...chat(body), sends: 'messages', named: 'ollama' })),
    ...rows(NAME_ONLY, (body) => ({ ...chatCompletions(body), sends: 'messages', named: COMPATIBLE })),
  ],
} satisfies Sdk;
