import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { Engine } from '../../src/core';
import type { ContextReport } from '../../src/report';
import { createTestEngine } from '../helpers/engine';
import { createWorkspace, runIn } from './workspace';

const rule = 'Answer in English. Keep functions short. Write a test for each change that you make to the code.';
const skill = `---\nname: deploy\ndescription: How to deploy.\n---\n\n${rule.repeat(20)}\n`;

describe('prompt-cost context', () => {
  let engine: Engine;
  const made: (() => void)[] = [];
  before(async () => {
    engine = await createTestEngine();
  });
  after(() => {
    for (const dispose of made) dispose();
  });

  const workspace = (files: Record<string, string>) => {
    const { root, dispose } = createWorkspace(files);
    made.push(dispose);
    return {
      root,
      go: (...args: string[]) => runIn(root, engine, ['context', ...args]),
      read: async (...args: string[]): Promise<ContextReport['agents']> => {
        const { code, out, err } = await runIn(root, engine, ['context', '--format', 'json', ...args]);
        assert.equal(code, 0, err);
        return JSON.parse(out).agents;
      },
    };
  };
  const countOf = async (text: string, model: string) =>
    (await engine.count(text, [model], (await import('../../src/core')).defaultSettings()))[0]!.count.tokens;

  it('says so where there is nothing to load', async () => {
    assert.deepEqual(await workspace({ 'README.md': rule }).go(), { code: 0, out: 'No files that a coding agent loads by itself\n', err: '' });
  });
  it('follows the imports of CLAUDE.md, each file once, and no circle', async () => {
    const [agent] = await workspace({
      'CLAUDE.md': `${rule}\nSee @docs/style.md and @AGENTS.md, not \`@docs/code.md\`.\n`,
      'docs/style.md': `${rule}\n@more.md @../CLAUDE.md`,
      'docs/more.md': rule,
      'docs/code.md': rule,
      'AGENTS.md': rule,
    }).read();
    assert.equal(agent?.id, 'claude-code');
    assert.deepEqual(
      agent.items.map(({ path: file, kind, importedBy }) => [file, kind, importedBy]),
      [
        ['CLAUDE.md', 'instructions', null],
        ['docs/style.md', 'import', 'CLAUDE.md'],
        ['docs/more.md', 'import', 'docs/style.md'],
        ['AGENTS.md', 'import', 'CLAUDE.md'],
      ],
    );
    assert.equal(agent.items[3]?.perSession.tokens, await countOf(rule, agent.model));
    assert.equal(
      agent.perSession.tokens,
      agent.items.reduce((sum, item) => sum + item.perSession.tokens, 0),
    );
  });
  it('loads of a skill its card always and its body on use, and of a rule that is bound to files its description', async () => {
    const agents = await workspace({
      '.claude/skills/deploy/SKILL.md': skill,
      '.cursor/rules/style.mdc': `---\nalwaysApply: true\n---\n${rule}\n`,
      '.cursor/rules/sql.mdc': `---\ndescription: For queries.\nglobs: "*.sql"\n---\n${rule}\n`,
      '.github/copilot-instructions.md': rule,
      '.github/instructions/all.instructions.md': `---\napplyTo: "**"\n---\n${rule}\n`,
      'GEMINI.md': rule,
      'AGENTS.md': rule,
    }).read();
    assert.deepEqual(
      agents.map(({ id, items }) => [id, items.map((item) => [item.path, item.kind, item.onUse !== null])]),
      [
        ['claude-code', [['.claude/skills/deploy/SKILL.md', 'skill', true]]],
        ['codex', [['AGENTS.md', 'instructions', false]]],
        [
          'copilot',
          [
            ['.github/copilot-instructions.md', 'instructions', false],
            ['.github/instructions/all.instructions.md', 'rule', false],
            ['AGENTS.md', 'instructions', false],
          ],
        ],
        [
          'cursor',
          [
            ['.cursor/rules/sql.mdc', 'rule', true],
            ['.cursor/rules/style.mdc', 'rule', false],
            ['AGENTS.md', 'instructions', false],
          ],
        ],
        ['gemini-cli', [['GEMINI.md', 'instructions', false]]],
      ],
    );
    const [card] = agents[0]!.items;
    assert.ok(card!.perSession.tokens < 15 && card!.onUse!.tokens > 300, JSON.stringify(card));
  });
  it("prices each turn at the agent's own model, written once to the cache and read from then on", async () => {
    const { read, go } = workspace({ 'CLAUDE.md': rule.repeat(50), '.claude/settings.json': '{ "model": "opus" }' });
    const [agent] = await read('--turns', '11');
    assert.deepEqual([agent?.modelBasis, agent?.resolvedModel], ['written', 'anthropic/claude-opus-5-5']);
    const { tokens } = agent!.perSession;
    const { firstTurn, laterTurn, turns, turnsBasis, perSession, uncached } = agent!.cost!;
    // USD 4 per million tokens of input, five quarters of it to write, a twentieth to read.
    assert.deepEqual([turns, turnsBasis], [11, 'stated']);
    assert.ok(Math.abs(firstTurn - (tokens * 5) / 1e6) < 1e-12, `${firstTurn}`);
    assert.ok(Math.abs(laterTurn - (tokens * 0.2) / 1e6) < 1e-12, `${laterTurn}`);
    assert.ok(Math.abs(perSession - firstTurn - 10 * laterTurn) < 1e-12);
    assert.ok(Math.abs(uncached - (11 * tokens * 4) / 1e6) < 1e-12);
    assert.deepEqual([(await read())[0]?.cost?.turns, (await read())[0]?.cost?.turnsBasis], [20, 'assumed']);
    assert.match((await go()).out, /^Claude Code, claude-opus-5-5\n {2}≈ [\d,]+ tok {2}CLAUDE\.md {2}instructions\n/);
  });
  it('takes sessions a day and turns from the project file', async () => {
    const stated = { volumes: [{ match: 'CLAUDE.md', callsPerDay: 10, turns: 5 }] };
    const [agent] = await workspace({ 'CLAUDE.md': rule, '.prompt-cost.json': JSON.stringify(stated) }).read();
    const { turns, turnsBasis, perSession, perMonth, sessionsPerDay } = agent!.cost!;
    assert.deepEqual([turns, turnsBasis, sessionsPerDay], [5, 'stated', 10]);
    assert.ok(Math.abs(perMonth! - perSession * 300) < perSession * 10);
  });
  it('does not know the tools of a server until it is told', async () => {
    const tool = {
      name: 'search',
      description: 'Searches the issues of a repository.',
      inputSchema: { type: 'object', properties: { q: { type: 'string' } } },
    };
    const { read, go, root } = workspace({
      'CLAUDE.md': rule,
      '.mcp.json': '{ "mcpServers": { "github": { "command": "x" }, "db": { "url": "https://x" } } }',
      '.vscode/mcp.json': '{ // comment\n "servers": { "files": { "command": "x" } } }',
      'github.json': JSON.stringify({ jsonrpc: '2.0', id: 1, result: { tools: [tool, tool] } }),
      'db.json': JSON.stringify({ tools: [] }),
    });
    const [claude, copilot] = await read();
    assert.deepEqual(
      claude!.servers.map(({ name, tools, perSession }) => [name, tools, perSession]),
      [
        ['github', null, null],
        ['db', null, null],
      ],
    );
    assert.deepEqual([claude!.perSession.atLeast, claude!.perSession.high, claude!.cost?.atLeast], [true, null, true]);
    assert.deepEqual([copilot?.id, copilot?.items, copilot?.servers[0]?.path], ['copilot', [], '.vscode/mcp.json']);
    assert.match((await go()).out, /≥ 0 tok {2}tools of github, not known {2}\.mcp\.json\n/);
    const [told] = await read('--tools', 'github=github.json', '--tools', 'db=db.json');
    assert.deepEqual([told!.servers[0]?.tools, told!.servers[1]?.tools, told!.perSession.atLeast], [2, 0, false]);
    assert.ok(told!.servers[0]!.perSession!.tokens > 50);
    writeFileSync(path.join(root, 'bad.json'), '{}');
    assert.deepEqual(await go('--tools', 'github=bad.json'), { code: 2, out: '', err: 'bad.json is no answer to tools/list\n' });
    assert.equal((await go('--tools', 'github')).code, 2);
  });
  it('reads nothing outside of the project', async () => {
    const outside = workspace({ 'secret.md': rule });
    const { read, root } = workspace({
      'CLAUDE.md': `@${path.relative('/', outside.root)}/secret.md @../${path.basename(outside.root)}/secret.md @link.md`,
    });
    symlinkSync(path.join(outside.root, 'secret.md'), path.join(root, 'link.md'));
    assert.deepEqual(
      (await read())[0]?.items.map((item) => item.path),
      ['CLAUDE.md'],
    );
  });
  it('takes broken files for what they are', async () => {
    const { read, root } = workspace({
      'CLAUDE.md': '',
      '.mcp.json': '[',
      '.claude/settings.json': '{ "model": 7 }',
      'AGENTS.md': '\uFEFF---\nx: [',
    });
    mkdirSync(path.join(root, 'GEMINI.md'));
    assert.deepEqual(
      (await read()).map(({ id, modelBasis }) => [id, modelBasis]),
      [
        ['claude-code', 'assumed'],
        ['codex', 'assumed'],
      ],
    );
  });
  it('names a path that is no folder', async () => {
    assert.deepEqual(await workspace({ a: '' }).go('a'), { code: 2, out: '', err: 'a is no folder\n' });
  });
});
