import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { runMocha } from '../mochaRun';

export function run(): Promise<void> {
  return runMocha(() => {
    describe('VS Code', () => {
      it('runs', () => {
        assert.equal(vscode.workspace.workspaceFolders?.length, 1);
        assert.equal(vscode.env.language, 'en');
      });
    });
  });
}
