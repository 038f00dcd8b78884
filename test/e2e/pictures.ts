// Takes the pictures of README and walkthrough from a real VS Code into media/walkthrough: `tsx test/e2e/pictures.ts`.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openWindow } from './hosts/serverBuild';
import { packageExtension } from './packageExtension';
import { actAsPerson } from './person';

async function main(): Promise<void> {
  const root = process.cwd();
  const scratch = mkdtempSync(path.join(tmpdir(), 'prompt-cost-pictures-'));
  const workspace = path.join(scratch, 'support-desk');
  const target = path.join(root, 'media', 'walkthrough');
  cpSync(path.join(root, 'examples'), workspace, { recursive: true });
  cpSync(path.join(root, 'test/fixtures/workspace'), path.join(workspace, 'fixture'), { recursive: true });
  mkdirSync(target, { recursive: true });
  const window = await openWindow(path.join(root, '.vscode-test'), {
    name: 'pictures',
    extension: null,
    vsix: packageExtension(root),
    workspace,
    locale: 'en',
    scratch,
  });
  try {
    await actAsPerson(window, workspace, async (name, page) => {
      await page.screenshot({ path: path.join(target, `${name}.png`) });
    });
  } catch (error) {
    await window.page.screenshot({ path: path.join(root, '.vscode-test', 'failed.png') });
    throw error;
  } finally {
    await window.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
