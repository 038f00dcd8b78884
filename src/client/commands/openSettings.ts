import * as vscode from 'vscode';
import type { CommandContext } from '.';

export const openSettings = ({ extensionId }: CommandContext) =>
  vscode.commands.executeCommand('workbench.action.openSettings', `@ext:${extensionId}`);
