import { type ChildProcess, fork } from 'node:child_process';
import * as vscode from 'vscode';
import type { ProjectReport } from '../report';

/** How far a scan is. */
export interface ScanProgress {
  done: number;
  files: number;
}

/** The command line's own report of the workspace, made in a process of its own, so that the editor stays quick. */
export interface ProjectScan {
  /** Throws an Error with what the program said; null where it was cancelled. */
  report(
    format: 'json' | 'html',
    onProgress: (progress: ScanProgress) => void,
    cancel: vscode.CancellationToken,
    nonce?: string,
  ): Promise<string | null>;
}

export function createProjectScan({ asAbsolutePath }: vscode.ExtensionContext): ProjectScan {
  const script = asAbsolutePath('dist/cli.js');
  return {
    report(format, onProgress, cancel, nonce) {
      const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
      const [cwd] = folders;
      if (!cwd) return Promise.resolve(null);
      const paths = folders.length === 1 ? ['.'] : folders;
      const args = ['report', '--format', format, ...(nonce ? ['--nonce', nonce] : []), ...paths];
      const child = fork(script, args, { cwd, silent: true, execArgv: [], env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
      return collect(child, onProgress, cancel);
    },
  };
}

function collect(child: ChildProcess, onProgress: (progress: ScanProgress) => void, cancel: vscode.CancellationToken): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const out: Buffer[] = [];
    let err = '';
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => {
      err += chunk;
    });
    child.on('message', (message) => onProgress(message as ScanProgress));
    child.on('error', reject);
    const cancelling = cancel.onCancellationRequested(() => child.kill());
    child.on('close', () => {
      cancelling.dispose();
      const text = Buffer.concat(out).toString();
      if (cancel.isCancellationRequested) resolve(null);
      // a file that can't be read ends with 2, and leaves the rest of the report
      else if (text) resolve(text);
      else reject(new Error(err.trim().split('\n').at(-1) || 'no answer'));
    });
  });
}

/** Reads what a scan in JSON answered. */
export const readScan = (text: string): ProjectReport => JSON.parse(text) as ProjectReport;
