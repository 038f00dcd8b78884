import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before } from 'mocha';

/** A request as a fake provider got it. */
export interface Seen {
  path: string;
  body: Record<string, unknown>;
}

/** A server on loopback that speaks OpenAI's and Anthropic's APIs: JSON, streams, embeddings, batches. */
export interface FakeProviders {
  /** `http://127.0.0.1:PORT`; OpenAI's base URL is this with `/v1`. */
  url: string;
  seen: Seen[];
  /** How many streams the client closed before their end. */
  aborted: number;
  /** The text of an answer; `call:NAME` calls a tool of OpenAI's chat API; a number fails the request with this status. */
  answer(request: Seen): string | number;
  close(): Promise<void>;
}

/** Starts the server. Answers say what they were asked unless `answer` is replaced. */
export async function startFakeProviders(): Promise<FakeProviders> {
  const files = new Map<string, string>();
  let messageRequests: BatchRequest[] = [];
  const textOf = (seen: Seen) => String(fake.answer(seen));
  const server = createServer(async (request, response) => {
    const raw = await readAll(request);
    const path = request.url ?? '';
    const json = (value: unknown, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    };
    if (path === '/v1/files') {
      const content = /\r\n\r\n(\{[\s\S]*?\})\r\n--/.exec(raw)?.[1] ?? '';
      files.set('file-in', content);
      return json({ id: 'file-in', object: 'file', purpose: 'batch' });
    }
    if (path.startsWith('/v1/files/')) {
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      return response.end(answersOf(files.get('file-in') ?? '', textOf));
    }
    const body = raw ? (JSON.parse(raw) as Record<string, unknown>) : {};
    const seen = { path, body };
    fake.seen.push(seen);
    if (path.startsWith('/v1/batches')) {
      return json({ id: 'batch-1', object: 'batch', status: 'completed', output_file_id: 'file-out', error_file_id: null });
    }
    if (path.startsWith('/v1/messages/batches')) {
      if (body.requests) messageRequests = body.requests as BatchRequest[];
      if (path.endsWith('/results')) {
        response.writeHead(200, { 'content-type': 'application/x-jsonl' });
        return response.end(messageResults(messageRequests, textOf));
      }
      return json({
        id: 'msgbatch-1',
        type: 'message_batch',
        processing_status: 'ended',
        results_url: `${fake.url}/v1/messages/batches/msgbatch-1/results`,
      });
    }
    const text = fake.answer(seen);
    if (typeof text === 'number') return json({ error: { message: 'refused', type: 'test' } }, text);
    if (body.stream) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.on('close', () => {
        if (!response.writableEnded) fake.aborted++;
      });
      for (const event of eventsOf(path, text, body)) {
        if (response.destroyed) return;
        response.write(event);
        await new Promise((next) => setImmediate(next));
      }
      return response.end();
    }
    return json(path === '/v1/embeddings' ? embeddings(body) : answerBody(path, text, body));
  });
  const fake: FakeProviders = {
    url: '',
    seen: [],
    aborted: 0,
    answer: ({ body }) => `said ${JSON.stringify(body.messages ?? body.input ?? null)}`,
    close: () => closeServer(server),
  };
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return fake;
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((closed) => {
    server.closeAllConnections();
    server.close(() => closed());
  });

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const openaiUsage = {
  prompt_tokens: 1000,
  completion_tokens: 100,
  total_tokens: 1100,
  prompt_tokens_details: { cached_tokens: 400 },
  completion_tokens_details: { reasoning_tokens: 30 },
};
const responsesUsage = {
  input_tokens: 1000,
  output_tokens: 100,
  total_tokens: 1100,
  input_tokens_details: { cached_tokens: 400 },
  output_tokens_details: { reasoning_tokens: 30 },
};
const anthropicUsage = {
  input_tokens: 600,
  output_tokens: 100,
  cache_read_input_tokens: 400,
  cache_creation_input_tokens: 200,
  cache_creation: { ephemeral_5m_input_tokens: 150, ephemeral_1h_input_tokens: 50 },
};

/** Answers have ids of their own, as those of real providers. */
let answers = 0;
const nextId = (prefix: string): string => `${prefix}${++answers}`;

