import type { DataRecord, DatasetFacts, InvalidRecord } from '../format';

/** A parsed JSON object. */
export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a reader says of one line: a record, or why there is none. */
export type Verdict = DataRecord | string;

/** Reads JSON Lines in one pass. Empty lines at the end are no records; others are invalid. */
export function readRecords(kind: DatasetFacts['kind'], text: string, read: (value: Json) => Verdict): DatasetFacts {
  const records: DataRecord[] = [];
  const invalid: InvalidRecord[] = [];
  const last = text.trimEnd().length;
  for (let start = 0, line = 1; start < last; line++) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const verdict = readLine(text.slice(start, end), read);
    if (typeof verdict === 'string') invalid.push({ line, span: { start, end: text[end - 1] === '\r' ? end - 1 : end }, reason: verdict });
    else records.push(verdict);
    start = end + 1;
  }
  return { kind, records, invalid };
}

function readLine(line: string, read: (value: Json) => Verdict): Verdict {
  if (!line.trim()) return 'The line is empty';
  if (!/^\s*[[{"\d]/.test(line)) return 'Not JSON';
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'Not JSON';
  }
  return isObject(value) ? read(value) : 'Not a JSON object';
}

/** The texts of messages in the chat format, and whether there is more than texts; or what is wrong with them. */
export function readMessages(value: unknown): Pick<DataRecord, 'messages' | 'hasMore'> | string {
  if (!Array.isArray(value) || !value.length) return 'No messages';
  const messages: DataRecord['messages'] = [];
  let hasMore = false;
  for (const [index, message] of value.entries()) {
    const place = `Message ${index + 1}`;
    if (!isObject(message)) return `${place} is not an object`;
    const { role, content, name } = message;
    if (typeof role !== 'string') return `${place} has no role`;
    if (!ROLES.has(role)) return `${place} has the unknown role ${role.slice(0, 40)}`;
    const calls = message.tool_calls ?? message.function_call;
    const text = textOf(content);
    if (text === null && calls === undefined) return `${place} has no content`;
    hasMore ||= calls !== undefined || (Array.isArray(content) && content.some((part) => !isObject(part) || typeof part.text !== 'string'));
    messages.push({ role, ...(typeof name === 'string' && { name }), text: (text ?? '') + (calls === undefined ? '' : JSON.stringify(calls)) });
  }
  return { messages, hasMore };
}

const ROLES = new Set(['system', 'developer', 'user', 'assistant', 'tool', 'function']);

/** The text of a content: a string, or the text parts of a list. */
export function textOf(content: unknown): string | null {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content) || !content.length) return null;
  return content.map((part) => (typeof part === 'string' ? part : isObject(part) && typeof part.text === 'string' ? part.text : '')).join('');
}
