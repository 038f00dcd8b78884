import { blankRow, isRecord, readFields } from '../fields';
import type { LogFormat, LogValue, Reading } from '../types';

/** Anthropic's reports of usage and of costs, page by page. Input excludes the cache; amounts are in cents. Requests are not counted in them. */
export default {
  id: 'anthropic',
  report: true,
  nested: false,
  fits: (value) => Array.isArray(value.data) && value.data.some((bucket) => isRecord(bucket) && 'starting_at' in bucket && 'results' in bucket),
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
  const fields = readFields({ ...result, starting_at: bucket.starting_at }, true);
  const cents = fields.usd('amount');
  if (cents === null) fields.complain('no amount');
  if ((fields.text('currency') ?? 'USD').toUpperCase() !== 'USD') fields.complain('amounts in another currency than USD are not read');
  const parts = ['description', 'cost_type', 'token_type', 'model', 'service_tier', 'context_window', 'workspace_id'];
  return fields.finish({
    ...blankRow(),
    time: fields.time('starting_at'),
    id: ['cost', ...parts.map((name) => fields.text(name))].join(' '),
    provider: 'anthropic',
    model: fields.text('model') ?? '',
    tags: workspaceTag(fields.text('workspace_id')),
    calls: 0,
    usd: (cents ?? 0) / 100,
  });
}

function readUsage(bucket: LogValue, result: LogValue): Reading {
  const fields = readFields({ ...result, starting_at: bucket.starting_at });
  const [model, tier, window] = [fields.text('model'), fields.text('service_tier'), fields.text('context_window')];
  const row = {
    ...blankRow(),
    time: fields.time('starting_at'),
    id: ['usage', model, tier, window, fields.text('workspace_id'), fields.text('api_key_id')].join(' '),
    provider: 'anthropic',
    model: model ?? '',
    tier,
    batch: tier === 'batch',
    tags: workspaceTag(fields.text('workspace_id')),
    tokens: {
      input: fields.count('uncached_input_tokens'),
      cacheRead: fields.count('cache_read_input_tokens'),
      cacheWrite: fields.count('cache_creation.ephemeral_5m_input_tokens'),
      cacheWrite1h: fields.count('cache_creation.ephemeral_1h_input_tokens'),
      output: fields.count('output_tokens'),
      reasoning: 0,
      audioInput: 0,
      audioOutput: 0,
    },
    searches: fields.count('server_tool_use.web_search_requests'),
    calls: 0,
    above: window === '200k-1M' ? 200_000 : 0,
  };
  return fields.finish(row);
}

const workspaceTag = (id: string | null): string[] => (id === null ? [] : [`workspace:${id}`]);
