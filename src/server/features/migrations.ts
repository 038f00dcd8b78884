import { type Engine, planMigrations, type ReadFile, type Settings } from '../../core';
import { createLocator, type MigrationReport, reportMigrations } from '../../report';
import type { Feature } from '../context';
import { pathOf } from '../uris';

/** What the requests of some documents need, whose models end; as they lie on the disk, in the words of the command line. */
export const createMigrations =
  (readFile: ReadFile): Feature<{ uris: string[] }, { text: string }> =>
  async ({ engine: loading, settings }, { uris }, token) => {
    const engine = await loading;
    const found: MigrationReport[] = [];
    for (const uri of uris) {
      if (token.isCancellationRequested) break;
      const path = pathOf(uri);
      if (!uri.startsWith('file:') || !engine.accepts(path) || path.endsWith('.ipynb')) continue;
      const text = await readFile(path);
      if (text !== null && engine.mayMatter({ text, path })) found.push(...(await planFile(engine, path, text, await settings.of(uri))));
    }
    return { text: reportMigrations(found) };
  };

async function planFile(engine: Engine, path: string, text: string, settings: Settings): Promise<MigrationReport[]> {
  const analysis = await engine.analyze({ text, path }, settings);
  const locate = createLocator(text);
  const migrations = await planMigrations(engine, text, analysis, settings);
  return migrations.map(({ call, ...rest }) => ({ path, ...locate(analysis.calls[call]!.modelSpan ?? analysis.calls[call]!.nameSpan), ...rest }));
}
