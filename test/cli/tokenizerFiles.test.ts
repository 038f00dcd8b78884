import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { after, describe, it } from 'mocha';
import { createWorkspace } from './workspace';

const script = path.join(__dirname, '../../dist/cli.js');
const rankFile = Array.from({ length: 256 }, (_, byte) => `${Buffer.from([byte]).toString('base64')} ${byte}\n`).join('');
const call = `import openai
client = openai.OpenAI()
answer = client.chat.completions.create(model="mistral-large-latest", max_tokens=9, messages=[{"role": "user", "content": "Hello world"}])
`;

describe('the tokenizer files of a project', function () {
  this.timeout(120_000);
  // The catalogue knows no model “our-own”, and the one that is written “mistral-large-latest” by another name.
  const state = (file: string) => JSON.stringify({ tokenizers: { 'mistral-large-latest': file, 'our-own': file } });
  const outside = createWorkspace({ 'bytes.tiktoken': rankFile });
  const { root, dispose } = createWorkspace({
    'good/.prompt-cost.json': state('models/bytes.tiktoken'),
    'good/models/bytes.tiktoken': rankFile,
    'good/own.py': call.replace('mistral-large-latest', 'our-own'),
    'good/latest.py': call,
    'bad/.prompt-cost.json': state('models/tokenizer.json'),
    'bad/models/tokenizer.json': '{"model": {"type": "WordPiece"}}',
    'away/.prompt-cost.json': state('bytes.tiktoken'),
    ...Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`bad/many/m${index}.py`, `# ${index}\n${call}`])),
  });
  symlinkSync(path.join(outside.root, 'bytes.tiktoken'), path.join(root, 'away/bytes.tiktoken'));
  after(() => {
    dispose();
    outside.dispose();
  });
  const go = (folder: string, args: string[]) => {
    const env = { ...process.env, NODE_OPTIONS: '' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
      cwd: path.join(root, folder),
      env,
      input: 'Hello world',
      encoding: 'utf8',
    });
    return { code: status, out: stdout, err: stderr };
  };
  const count = (folder: string) => go(folder, ['count', '--format', 'json', '--model', 'mistral-large-latest', '--model', 'our-own']);

  it('make the counts of their models exact, those of models that nobody knows as well', () => {
    const { code, out, err } = count('good');
    assert.deepEqual([code, err], [0, '']);
    for (const { encoding, tokens, accuracy } of JSON.parse(out)) {
      assert.match(encoding, /^models\/bytes\.tiktoken@[\da-f]{8}$/);
      assert.deepEqual([tokens, accuracy], [11, 'exact']);
    }
  });

  it('count the prompts of programs too, by the id as it is written', () => {
    const { files } = JSON.parse(go('good', ['analyze', '--format', 'json', 'own.py', 'latest.py']).out);
    for (const { prompts, calls } of files) assert.deepEqual([prompts[0].tokens, calls[0].input.tokens >= 11], [11, true]);
  });

  it('are told of once where they are not understood, and counts stay approximate', () => {
    const { code, out, err } = count('bad');
    assert.equal(code, 0);
    assert.match(err, /^prompt-cost: models\/tokenizer\.json is not used, and counts stay approximate: model\.type: WordPiece is not known\n$/);
    assert.deepEqual(
      JSON.parse(out).map(({ accuracy }: { accuracy: string }) => accuracy),
      ['approximate', 'approximate'],
    );
  });

  it('are told of once whatever the number of threads', () => {
    const { err } = go('bad', ['analyze', '--workers', '2', '--format', 'json', 'many']);
    assert.match(err, /^prompt-cost: models\/tokenizer\.json is not used[^\n]*\n$/);
  });

  it('are not read outside of the project', () => {
    const { out, err } = count('away');
    assert.match(err, /^prompt-cost: bytes\.tiktoken is not used, and counts stay approximate: the file: lies outside of the project\n$/);
    assert.equal(JSON.parse(out)[0].accuracy, 'approximate');
  });
});
