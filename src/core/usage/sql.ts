import type { LogFormatId } from './types';

/** How one database writes what the queries need. */
interface Dialect {
  quote(name: string): string;
  /** The text at a path of a JSON column, null where there is none. */
  at(column: string, path: readonly string[]): string;
  /** The same of a column that maps names to texts or numbers. */
  entry(column: string, name: string): string;
  /** A text as a whole number, 0 for null. */
  count(text: string): string;
  day(column: string): string;
}

const quoted = (path: readonly string[]): string => path.map((name) => `."${name}"`).join('');
const double = (name: string): string => `"${name}"`;

const dialects = {
  clickhouse: {
    quote: double,
    at: (column, path) => `nullIf(trim(BOTH '"' FROM JSONExtractRaw(${column}, ${path.map((name) => `'${name}'`).join(', ')})), '')`,
    entry: (column, name) => `nullIf(toString(${column}['${name}']), '')`,
    count: (text) => `toInt64OrZero(ifNull(${text}, ''))`,
    day: (column) => `toDate(${column}, 'UTC')`,
  },
  postgres: {
    quote: double,
    at: (column, path) => `(${column})::jsonb #>> '{${path.map(double).join(',')}}'`,
    entry: (column, name) => `(${column})::jsonb ->> '${name}'`,
    count: (text) => `COALESCE(NULLIF(${text}, '')::numeric, 0)::bigint`,
    day: (column) => `CAST(${column} AS date)`,
  },
  bigquery: {
    quote: (name) => `\`${name}\``,
    at: (column, path) => `JSON_VALUE(${column}, '$${quoted(path)}')`,
    entry: (column, name) => `JSON_VALUE(${column}, '$${quoted([name])}')`,
    count: (text) => `COALESCE(SAFE_CAST(${text} AS INT64), 0)`,
    day: (column) => `DATE(${column})`,
  },
  snowflake: {
    quote: double,
    at: (column, path) =>
      `${column}${path
        .map((name) => `:"${name}"`)
        .join('')
        .replaceAll('":"', '"."')}::string`,
    entry: (column, name) => `${column}:"${name}"::string`,
    count: (text) => `COALESCE(TRY_TO_NUMBER(${text}), 0)`,
    day: (column) => `TO_DATE(${column})`,
  },
  duckdb: {
    quote: double,
    at: (column, path) => `json_extract_string(CAST(${column} AS JSON), '$${quoted(path)}')`,
    entry: (column, name) => `json_extract_string(CAST(${column} AS JSON), '$${quoted([name])}')`,
    count: (text) => `COALESCE(TRY_CAST(${text} AS BIGINT), 0)`,
    day: (column) => `CAST(${column} AS DATE)`,
  },
} satisfies Record<string, Dialect>;

export type SqlDialect = keyof typeof dialects;
export const sqlDialects = Object.keys(dialects) as SqlDialect[];

/** Expressions over one row of a table; those that are absent are null or 0. `ok` is 1 for an answered request, 0 for a failed one. */
interface TableSource {
  table: string;
  where: string;
  day: string;
  ok: string;
  model: string;
  provider?: string;
  tier?: string;
  label?: string;
  file?: string;
  line?: string;
  function?: string;
  prompt?: string;
  cacheRead: string;
  cacheWrite: string;
  output: string;
  reasoning?: string;
  usd?: string;
  /** Fresh input; `@read` and `@write` stand for the two above. */
  input: string;
  /** Rows that consist of others of the table, as a condition. */
  parents?: string;
}

const places = (text: (name: string) => string) => ({
  file: text('code.file.path'),
  line: text('code.line.number'),
  function: text('code.function.name'),
});

