import { spawn } from 'node:child_process';
import path from 'node:path';
import * as vscode from 'vscode';

/** How the extension's own command line is started: by the program that VS Code itself runs on, as Node. */
export function commandLineOf({ extensionPath }: vscode.ExtensionContext): { command: string; script: string; env: Record<string, string> } {
  return { command: process.execPath, script: path.join(extensionPath, 'dist', 'cli.js'), env: { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' } };
}

/** The folders of the workspace that are on this machine. */
export const localFolders = (): string[] => (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }) => (uri.scheme === 'file' ? uri.fsPath : []));

/** Asks one question of the command line. Throws what it says on standard error. */
export function askTool(context: vscode.ExtensionContext, tool: string, input: unknown, token: vscode.CancellationToken): Promise<string> {
  const { command, script, env } = commandLineOf(context);
  const roots = localFolders();
  const args = [script, 'mcp', '--call', tool, ...roots.flatMap((folder) => ['--root', folder])];
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: roots[0], env: { ...process.env, ...env } });
    const cancelling = token.onCancellationRequested(() => child.kill());
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      cancelling.dispose();
      if (code === 0) resolve(out.trim());
      else reject(new Error(err.trim().replace(/^prompt-cost: /, '') || vscode.l10n.t('The question was cancelled')));
    });
    child.stdin.on('error', () => {}).end(JSON.stringify(input));
  });
}