function answerBody(path: string, text: string, { model }: Record<string, unknown>): unknown {
  if (path === '/v1/messages') {
    const content = [{ type: 'text', text }];
    return { id: nextId('m'), type: 'message', role: 'assistant', model, content, stop_reason: 'end_turn', usage: anthropicUsage };
  }
  if (path === '/v1/responses') {
    const content = [{ type: 'output_text', text, annotations: [] }];
    return { id: nextId('r'), object: 'response', model, output: [{ type: 'message', role: 'assistant', content }], usage: responsesUsage };
  }
  const called = /^call:(\w+)$/.exec(text)?.[1];
  const message = called
    ? { role: 'assistant', content: null, tool_calls: [{ id: 'call-1', type: 'function', function: { name: called, arguments: '{}' } }] }
    : { role: 'assistant', content: text };
  const finish_reason = called ? 'tool_calls' : 'stop';
  return {
    id: nextId('c'),
    object: 'chat.completion',
    created: 1_700_000_000,
    model,
    choices: [{ index: 0, message, finish_reason }],
    usage: openaiUsage,
  };
}

/** A vector of the text's length and its first code, so that every text has one of its own. */
function embeddings({ input, encoding_format }: Record<string, unknown>): unknown {
  const data = [input].flat().map((text, index) => {
    const vector = [String(text).length, String(text).charCodeAt(0) || 0];
    const embedding = encoding_format === 'base64' ? Buffer.from(Float32Array.from(vector).buffer).toString('base64') : vector;
    return { object: 'embedding', index, embedding };
  });
  return { object: 'list', data, model: 'e', usage: { prompt_tokens: 1, total_tokens: 1 } };
}

function* eventsOf(path: string, text: string, { model, stream_options }: Record<string, unknown>): Generator<string> {
  const words = text.split(/(?<= )/);
  if (path === '/v1/messages') {
    const event = (value: { type: string }) => `event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`;
    const message = { id: nextId('m'), type: 'message', role: 'assistant', model, content: [], usage: { ...anthropicUsage, output_tokens: 1 } };
    yield event({ type: 'message_start', message } as { type: string });
    yield event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } } as { type: string });
    for (const word of words) yield event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: word } } as { type: string });
    yield event({ type: 'content_block_stop', index: 0 } as { type: string });
    yield event({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 100 } } as { type: string });
    yield event({ type: 'message_stop' });
    return;
  }
  const id = nextId('c');
  const chunk = (value: object) => `data: ${JSON.stringify({ id, object: 'chat.completion.chunk', model, ...value })}\n\n`;
  for (const word of words) yield chunk({ choices: [{ index: 0, delta: { content: word } }] });
  if ((stream_options as { include_usage?: boolean } | undefined)?.include_usage) yield chunk({ choices: [], usage: openaiUsage });
  yield 'data: [DONE]\n\n';
}

interface BatchRequest {
  custom_id: string;
  params: Record<string, unknown>;
}

/** One good answer per line of a batch; the line `bad` fails. */
function answersOf(lines: string, textOf: (seen: Seen) => string): string {
  return lines
    .split('\n')
    .map((line) => {
      const { custom_id, url, body } = JSON.parse(line) as { custom_id: string; url: string; body: Record<string, unknown> };
      const good = { custom_id, response: { status_code: 200, body: answerBody(url, textOf({ path: url, body }), body) }, error: null };
      return JSON.stringify(custom_id === 'bad' ? { custom_id, response: null, error: { message: 'refused' } } : good);
    })
    .reverse()
    .join('\n');
}

/** An answer per request; `bad` fails, and `late` runs out of time. */
function messageResults(requests: BatchRequest[], textOf: (seen: Seen) => string): string {
  const error = { type: 'error', error: { type: 'invalid_request_error', message: 'refused' } };
  const rows = requests.map(({ custom_id, params }) => {
    if (custom_id === 'bad') return { custom_id, result: { type: 'errored', error } };
    if (custom_id === 'late') return { custom_id, result: { type: 'expired' } };
    const message = answerBody('/v1/messages', textOf({ path: '/v1/messages', body: params }), params);
    return { custom_id, result: { type: 'succeeded', message } };
  });
  return rows
    .reverse()
    .map((row) => JSON.stringify(row))
    .join('\n');
}

/** Fake providers for the tests of one suite. Their address stands in `FAKE_PROVIDER` meanwhile, where the edited code looks for it. */
export function useFakeProviders(): { readonly fake: FakeProviders } {
  const saved = process.env.FAKE_PROVIDER;
  let fake: FakeProviders;
  before(async () => {
    fake = await startFakeProviders();
    process.env.FAKE_PROVIDER = fake.url;
  });
  after(async () => {
    if (saved === undefined) delete process.env.FAKE_PROVIDER;
    else process.env.FAKE_PROVIDER = saved;
    await fake.close();
  });
  return {
    get fake() {
      return fake;
    },
  };
}
