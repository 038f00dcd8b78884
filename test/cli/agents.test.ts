import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { after, describe, it } from 'mocha';
import { createWorkspace, runIn, todoEngine } from './workspace';

const root = path.join(__dirname, '../..');

describe('check under an agent', () => {
  const { root: folder, dispose } = createWorkspace({ 'a.py': 'x = TODO\n', 'b.py': '' });
  after(dispose);
  const go = (args: string[], isAgent = true) => runIn(folder, todoEngine('done'), args, '', isAgent);

  it('is compact by itself, with the same exit code', async () => {
    const byItself = await go(['check', 'a.py']);
    assert.deepEqual(byItself, await go(['check', '--format', 'agent', 'a.py'], false));
    assert.equal(byItself.code, 1);
    assert.match(byItself.out, /^a\.py:1:5 warning missing-output-limit: A task\.$/m);
    assert.equal((await go(['check', 'b.py'])).out, 'no errors or warnings in 1 file\n');
  });
  it('is what is asked for where a form is asked for', async () => {
    assert.deepEqual(await go(['check', '--format', 'text', 'a.py']), await go(['check', 'a.py'], false));
  });
  it('says on standard error what it says to others', async () => {
    assert.deepEqual((await go(['check', 'none.py'])).err, (await go(['check', 'none.py'], false)).err);
  });
  it('changes nothing for other commands', async () => {
    assert.deepEqual(await go(['analyze', 'a.py']), await go(['analyze', 'a.py'], false));
  });
});

describe('the examples for agents', function () {
  this.timeout(120_000);
  const { root: folder, dispose } = createWorkspace({
    'bad.py': 'import openai\nopenai.OpenAI().responses.create(model="gpt-4o", max_completion_tokens=5, input="Hi")\n',
    'good.py': 'x = 1\n',
  });
  after(dispose);
  cpSync(path.join(root, 'examples/agents'), folder, { recursive: true });
  mkdirSync(path.join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(path.join(root, 'dist/cli.js'), path.join(folder, 'node_modules/.bin/prompt-cost'));
  const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

  const runHook = (input: unknown) => {
    const { hooks } = read('.claude/settings.json').hooks.PostToolUse[0];
    const env = { ...process.env, NODE_OPTIONS: '', CLAUDE_PROJECT_DIR: folder };
    const { status, stdout, stderr } = spawnSync('sh', ['-c', hooks[0].command], {
      cwd: folder,
      env,
      input: JSON.stringify(input),
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  it('have a hook that hands problems to the agent, and says nothing of a clean edit', () => {
    const bad = runHook({ cwd: folder, tool_name: 'Edit', tool_input: { file_path: path.join(folder, 'bad.py') } });
    assert.equal(bad.status, 2, bad.stderr);
    assert.match(bad.stderr, /bad\.py:2:\d+ error wrong-output-limit-name: /);
    const good = { cwd: folder, tool_name: 'Edit', tool_input: { file_path: path.join(folder, 'good.py') } };
    assert.deepEqual(runHook(good), { status: 0, stdout: '', stderr: '' });
    assert.deepEqual(runHook({ cwd: folder, tool_input: {} }), { status: 0, stdout: '', stderr: '' });
  });
  it('have a server that starts', async () => {
    const { command, args } = read('.mcp.json').mcpServers['prompt-cost'];
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(new StdioClientTransport({ command, args, cwd: folder, env: { PATH: process.env.PATH ?? '', HOME: folder } }));
    assert.ok((await client.listTools()).tools.length);
    await client.close();
  });
  it('have a skill that names only commands and options that there are', async () => {
    const skill = readFileSync(path.join(folder, '.claude/skills/prompt-cost/SKILL.md'), 'utf8');
    assert.match(skill, /^---\nname: prompt-cost\ndescription: .+\n---\n/);
    const commands = [...skill.matchAll(/`npx prompt-cost ([^`]+)`/g)].map(([, line]) => line!);
    assert.ok(commands.length >= 4);
    for (const line of commands) {
      const [name = ''] = line.split(' ');
      const { out } = await runIn(folder, todoEngine(''), [name, '--help']);
      for (const option of line.match(/--[a-z-]+/g) ?? []) assert.ok(out.includes(option), `${line}: ${option}`);
      assert.match(out, new RegExp(`^Usage: prompt-cost ${name} `), line);
    }
  });
});
