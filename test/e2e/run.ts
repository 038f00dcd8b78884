// Runs the end-to-end tests in a real VS Code: `tsx test/e2e/run.ts [name of a run]...`. Exits with 1 when a test failed or nothing ran.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { electronHost } from './hosts/electron';
import type { Host, Run } from './hosts/host';
import { openWindow, serverBuildHost } from './hosts/serverBuild';
import { packageExtension } from './packageExtension';
import { actAsPerson } from './person';

const root = process.cwd();
const cachePath = path.join(root, '.vscode-test');
const bundles = path.join(cachePath, 'suite');

/** The runs: which tests, in which display language, from the folder or from the package. */
const runs = [
  { name: 'main', suite: 'main', locale: 'en', packaged: false },
  { name: 'spanish', suite: 'spanish', locale: 'es', packaged: false },
  { name: 'packaged', suite: 'packaged', locale: 'en', packaged: true },
];

async function findHost(): Promise<Host> {
  try {
    return await electronHost(cachePath);
  } catch (error) {
    console.log(`VS Code for the desktop cannot be downloaded here (${error instanceof Error ? error.message : error}).`);
    return serverBuildHost(cachePath);
  }
}

async function bundleSuites(): Promise<void> {
  await build({
    entryPoints: runs.map(({ suite }) => path.join(root, 'test/e2e/suite', suite, 'index.ts')),
    outbase: path.join(root, 'test/e2e/suite'),
    outdir: bundles,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'mocha', 'typescript'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/** An empty extension: VS Code runs tests only beside one under development, and the packaged one is installed. */
function emptyExtension(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'empty', publisher: 'test', version: '0.0.1', engines: { vscode: '*' } }));
  return folder;
}

function prepare({ name, suite, locale, packaged }: (typeof runs)[number], scratch: string): Run {
  const workspace = path.join(scratch, 'workspace');
  cpSync(path.join(root, 'examples'), workspace, { recursive: true });
  cpSync(path.join(root, 'test/fixtures/workspace'), path.join(workspace, 'fixture'), { recursive: true });
  return {
    name,
    extension: packaged ? emptyExtension(path.join(scratch, 'empty')) : root,
    vsix: packaged ? packageExtension(root) : null,
    workspace,
    tests: path.join(bundles, suite, 'index.js'),
    locale,
    scratch,
  };
}

/** Mouse and keys in the window of the server build, whichever VS Code the other runs use: only there the page can be driven. */
async function runPerson(scratch: string): Promise<number> {
  const run = prepare({ name: 'person', suite: 'main', locale: 'en', packaged: true }, scratch);
  const window = await openWindow(cachePath, { ...run, extension: null });
  try {
    await actAsPerson(window, run.workspace, async () => {});
    return 0;
  } catch (error) {
    console.error(error);
    await window.page.screenshot({ path: path.join(cachePath, 'person.png') });
    return 1;
  } finally {
    await window.close();
  }
}

async function main(): Promise<number> {
  const wanted = process.argv.slice(2);
  const names = [...runs.map(({ name }) => name), 'person'];
  const chosen = names.filter((name) => !wanted.length || wanted.includes(name));
  if (!chosen.length) throw new Error(`no such run; there are ${names.join(', ')}`);
  await bundleSuites();
  const host = await findHost();
  const failed: string[] = [];
  for (const name of chosen) {
    const scratch = mkdtempSync(path.join(tmpdir(), 'prompt-cost-e2e-'));
    const run = runs.find((candidate) => candidate.name === name);
    console.log(`\n${name}: in ${run ? host.label : "VS Code's server build, by mouse and keys"}`);
    try {
      const code = run ? await host.run(prepare(run, scratch)) : await runPerson(scratch);
      if (code !== 0) failed.push(name);
      console.log(`${name}: ${code === 0 ? 'passed' : `failed with ${code}`}`);
    } finally {
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  if (failed.length) console.log(`\nfailed: ${failed.join(', ')}`);
  return failed.length ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
