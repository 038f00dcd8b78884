import type { Snippet } from './snippet';

/** Anthropic's Message Batches: half the price, answers within a day. */
export default {
  id: 'batch-anthropic',
  language: 'typescript',
  exports: ['submitAnthropicBatch', 'collectAnthropicBatch', 'anthropicBatchAnswer'],
  imports: ["import Anthropic from '@anthropic-ai/sdk';"],
  requires: [],
  code: () => `export interface AnthropicBatchAnswers {
  /** By custom id. */
  answers: Map<string, Anthropic.Message>;
  /** By custom id: what went wrong with the others (errored, canceled, expired). */
  errors: Map<string, string>;
}

/** Sends many calls, by custom id, for half the price and within a day. Keep the id: it is all that collecting needs. */
export async function submitAnthropicBatch(
  client: Anthropic,
  requests: Iterable<[customId: string, params: Anthropic.MessageCreateParamsNonStreaming]>,
): Promise<string> {
  const batch = await client.messages.batches.create({ requests: Array.from(requests, ([custom_id, params]) => ({ custom_id, params })) });
  return batch.id;
}

/** Waits for a batch and gives back what came of it. */
export async function collectAnthropicBatch(client: Anthropic, id: string, pollSeconds = 60): Promise<AnthropicBatchAnswers> {
  while ((await client.messages.batches.retrieve(id)).processing_status !== 'ended') {
    await new Promise((done) => setTimeout(done, pollSeconds * 1000));
  }
  const collected: AnthropicBatchAnswers = { answers: new Map(), errors: new Map() };
  for await (const { custom_id, result } of await client.messages.batches.results(id)) {
    if (result.type === 'succeeded') collected.answers.set(custom_id, result.message);
    else collected.errors.set(custom_id, result.type === 'errored' ? JSON.stringify(result.error) : result.type);
  }
  return collected;
}

/** The answer to one request of a batch; throws what went wrong with it. */
export function anthropicBatchAnswer({ answers, errors }: AnthropicBatchAnswers, id: string): Anthropic.Message {
  const answer = answers.get(id);
  if (!answer) throw new Error('Request ' + id + ' of the batch has no answer: ' + (errors.get(id) ?? 'it was not sent'));
  return answer;
}`,
} satisfies Snippet;
