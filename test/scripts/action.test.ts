import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, it } from 'mocha';
import { parse } from 'yaml';
import { createRepository } from '../cli/repository';
import { createWorkspace } from '../cli/workspace';

const root = path.join(__dirname, '../..');
const read = (file: string) => parse(readFileSync(path.join(root, file), 'utf8'));

const ask = (name: string, model: string) => `
def ${name}():
    return client.chat.completions.create(model="${model}", max_tokens=1000, messages=[{"role": "user", "content": "Say hello."}])
`;
const head = 'from openai import OpenAI\nclient = OpenAI()\n';

describe('what is ready-made for CI', function () {
  this.timeout(120_000);
  const repository = createRepository({ 'a.py': head + ask('first', 'gpt-4.1') });
  const outside = createWorkspace({});
  after(() => {
    repository.dispose();
    outside.dispose();
  });

  it('annotates what a change added and writes what it costs, in a clean shallow clone', () => {
    const base = repository.git('rev-parse', 'HEAD');
    repository.commit({ 'a.py': head + ask('first', 'gpt-4.1') + ask('second', 'gpt-3.5-turbo-0301') });
    const clone = path.join(outside.root, 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${repository.root}`, clone]);
    const summary = path.join(outside.root, 'summary.md');
    const go = (more: Record<string, string>) =>
      spawnSync('bash', [path.join(root, 'scripts/ci/annotate.sh')], {
        cwd: clone,
        encoding: 'utf8',
        env: {
          ...{ ...process.env, NODE_OPTIONS: '', PROMPT_COST: `${process.execPath} ${path.join(root, 'dist/cli.js')}` },
          ...{ PROMPT_COST_BASE: base, PROMPT_COST_FAIL_ON: 'never', GITHUB_STEP_SUMMARY: summary, ...more },
        },
      });
    repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const { status, stdout, stderr } = go({});
    assert.equal(status, 0, stderr);
    const lines = stdout.trim().split('\n');
    assert.ok(lines.length && lines.every((line) => /^::(?:error|warning|notice) file=a\.py,line=[78],/.test(line)), stdout);
    const text = readFileSync(summary, 'utf8');
    assert.match(text, /^## What this change costs\n\n\*\*1 request between [0-9a-f]{40} and the working tree: 1 added/);
    assert.equal(go({ PROMPT_COST_FAIL_ON: 'warning' }).status, 1);
    assert.equal(go({ PROMPT_COST_FAIL_ABOVE: '0.00001usd/call' }).status, 1);
    // without the base everything is checked
    assert.match(go({ PROMPT_COST_BASE: '' }).stdout, /^::warning file=a\.py,line=5,/m);
  });

  it('asks for no right but to read, and names what there is', () => {
    assert.deepEqual(read('examples/ci/github.yml').permissions, { contents: 'read' });
    const { inputs, runs } = read('action.yml');
    assert.equal(runs.using, 'composite');
    const used = Object.values(runs.steps[0].env as Record<string, string>).flatMap((value) => /inputs\.([\w-]+)/.exec(value)?.[1] ?? []);
    assert.deepEqual(used.sort(), Object.keys(inputs).sort());
    assert.ok(!/\$\{\{/.test(runs.steps[0].run), 'what an input says never stands in the script');
    const hooks = read('.pre-commit-hooks.yaml').map(({ id }: { id: string }) => id);
    const [{ hooks: wanted }] = read('examples/ci/pre-commit.yaml').repos;
    for (const { id } of wanted) assert.ok(hooks.includes(id), id);
    const { script, artifacts } = read('examples/ci/gitlab.yml')['prompt-cost'];
    for (const file of Object.values(artifacts.reports)) assert.ok(script.some((line: string) => line.endsWith(`> ${file}`)));
  });
});
