import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests, runVSCodeCommand } from '@vscode/test-electron';
import { type Host, userSettings } from './host';
import { writeLanguagePack } from './languagePack';

/** VS Code for the desktop, through @vscode/test-electron; throws when it cannot be downloaded here. */
export async function electronHost(cachePath: string): Promise<Host> {
  const executable = await downloadAndUnzipVSCode({ cachePath, version: 'stable', timeout: 30_000 });
  return {
    label: `VS Code for the desktop at ${executable}`,
    run: async ({ extension, vsix, workspace, tests, locale, scratch }) => {
      const user = path.join(scratch, 'user');
      const extensions = path.join(scratch, 'extensions');
      mkdirSync(path.join(user, 'User'), { recursive: true });
      writeFileSync(path.join(user, 'User', 'settings.json'), JSON.stringify(userSettings));
      if (locale !== 'en') writeLanguagePack(user, locale);
      const folders = [`--user-data-dir=${user}`, `--extensions-dir=${extensions}`];
      if (vsix) await runVSCodeCommand(['--install-extension', vsix, ...folders], { cachePath, version: 'stable' });
      return runTests({
        vscodeExecutablePath: executable,
        extensionDevelopmentPath: extension ?? [],
        extensionTestsPath: tests,
        launchArgs: [workspace, ...folders, `--locale=${locale}`, '--disable-telemetry', '--disable-updates'],
      });
    },
  };
}
