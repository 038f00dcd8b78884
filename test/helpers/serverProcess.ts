import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createProtocolConnection, type ProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

const script = path.join(__dirname, '../../dist/server.js');

/** The built language server in a process of its own, initialised. */
export interface ServerProcess {
  client: ProtocolConnection;
  /** Texts of `window/logMessage`. */
  logs: string[];
  stop(): Promise<void>;
}

export async function startServerProcess(): Promise<ServerProcess> {
  const server = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const logs: string[] = [];
  client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => ({})));
  client.onRequest('client/registerCapability', () => null);
  client.onNotification('window/logMessage', ({ message }: { message: string }) => logs.push(message));
  client.listen();
  const capabilities = { workspace: { configuration: true }, textDocument: { inlayHint: {}, diagnostic: {} } };
  await client.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities, workspaceFolders: null });
  await client.sendNotification('initialized', {});
  return { client, logs, stop: () => stopServer(client, server) };
}

async function stopServer(client: ProtocolConnection, server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
  await ended;
  client.dispose();
}
