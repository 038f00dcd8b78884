import { blankRow, readFields } from '../fields';
import { nameOf } from '../keys';
import type { LogFormat, LogValue, Reading } from '../types';

/** What the queries of `usage sql` answer: requests alike, already grouped by day. */
export default {
  id: 'grouped',
  report: false,
  nested: false,
  fits: (value) => 'prompt_cost_usage' in value,
  read: (value) => [readGroup(value)],
} satisfies LogFormat;

const dimensions = ['day', 'provider', 'model', 'tier', 'label', 'file', 'line', 'function', 'prompt', 'above'];

function readGroup(value: LogValue): Reading {
  const fields = readFields(value, true);
  if (fields.text('prompt_cost_usage') !== '1') fields.complain('a version of the query that is not known');
  const row = {
    ...blankRow(),
    time: fields.time('day'),
    id: dimensions.map((name) => fields.text(name) ?? '').join(' '),
    provider: fields.text('provider'),
    model: fields.text('model') ?? '',
    tier: fields.text('tier'),
    key: {
      label: nameOf(fields.text('label')),
      file: fields.text('file'),
      line: fields.maybeCount('line'),
      function: fields.text('function'),
      prompt: nameOf(fields.text('prompt')),
      hash: null,
    },
    tokens: {
      input: fields.count('input_sum'),
      cacheRead: fields.count('cache_read_sum'),
      cacheWrite: fields.count('cache_write_sum'),
      cacheWrite1h: 0,
      output: fields.count('output_sum'),
      reasoning: fields.count('reasoning_sum'),
      audioInput: 0,
      audioOutput: 0,
    },
    calls: fields.count('calls'),
    errors: fields.count('errors'),
    hits: fields.count('hits'),
    usd: fields.usd('usd_sum'),
    above: fields.count('above'),
  };
  return fields.finish(row);
}
