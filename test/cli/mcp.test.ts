import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { applyPatch, parsePatch } from 'diff';
import { after, before, describe, it } from 'mocha';
import { createRepository } from './repository';
import { createWorkspace } from './workspace';

const root = path.join(__dirname, '../..');
const script = path.join(root, 'dist/cli.js');
const env = { PATH: process.env.PATH ?? '', NODE_OPTIONS: '' };

const chat = `import openai

client = openai.OpenAI()

PROMPT = """Please make sure to answer in a polite manner, in order to help the customer. It is important to note that you must be brief."""


def ask(question: str) -> str:
    answer = client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "system", "content": PROMPT}, {"role": "user", "content": question}],
    )
    return answer.choices[0].message.content
`;

interface Answer {
  text: string;
  isError: boolean;
}

/** What an agent does with a diff; a file that is not there yet is made. */
function applyDiff(folder: string, diff: string): void {
  for (const patch of parsePatch(diff)) {
    const file = path.join(folder, patch.newFileName!);
    const fixed = applyPatch(existsSync(file) ? readFileSync(file, 'utf8') : '', patch);
    assert.ok(fixed, diff);
    writeFileSync(file, fixed);
  }
}

describe('prompt-cost mcp', function () {
  this.timeout(120_000);
  const { root: folder, dispose } = createWorkspace({ 'app/chat.py': chat, 'plain.py': 'total = 1\n', 'notes.txt': 'nothing' });
  const outside = createWorkspace({ 'secret.py': chat });
  let client: Client;

  const connect = async (args: string[] = [], cwd = folder, roots?: string[]) => {
    const made = new Client({ name: 'test', version: '1' }, { capabilities: roots ? { roots: {} } : {} });
    if (roots) made.setRequestHandler(ListRootsRequestSchema, () => ({ roots: roots.map((uri) => ({ uri: `file://${uri}` })) }));
    await made.connect(new StdioClientTransport({ command: process.execPath, args: [script, 'mcp', ...args], cwd, env }));
    return made;
  };
  const ask = async (name: string, args: Record<string, unknown>, asked = client): Promise<Answer> => {
    const { content, isError } = await asked.callTool({ name, arguments: args });
    const [first] = content as { type: string; text: string }[];
    return { text: first!.text, isError: isError === true };
  };
  const read = async (name: string, args: Record<string, unknown>) => {
    const { text, isError } = await ask(name, args);
    assert.equal(isError, false, text);
    return JSON.parse(text);
  };
  const refuse = async (name: string, args: Record<string, unknown>) => {
    const { text, isError } = await ask(name, args);
    assert.equal(isError, true, text);
    return text;
  };

  before(async () => {
    symlinkSync(path.join(outside.root, 'secret.py'), path.join(folder, 'link.py'));
    mkdirSync(path.join(folder, '.git'));
    client = await connect();
  });
  after(async () => {
    await client.close();
    dispose();
    outside.dispose();
  });

  it('says of every tool that it only reads', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['cache_compare', 'check', 'check_changes', 'context_cost', 'count', 'diff_cost', 'explain', 'preview_fix', 'price_call'],
    );
    for (const { annotations, description } of tools) {
      assert.deepEqual([annotations?.readOnlyHint, annotations?.openWorldHint], [true, false]);
      assert.ok(description);
    }
  });
  it('prices a call as analyze does, by any of its lines or of its prompt', async () => {
    const inCall = await read('price_call', { file: 'app/chat.py', line: 10 });
    const inPrompt = await read('price_call', { file: 'app/chat.py', line: 5 });
    assert.deepEqual(inPrompt, inCall);
    const [{ line, resolvedModel, cost }] = inCall.calls;
    assert.deepEqual([inCall.version, inCall.path, line, resolvedModel], [2, 'app/chat.py', 9, 'openai/gpt-4o']);
    assert.ok(cost.perCall > 0 && cost.lines.every(({ basis }: { basis: string }) => basis));
  });
  it('takes an absolute path inside of the workspace', async () => {
    assert.equal((await read('price_call', { file: path.join(folder, 'app/chat.py'), line: 10 })).path, 'app/chat.py');
  });
  it('counts a text as count does', async () => {
    const { model, tokens, accuracy } = await read('count', { text: 'Hello, world!', model: 'gpt-4o' });
    assert.deepEqual([model, tokens, accuracy], ['gpt-4o', 4, 'exact']);
    assert.equal((await read('count', { text: '--help', model: '--version' })).accuracy, 'approximate');
  });
  it('explains a rule by its documentation', async () => {
    const { id, docs } = await read('explain', { rule: 'verbose-prompt' });
    assert.equal(id, 'verbose-prompt');
    assert.equal(docs, readFileSync(path.join(root, 'docs/rules/verbose-prompt.md'), 'utf8'));
  });
  it('repairs a file by what the tools say alone', async () => {
    const file = path.join(folder, 'app/repaired.py');
    writeFileSync(file, chat);
    const findFixes = async (): Promise<{ rule: string; id: string }[]> => {
      const { problems } = await read('check', { path: 'app/repaired.py' });
      return problems.flatMap(({ rule, fixes }: { rule: string; fixes: { id: string }[] }) => fixes.slice(0, 1).map(({ id }) => ({ rule, id })));
    };
    const first = await findFixes();
    assert.ok(first.some(({ rule }) => rule === 'verbose-prompt') && first.length >= 2, JSON.stringify(first));
    // Lines move between the check and the repair, as they do while an agent works.
    writeFileSync(file, `# A new line.\n${chat}`);
    let next = first[0];
    for (let round = 0; next && round < 10; round++) {
      const { diff } = await read('preview_fix', { id: next.id });
      applyDiff(folder, diff);
      [next] = await findFixes();
    }
    assert.deepEqual((await read('check', { path: 'app/repaired.py' })).problems, []);
    assert.match(readFileSync(file, 'utf8'), /^# A new line\.$/m);
  });
  it('checks and prices what a change added', async () => {
    const { root: project, git, write, dispose: remove } = createRepository({ 'app/chat.py': chat });
    const there = await connect([], project);
    const readThere = async (name: string, args: Record<string, unknown>) => JSON.parse((await ask(name, args, there)).text);
    assert.deepEqual((await readThere('check_changes', {})).problems, []);
    write({ 'app/chat.py': chat.replace('gpt-4o', 'gpt-4') });
    const { problems } = await readThere('check_changes', { path: 'app' });
    assert.deepEqual(
      problems.map(({ rule }: { rule: string }) => rule),
      ['retired-model'],
    );
    assert.match((await readThere('preview_fix', { id: problems[0].fixes[0].id })).diff, /^-.*gpt-4"/m);
    const { changes } = await readThere('diff_cost', { base: git('rev-parse', 'HEAD') });
    assert.deepEqual([changes.length, changes[0].causes], [1, ['model']]);
    for (const base of ['--output=x', 'no-such-revision']) assert.equal((await ask('diff_cost', { base }, there)).isError, true, base);
    await there.close();
    remove();
  });
  it('writes nothing', () => {
    assert.equal(readFileSync(path.join(folder, 'app/chat.py'), 'utf8'), chat);
  });
  it('answers what is asked wrongly with an error, and goes on', async () => {
    assert.equal(await refuse('price_call', { file: '../x.py', line: 1 }), '../x.py lies outside of the workspace');
    assert.equal(
      await refuse('price_call', { file: path.join(outside.root, 'secret.py'), line: 9 }),
      `${path.join(outside.root, 'secret.py')} lies outside of the workspace`,
    );
    assert.equal(await refuse('price_call', { file: 'link.py', line: 9 }), 'link.py lies outside of the workspace');
    assert.equal(await refuse('price_call', { file: 'none.py', line: 1 }), 'there is no none.py');
    assert.equal(await refuse('price_call', { file: 'app', line: 1 }), 'app is no file');
    assert.equal(await refuse('price_call', { file: 'app/chat.py', line: 1 }), 'no LLM call is at line 1 of app/chat.py; there are calls at lines 9');
    assert.match(await refuse('price_call', { file: 'plain.py', line: 1 }), /^no LLM call is at line 1 of plain\.py/);
    assert.match(await refuse('price_call', { file: 'app/chat.py', line: 0 }), /line/);
    assert.match(await refuse('price_call', { file: 7 }), /file/);
    assert.match(await refuse('price_call', { file: 'a\0b', line: 1 }), /a\\u0000b/);
    assert.match(await refuse('explain', { rule: 'nonsense' }), /^there is no rule nonsense; there are cache-below-minimum, /);
    assert.match(await refuse('preview_fix', { id: 'nonsense' }), /is no id of a fix/);
    assert.match(await refuse('preview_fix', { id: 'app/chat.py#00000000.1' }), /names no fix of these files/);
    assert.match(await refuse('preview_fix', { id: '../x.py#00000000.1' }), /outside/);
    assert.match(await refuse('count', { model: 'gpt-4o' }), /text/);
    assert.match(await refuse('nonsense', {}), /nonsense/);
    assert.equal((await ask('count', { text: 'a', model: 'gpt-4o' })).isError, false);
  });
  it('reads in the roots that the client has, or that the command line names', async () => {
    const offered = await connect([], outside.root, [folder]);
    assert.equal((await ask('price_call', { file: 'app/chat.py', line: 10 }, offered)).isError, false);
    assert.equal((await ask('price_call', { file: 'secret.py', line: 10 }, offered)).text, 'there is no secret.py');
    await offered.close();
    const named = await connect(['--root', folder], outside.root);
    assert.equal((await ask('price_call', { file: 'app/chat.py', line: 10 }, named)).isError, false);
    await named.close();
  });
});
