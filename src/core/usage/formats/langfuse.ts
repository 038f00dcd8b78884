import { answered, blankRow, type Fields, failed, isRecord, readFields } from '../fields';
import { firstKey, keyIn, keyInTags, nameOf, parseJson, tagsOf } from '../keys';
import { type LogFormat, type LogValue, noKey, type Reading, type UsageTokens } from '../types';

const requestTypes = ['GENERATION', 'EMBEDDING'];

/** Langfuse: observations of its exports as JSON lines, CSV or Parquet. Whether the input includes the cache is settled by the total. */
export default {
  id: 'langfuse',
  report: false,
  nested: true,
  fits: (value) => 'type' in value && ('usage_details' in value || 'usageDetails' in value || 'parent_observation_id' in value) && 'id' in value,
  read: (value) => [readObservation(value)],
} satisfies LogFormat;

function readObservation(raw: LogValue): Reading {
  const parsed = Object.entries(raw).map(([name, value]) => [name, name === 'input' || name === 'output' ? null : parseJson(value)]);
  const value: LogValue = Object.fromEntries(parsed);
  const fields = readFields(value, true);
  const id = fields.text('id');
  const parent = fields.text('parent_observation_id', 'parentObservationId');
  const tags = tagsOf(fields.at('tags'));
  const { label: _tag, ...inTags } = keyInTags(tags.filter((tag) => /[:=]/.test(tag)));
  const named = { ...noKey, prompt: nameOf(fields.text('prompt_name', 'promptName')) };
  const key = firstKey(keyIn(value.metadata), { ...inTags, label: _tag }, named);
  if (!requestTypes.includes(String(value.type))) return id === null ? { kind: 'broken', reason: 'no id' } : { kind: 'span', id, parent, key };
  const row = {
    ...blankRow(),
    time: fields.time('start_time', 'startTime'),
    id,
    parent,
    model: fields.text('provided_model_name', 'model') ?? '',
    tier: fields.text('model_parameters.service_tier'),
    key: { ...key, label: key.label ?? nameOf(fields.text('name')) },
    user: nameOf(fields.text('user_id', 'userId')),
    tags,
    usd: fields.usd('total_cost', 'totalCost', 'cost_details.total'),
  };
  if (String(value.level) === 'ERROR') return fields.finish(failed(row));
  return fields.finish(answered({ ...row, tokens: readUsage(fields, value.usage_details ?? value.usageDetails) }));
}

/** Names differ by integration; each counter belongs to one kind. */
const kinds: readonly [RegExp, keyof UsageTokens][] = [
  [/^(?:input_)?cache_creation.*1h|^input_cache_write_12h/, 'cacheWrite1h'],
  [/cache_creation|cache_write/, 'cacheWrite'],
  [/cache_read|cached/, 'cacheRead'],
  [/^output.*audio/, 'audioOutput'],
  [/^input.*audio/, 'audioInput'],
  [/reasoning|thought/, 'reasoning'],
  [/^(?:input|prompt)/, 'input'],
  [/^(?:output|completion)/, 'output'],
];

function readUsage(fields: Fields, details: unknown): UsageTokens {
  const tokens: UsageTokens = { input: 0, cacheRead: 0, cacheWrite: 0, cacheWrite1h: 0, output: 0, reasoning: 0, audioInput: 0, audioOutput: 0 };
  if (!isRecord(details) || !Object.keys(details).length) {
    fields.complain('no usage_details');
    return tokens;
  }
  const counts = readFields(details, true);
  for (const name of Object.keys(details)) {
    const kind = kinds.find(([pattern]) => pattern.test(name))?.[1];
    if (kind && !/^total/.test(name)) tokens[kind] += counts.count(name);
  }
  const total = counts.maybeCount('total', 'total_tokens');
  const reason = counts.broken();
  if (reason !== null) fields.complain(`usage_details: ${reason}`);
  return settle(fields, tokens, total);
}

/** Kinds that overlap are told by the total: it is the sum of all kinds, or of input and output. */
function settle(fields: Fields, tokens: UsageTokens, total: number | null): UsageTokens {
  const { input, output, reasoning, audioInput, audioOutput } = tokens;
  const cached = tokens.cacheRead + tokens.cacheWrite + tokens.cacheWrite1h;
  const all = input + cached + audioInput + output + reasoning + audioOutput;
  if (total === null || total === all) return { ...tokens, output: output + reasoning };
  if (total !== input + output) fields.complain('the parts of usage_details do not add up to the total');
  const outside = cached + audioInput > input;
  return { ...tokens, input: outside ? input : input - cached - audioInput, output: Math.max(output, reasoning) - audioOutput };
}
