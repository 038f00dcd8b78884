// Damages real-shaped inputs and counts what goes wrong: `npm run fuzz [-- INPUTS [SEED]]`. Exits with 1 when anything did.
import path from 'node:path';
import { alignTable, formatCount } from '../../src/report';
import { campaigns } from './campaigns';

async function main(): Promise<void> {
  const [inputs = '100000', seed = '1'] = process.argv.slice(2);
  const rows = await runAll(Number(inputs), Number(seed), path.join(__dirname, '../..'));
  console.log(
    alignTable([['campaign', 'inputs', 'crashes', 'hangs', 'differences', 'lost bytes'], ...rows.map(toCells)], [1, 2, 3, 4, 5]).join('\n'),
  );
  process.exitCode = rows.some(({ crashes, hangs, differences, lostBytes }) => crashes + hangs + differences + lostBytes > 0) ? 1 : 0;
}

/** What one campaign found. */
export interface Tally {
  name: string;
  inputs: number;
  crashes: number;
  /** More than two seconds of processor time for less than 100 KB. */
  hangs: number;
  /** Analyses after edits that differ from those of the same text read anew. */
  differences: number;
  lostBytes: number;
}

/** Runs all campaigns, each with its share of the inputs. */
export async function runAll(inputs: number, seed: number, root: string): Promise<Tally[]> {
  const rows: Tally[] = [];
  for (const { name, share, prepare } of campaigns) {
    const tally: Tally = { name, inputs: 0, crashes: 0, hangs: 0, differences: 0, lostBytes: 0 };
    const turn = await prepare(root, seed);
    for (const most = Math.ceil(inputs * share); tally.inputs < most; tally.inputs++) {
      const before = process.cpuUsage();
      let input = '';
      try {
        const result = await turn(tally.inputs);
        input = result.input;
        tally.differences += result.differs ? 1 : 0;
        tally.lostBytes += result.lostBytes ?? 0;
        if (result.differs || result.lostBytes) console.error(`${name} ${seed}:${tally.inputs} ${JSON.stringify(input.slice(0, 2000))}`);
      } catch (error) {
        tally.crashes++;
        console.error(`${name} ${seed}:${tally.inputs} ${error instanceof Error ? error.stack : error}`);
      }
      const { user, system } = process.cpuUsage(before);
      if (user + system > 2e6 && input.length < 100_000) {
        tally.hangs++;
        console.error(`${name} ${seed}:${tally.inputs} took ${((user + system) / 1e6).toFixed(1)} s: ${JSON.stringify(input.slice(0, 500))}`);
      }
    }
    rows.push(tally);
  }
  return rows;
}

const toCells = ({ name, ...counts }: Tally): string[] => [name, ...Object.values(counts).map((count) => formatCount(count))];

if (require.main === module) void main();
