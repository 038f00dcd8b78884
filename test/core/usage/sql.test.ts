// The queries run on DuckDB where it is installed: it is an optional package.
import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { type Engine, priceSteps, type SqlSource, sqlDialects, sqlSources, usageSql, viewRequests } from '../../../src/core';
import { createTestEngine } from '../../helpers/engine';
import { helicone, observation, spend } from './goldens';
import { pricing, readValues } from './reading';

const attributes = (change: object) => ({
  'gen_ai.operation.name': 'chat',
  'gen_ai.provider.name': 'openai',
  'gen_ai.response.model': 'gpt-4.1',
  'gen_ai.usage.input_tokens': '1000000',
  'gen_ai.usage.cache_read.input_tokens': '400000',
  'gen_ai.usage.output_tokens': '100000',
  'code.file.path': 'app/chat.py',
  'code.line.number': '12',
  ...change,
});
const trace = (SpanId: string, ParentSpanId: string, change: object = {}) => ({
  Timestamp: '2026-11-01 09:30:00',
  TraceId: 't',
  SpanId,
  ParentSpanId,
  StatusCode: 'Unset',
  SpanAttributes: attributes(change),
});

/** The rows of each table; what is counted are two requests like those of the golden logs, and a failed one. */
const tables: Record<SqlSource, { table: string; types: string; rows: object[] }> = {
  litellm: {
    table: 'LiteLLM_SpendLogs',
    types: `"startTime" TIMESTAMP, status VARCHAR, cache_hit VARCHAR, model VARCHAR, custom_llm_provider VARCHAR, prompt_tokens BIGINT, completion_tokens BIGINT, spend DOUBLE, metadata JSON`,
    rows: [
      spend({ metadata: { ...spend({}).metadata, 'code.file.path': 'app/chat.py', 'code.line.number': 12 } }),
      spend({}),
      spend({ status: 'failure' }),
      spend({ cache_hit: 'True' }),
    ],
  },
  langfuse: {
    table: 'observations',
    types: `type VARCHAR, start_time TIMESTAMP, level VARCHAR, provided_model_name VARCHAR, name VARCHAR, prompt_name VARCHAR, usage_details JSON, metadata JSON, total_cost DOUBLE`,
    rows: [
      observation({ metadata: { 'code.file.path': 'app/chat.py', 'code.line.number': '12' } }),
      observation({
        usage_details: { input: 1_000_000, input_cached_tokens: 400_000, output: 100_000, output_reasoning_tokens: 30_000, total: 1_100_000 },
      }),
      observation({ level: 'ERROR' }),
      observation({ type: 'SPAN' }),
    ],
  },
  otel: {
    table: 'otel_traces',
    types: `"Timestamp" TIMESTAMP, "TraceId" VARCHAR, "SpanId" VARCHAR, "ParentSpanId" VARCHAR, "StatusCode" VARCHAR, "SpanAttributes" JSON`,
    rows: [
      trace('outer', ''),
      trace('inner', 'outer'),
      trace('other', 'agent', { 'code.file.path': 'b.py' }),
      trace('agent', '', { 'gen_ai.operation.name': 'invoke_agent' }),
      trace('failed', '', { 'error.type': 'timeout' }),
    ],
  },
  helicone: {
    table: 'request_response_rmt',
    types: `request_created_at TIMESTAMP, status INTEGER, model VARCHAR, provider VARCHAR, prompt_id VARCHAR, prompt_tokens BIGINT, completion_tokens BIGINT, prompt_cache_read_tokens BIGINT, prompt_cache_write_tokens BIGINT, cost BIGINT, properties JSON, cache_reference_id VARCHAR`,
    rows: [
      { ...helicone({}), status: 200, cost: 2_200_000_000, properties: { 'code.file.path': 'app/chat.py', 'code.line.number': '12' } },
      { ...helicone({}), status: 200, cost: 2_200_000_000 },
      { ...helicone({}), status: 500, cost: 0 },
      { ...helicone({ cache_reference_id: '7b9e5a3c-1111-2222-3333-444455556666' }), status: 200, cost: 0 },
    ],
  },
};

describe('queries over the tables of gateways', () => {
  let engine: Engine;
  let duckdb: typeof import('@duckdb/node-api') | null = null;
  before(async () => {
    engine = await createTestEngine();
    duckdb = await import('@duckdb/node-api').catch(() => null);
  });

  for (const source of sqlSources) {
    it(`sum those of ${source} as an import of their rows does`, async function () {
      if (!duckdb) return this.skip();
      const { table, types, rows } = tables[source];
      const instance = await duckdb.DuckDBInstance.create(':memory:', { threads: '1' });
      const connection = await instance.connect();
      await connection.run(`CREATE TABLE "${table}" (${types})`);
      const columns = types.split(', ').map((column) => column.split(' ')[0]!.replaceAll('"', ''));
      for (const row of rows as Record<string, unknown>[]) {
        const values = columns.map((name) => {
          const value = row[name];
          if (value === undefined || value === null) return 'NULL';
          return typeof value === 'number' ? String(value) : `'${typeof value === 'string' ? value : JSON.stringify(value)}'`;
        });
        await connection.run(`INSERT INTO "${table}" VALUES (${values.join(', ')})`);
      }
      const result = await connection.runAndReadAll(usageSql('duckdb', source, priceSteps()));
      const found = result.getRowObjectsJson();
      connection.closeSync();
      const { parts, broken } = readValues(found);
      assert.deepEqual(broken, []);
      const { totals, requests, skipped } = viewRequests(parts, pricing(engine));
      assert.equal(totals.calls, 2);
      assert.equal(totals.usd.toFixed(2), '4.40');
      if (source !== 'otel') assert.equal(totals.usdBilled?.toFixed(2), '4.40');
      assert.equal(skipped.failed, 1);
      assert.ok(requests.some(({ key }) => key.path === 'app/chat.py' && key.line === 12));
    });
  }

  it('are written for each database, every bracket closed', () => {
    for (const dialect of sqlDialects) {
      for (const source of sqlSources) {
        const sql = usageSql(dialect, source, priceSteps());
        assert.equal(sql.split('(').length, sql.split(')').length, `${dialect} ${source}`);
        assert.doesNotMatch(sql, /undefined|@read|@write|\[object/);
      }
    }
  });
});
