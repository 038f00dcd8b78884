/** Requests as they were recorded, taken apart in the order in which providers cache them. */

/** What a cache is keyed by comes first, then the prompt in the order in which it is cached. */
export type Section = 'model' | 'tools' | 'schema' | 'system' | 'parameters' | 'messages';

/** The names and indices that lead to a value. */
export type Keys = readonly (string | number)[];

/** A value of the request that holds no others. */
export interface Leaf {
  section: Section;
  keys: Keys;
  /** The same as people write it: `messages[1].content[0].text`. */
  path: string;
  /** Its text; of what is no text, the JSON. */
  text: string;
}

export interface RecordedRequest {
  api: 'anthropic.messages' | 'google.generate_content' | 'openai.chat.completions' | 'openai.responses';
  model: string | null;
  leaves: Leaf[];
}

type JsonObject = Record<string, unknown>;

/** Under these keys loggers keep the body of a request. */
const wrappers = ['body', 'request', 'request_body', 'requestBody', 'params', 'kwargs', 'json', 'data', 'payload'];
/** Say where a cache begins or how it is kept, and are no part of what is cached. */
const marks = new Set(['cache_control', 'cachePoint', 'cacheControl', 'prompt_cache_key', 'prompt_cache_retention']);
/** Deeper values are taken as one text. */
const DEEPEST = 200;

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes a recorded request apart; null for what is none. The body may lie in a frame, and be a text of JSON in it. */
export function readRecorded(value: unknown, depth = 0): RecordedRequest | null {
  const body = typeof value === 'string' ? parse(value) : value;
  if (!isObject(body)) return null;
  const read = readBody(body);
  if (read || depth > 3) return read;
  for (const key of wrappers) {
    const inner = key in body ? readRecorded(body[key], depth + 1) : null;
    if (inner) return inner;
  }
  return null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A part of the body with the keys that lead to it. */
type Piece = [section: Section, keys: Keys, value: unknown];

function readBody(body: JsonObject): RecordedRequest | null {
  const model = typeof body.model === 'string' ? body.model : null;
  const pieces = piecesOf(body, model);
  if (!pieces) return null;
  const leaves: Leaf[] = [];
  for (const [section, keys, value] of [['model', ['model'], body.model] as Piece, ...pieces.pieces]) {
    if (value !== undefined && value !== null) collect(section, keys, value, leaves);
  }
  return { api: pieces.api, model, leaves };
}

function piecesOf(body: JsonObject, model: string | null): { api: RecordedRequest['api']; pieces: Piece[] } | null {
  if (Array.isArray(body.contents) || typeof body.contents === 'string') return { api: 'google.generate_content', pieces: googlePieces(body) };
  if (Array.isArray(body.messages)) {
    return isAnthropic(body, model)
      ? { api: 'anthropic.messages', pieces: anthropicPieces(body) }
      : { api: 'openai.chat.completions', pieces: chatPieces(body) };
  }
  if ('input' in body && (typeof body.input === 'string' || Array.isArray(body.input)))
    return { api: 'openai.responses', pieces: responsesPieces(body) };
  return null;
}

function isAnthropic(body: JsonObject, model: string | null): boolean {
  const tools = Array.isArray(body.tools) ? body.tools : [];
  return (
    'system' in body || 'anthropic_version' in body || tools.some((tool) => isObject(tool) && 'input_schema' in tool) || /claude/i.test(model ?? '')
  );
}

/** Another choice of tools or way of thinking leaves tools and system in the cache, and loses the messages. */
const anthropicPieces = (body: JsonObject): Piece[] => [
  ['tools', ['tools'], body.tools],
  ['system', ['system'], body.system],
  ['parameters', ['tool_choice'], body.tool_choice],
  ['parameters', ['thinking'], body.thinking],
  ['messages', ['messages'], body.messages],
];

/** The schema of the answer stands before the system message. */
function chatPieces(body: JsonObject): Piece[] {
  const messages = body.messages as unknown[];
  const isSystem = (message: unknown) => isObject(message) && (message.role === 'system' || message.role === 'developer');
  return [
    ['tools', ['tools'], body.tools],
    ['tools', ['functions'], body.functions],
    ['schema', ['response_format'], body.response_format],
    ...messages.map((message, index): Piece => [isSystem(message) ? 'system' : 'messages', ['messages', index], message]),
  ];
}

const responsesPieces = (body: JsonObject): Piece[] => [
  ['tools', ['tools'], body.tools],
  ['schema', ['text', 'format'], isObject(body.text) ? body.text.format : undefined],
  ['system', ['instructions'], body.instructions],
  ['messages', ['previous_response_id'], body.previous_response_id],
  ['messages', ['input'], body.input],
];

function googlePieces(body: JsonObject): Piece[] {
  const config = isObject(body.config) ? body.config : {};
  const pick = (section: Section, ...keys: string[]): Piece[] => [
    ...keys.map((key): Piece => [section, [key], body[key]]),
    ...keys.map((key): Piece => [section, ['config', key], config[key]]),
  ];
  return [
    ...pick('tools', 'tools', 'cachedContent', 'cached_content'),
    ...pick('system', 'systemInstruction', 'system_instruction'),
    ['messages', ['contents'], body.contents],
  ];
}

function collect(section: Section, keys: Keys, value: unknown, leaves: Leaf[]): void {
  const isDeep = keys.length > DEEPEST;
  if (!isDeep && Array.isArray(value)) {
    for (const [index, item] of value.entries()) collect(section, [...keys, index], item, leaves);
  } else if (!isDeep && isObject(value)) {
    for (const [key, item] of Object.entries(value)) if (!marks.has(key)) collect(section, [...keys, key], item, leaves);
  } else leaves.push({ section, keys, path: pathOf(keys), text: typeof value === 'string' ? value : (JSON.stringify(value) ?? '') });
}

const pathOf = (keys: Keys): string =>
  keys
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : /^[\w$]+$/.test(key) ? `${index ? '.' : ''}${key}` : `[${JSON.stringify(key)}]`))
    .join('');
