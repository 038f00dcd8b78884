import { readFile } from 'node:fs/promises';
import { type Engine, planMigrations, type Settings } from '../core';
import { decodeFile } from '../disk/decode';
import { createLocator, type MigrationReport, reportMigrations, sortMigrations } from '../report';
import { describeError, type Unreadable } from './analyzeFile';
import { listInputs, warnUnreadable } from './analyzeFiles';
import { exitCodes, type Host } from './host';

/** `prompt-cost models --plan`: the requests under some paths whose model ends, and what moving them takes. Answers the exit code. */
export async function reportPlan(host: Host, paths: readonly string[], options: { config?: string; format: 'text' | 'json' }): Promise<number> {
  const { inputs, broken } = await listInputs(host, paths, options.config);
  const engine = await host.engine();
  const found: MigrationReport[] = [];
  const unreadable: Unreadable[] = [...broken];
  for (const { path, file, settings } of inputs) {
    try {
      found.push(...(await planFile(engine, path, decodeFile(await readFile(file)).text, settings)));
    } catch (error) {
      unreadable.push({ path, error: describeError(error) });
    }
  }
  host.write(options.format === 'json' ? `${JSON.stringify({ version: 1, migrations: sortMigrations(found) }, null, 2)}\n` : reportMigrations(found));
  warnUnreadable(host, unreadable);
  return unreadable.length ? exitCodes.usage : exitCodes.fine;
}

async function planFile(engine: Engine, path: string, text: string, settings: Settings): Promise<MigrationReport[]> {
  const source = { text, path: path.replaceAll('\\', '/') };
  // Cells of notebooks count their lines apart, and an edit of the file's JSON would not do.
  if (path.endsWith('.ipynb') || (engine.accepts(source.path) && !engine.mayMatter(source))) return [];
  const analysis = await engine.analyze(source, settings);
  const locate = createLocator(text);
  const migrations = await planMigrations(engine, text, analysis, settings);
  return migrations.map(({ call, ...rest }) => ({ path, ...locate(analysis.calls[call]!.modelSpan ?? analysis.calls[call]!.nameSpan), ...rest }));
}
