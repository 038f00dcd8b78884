import type { CallKind } from '../types';
import { type Format, promptsOnly } from './format';
import { isObject, type Json, readMessages, readRecords, textOf, type Verdict } from './helpers/records';

/** OpenAI's batch files: one request a line, with an id of its own. */
export default {
  id: 'batch',
  editorIds: [],
  globs: ['**/*.jsonl'],
  unlimited: true,
  recognizes: (head) => /"custom_id"\s*:/.test(head) && /"(url|method)"\s*:/.test(head) && /"body"\s*:/.test(head),
  read(text) {
    const ids = new Map<string, number>();
    return { ...promptsOnly([]), dataset: readRecords('batch', text, (value) => readRequest(value, ids)) };
  },
} satisfies Format;

const ENDPOINTS: ReadonlyMap<string, CallKind> = new Map([
  ['/v1/chat/completions', 'chat'],
  ['/v1/responses', 'chat'],
  ['/v1/completions', 'completion'],
  ['/v1/embeddings', 'embedding'],
  ['/v1/moderations', 'embedding'],
  ['/v1/images/generations', 'image'],
  ['/v1/images/edits', 'image'],
]);

function readRequest({ custom_id, method, url, body }: Json, ids: Map<string, number>): Verdict {
  if (typeof custom_id !== 'string') return 'No custom_id';
  const before = ids.get(custom_id) ?? 0;
  ids.set(custom_id, before + 1);
  if (before) return `The custom_id ${custom_id.slice(0, 64)} is used twice`;
  if (method !== 'POST') return 'The method is not POST';
  if (typeof url !== 'string') return 'No url';
  const kind = ENDPOINTS.get(url);
  if (!kind) return `The url ${url.slice(0, 64)} is none that a batch can call`;
  if (!isObject(body)) return 'No body';
  if (typeof body.model !== 'string' || !body.model) return 'The body names no model';
  const read = readInput(url, body);
  if (typeof read === 'string') return read;
  return { ...read, model: body.model, kind, outputLimit: limitOf(body), hasMore: read.hasMore || 'tools' in body || 'functions' in body };
}

function readInput(url: string, body: Json): ReturnType<typeof readMessages> {
  if (url === '/v1/chat/completions') return readMessages(body.messages);
  const input = body.input ?? body.prompt;
  if (url === '/v1/responses' && Array.isArray(input)) return readItems(input, body.instructions);
  const texts = Array.isArray(input) ? input.filter((item) => typeof item === 'string') : [textOf(input)];
  if (!texts.length || texts.includes(null)) return url === '/v1/completions' ? 'No prompt' : 'No input';
  return { messages: [...instructed(body.instructions), ...texts.map((text) => ({ role: 'user', text: text as string }))], hasMore: false };
}

/** The items of a response's input; those that are no messages are only noted. */
function readItems(items: unknown[], instructions: unknown): ReturnType<typeof readMessages> {
  const messages = items.filter((item) => isObject(item) && 'role' in item);
  const read = readMessages(messages);
  if (typeof read === 'string') return read;
  return { messages: [...instructed(instructions), ...read.messages], hasMore: read.hasMore || messages.length < items.length };
}

const instructed = (instructions: unknown) => (typeof instructions === 'string' ? [{ role: 'system', text: instructions }] : []);

function limitOf(body: Json): number | null {
  const [limit = null] = ['max_completion_tokens', 'max_output_tokens', 'max_tokens'].flatMap((key) => {
    const value = body[key];
    return typeof value === 'number' && Number.isInteger(value) && value > 0 ? [value] : [];
  });
  return limit;
}
