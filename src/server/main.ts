import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createLane } from './lane';
import { startRouter } from './router';

// Node IPC when VS Code starts it, `--stdio` for any other editor. This thread only passes messages on, so that it always answers.
startRouter(createConnection(ProposedFeatures.all), (name) => createLane(path.join(__dirname, 'serverThread.js'), name));
