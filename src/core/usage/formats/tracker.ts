import { answered, blankRow, failed, readFields } from '../fields';
import { nameOf } from '../keys';
import type { LogFormat, LogValue } from '../types';

/** The lines of the inserted cost tracker, docs/usage-log.md. Version 1 says its cost, version 2 where the request was made. */
export default {
  id: 'tracker',
  report: false,
  nested: false,
  // A failed request may say no more than that.
  fits: (value) =>
    ['time', 'provider', 'model', ...(value.ok === false && 'v' in value ? [] : ['api', 'input', 'output'])].every((name) => name in value),
  read: (value) => [readLine(value)],
} satisfies LogFormat;

function readLine(value: LogValue) {
  const fields = readFields(value);
  const version = fields.maybeCount('v') ?? 1;
  if (version > 2) fields.complain(`lines of version ${version} are not known`);
  const row = {
    ...blankRow(),
    time: fields.time('time'),
    id: fields.text('id'),
    provider: fields.text('provider'),
    api: fields.text('api'),
    model: fields.text('model') ?? '',
    tier: fields.text('tier'),
    batch: fields.flag('batch'),
    region: fields.text('region'),
    speed: fields.text('speed'),
    key: {
      label: nameOf(fields.text('label')),
      file: fields.text('file'),
      line: fields.maybeCount('line'),
      function: fields.text('function'),
      prompt: null,
      hash: nameOf(fields.text('promptHash')),
    },
    tokens: {
      input: fields.count('input'),
      cacheRead: fields.count('cached'),
      cacheWrite: fields.count('cacheWrite'),
      cacheWrite1h: fields.count('cacheWrite1h'),
      output: fields.count('output'),
      reasoning: fields.count('reasoning'),
      audioInput: fields.count('audioInput'),
      audioOutput: fields.count('audioOutput'),
    },
    searches: fields.count('searches'),
    usd: fields.usd('cost'),
  };
  return fields.finish(value.ok === false ? failed(row) : answered(row));
}
