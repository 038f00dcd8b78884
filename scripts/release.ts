// Builds what is published, the .vsix and the npm package, with their checksums, into dist/release: `npm run release`. Publishes nothing.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..');
const out = path.join(root, 'dist', 'release');

const run = (...args: string[]): void => {
  execFileSync('npm', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
};

run('run', 'package');
rmSync(out, { recursive: true, force: true });
mkdirSync(out);
run('pack', '--pack-destination', out);
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
writeFileSync(path.join(out, `${name}-${version}.vsix`), readFileSync(path.join(root, 'dist', `${name}.vsix`)));
const sums = readdirSync(out)
  .sort()
  .map(
    (file) =>
      `${createHash('sha256')
        .update(readFileSync(path.join(out, file)))
        .digest('hex')}  ${file}\n`,
  );
writeFileSync(path.join(out, 'SHA256SUMS'), sums.join(''));
process.stdout.write(sums.join(''));
