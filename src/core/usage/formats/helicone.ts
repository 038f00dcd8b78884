import { answered, blankRow, failed, readFields } from '../fields';
import { firstKey, keyIn, nameOf, parseJson } from '../keys';
import { type LogFormat, type LogValue, noKey, type Reading } from '../types';

/** Helicone: requests of its export. Whether the input includes the cache is settled by the total, else by the provider. */
export default {
  id: 'helicone',
  report: false,
  nested: false,
  fits: (value) => 'request_created_at' in value && ('prompt_tokens' in value || 'completion_tokens' in value),
  read: (value) => [readRequest(value)],
} satisfies LogFormat;

function readRequest(value: LogValue): Reading {
  const fields = readFields(value, true);
  const time = fields.time('request_created_at');
  const answer = fields.text('cache_reference_id');
  const isStored = fields.flag('cached') || (answer !== null && /[1-9a-f]/i.test(answer));
  if (isStored && fields.broken() === null) return { kind: 'cacheHit', time };
  const provider = fields.text('provider')?.toLowerCase() ?? null;
  const properties = parseJson(value.properties ?? value.request_properties);
  const row = {
    ...blankRow(),
    time,
    id: fields.text('request_id'),
    provider: provider === 'custom' ? null : provider,
    model: fields.text('model', 'response_model', 'request_model') ?? '',
    key: firstKey(keyIn(properties), { ...noKey, prompt: nameOf(fields.text('prompt_id')) }),
    user: nameOf(fields.text('user_id', 'request_user_id')),
    usd: fields.usd('costUSD', 'cost'),
  };
  const status = Number(fields.text('status', 'response_status') ?? 200);
  if (!(status >= 200 && status < 300)) return fields.finish(failed(row));
  const [prompt, output, total] = [fields.maybeCount('prompt_tokens'), fields.count('completion_tokens'), fields.maybeCount('total_tokens')];
  if (prompt === null) fields.complain('no prompt_tokens');
  const cacheRead = fields.count('prompt_cache_read_tokens');
  const cacheWrite = fields.count('prompt_cache_write_tokens');
  const [whole, cached] = [prompt ?? 0, cacheRead + cacheWrite];
  const outside = (total !== null && total === whole + output + cached && cached > 0) || provider === 'anthropic' || cached > whole;
  const input = outside ? whole : whole - cached;
  return fields.finish(answered({ ...row, tokens: { ...row.tokens, input, cacheRead, cacheWrite, output } }));
}
