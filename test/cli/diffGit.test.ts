import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { run } from '../../src/cli/program';
import { createRepository, createTestHost } from './repository';
import { createWorkspace } from './workspace';

const ask = (model: string) => `from openai import OpenAI
client = OpenAI()

def answer():
    return client.chat.completions.create(model="${model}", max_tokens=1000, messages=[{"role": "user", "content": "Say hello."}])
`;

describe('diff and git', function () {
  this.timeout(120_000);
  const repository = createRepository({ 'a.py': ask('gpt-4.1-mini'), 'data.bin': '\0\0' });
  const { root } = repository;
  let host: Awaited<ReturnType<typeof createTestHost>>;
  before(async () => {
    host = await createTestHost(root);
  });
  after(repository.dispose);
  const go = async (args: string[], cwd = root) => {
    host.said.length = 0;
    host.written.length = 0;
    const code = await run(args, { ...host, cwd });
    return { code, out: host.written.join(''), err: host.said.join('\n') };
  };

  it('compares with the working tree: what is tracked, and what is new and not ignored', async () => {
    repository.write({ 'new.py': ask('gpt-4.1'), 'ignored.py': ask('gpt-4.1'), '.gitignore': 'ignored.py\n' });
    const { changes, head } = JSON.parse((await go(['diff', 'HEAD', '--format', 'json'])).out);
    assert.equal(head, null);
    assert.deepEqual(
      changes.map(({ kind, path: file, basePath, line }: Record<string, unknown>) => [kind, file, basePath, line]),
      [['added', 'new.py', null, 5]],
    );
    for (const file of ['new.py', 'ignored.py', '.gitignore']) rmSync(path.join(root, file));
  });

  it('sees no change in line ends and file modes', async () => {
    repository.write({ 'a.py': ask('gpt-4.1-mini').replaceAll('\n', '\r\n') });
    chmodSync(path.join(root, 'a.py'), 0o755);
    assert.match((await go(['diff', 'HEAD'])).out, /^No request costs anything else between HEAD and the working tree\n$/);
    repository.git('checkout', '--quiet', '.');
  });

  it('holds the sum against thresholds, in both directions', async () => {
    repository.write({ 'a.py': ask('gpt-4.1') });
    const asks: [string, string, number, RegExp][] = [
      ['--fail-above', '0.001usd/call', 1, /^the change costs more than 0\.001usd\/call$/],
      ['--fail-above', '0.1usd/call', 0, /^$/],
      ['--fail-above', '100%', 1, /more than 100%/],
      ['--fail-above', '900%', 0, /^$/],
      ['--fail-below', '0usd/call', 0, /^$/],
      ['--fail-above', '5usd/month', 0, /^nothing states how often/],
      ['--fail-above', '5 dollars', 2, /^5 dollars is no threshold such as 5usd\/month, 0\.01usd\/call or 10%$/],
    ];
    for (const [option, value, code, said] of asks) {
      const answer = await go(['diff', 'HEAD', option, value]);
      assert.equal(answer.code, code, `${option} ${value}`);
      assert.match(answer.err, said);
    }
    repository.git('checkout', '--quiet', '.');
    const first = repository.git('rev-parse', 'HEAD');
    const second = repository.commit({ 'a.py': ask('gpt-4.1') });
    assert.equal((await go(['diff', second, first, '--fail-below', '0.001usd/call'])).code, 1);
    assert.equal((await go(['diff', second, first, '--fail-above', '0usd/call'])).code, 0);
    repository.git('reset', '--quiet', '--hard', first);
  });

  it('ends with 2 and one line where git cannot tell', async () => {
    const outside = createWorkspace({ 'a.py': ask('gpt-4.1') });
    assert.deepEqual(await go(['diff', 'HEAD'], outside.root), { code: 2, out: '', err: 'not a git repository' });
    assert.deepEqual(await go(['diff', 'nowhere']), { code: 2, out: '', err: 'unknown revision nowhere' });
    assert.equal((await go(['diff', '--', '--upload-pack=touch x'])).code, 2);
    const clone = path.join(outside.root, 'clone');
    repository.commit({ 'b.py': ask('gpt-4.1') });
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, clone]);
    const { code, err } = await go(['diff', 'HEAD~1'], clone);
    assert.equal(code, 2);
    assert.match(err, /^unknown revision HEAD~1; this clone is shallow: fetch it first/);
    outside.dispose();
  });

  it('runs nothing that the repository names', async () => {
    const trap = path.join(root, '.git', 'trap.sh');
    const mark = path.join(root, '.git', 'sprung');
    writeFileSync(trap, `#!/bin/sh\necho "$0 $@" >> '${mark}'\ncat\n`, { mode: 0o755 });
    for (const key of [
      'core.fsmonitor',
      'diff.external',
      'core.pager',
      'filter.evil.clean',
      'filter.evil.smudge',
      'diff.evil.textconv',
      'core.sshCommand',
    ])
      repository.git('config', key, trap);
    repository.git('config', 'core.hooksPath', path.join(root, '.git'));
    for (const hook of ['post-index-change', 'fsmonitor-watchman'])
      writeFileSync(path.join(root, '.git', hook), `#!/bin/sh\ntouch '${mark}'\n`, { mode: 0o755 });
    writeFileSync(path.join(root, '.git', 'info', 'attributes'), '* filter=evil diff=evil\n');
    writeFileSync(path.join(root, 'a.py'), ask('gpt-4.1'));
    const { code, out } = await go(['diff', 'HEAD']);
    assert.equal(code, 0);
    assert.match(out, /gpt-4\.1-mini → gpt-4\.1/);
    assert.ok(!existsSync(mark), existsSync(mark) ? readFileSync(mark, 'utf8') : '');
  });
});
