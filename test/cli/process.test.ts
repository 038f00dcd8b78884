import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { createWorkspace } from './workspace';

const root = path.join(__dirname, '../..');
const script = path.join(root, 'dist/cli.js');
/** The program runs as it is built, whatever loads the tests. */
const env = { ...process.env, NODE_OPTIONS: '' };

const call = `import openai
client = openai.OpenAI()

def ask(question: str) -> str:
    answer = client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "system", "content": "You answer in one word."}, {"role": "user", "content": f"Q: {question}"}],
    )
    return answer.choices[0].message.content
`;

describe('the built command line', function () {
  // Each test starts processes, which takes its time where the machine is busy.
  this.timeout(120_000);
  const { root: folder, dispose } = createWorkspace({
    'ask.py': call,
    'plain.py': 'total = sum(range(10))\n',
    'broken.py': `${call}\ndef half(:\n`,
    'data.py': 'openai \0\0\0',
    'prompt.txt': 'Please make sure to answer in order to help.',
    'letter.txt': 'Dear all, the shop is closed on Monday.',
    ...Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`many/m${index}.py`, `# ${index}\n${call}`])),
  });
  before(() => assert.ok(existsSync(script), 'run npm run build first'));
  after(dispose);
  const go = (args: string[], input = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: folder, env, input, encoding: 'utf8' });
    return { code: status, out: stdout, err: stderr };
  };

  it('names a file that breaks the parser for good, and reads the others', () => {
    const { root: broken, dispose: drop } = createWorkspace({
      'a/ask.py': call,
      'b/comments.py': `import openai\n${'/*\n'.repeat(4500)}`,
      'c/ask.py': call,
    });
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, 'analyze', '--format', 'json', broken], { env, encoding: 'utf8' });
    drop();
    assert.equal(status, 2);
    assert.match(stderr, /comments\.py \(the python parser failed on it/);
    assert.equal(JSON.parse(stdout).totals.calls, 2);
  });

  it('analyzes a call to the letter of its contract', () => {
    const { code, out, err } = go(['analyze', '--format', 'json', 'ask.py']);
    assert.deepEqual([code, err], [0, '']);
    const { version, prices, files, totals } = JSON.parse(out);
    assert.equal(version, 2);
    assert.match(prices.asOf, /^\d{4}-\d\d-\d\d$/);
    assert.deepEqual(totals, { files: 1, calls: 1, prompts: 2 });
    const [{ calls, prompts, ...file }] = files;
    assert.deepEqual(file, { path: 'ask.py', language: 'python', parsed: true });
    const [{ input, output, cost, ...rest }] = calls;
    assert.deepEqual(rest, {
      line: 5,
      column: 14,
      endLine: 8,
      endColumn: 6,
      provider: 'openai',
      api: 'openai.chat.completions',
      sdk: 'openai',
      kind: 'chat',
      model: 'gpt-4o',
      models: ['gpt-4o'],
      modelBasis: 'written',
      resolvedModel: 'openai/gpt-4o',
      outputLimit: null,
      stream: false,
      inLoop: false,
      cached: false,
      promptCache: false,
      site: 'request',
      definition: null,
      definitions: [],
    });
    assert.deepEqual(
      [input.placeholders, input.high, output.basis, cost.currency, cost.perMonth, cost.volume],
      [1, null, 'assumed', 'USD', null, null],
    );
    assert.deepEqual(
      cost.lines.map(({ unit, when, per, basis }: Record<string, unknown>) => [unit, when, per, basis]),
      [
        ['input', 'always', 1_000_000, 'assumed'],
        ['output', 'always', 1_000_000, 'assumed'],
      ],
    );
    assert.equal(input.tokens, input.low, 'what was counted is the least that is sent');
    assert.deepEqual(
      prompts.map(({ role, startLine, startColumn, endLine, endColumn, templated, placeholders, call: of }: Record<string, unknown>) => [
        ...[role, startLine, startColumn, endLine, endColumn, templated, placeholders, of],
      ]),
      [
        ['system', 7, 49, 7, 74, false, [], 0],
        ['user', 7, 105, 7, 121, true, ['question'], 0],
      ],
    );
  });

  it('gives the same bytes whatever the number of threads', () => {
    const one = go(['check', '--format', 'json', '--workers', '1', '.']).out;
    assert.ok(JSON.parse(one).problems.length >= 60);
    assert.equal(go(['check', '--format', 'json', '--workers', '3', '.']).out, one);
    assert.equal(go(['check', '--format', 'json', '.']).out, one);
  });

  it('says of a file why it was not read, and reads what stands around a syntax error', () => {
    const { files } = JSON.parse(go(['analyze', '--format', 'json', 'data.py', 'plain.py', 'broken.py', 'letter.txt']).out);
    assert.deepEqual(
      files.map((file: { parsed: boolean; notice?: string; calls: unknown[] }) => [file.parsed, file.notice !== undefined, file.calls.length]),
      [
        [false, true, 0],
        [false, true, 0],
        [true, false, 1],
        [false, true, 0],
      ],
    );
  });

  it('fixes nothing more on a second run', () => {
    assert.equal(go(['fix', 'many']).code, 0);
    const text = readFileSync(path.join(folder, 'many/m7.py'), 'utf8');
    assert.equal(go(['fix', 'many']).out, 'Nothing to fix\n');
    assert.equal(readFileSync(path.join(folder, 'many/m7.py'), 'utf8'), text);
  });

  it('holds the cost of all calls against a maximum', () => {
    const dear = go(['check', 'ask.py', '--fail-on', 'never', '--max-cost', '0.0001']);
    assert.equal(dear.code, 1);
    assert.match(dear.err, /^prompt-cost: the calls cost ≈ \$0\.00\d+ together, above the maximum of \$0\.0001\n$/);
    assert.deepEqual(go(['check', 'ask.py', '--fail-on', 'never', '--max-cost', '1']).code, 0);
  });

  it('compresses and counts a file or standard input', () => {
    const text = readFileSync(path.join(folder, 'prompt.txt'), 'utf8');
    const fromFile = go(['compress', 'prompt.txt']);
    assert.equal(fromFile.code, 0);
    assert.ok(fromFile.out.length < text.length);
    assert.deepEqual(go(['compress', '-'], text), fromFile);
    assert.deepEqual(go(['compress'], text), fromFile);
    const { level, before, after: result, edits, notices } = JSON.parse(go(['compress', '--format', 'json', '--level', 'safe', 'prompt.txt']).out);
    assert.equal(level, 'safe');
    assert.ok(before.tokens >= result.tokens && Array.isArray(edits) && Array.isArray(notices));
    const counts = JSON.parse(go(['count', '--format', 'json', '--model', 'gpt-4o', '--model', 'no-such-model'], 'Hello world').out);
    assert.deepEqual(counts[0], { model: 'gpt-4o', encoding: 'o200k_base', tokens: 2, accuracy: 'exact', low: 2, high: 2, inputCost: 5e-6 });
    assert.deepEqual([counts[1].model, counts[1].accuracy, counts[1].inputCost], ['no-such-model', 'approximate', null]);
  });

  it('shows the catalogue and one of its rows, with date and source', () => {
    assert.match(go(['models']).out, /^openai\/gpt-4o +\$2\.50 +\$10\.00 /m);
    const { out } = go(['models', 'gpt-4o']);
    for (const part of [
      /^model +openai\/gpt-4o$/m,
      /^service +ends 2027-01-14, replaced by gpt-6-luna$/m,
      /^source +\S+/m,
      /^any size +\$2\.50 +\$10\.00/m,
    ]) {
      assert.match(out, part);
    }
    assert.equal(JSON.parse(go(['models', 'gpt-4o', '--format', 'json']).out).id, 'openai/gpt-4o');
    assert.equal(go(['models', 'no-such-model']).code, 2);
  });

  it('ends quietly when its reader goes away', async () => {
    const child = spawn(process.execPath, [script, 'models', '--format', 'json'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.once('data', () => child.stdout.destroy());
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.deepEqual([code, err], [0, '']);
  });

  it('speaks the Language Server Protocol with lsp --stdio', async () => {
    const child = spawn(process.execPath, [script, 'lsp', '--stdio'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    let answer = '';
    for await (const chunk of child.stdout) {
      answer += chunk;
      if (answer.includes('"hoverProvider":true')) break;
    }
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.stdin.end();
    assert.match(answer, /"hoverProvider":true/);
    await ended;
  });
});