const sources = {
  litellm: (db) => {
    const [metadata, usage] = [db.quote('metadata'), ['usage_object']];
    const said = (name: string) => `COALESCE(${db.at(metadata, [name])}, ${db.at(metadata, ['spend_logs_metadata', name])})`;
    const inUsage = (...path: string[]) => db.count(db.at(metadata, [...usage, ...path]));
    return {
      table: db.quote('LiteLLM_SpendLogs'),
      where: `COALESCE(CAST(${db.quote('cache_hit')} AS ${textType(db)}), '') NOT IN ('True', 'true')`,
      day: db.day(db.quote('startTime')),
      ok: `CASE WHEN COALESCE(${db.quote('status')}, 'success') = 'failure' THEN 0 ELSE 1 END`,
      model: db.quote('model'),
      provider: db.quote('custom_llm_provider'),
      label: said('label'),
      ...places(said),
      cacheRead: `GREATEST(${inUsage('cache_read_input_tokens')}, ${inUsage('prompt_tokens_details', 'cached_tokens')})`,
      cacheWrite: inUsage('cache_creation_input_tokens'),
      input: `${db.quote('prompt_tokens')} - (@read + @write)`,
      output: db.quote('completion_tokens'),
      reasoning: inUsage('completion_tokens_details', 'reasoning_tokens'),
      usd: db.quote('spend'),
    };
  },
  langfuse: (db) => {
    const details = (...names: string[]) => names.map((name) => db.count(db.entry(db.quote('usage_details'), name))).join(' + ');
    const said = (name: string) => db.entry(db.quote('metadata'), name);
    const [input, output, total] = [details('input'), details('output'), details('total')];
    const reasoning = details('output_reasoning_tokens', 'output_reasoning');
    return {
      table: `${db.quote('observations')}${db === dialects.clickhouse ? ' FINAL' : ''}`,
      where: `${db.quote('type')} IN ('GENERATION', 'EMBEDDING')`,
      day: db.day(db.quote('start_time')),
      ok: `CASE WHEN ${db.quote('level')} = 'ERROR' THEN 0 ELSE 1 END`,
      model: db.quote('provided_model_name'),
      label: `COALESCE(${said('label')}, ${db.quote('name')})`,
      ...places(said),
      prompt: db.quote('prompt_name'),
      cacheRead: details('input_cached_tokens', 'cache_read_input_tokens', 'input_cache_read'),
      cacheWrite: details('cache_creation_input_tokens', 'input_cache_creation', 'cache_write_input_tokens'),
      // The kinds overlap where the total is that of input and output alone.
      input: `CASE WHEN ${total} = ${input} + ${output} AND ${input} >= @read + @write THEN ${input} - (@read + @write) ELSE ${input} END`,
      output: `CASE WHEN ${total} = ${input} + ${output} THEN ${output} ELSE ${output} + ${reasoning} END`,
      reasoning,
      usd: db.quote('total_cost'),
    };
  },
  otel: (db) => {
    const said = (name: string) => db.entry(db.quote('SpanAttributes'), name);
    const first = (...names: string[]) => `COALESCE(${names.map(said).join(', ')})`;
    const requests = `'chat', 'generate_content', 'text_completion', 'embeddings'`;
    const isRequest = `COALESCE(${said('gen_ai.operation.name')}, 'chat') IN (${requests}) AND ${first('gen_ai.usage.input_tokens', 'gen_ai.usage.prompt_tokens', 'error.type')} IS NOT NULL`;
    const table = db.quote('otel_traces');
    const idOf = (span: string) => `CONCAT(${db.quote('TraceId')}, '/', ${db.quote(span)})`;
    return {
      table,
      where: isRequest,
      parents: `${idOf('SpanId')} IN (SELECT ${idOf('ParentSpanId')} FROM ${table} WHERE ${isRequest})`,
      day: db.day(db.quote('Timestamp')),
      ok: `CASE WHEN ${db.quote('StatusCode')} IN ('Error', 'STATUS_CODE_ERROR') OR ${said('error.type')} IS NOT NULL THEN 0 ELSE 1 END`,
      model: first('gen_ai.response.model', 'gen_ai.request.model'),
      provider: first('gen_ai.provider.name', 'gen_ai.system'),
      tier: first('openai.response.service_tier', 'gen_ai.openai.response.service_tier'),
      label: said('gen_ai.agent.name'),
      ...places(said),
      prompt: said('gen_ai.prompt.name'),
      cacheRead: db.count(first('gen_ai.usage.cache_read.input_tokens', 'gen_ai.usage.cache_read_input_tokens')),
      cacheWrite: db.count(first('gen_ai.usage.cache_write.input_tokens', 'gen_ai.usage.cache_creation.input_tokens')),
      input: `${db.count(first('gen_ai.usage.input_tokens', 'gen_ai.usage.prompt_tokens'))} - (@read + @write)`,
      output: db.count(first('gen_ai.usage.output_tokens', 'gen_ai.usage.completion_tokens')),
      reasoning: db.count(said('gen_ai.usage.reasoning.output_tokens')),
    };
  },
  helicone: (db) => {
    const said = (name: string) => db.entry(db.quote('properties'), name);
    const prompt = db.quote('prompt_tokens');
    return {
      table: `${db.quote('request_response_rmt')}${db === dialects.clickhouse ? ' FINAL' : ''}`,
      where: `COALESCE(CAST(${db.quote('cache_reference_id')} AS ${textType(db)}), '') IN ('', '00000000-0000-0000-0000-000000000000')`,
      day: db.day(db.quote('request_created_at')),
      ok: `CASE WHEN ${db.quote('status')} BETWEEN 200 AND 299 THEN 1 ELSE 0 END`,
      model: db.quote('model'),
      provider: `LOWER(${db.quote('provider')})`,
      label: said('label'),
      ...places(said),
      prompt: db.quote('prompt_id'),
      cacheRead: `COALESCE(${db.quote('prompt_cache_read_tokens')}, 0)`,
      cacheWrite: `COALESCE(${db.quote('prompt_cache_write_tokens')}, 0)`,
      // Anthropic's counter of input leaves the cache out.
      input: `CASE WHEN LOWER(${db.quote('provider')}) = 'anthropic' OR ${prompt} < @read + @write THEN ${prompt} ELSE ${prompt} - (@read + @write) END`,
      output: db.quote('completion_tokens'),
      // The table keeps billionths of a dollar.
      usd: `${db.quote('cost')} / 1000000000.0`,
    };
  },
} satisfies Partial<Record<LogFormatId, (db: Dialect) => TableSource>>;

