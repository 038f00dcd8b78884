import { answered, blankRow, failed, inclusive, isRecord, readFields } from '../fields';
import { firstKey, keyIn, keyInTags, nameOf, parseJson, tagsOf } from '../keys';
import type { LogFormat, LogValue, Reading } from '../types';

/** LiteLLM: rows of its table SpendLogs, and what its callbacks are given. Its counters of input include the cache. */
export default {
  id: 'litellm',
  report: false,
  nested: false,
  fits: (value) => 'call_type' in value && 'prompt_tokens' in value && ('spend' in value || 'response_cost' in value),
  read: (value) => [readCall(value)],
} satisfies LogFormat;

const metadataNames = ['requester_metadata', 'spend_logs_metadata', 'user_api_key_metadata'];

function readCall(raw: LogValue): Reading {
  const metadata = parseJson(raw.metadata);
  const value: LogValue = { ...raw, metadata };
  const fields = readFields(value, true);
  const time = fields.time('startTime', 'start_time', 'endTime');
  if (fields.flag('cache_hit') && fields.broken() === null) return { kind: 'cacheHit', time };
  const tags = tagsOf(fields.at('request_tags') ?? fields.at('metadata.tags'));
  const inner = isRecord(metadata) ? metadataNames.map((name) => keyIn(parseJson(metadata[name]))) : [];
  const usage = 'metadata.usage_object';
  const row = {
    ...blankRow(),
    time,
    id: fields.text('request_id', 'id'),
    provider: fields.text('custom_llm_provider'),
    api: fields.text('call_type'),
    model: fields.text('model', 'model_group') ?? '',
    tier: fields.text(`${usage}.service_tier`, 'model_parameters.service_tier'),
    key: firstKey(keyIn(metadata), ...inner, keyInTags(tags)),
    user: nameOf(fields.text('end_user', 'user', 'metadata.user_api_key_user_id')),
    tags,
    usd: fields.usd('response_cost', 'spend'),
  };
  if (/^fail/i.test(fields.text('status') ?? '')) return fields.finish(failed(row));
  const writes1h = fields.count(
    `${usage}.cache_creation.ephemeral_1h_input_tokens`,
    `${usage}.prompt_tokens_details.cache_creation_token_details.ephemeral_1h_input_tokens`,
  );
  const writes = fields.count(
    `${usage}.cache_creation_input_tokens`,
    `${usage}.prompt_tokens_details.cache_creation_tokens`,
    `${usage}.prompt_tokens_details.cache_write_tokens`,
    'cache_creation_input_tokens',
  );
  const tokens = inclusive(fields, fields.count('prompt_tokens'), {
    cacheRead: fields.count(`${usage}.cache_read_input_tokens`, `${usage}.prompt_tokens_details.cached_tokens`, 'cache_read_input_tokens'),
    cacheWrite: Math.max(0, writes - writes1h),
    cacheWrite1h: writes1h,
    output: fields.count('completion_tokens'),
    reasoning: fields.count(`${usage}.completion_tokens_details.reasoning_tokens`),
    audioInput: fields.count(`${usage}.prompt_tokens_details.audio_tokens`),
    audioOutput: 0,
  });
  const searches = fields.count(`${usage}.server_tool_use.web_search_requests`);
  return fields.finish(answered({ ...row, tokens, searches }));
}
