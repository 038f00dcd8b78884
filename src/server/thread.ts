import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import * as l10n from '@vscode/l10n';
import {
  createConnection,
  MessageType,
  PortMessageReader,
  PortMessageWriter,
  ProposedFeatures,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import { loadEngine } from '../loadEngine';
import { createPriceStore } from '../prices/store';
import { createProjectFiles } from '../projectFiles';
import { createFileReader } from '../readFile';
import { createTokenizerOpener } from '../tokenizerFiles';
import { createUsageFiles } from '../usageFiles';
import type { LaneData } from './lane';
import { startServer } from './server';
import { watchEngine } from './work';

// One of the threads that serve what the router sends them. The engine's assets lie beside the bundle.
const { work, stop } = workerData as LaneData;
const port = parentPort!;
const prices = createPriceStore();
const readFile = createFileReader('/');
const connection = createConnection(ProposedFeatures.all, new PortMessageReader(port), new PortMessageWriter(port));
const onTokenizerRefused = (file: string, why: string) => {
  const message = l10n.t('{0} is not used, and counts stay approximate: {1}', file, why);
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
};
const options = {
  readFile,
  openBytes: createTokenizerOpener(() => []),
  onTokenizerRefused,
  // Faults of the parsers leave their memory in disorder: another thread takes over.
  onFault: () => process.exit(1),
};
const load = async () =>
  watchEngine(await loadEngine(path.join(__dirname, 'assets'), prices, options), (message) => work.postMessage(message), new Int32Array(stop));
const usages = createUsageFiles((file, reason) => connection.console.warn(`${file} is not used: ${reason}`));
startServer(connection, load, { prices, readFile }, createProjectFiles(), usages);
