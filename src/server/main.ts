import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { loadEngine } from '../loadEngine';
import { createPriceStore } from '../prices/store';
import { createProjectFiles } from '../projectFiles';
import { createFileReader } from '../readFile';
import { startServer } from './server';

// Node IPC when VS Code starts it, `--stdio` for any other editor. The engine's assets lie beside the bundle.
const prices = createPriceStore();
const readFile = createFileReader('/');
startServer(
  createConnection(ProposedFeatures.all),
  () => loadEngine(path.join(__dirname, 'assets'), prices, { readFile }),
  { prices, readFile },
  createProjectFiles(),
);
