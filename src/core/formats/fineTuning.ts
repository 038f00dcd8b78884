import { type Format, promptsOnly } from './format';
import { isObject, type Json, readMessages, readRecords, type Verdict } from './helpers/records';

/** OpenAI's training data: one example a line, as a chat, a preference between two answers, or a prompt with its completion. */
export default {
  id: 'fine-tuning',
  editorIds: [],
  globs: ['**/*.jsonl'],
  unlimited: true,
  recognizes: (head) => !/"custom_id"\s*:/.test(head) && (isChat(head) || /"prompt"\s*:\s*"[\s\S]*"completion"\s*:/.test(head)),
  read: (text) => ({ ...promptsOnly([]), dataset: readRecords('fine-tuning', text, readExample) }),
} satisfies Format;

/** Chats without an answer are input of something else; a head without one may be all taken up by a long system prompt. */
const isChat = (head: string) => /"messages"\s*:\s*\[\s*\{/.test(head) && (/"assistant"/.test(head) || !head.includes('\n'));

const example = { model: null, kind: 'fine-tuning', outputLimit: null } as const;

function readExample(value: Json): Verdict {
  if ('preferred_output' in value) return readPreference(value);
  if ('prompt' in value && !('messages' in value)) {
    const { prompt, completion } = value;
    if (typeof prompt !== 'string') return 'The prompt is not a text';
    if (typeof completion !== 'string') return 'No completion';
    return {
      ...example,
      messages: [
        { role: 'user', text: prompt },
        { role: 'assistant', text: completion },
      ],
      hasMore: false,
    };
  }
  const read = readMessages(value.messages);
  if (typeof read === 'string') return read;
  if (!read.messages.some(({ role }) => role === 'assistant')) return 'No message of the assistant to learn from';
  return { ...example, ...read, hasMore: read.hasMore || 'tools' in value || 'functions' in value };
}

function readPreference({ input, preferred_output, non_preferred_output }: Json): Verdict {
  const parts = [isObject(input) ? input.messages : undefined, preferred_output, non_preferred_output].map(readMessages);
  const names = ['input', 'preferred_output', 'non_preferred_output'];
  const messages = [];
  let hasMore = false;
  for (const [index, part] of parts.entries()) {
    if (typeof part === 'string') return `${names[index]}: ${part}`;
    messages.push(...part.messages);
    hasMore ||= part.hasMore;
  }
  return { ...example, messages, hasMore };
}
