import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { type Engine, languages, projectFileName, type ReadFile, Stopped, usageFileName } from '../core';
import type { PriceStore } from '../prices/store';
import {
  aliveRequest,
  comparePromptRequest,
  compressPreviewRequest,
  fileTotalsRequest,
  fixAllKind,
  type InitializationOptions,
  migrationsRequest,
  modelsRequest,
  pricesRequest,
  rewriteCheckRequest,
  rewriteTaskRequest,
  section,
  statementRequest,
} from '../protocol';
import type { UsageFiles } from '../usageFiles';
import type { ClientFeatures, Context, Feature } from './context';
import { trackDocuments } from './documents';
import { codeActions } from './features/codeActions';
import { comparePrompt } from './features/comparePrompt';
import { compressPreview } from './features/compressPreview';
import { createDiagnostics } from './features/diagnostics';
import { fileTotals } from './features/fileTotals';
import { hover } from './features/hover';
import { inlayHints, resolveInlayHint } from './features/inlayHints';
import { createMigrations } from './features/migrations';
import { models } from './features/models';
import { statement } from './features/priceCall';
import { createPrices } from './features/prices';
import { pushDiagnostics } from './features/pushDiagnostics';
import { refreshCellHints } from './features/refreshCellHints';
import { rewriteCheck, rewriteTask } from './features/rewrite';
import { Cancelled } from './opened';
import { createSettings, type ProjectFileFinder, type SettingsSource } from './settings';
import { loadTexts, translatorOf } from './texts';
import { pathOf } from './uris';

/** What the server can do. */
export const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  notebookDocumentSync: { notebookSelector: [{ cells: languages.flatMap(({ editorIds }) => editorIds.map((language) => ({ language }))) }] },
  inlayHintProvider: { resolveProvider: true },
  hoverProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind] },
  diagnosticProvider: { identifier: section, interFileDependencies: false, workspaceDiagnostics: false },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** What the server has of the machine it runs on. */
export interface ServerTools {
  prices: PriceStore;
  /** Reads files that no client has open. */
  readFile: ReadFile;
}

