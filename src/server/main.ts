import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { folderAssets } from '../assets';
import { createEngine } from '../core';
import { createProjectFiles } from '../projectFiles';
import { createFileReader } from '../readFile';
import { startServer } from './server';

// Node IPC when VS Code starts it, `--stdio` for any other editor. The engine's assets lie beside the bundle.
startServer(
  createConnection(ProposedFeatures.all),
  () => createEngine(folderAssets(path.join(__dirname, 'assets')), { readFile: createFileReader('/') }),
  createProjectFiles(),
);
