import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { diffStates } from '../../src/cli/diff';
import type { Host } from '../../src/cli/host';
import { run } from '../../src/cli/program';
import type { ChangeReport } from '../../src/report';
import { sumCosts } from '../../src/report';
import { cases, type Expected, prices } from './diffCases';
import { type Change, createRepository, createTestHost } from './repository';

const inFolder = (folder: string, files: Change): Change =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
const folderOf = (index: number): string => `case${String(index).padStart(2, '0')}`;

function near(actual: number | null | undefined, expected: number, what: string): void {
  assert.ok(actual != null && Math.abs(actual - expected) < 1e-9, `${what}: ${actual} is not ${expected}`);
}

function check(change: ChangeReport, { kind = 'changed', causes, split, perCall, later, tokens, perMonth }: Expected): void {
  assert.equal(change.kind, kind);
  if (causes) assert.deepEqual(change.causes, causes);
  if (split) {
    assert.deepEqual(Object.keys(change.split), Object.keys(split));
    for (const [cause, usd] of Object.entries(split)) near(change.split[cause as 'prompt'], usd, cause);
  }
  if (perCall === null) assert.equal(change.perCall.delta, null);
  else if (perCall !== undefined) near(change.perCall.delta, perCall, 'per call');
  if (later !== undefined) near(change.later.delta, later, 'later');
  if (tokens !== undefined) assert.equal(change.tokens.delta, tokens);
  if (!perMonth) return;
  for (const side of ['before', 'after'] as const) {
    const usd = perMonth[side];
    if (usd === null) assert.equal(change.perMonth?.[side], null);
    else near(change.perMonth?.[side], usd, `a month, ${side}`);
  }
}

describe('the difference of a commit', function () {
  this.timeout(120_000);
  const repository = createRepository(Object.assign({}, ...cases.map(({ before: files }, index) => inFolder(folderOf(index), files))));
  const commits: string[] = [];
  const found = new Map<string, ChangeReport[]>();
  let host: Awaited<ReturnType<typeof createTestHost>>;
  before(async () => {
    host = await createTestHost(repository.root);
    commits.push(repository.git('rev-parse', 'HEAD'));
    for (const [index, { after: files }] of cases.entries()) commits.push(repository.commit(inFolder(folderOf(index), files)));
  });
  after(repository.dispose);

  it('is worked out by hand for thirty commits', () => assert.equal(cases.length, 30));
  for (const [index, { name, changes }] of cases.entries()) {
    it(`${index + 1}: ${name}`, async () => {
      const report = await diffStates(host, { base: commits[index]!, head: commits[index + 1]! });
      found.set(name, report.changes);
      assert.deepEqual(
        report.changes.map(({ kind }) => kind),
        changes.map(({ kind = 'changed' }) => kind),
      );
      for (const [at, expected] of changes.entries()) check(report.changes[at]!, expected);
      for (const { split, perCall, causes } of report.changes) {
        if (!causes.length || perCall.delta === null) continue;
        near(
          Object.values(split).reduce((sum, usd) => sum + usd, 0),
          perCall.delta,
          'the split',
        );
      }
    });
  }

  const only = (name: string): ChangeReport => found.get(cases.find((one) => one.name.startsWith(name))!.name)![0]!;

  it('counts a tool as its tokens, and its short answers with it', () => {
    const { tokens, perCall } = only('a tool more');
    assert.ok(tokens.delta! > 10);
    near(perCall.delta, tokens.delta! * prices.full.input + (150 - prices.answer) * prices.full.output, 'per call');
  });
  it('shows a cache that is won in what later calls cost', () => {
    const { perCall, later } = only('the cache is asked for');
    const cached = perCall.delta! / (prices.haiku.write - prices.haiku.input);
    assert.ok(cached > 5500 && cached < 9000, `${cached} tokens`);
    near(later.delta, cached * (prices.haiku.read - prices.haiku.input), 'later');
  });
  it('prices an hour in the cache as its writing', () => {
    const { perCall, split } = only('the cache keeps');
    const cached = perCall.delta! / (prices.haiku.write1h - prices.haiku.write);
    assert.ok(cached > 5500 && cached < 9000, `${cached} tokens`);
    near(split.cache, perCall.delta!, 'cache');
  });
  it('names a lost cache, and leads with what later calls cost', async () => {
    const { causes, later, perCall } = only('a clock');
    assert.ok(causes.includes('cache'), String(causes));
    assert.ok(later.delta! > 10 * Math.abs(perCall.delta!), `${later.delta} ${perCall.delta}`);
    host.written.length = 0;
    assert.equal(await run(['diff', commits.at(-2)!, commits.at(-1)!], host), 0);
    assert.match(host.written[0]!, /^case29\/a\.py:\d+ {2}\+\$[\d.]+ per later call \(\+\d+ %\) · /);
  });
  it('is the difference of two analyses of everything', async () => {
    const sums: number[] = [];
    for (const commit of [commits[0]!, commits.at(-1)!]) {
      repository.git('checkout', '--quiet', commit);
      sums.push(await sumOfAll(repository.root));
    }
    const report = await diffStates(host, { base: commits[0]!, head: commits.at(-1)! });
    const unknown = report.changes.filter(({ perCall }) => perCall.delta === null);
    const lost = unknown.reduce((sum, { perCall }) => sum + (perCall.after ?? 0) - (perCall.before ?? 0), 0);
    near(sums[1]! - sums[0]!, report.totals.perCall.delta! + lost, 'all');
  });
});

/** USD of all requests under a folder, as `analyze` sees them. */
async function sumOfAll(root: string): Promise<number> {
  const host: Host & { written: string[] } = await createTestHost(root);
  const { createFileReader } = await import('../../src/readFile');
  await host.engine(createFileReader(root));
  await run(['analyze', '--format', 'json', '.'], host);
  return sumCosts(JSON.parse(host.written.join('')).files).perCall;
}
