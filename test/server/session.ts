import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Engine, ReadFile } from '../../src/core';
import { createPriceStore } from '../../src/prices/store';
import type { InitializationOptions } from '../../src/protocol';
import { startServer } from '../../src/server/server';
import type { ProjectFileFinder } from '../../src/server/settings';
import type { UsageFiles } from '../../src/usageFiles';

/** A client and the server at the two ends of a real connection. */
export interface Session {
  client: ProtocolConnection;
  /** The server's answer to `initialize`. */
  result: InitializeResult;
  /** Settings that the server reads; change them and send `workspace/didChangeConfiguration`. */
  settings: Record<string, unknown>;
  /** Texts of `window/showMessage`. */
  messages: string[];
  /** Texts of `window/logMessage`. */
  logs: string[];
  open(uri: string, text: string, languageId?: string): Promise<void>;
  close(): void;
}

export interface SessionOptions {
  engine: Engine;
  capabilities?: InitializeParams['capabilities'];
  options?: InitializationOptions;
  settings?: Record<string, unknown>;
  folder?: string;
  /** The project files that the server finds. */
  files?: ProjectFileFinder;
  /** What was measured. */
  usages?: UsageFiles;
  /** Folder of the user's price update. */
  prices?: string;
  /** Files that no client has open. */
  readFile?: ReadFile;
}

/** What VS Code's client says of itself, as far as the server asks. */
export const editorCapabilities: InitializeParams['capabilities'] = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
  textDocument: { diagnostic: {}, publishDiagnostics: { relatedInformation: true }, inlayHint: {} },
};

export async function startSession({
  engine,
  capabilities = editorCapabilities,
  options,
  settings = {},
  folder,
  files,
  usages,
  prices = '/nonexistent',
  readFile = async () => null,
}: SessionOptions): Promise<Session> {
  const up = new PassThrough();
  const down = new PassThrough();
  // Given bare streams, the library would end the process when they close.
  const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  startServer(connection, async () => engine, { prices: createPriceStore(prices), readFile }, files, usages);
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const session: Omit<Session, 'result'> = {
    client,
    settings,
    messages: [],
    logs: [],
    open: (uri, text, languageId = 'python') =>
      client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    close: () => {
      client.dispose();
      connection.dispose();
      up.destroy();
      down.destroy();
    },
  };
  client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => session.settings));
  client.onRequest('client/registerCapability', () => null);
  client.onRequest('workspace/inlayHint/refresh', () => null);
  client.onRequest('workspace/diagnostic/refresh', () => null);
  client.onNotification('window/showMessage', ({ message }: { message: string }) => session.messages.push(message));
  client.onNotification('window/logMessage', ({ message }: { message: string }) => session.logs.push(message));
  client.listen();
  const workspaceFolders = folder ? [{ uri: folder, name: 'folder' }] : null;
  const result: InitializeResult = await client.sendRequest('initialize', {
    ...{ processId: null, rootUri: null, capabilities, workspaceFolders, initializationOptions: options },
  });
  await client.sendNotification('initialized', {});
  return { ...session, result };
}
