import { answered, blankRow, inclusive, isRecord, readFields } from '../fields';
import { nameOf } from '../keys';
import type { LogFormat, LogValue, Reading } from '../types';

/** OpenAI's reports of usage and of costs, page by page. Input includes what was read from the cache and written to it. */
export default {
  id: 'openai',
  report: true,
  nested: false,
  fits: (value) => Array.isArray(value.data) && value.data.some((bucket) => isRecord(bucket) && 'start_time' in bucket && 'results' in bucket),
  read: (value) => (value.data as unknown[]).flatMap(readBucket),
} satisfies LogFormat;

function readBucket(bucket: unknown): Reading[] {
  if (!isRecord(bucket) || !Array.isArray(bucket.results)) return [{ kind: 'broken', reason: 'a bucket without results' }];
  return bucket.results.map((result): Reading => {
    if (!isRecord(result)) return { kind: 'broken', reason: 'a result is no object' };
    return 'amount' in result ? readCost(bucket, result) : readUsage(bucket, result);
  });
}

function readCost(bucket: LogValue, result: LogValue): Reading {
  const fields = readFields({ ...result, start_time: bucket.start_time }, true);
  const usd = fields.usd('amount.value');
  if (usd === null) fields.complain('no amount');
  if ((fields.text('amount.currency') ?? 'usd').toLowerCase() !== 'usd') fields.complain('amounts in another currency than USD are not read');
  const item = fields.text('line_item');
  return fields.finish({
    ...blankRow(),
    time: fields.time('start_time'),
    id: `cost ${item} ${fields.text('project_id')}`,
    provider: 'openai',
    model: item?.split(',')[0]?.trim() ?? '',
    tags: projectTag(fields.text('project_id')),
    calls: 0,
    usd,
  });
}

function readUsage(bucket: LogValue, result: LogValue): Reading {
  const fields = readFields({ ...result, start_time: bucket.start_time });
  const [kind, model, tier] = [fields.text('object'), fields.text('model'), fields.text('service_tier')];
  const [whole, text] = [fields.count('input_tokens'), fields.maybeCount('input_text_tokens')];
  const [audioInput, audioOutput] = [fields.count('input_audio_tokens'), fields.count('output_audio_tokens')];
  const inside = text !== null && text + audioInput + fields.count('input_image_tokens') === whole;
  const writes1h = fields.count('input_cache_write_tokens_12h', 'input_cache_write_12h_tokens');
  const tokens = inclusive(fields, inside ? whole : whole + audioInput, {
    cacheRead: fields.count('input_cached_tokens'),
    cacheWrite: Math.max(0, fields.count('input_cache_write_tokens') - writes1h),
    cacheWrite1h: writes1h,
    output: Math.max(0, fields.count('output_tokens') - (inside ? audioOutput : 0)),
    reasoning: 0,
    audioInput,
    audioOutput,
  });
  const row = {
    ...blankRow(),
    time: fields.time('start_time'),
    id: ['usage', kind, model, tier, fields.text('project_id'), fields.text('user_id'), fields.flag('batch')].join(' '),
    provider: 'openai',
    api: kind,
    model: model ?? '',
    tier,
    batch: fields.flag('batch'),
    user: nameOf(fields.text('user_id')),
    tags: projectTag(fields.text('project_id')),
    tokens,
    calls: fields.count('num_model_requests'),
  };
  return fields.finish({ ...answered(row), hits: 0, above: 0 });
}

const projectTag = (id: string | null): string[] => (id === null ? [] : [`project:${id}`]);
