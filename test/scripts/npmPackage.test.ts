import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'mocha';

const root = path.join(__dirname, '../..');

describe('the npm package', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'prompt-cost-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const npm = (cwd: string, command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'ignore'] });

  it('holds the command line with its assets, and nothing else', () => {
    npm(root, 'npm', 'pack', '--pack-destination', folder);
    const [tarball] = readdirSync(folder);
    const files = execFileSync('tar', ['-tzf', path.join(folder, tarball!)], { encoding: 'utf8' })
      .trim()
      .split('\n');
    for (const file of [
      'dist/cli.js',
      'dist/server.js',
      'dist/assets/web-tree-sitter.wasm',
      'dist/assets/rules/retired-model.md',
      'LICENSE',
      'README.md',
    ])
      assert.ok(files.includes(`package/${file}`), file);
    assert.deepEqual(
      files.filter((file) => /^package\/(?:src|test|scripts|node_modules|examples)\/|\.map$|extension\.js$/.test(file)),
      [],
    );
  });
  it('runs by npx in an empty folder, without a build and without the network', () => {
    const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    npm(folder, 'npm', 'install', '--offline', '--omit=optional', '--omit=dev', '--no-audit', '--no-fund', path.join(folder, tarball!));
    writeFileSync(path.join(folder, 'ask.py'), 'import openai\nopenai.OpenAI().responses.create(model="gpt-4o", input="Hi")\n');
    assert.match(npm(folder, 'npx', '--no', '--', 'prompt-cost', 'analyze', 'ask.py'), /openai\.responses +gpt-4o/);
  });
});
