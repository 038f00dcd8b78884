// Installs what the tests need besides Node and npm, with apt: `npm run setup`, which `npm test` does first. Only what is missing; where it
// can't be installed, one line names it, and the tests that need it are left out. Plain Node, as it runs before anything else is there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What the tests call, and the Debian package that has it. */
const tools = [
  { package: 'chromium', isThere: () => existsSync('/usr/bin/chromium') },
  { package: 'git', isThere: () => runs('git', '--version') },
  { package: 'mypy', isThere: () => runs('mypy', '--version') },
  { package: 'python3', isThere: () => runs('python3', '--version') },
  { package: 'python3-redis', isThere: () => runs('/usr/bin/python3', '-c', 'import redis') },
  { package: 'python3-typeshed', isThere: () => runs('dpkg', '-s', 'python3-typeshed') },
  { package: 'redis-server', isThere: () => runs('redis-server', '--version') },
  { package: 'ripgrep', isThere: () => runs('rg', '--version') },
];

function runs(command, ...args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** How apt is called here; null where it can't be. */
function apt() {
  if (!runs('apt-get', '--version')) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  return runs('sudo', '-n', 'true') ? ['sudo', 'apt-get'] : null;
}

function install(packages) {
  const [command, ...args] = apt() ?? [];
  if (!command) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const go = (...more) => spawnSync(command, [...args, ...more], { stdio: 'inherit', env }).status === 0;
  return go('update') && go('install', '-y', '--no-install-recommends', ...packages);
}

const missing = () => tools.flatMap((tool) => (tool.isThere() ? [] : [tool.package]));
const before = missing();
if (before.length) install(before);
const after = before.length ? missing() : [];
if (after.length) {
  console.error(`Some tests need ${after.join(', ')}, which could not be installed here. On Debian: apt-get install ${after.join(' ')}`);
}
