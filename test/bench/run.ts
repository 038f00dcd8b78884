// Runs the benches: `npm run bench`, or `npm run bench -- NAME [FOLDER]` for one of them; FOLDER is what `analyze` goes through.
import { alignTable } from '../../src/report';
import { benchAnalyze } from './analyze';
import { benchCompress } from './compress';
import { benchCounting } from './counting';
import { benchGrowth } from './growth';
import { benchKeystroke } from './keystroke';
import type { Row } from './measure';
import { benchStartup } from './startup';

const benches: Record<string, (folder?: string) => Promise<Row[]>> = {
  counting: async () => {
    await benchCounting();
    // It prints a table of its own.
    return [];
  },
  analyze: benchAnalyze,
  compress: benchCompress,
  growth: benchGrowth,
  keystroke: benchKeystroke,
  startup: benchStartup,
};

async function main(): Promise<void> {
  const [wanted, folder] = process.argv.slice(2);
  const chosen = Object.entries(benches).filter(([name]) => wanted === undefined || name === wanted);
  if (!chosen.length) throw new Error(`there is no bench ${wanted}; there are ${Object.keys(benches).join(', ')}`);
  for (const [name, bench] of chosen) {
    console.log(`\n${name}`);
    const rows = await bench(folder);
    if (rows)
      for (const line of alignTable(
        rows.map(({ name: what, value, note }) => [what, value, note]),
        [1],
      ))
        console.log(`  ${line}`);
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
