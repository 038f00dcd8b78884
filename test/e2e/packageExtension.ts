import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Makes the .vsix from the folder and answers its path. */
export function packageExtension(root: string): string {
  execFileSync('npm', ['run', '--silent', 'package'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return path.join(root, 'dist', 'prompt-cost-lint.vsix');
}