/** Serves one connection until it ends. The engine is made once, at the start; requests wait for it. Without `files`, there are no project files, and without `usages` nothing was measured. */
export function startServer(
  connection: Connection,
  loadEngine: () => Promise<Engine>,
  { prices, readFile }: ServerTools,
  files: ProjectFileFinder | null = null,
  usages: UsageFiles | null = null,
): void {
  let started: (context: Context) => void;
  const context = new Promise<Context>((resolve) => {
    started = resolve;
  });
  const engine = loadEngine();
  engine.catch((error) => connection.console.error(`The engine could not be loaded: ${describe(error)}`));
  let client: ClientFeatures = readFeatures({} as InitializeParams);
  let folders: string[] = [];
  const makeSettings = (pushed?: unknown): SettingsSource =>
    createSettings(connection, { canAsk: client.configuration, canShow: client.showDocument, pushed, files, usages, folders: () => folders });
  let settings: SettingsSource = makeSettings();
  let publishAll = () => {};
  // Documents may be opened before `initialized` is answered, so they are tracked from the start.
  const documents = trackDocuments(
    connection,
    engine,
    () => settings,
    () => folders,
  );

  connection.onInitialize((params) => {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    client = readFeatures(params);
    settings = makeSettings(options.settings);
    folders = (params.workspaceFolders ?? []).map(({ uri }) => pathOf(uri));
    loadTexts(options.texts);
    started({ engine, documents, settings, client, folders: () => folders, translate: translatorOf(Object.keys(options.texts ?? {})) });
    const { diagnosticProvider, ...rest } = capabilities;
    return { capabilities: client.pullDiagnostics ? { ...rest, diagnosticProvider } : rest, serverInfo: { name: 'Prompt Cost Lint' } };
  });

  connection.onInitialized(async () => {
    const ready = await context;
    if (client.watchConfiguration) await connection.client.register(DidChangeConfigurationNotification.type, { section });
    if (client.watchFiles) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [projectFileName, usageFileName].map((name) => ({ globPattern: `**/${name}` })),
      });
    }
    if (client.watchFolders) connection.workspace.onDidChangeWorkspaceFolders(changeFolders);
    // No client pulls those of cells, whose problems may also change with another cell.
    publishAll = pushDiagnostics(connection, ready, client.pullDiagnostics ? documents.isCell : () => true);
    publishAll();
    if (client.refreshInlayHints) refreshCellHints(documents, () => connection.languages.inlayHint.refresh());
  });

  const changeFolders = ({ added, removed }: WorkspaceFoldersChangeEvent) => {
    const gone = removed.map(({ uri }) => pathOf(uri));
    folders = [...folders.filter((folder) => !gone.includes(folder)), ...added.map(({ uri }) => pathOf(uri))];
  };

  /** Analyses all anew, with settings that are read again. */
  const resetSettings = (pushed?: unknown) => {
    settings.reset(pushed);
    publishAll();
    if (client.refreshInlayHints) connection.languages.inlayHint.refresh();
    if (client.refreshDiagnostics) connection.languages.diagnostics.refresh();
  };
  connection.onDidChangeConfiguration(({ settings: pushed }) => resetSettings(pushed?.[section]));
  connection.onDidChangeWatchedFiles(() => resetSettings());

  /** Wraps a feature once: a failure is logged and answered as empty. */
  const serve =
    <Params, Result>(name: string, feature: Feature<Params, Result>, empty: Result | ((params: Params) => Result)) =>
    async (params: Params, token: CancellationToken): Promise<Result> => {
      try {
        return await feature(await context, params, token);
      } catch (error) {
        if (error instanceof Cancelled || error instanceof Stopped) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
        connection.console.error(`${name} failed: ${describe(error)}`);
        return typeof empty === 'function' ? (empty as (params: Params) => Result)(params) : empty;
      }
    };

  connection.languages.inlayHint.on(serve('inlay hints', inlayHints, null));
  connection.languages.inlayHint.resolve(serve('inlay hint', resolveInlayHint, (hint) => hint));
  connection.onHover(serve('hover', hover, null));
  connection.languages.diagnostics.on(serve('diagnostics', createDiagnostics(), { kind: 'full', items: [] }));
  connection.onCodeAction(serve('code actions', codeActions, null));
  connection.onRequest(aliveRequest.method, () => ({ pid: process.pid }));
  connection.onRequest(fileTotalsRequest.method, serve('file totals', fileTotals, null));
  connection.onRequest(modelsRequest.method, serve('models', models, []));
  connection.onRequest(statementRequest.method, serve('statement', statement, []));
  connection.onRequest(pricesRequest.method, serve('prices', createPrices(prices, resetSettings), { done: false, text: '', stale: false }));
  connection.onRequest(migrationsRequest.method, serve('migrations', createMigrations(readFile), { text: '' }));
  connection.onRequest(compressPreviewRequest.method, serve('compress preview', compressPreview, null));
  connection.onRequest(comparePromptRequest.method, serve('compare prompt', comparePrompt, null));
  connection.onRequest(rewriteTaskRequest.method, serve('rewrite task', rewriteTask, null));
  connection.onRequest(rewriteCheckRequest.method, serve('rewrite check', rewriteCheck, null));
  connection.listen();
}

function readFeatures({ capabilities: client, initializationOptions }: InitializeParams): ClientFeatures {
  const workspace = client?.workspace;
  const document = client?.textDocument;
  return {
    configuration: !!workspace?.configuration,
    watchFolders: !!workspace?.workspaceFolders,
    watchFiles: !!workspace?.didChangeWatchedFiles?.dynamicRegistration,
    showDocument: !!client?.window?.showDocument?.support,
    watchConfiguration: !!workspace?.didChangeConfiguration?.dynamicRegistration,
    pullDiagnostics: !!document?.diagnostic,
    refreshDiagnostics: !!workspace?.diagnostics?.refreshSupport,
    refreshInlayHints: !!workspace?.inlayHint?.refreshSupport,
    relatedInformation: !!document?.publishDiagnostics?.relatedInformation,
    documentChanges: !!workspace?.workspaceEdit?.documentChanges,
    createFiles: !!workspace?.workspaceEdit?.resourceOperations?.includes('create'),
    disabledActions: !!document?.codeAction?.disabledSupport,
    changeAnnotations: !!workspace?.workspaceEdit?.changeAnnotationSupport,
    preview: !!(initializationOptions as InitializationOptions | undefined)?.preview,
  };
}

const describe = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));
