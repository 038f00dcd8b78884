import path from 'node:path';
import * as l10n from '@vscode/l10n';
import { createConnection, MessageType, ProposedFeatures, ShowMessageNotification } from 'vscode-languageserver/node';
import { loadEngine } from '../loadEngine';
import { createPriceStore } from '../prices/store';
import { createProjectFiles } from '../projectFiles';
import { createFileReader } from '../readFile';
import { createTokenizerOpener } from '../tokenizerFiles';
import { createUsageFiles } from '../usageFiles';
import { startServer } from './server';

// Node IPC when VS Code starts it, `--stdio` for any other editor. The engine's assets lie beside the bundle.
const prices = createPriceStore();
const readFile = createFileReader('/');
const connection = createConnection(ProposedFeatures.all);
const onTokenizerRefused = (file: string, why: string) => {
  const message = l10n.t('{0} is not used, and counts stay approximate: {1}', file, why);
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
};
startServer(
  connection,
  () => loadEngine(path.join(__dirname, 'assets'), prices, { readFile, openBytes: createTokenizerOpener(() => []), onTokenizerRefused }),
  { prices, readFile },
  createProjectFiles(),
  createUsageFiles((file, reason) => connection.console.warn(`${file} is not used: ${reason}`)),
);