const textType = (db: Dialect): string => (db === dialects.clickhouse ? 'Nullable(String)' : db === dialects.bigquery ? 'STRING' : 'VARCHAR');

export type SqlSource = keyof typeof sources;
export const sqlSources = Object.keys(sources) as SqlSource[];

const dimensions = ['provider', 'model', 'tier', 'label', 'file', 'line', 'function', 'prompt'] as const;

/**
 * A query that groups the requests of a table by day, key and price step, as `usage import` reads its result. `steps`: the numbers of input
 * tokens above which some model costs more.
 */
export function usageSql(dialect: SqlDialect, source: SqlSource, steps: readonly number[]): string {
  const db: Dialect = dialects[dialect];
  const row: TableSource = sources[source](db);
  const name = (column: string) => db.quote(column);
  const counts = ['input', 'cache_read', 'cache_write', 'output', 'reasoning'];
  const above = steps.toReversed().map((step) => `WHEN input + cache_read + cache_write > ${step} THEN ${step}`);
  const keys = ['day', ...dimensions, 'above'];
  return `WITH counted AS (
  SELECT
    ${row.day} AS day,
${dimensions.map((column) => `    ${row[column] ?? 'NULL'} AS ${name(column)},`).join('\n')}
    ${row.ok} AS ok,
    ${row.cacheRead} AS cache_read,
    ${row.cacheWrite} AS cache_write,
    ${row.output} AS output,
    ${row.reasoning ?? '0'} AS reasoning,
    ${row.usd ?? 'NULL'} AS usd,
    ${row.input.replaceAll('@read', `(${row.cacheRead})`).replaceAll('@write', `(${row.cacheWrite})`)} AS input
  FROM ${row.table}
  WHERE ${row.where}${row.parents ? `\n    AND NOT (${row.parents})` : ''}
), stepped AS (
  SELECT counted.*, CASE ${above.join(' ')} ELSE 0 END AS above FROM counted
)
SELECT
  1 AS prompt_cost_usage,
${keys.map((column) => `  ${name(column)},`).join('\n')}
  SUM(ok) AS calls,
  SUM(1 - ok) AS errors,
  SUM(CASE WHEN ok = 1 AND cache_read > 0 THEN 1 ELSE 0 END) AS hits,
${counts.map((column) => `  SUM(ok * ${column}) AS ${column}_sum,`).join('\n')}
  SUM(ok * usd) AS usd_sum
FROM stepped
GROUP BY ${keys.map(name).join(', ')}
ORDER BY ${keys.map(name).join(', ')}`;
}
