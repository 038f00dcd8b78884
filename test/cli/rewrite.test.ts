import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { createWorkspace } from './workspace';

const script = path.join(__dirname, '../../dist/cli.js');
const env = { ...process.env, NODE_OPTIONS: '' };
const prompt = 'You should always answer in at most 90 words.\nPlease make sure that you do not promise a refund.\n';
const node = `"${process.execPath}"`;
/** A model that reads its task and writes the same whatever it reads. */
const answering = (answer: string) => `process.stdin.resume(); process.stdin.on('end', () => process.stdout.write(${JSON.stringify(answer)}));\n`;

describe('prompts that are rewritten and compared on the command line', function () {
  this.timeout(120_000);
  const { root, dispose } = createWorkspace({
    'prompt.txt': prompt,
    'shorter.txt': 'Always answer in at most 90 words.\nDo not promise a refund.\n',
    'other.txt': 'Always answer in at most 80 words.\nDo not promise a refund.\n',
    'good.js': answering('[{"unit": 1, "new": "Always answer in at most 90 words."}, {"unit": 2, "new": "Do not promise a refund."}]'),
    'number.js': answering('[{"unit": 1, "new": "Always answer in at most 80 words."}, {"unit": 2, "new": "Do not promise a refund."}]'),
    'nonsense.js': answering('As you wish: I promise no refund.'),
    'endless.js': 'setInterval(() => {}, 1000);\n',
    'failing.js': 'process.exit(3);\n',
    'learning.js': `let text = ''; process.stdin.on('data', (chunk) => { text += chunk; }); process.stdin.on('end', () => {
      const words = /Not all pairs/.test(text) ? 90 : 80;
      process.stdout.write(JSON.stringify([{ unit: 1, new: 'Always answer in at most ' + words + ' words.' }]));
    });\n`,
  });
  before(() => assert.ok(existsSync(script), 'run npm run build first'));
  after(dispose);
  const go = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: root, env, encoding: 'utf8', input: '' });
    return { code: status, out: stdout, err: stderr };
  };
  const rewrite = (model: string, ...more: string[]) => go('compress', '--with', `${node} ${model}.js`, 'prompt.txt', ...more);

  it('applies what keeps the meaning', () => {
    assert.deepEqual(rewrite('good'), { code: 0, out: 'Always answer in at most 90 words.\nDo not promise a refund.\n', err: '' });
  });
  it('leaves out what changes it, and says why', () => {
    const { code, out, err } = rewrite('number');
    assert.deepEqual([code, out], [0, prompt.replace('Please make sure that you do', 'Do')]);
    assert.match(err, /^prompt-cost: line 1: .*“90 words”.*\n$/);
  });
  it('asks once more with the faults named', () => {
    assert.deepEqual(rewrite('learning').out, prompt.replace('You should always', 'Always'));
  });
  it('has the form of other compressions as JSON', () => {
    const { level, before: old, after: now, edits, notices } = JSON.parse(rewrite('good', '--format', 'json', '--level', 'safe').out);
    assert.deepEqual([level, now.tokens < old.tokens, notices], ['safe', true, []]);
    assert.ok(edits.every(({ rule, start, end }: { rule: string; start: number; end: number }) => rule === 'rewrite' && start <= end));
  });
  it('changes nothing where the answer holds no pairs', () => {
    const { code, out, err } = rewrite('nonsense');
    assert.deepEqual([code, out], [0, prompt]);
    assert.match(err, /no pairs/);
  });
  for (const [model, why] of [
    ['endless', /^prompt-cost: --with: no answer within 2 seconds\n$/],
    ['failing', /^prompt-cost: --with: the command ended with 3\n$/],
  ] as const) {
    it(`ends with 2 and one line where the command is ${model}`, () => {
      const { code, out, err } = rewrite(model, '--timeout', '2');
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, why);
    });
  }

  it('compares two prompts to the letter of its contract', () => {
    const same = go('compare', 'prompt.txt', 'shorter.txt');
    assert.deepEqual([same.code, same.err], [0, '']);
    assert.match(same.out, /^\d+ to \d+ tokens; no requirement changed\n$/);
    const { code, out } = go('compare', '--format', 'json', 'prompt.txt', 'other.txt');
    assert.equal(code, 1);
    const { before: old, after: now, kept, findings } = JSON.parse(out);
    assert.deepEqual([typeof old.tokens, typeof now.tokens, kept], ['number', 'number', false]);
    for (const finding of findings) assert.deepEqual(Object.keys(finding).sort(), ['after', 'before', 'kind', 'message']);
    assert.deepEqual(findings[0].before, { start: 36, end: 44, text: '90 words' });
    assert.match(go('compare', 'prompt.txt', 'other.txt').out, /^prompt\.txt:1:37 number: .*“90 words”/);
  });
  it('exits with 2 where a prompt cannot be read', () => {
    assert.equal(go('compare', 'prompt.txt', 'none.txt').code, 2);
    assert.equal(go('compare', '-', '-').code, 2);
  });
});
