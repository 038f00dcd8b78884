import * as vscode from 'vscode';
import { section } from '../../protocol';
import type { Explorer } from '../explorer';
import type { Previews } from '../preview';
import type { ProjectScan } from '../projectScan';
import type { Server } from '../server';
import { applyPreview } from './applyPreview';
import { chooseDefaultModel } from './chooseDefaultModel';
import { comparePrompt } from './comparePrompt';
import { compressPrompt } from './compressPrompt';
import { discardPreview } from './discardPreview';
import { fixAll } from './fixAll';
import { groupProject } from './groupProject';
import { ignore } from './ignore';
import { openReport } from './openReport';
import { openSettings } from './openSettings';
import { planMigration } from './planMigration';
import { previewFix } from './previewFix';
import { priceCall } from './priceCall';
import { refreshProject } from './refreshProject';
import { restartServer } from './restartServer';
import { revertPrices } from './revertPrices';
import { rewritePrompt } from './rewritePrompt';
import { showFileCost } from './showFileCost';
import { showOutput } from './showOutput';
import { showPrices } from './showPrices';
import { toggleHints } from './toggleHints';
import { updatePrices } from './updatePrices';

/** What commands work with. */
export interface CommandContext {
  server: Server;
  previews: Previews;
  extensionId: string;
  explorer: Explorer;
  scan: ProjectScan;
}

export type Command = (context: CommandContext, ...args: never[]) => unknown;

/** Every command by the name behind `promptCost.`. All but `ignore`, `previewFix` and `priceCall` stand in the palette. */
export const commands = {
  applyPreview,
  chooseDefaultModel,
  comparePrompt,
  compressPrompt,
  discardPreview,
  fixAll,
  groupProject,
  ignore,
  openReport,
  openSettings,
  planMigration,
  previewFix,
  priceCall,
  refreshProject,
  restartServer,
  revertPrices,
  rewritePrompt,
  showFileCost,
  showOutput,
  showPrices,
  toggleHints,
  updatePrices,
} satisfies Record<string, Command>;

/** Registers all of them. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  const registered = Object.entries(commands).map(([name, command]) =>
    vscode.commands.registerCommand(`${section}.${name}`, (...args: never[]) => (command as Command)(context, ...args)),
  );
  return vscode.Disposable.from(...registered);
}
