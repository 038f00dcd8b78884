import assert from 'node:assert/strict';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { run } from '../../src/cli/program';
import { createRepository, createTestHost } from './repository';

/** A request without a limit: one problem at least. */
const ask = (name: string) => `
def ${name}(question):
    return client.chat.completions.create(model="gpt-4.1", messages=[{"role": "user", "content": "Answer: " + question}])
`;
const head = 'from openai import OpenAI\nclient = OpenAI()\n';

describe('check of what is new', function () {
  this.timeout(120_000);
  const repository = createRepository({ 'src/a.py': head + ask('first'), 'src/b.py': head + ask('other'), 'lib/c.py': head + ask('third') });
  const { root } = repository;
  let host: Awaited<ReturnType<typeof createTestHost>>;
  before(async () => {
    host = await createTestHost(root);
  });
  after(repository.dispose);
  const go = async (...args: string[]) => {
    host.said.length = 0;
    host.written.length = 0;
    const code = await run(['check', '--format', 'json', '--fail-on', 'information', ...args], host);
    return {
      code,
      problems: JSON.parse(host.written.join('')).problems as { path: string; line: number; rule: string; id: string }[],
      err: host.said,
    };
  };

  it('writes a baseline, hides it, and shows what came since', async () => {
    const file = path.join(root, 'known.json');
    const all = await go('.');
    assert.equal(all.code, 1);
    assert.deepEqual(await go('--write-baseline', 'known.json', '.'), {
      code: 0,
      problems: [],
      err: [`${all.problems.length} problems written to known.json`],
    });
    assert.equal((await go('--baseline', 'known.json', '.')).code, 0);
    repository.write({ 'src/a.py': `# moved\n${head}${ask('first')}${ask('second')}` });
    const { code, problems } = await go('--baseline', 'known.json', '.');
    assert.equal(code, 1);
    assert.ok(problems.length && problems.every(({ path: name, line }) => name === 'src/a.py' && line >= 8), JSON.stringify(problems));
    repository.write({ 'src/a.py': head });
    assert.match((await go('--baseline', 'known.json', '.')).err.join(), /problems? of known\.json (?:is|are) no longer found/);
    writeFileSync(file, '[');
    assert.equal(await run(['check', '--baseline', 'known.json', '.'], host), 2);
    rmSync(file);
    assert.ok(!existsSync(file));
    repository.git('checkout', '--quiet', '.');
  });

  it('shows what a change added, also in a renamed file, and only under the given paths', async () => {
    assert.deepEqual((await go('--changed-since', 'HEAD', '.')).problems, []);
    repository.git('mv', 'src/a.py', 'src/renamed.py');
    repository.write({ 'src/renamed.py': `# moved\n${head}${ask('first')}${ask('second')}`, 'lib/new.py': head + ask('fresh') });
    const { problems } = await go('--changed-since', 'HEAD', 'src');
    assert.ok(problems.length && problems.every(({ path: name, line }) => name === 'src/renamed.py' && line >= 8), JSON.stringify(problems));
    assert.deepEqual([...new Set((await go('--changed-since', 'HEAD', './lib')).problems.map((problem) => problem.path))], ['./lib/new.py']);
    assert.equal(await run(['check', '--changed-since', 'nowhere', '.'], host), 2);
  });

  it('shows and fails from a severity on', async () => {
    const all = (await go('.')).problems.length;
    const { code, problems } = await go('--severity', 'error', '.');
    assert.ok(problems.length < all);
    assert.equal(code, problems.length ? 1 : 0);
  });
});
