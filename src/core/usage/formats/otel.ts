import { answered, blankRow, type Fields, failed, inclusive, isRecord, readFields } from '../fields';
import { firstKey, keyIn, nameOf } from '../keys';
import { type LogFormat, type LogValue, noKey, type ReadContext, type Reading, type UsageKey } from '../types';

/** OpenTelemetry's spans of generative AI, as lines of OTLP JSON. Input includes the cache. The place is that of the span or of one around it. */
export default {
  id: 'otel',
  report: false,
  nested: true,
  fits: (value) => Array.isArray(value.resourceSpans),
  read: (value, context) => listIn(value, 'resourceSpans').flatMap((resource) => readResource(resource, context)),
} satisfies LogFormat;

const listIn = (value: LogValue, name: string): LogValue[] => (Array.isArray(value[name]) ? (value[name] as unknown[]).filter(isRecord) : []);

function readResource(resource: LogValue, context: ReadContext): Reading[] {
  return listIn(resource, 'scopeSpans').flatMap((scope) => listIn(scope, 'spans').flatMap((span) => readSpan(span, context)));
}

/** Operations that are a request. All others hold requests, or none. */
const requests = ['chat', 'generate_content', 'text_completion', 'embeddings'];

function readSpan(span: LogValue, context: ReadContext): Reading[] {
  const attributes = attributesOf(span.attributes);
  const fields = readFields(attributes, false);
  const trace = typeof span.traceId === 'string' ? span.traceId : '';
  const idOf = (id: unknown): string | null => (typeof id === 'string' && id !== '' && !/^0+$/.test(id) ? `${trace}/${id}` : null);
  const id = idOf(span.spanId);
  const parent = idOf(span.parentSpanId);
  const key = keyOf(attributes, fields, context);
  const operation = fields.text('gen_ai.operation.name', 'llm.request.type');
  const counted = usageNames.some((name) => Object.hasOwn(attributes, name));
  const isRequest = operation === null ? counted : requests.includes(operation.toLowerCase());
  if (!isRequest)
    return id === null ? [] : [{ kind: 'span', id, parent, key }, ...(counted ? [{ kind: 'parent' as const, time: timeOf(span) ?? 0 }] : [])];
  const time = timeOf(span);
  if (time === null) fields.complain('no startTimeUnixNano');
  const provider = fields.text('gen_ai.provider.name', 'gen_ai.system')?.toLowerCase() ?? null;
  const row = {
    ...blankRow(),
    time: time ?? 0,
    id,
    parent,
    provider: provider === null ? null : (providers[provider] ?? provider),
    api: operation,
    model: fields.text('gen_ai.response.model', 'gen_ai.request.model') ?? '',
    tier: fields.text(
      'openai.response.service_tier',
      'gen_ai.openai.response.service_tier',
      'openai.request.service_tier',
      'gen_ai.openai.request.service_tier',
    ),
    key,
    user: nameOf(fields.text('enduser.id', 'user.id')),
  };
  const status = isRecord(span.status) ? span.status.code : null;
  if (status === 2 || status === 'STATUS_CODE_ERROR' || attributes['error.type'] !== undefined) return [fields.finish(failed(row))];
  if (!counted) fields.complain('no token counts');
  return [fields.finish(answered({ ...row, tokens: tokensOf(fields) }))];
}

const inputNames = ['gen_ai.usage.input_tokens', 'gen_ai.usage.prompt_tokens'];
const outputNames = ['gen_ai.usage.output_tokens', 'gen_ai.usage.completion_tokens'];
const usageNames = [...inputNames, ...outputNames];

const tokensOf = (fields: Fields) =>
  inclusive(fields, fields.count(...inputNames), {
    cacheRead: fields.count('gen_ai.usage.cache_read.input_tokens', 'gen_ai.usage.cache_read_input_tokens'),
    cacheWrite: fields.count(
      'gen_ai.usage.cache_write.input_tokens',
      'gen_ai.usage.cache_creation.input_tokens',
      'gen_ai.usage.cache_creation_input_tokens',
    ),
    cacheWrite1h: 0,
    output: fields.count(...outputNames),
    reasoning: fields.count('gen_ai.usage.reasoning.output_tokens', 'gen_ai.usage.reasoning_tokens'),
    audioInput: 0,
    audioOutput: 0,
  });

/** Names of providers in the conventions → as calls name them. */
const providers: Readonly<Record<string, string>> = {
  'aws.bedrock': 'bedrock',
  'azure.ai.inference': 'azure',
  'azure.ai.openai': 'azure',
  'az.ai.inference': 'azure',
  'az.ai.openai': 'azure',
  'gcp.gemini': 'google',
  'gcp.gen_ai': 'google',
  'gcp.vertex_ai': 'vertex',
  mistral_ai: 'mistral',
  x_ai: 'xai',
};

/** The instructions are hashed, and dropped. */
function keyOf(attributes: LogValue, fields: Fields, { hash }: ReadContext): UsageKey {
  const instructions = fields.text('gen_ai.system_instructions');
  const text = instructions === null ? null : textIn(instructions);
  const label = nameOf(fields.text('gen_ai.agent.name'));
  return firstKey(keyIn(attributes), { ...noKey, label, hash: text ? hash(text) : null });
}

/** The texts of instructions that are a list of parts, or the text that they are. */
function textIn(instructions: string): string {
  try {
    const parts: unknown = JSON.parse(instructions);
    if (Array.isArray(parts)) return parts.flatMap((part) => (isRecord(part) && typeof part.content === 'string' ? [part.content] : [])).join('');
  } catch {}
  return instructions;
}

/** Attributes as names and values; 64-bit numbers are written as text. */
function attributesOf(list: unknown): LogValue {
  const entries = (Array.isArray(list) ? list : []).flatMap((one): [string, unknown][] => {
    if (!isRecord(one) || typeof one.key !== 'string' || !isRecord(one.value)) return [];
    const { stringValue, intValue, doubleValue, boolValue, arrayValue } = one.value;
    const int = typeof intValue === 'string' && /^-?\d+$/.test(intValue) ? Number(intValue) : intValue;
    const texts = isRecord(arrayValue) && Array.isArray(arrayValue.values) ? JSON.stringify(arrayValue.values) : undefined;
    return [[one.key, stringValue ?? int ?? doubleValue ?? boolValue ?? texts]];
  });
  return Object.fromEntries(entries);
}

/** Nanoseconds since 1970, as text or a number. */
function timeOf({ startTimeUnixNano }: LogValue): number | null {
  const nano = Number(startTimeUnixNano);
  return startTimeUnixNano !== undefined && Number.isFinite(nano) && nano > 1.4e18 && nano < 4.1e18 ? Math.floor(nano / 1e6) : null;
}
