import type { Snippet } from './snippet';

/** OpenAI's Batch API: half the price, answers within a day. */
export default {
  id: 'batch-openai',
  language: 'typescript',
  exports: ['submitOpenaiBatch', 'collectOpenaiBatch', 'openaiBatchAnswer'],
  imports: ["import OpenAI from 'openai';", "import { toFile } from 'openai';"],
  requires: [],
  code: () => `export interface OpenaiBatchAnswers {
  /** By custom id: the body of each answer, as the endpoint gives it. */
  answers: Map<string, unknown>;
  /** By custom id: what went wrong with the others. */
  errors: Map<string, string>;
}

/** Sends the bodies of many calls, by custom id, for half the price and within a day. Keep the id: it is all that collecting needs. */
export async function submitOpenaiBatch(
  client: OpenAI,
  endpoint: '/v1/chat/completions' | '/v1/responses' | '/v1/embeddings',
  requests: Iterable<[customId: string, body: object]>,
): Promise<string> {
  const lines = Array.from(requests, ([id, body]) => JSON.stringify({ custom_id: id, method: 'POST', url: endpoint, body }));
  const file = await client.files.create({ purpose: 'batch', file: await toFile(Buffer.from(lines.join('\\n')), 'requests.jsonl') });
  const batch = await client.batches.create({ input_file_id: file.id, endpoint, completion_window: '24h' });
  return batch.id;
}

/** Waits for a batch and gives back what came of it; also of one that was cancelled or ran out of time. */
export async function collectOpenaiBatch(client: OpenAI, id: string, pollSeconds = 60): Promise<OpenaiBatchAnswers> {
  let batch = await client.batches.retrieve(id);
  while (!['completed', 'failed', 'expired', 'cancelled'].includes(batch.status)) {
    await new Promise((done) => setTimeout(done, pollSeconds * 1000));
    batch = await client.batches.retrieve(id);
  }
  if (batch.status === 'failed') throw new Error('Batch ' + id + ' failed: ' + JSON.stringify(batch.errors));
  const result: OpenaiBatchAnswers = { answers: new Map(), errors: new Map() };
  for (const file of [batch.output_file_id, batch.error_file_id]) {
    if (!file) continue;
    const text = await (await client.files.content(file)).text();
    for (const line of text.split('\\n').filter((part) => part.trim())) {
      const { custom_id, response, error } = JSON.parse(line) as {
        custom_id: string;
        response: { status_code: number; body: unknown } | null;
        error: unknown;
      };
      if (response?.status_code === 200) result.answers.set(custom_id, withOutputText(response.body));
      else result.errors.set(custom_id, JSON.stringify(error ?? response?.body));
    }
  }
  return result;
}

/** The answer to one request of a batch; throws what went wrong with it. */
export function openaiBatchAnswer<T>({ answers, errors }: OpenaiBatchAnswers, id: string): T {
  if (!answers.has(id)) throw new Error('Request ' + id + ' of the batch has no answer: ' + (errors.get(id) ?? 'it was not sent'));
  return answers.get(id) as T;
}

/** The SDK adds their text to answers of the Responses API; those of a batch come without it. */
function withOutputText(body: unknown): unknown {
  const { object, output } = body as { object?: string; output?: { content?: { type: string; text?: string }[] }[] };
  if (object !== 'response' || !output) return body;
  const parts = output.flatMap((item) => item.content ?? []).filter((part) => part.type === 'output_text');
  return Object.assign({}, body, { output_text: parts.map((part) => part.text ?? '').join('') });
}`,
} satisfies Snippet;
