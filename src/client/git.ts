import * as vscode from 'vscode';

/** What is used here of the API of VS Code's git extension, version 1. */
interface GitApi {
  getRepository(uri: vscode.Uri): { show(ref: string, path: string): Promise<string> } | null;
}

/** A file's text at HEAD; null without git, outside of a repository, and for files that are not committed. */
export async function textAtHead(uri: vscode.Uri): Promise<string | null> {
  try {
    const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
    const api = (await extension?.activate())?.getAPI(1);
    return (await api?.getRepository(uri)?.show('HEAD', uri.fsPath)) ?? null;
  } catch {
    return null;
  }
}
