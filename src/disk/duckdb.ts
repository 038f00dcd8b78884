import type { RecordSink } from './readRecords';

/** Reads the rows of a Parquet file. Needs the package @duckdb/node-api, which is not part of this one; throws where it is absent. */
export async function readParquet(file: string, sink: RecordSink): Promise<void> {
  const duckdb = await loadDuckDb();
  const instance = await duckdb.DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '256MB' });
  const connection = await instance.connect();
  try {
    const result = await connection.stream(`SELECT * FROM read_parquet('${file.replaceAll("'", "''")}')`);
    let row = 0;
    for await (const rows of result.yieldRowObjectJson()) {
      for (const value of rows) sink.record(plain(value), ++row);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function loadDuckDb(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api');
  } catch {
    throw new Error('Parquet is read through DuckDB: npm install @duckdb/node-api');
  }
}

/** Maps come as lists of entries, and count as objects. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    const entries = value.every((one) => isEntry(one)) && value.length ? (value as { key: string; value: unknown }[]) : null;
    return entries ? Object.fromEntries(entries.map((one) => [one.key, plain(one.value)])) : value.map(plain);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

const isEntry = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === 2 &&
  'key' in value &&
  'value' in value &&
  typeof value.key === 'string';
