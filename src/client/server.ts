import * as vscode from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import { aliveRequest, type InitializationOptions, type Request, section, updatePricesCommand, userSchemes } from '../protocol';
import { type Heartbeat, startHeartbeat } from './heartbeat';
import { createRestarts } from './restarts';

/** The language server, running in its own process for as long as the extension is active. */
export interface Server {
  readonly client: LanguageClient;
  /** Is this a document that the server reads? */
  reads(document: vscode.TextDocument): boolean;
  /** Answers null when the server is not there or fails; never throws. */
  ask<Params, Result>(request: Request<Params, Result>, params: Params): Promise<Result | null>;
}

/** Without a limit, the memory of hundreds of open files is not given back; above it the server ends, and starts again. */
const heapLimit = '--max-old-space-size=1536';

/** The server is asked every half second whether it is there, and ended after three seconds without an answer. */
const beat = { interval: 500, patience: 6 };

/** Makes the client; `start` is left to the caller. */
export function createServer({ extension, asAbsolutePath }: vscode.ExtensionContext): Server {
  const module = asAbsolutePath('dist/server.js');
  const options: InitializationOptions = { preview: true };
  const documentSelector = selectorOf(extension.packageJSON);
  const client: LanguageClient = new LanguageClient(
    section,
    'Prompt Cost',
    {
      run: { module, transport: TransportKind.ipc, options: { execArgv: [heapLimit] } },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: [heapLimit, '--nolazy', '--inspect=6009'] } },
    },
    {
      documentSelector,
      initializationOptions: () => ({ ...options, texts: textsOf(vscode.l10n.bundle) }),
      // The notice of old prices has the update as its action.
      markdown: { isTrusted: { enabledCommands: [updatePricesCommand] } },
      errorHandler: restartForever(() => client.outputChannel),
    },
  );
  watch(client);
  return {
    client,
    reads: (document) => vscode.languages.match(documentSelector, document) > 0,
    ask: async (request, params) => {
      try {
        return await client.sendRequest(request.method, params);
      } catch {
        // The client logs failed requests itself, and says so when the server is gone.
        return null;
      }
    },
  };
}

/** Ends a server that hangs, so that it is started again like one that ended by itself. */
function watch(client: LanguageClient): void {
  let heartbeat: Heartbeat | undefined;
  client.onDidChangeState(async ({ newState }) => {
    heartbeat?.dispose();
    if (newState !== State.Running) return;
    const ask = () => client.sendRequest<{ pid: number }>(aliveRequest.method, null);
    const pid = await ask().then(
      (answer) => answer.pid,
      () => null,
    );
    if (pid === null) return;
    const onSilence = () => {
      client.outputChannel.appendLine(`The server has not answered for ${(beat.interval * beat.patience) / 1000} s and is ended.`);
      // A stopped process heeds no milder signal.
      process.kill(pid, 'SIGKILL');
    };
    heartbeat = startHeartbeat({ ...beat, ask, onSilence });
  });
}

/** Languages that are always ours, and files of other languages by their path, where they are the user's. */
function selectorOf({ promptCostDocuments: ours }: { promptCostDocuments: { languages: string[]; patterns: string[] } }) {
  const filters = [...ours.languages.map((language) => ({ language })), ...ours.patterns.map((pattern) => ({ pattern }))];
  return userSchemes.flatMap((scheme) => filters.map((filter) => ({ scheme, ...filter })));
}

function textsOf(bundle: typeof vscode.l10n.bundle): Record<string, string> | undefined {
  return bundle && Object.fromEntries(Object.entries(bundle).map(([key, text]) => [key, String(text)]));
}

/** The client re-opens every document after a restart, so nothing is lost; only the wait grows while the server keeps ending. */
function restartForever(output: () => vscode.OutputChannel): ErrorHandler {
  const restarts = createRestarts();
  return {
    error: () => ({ action: ErrorAction.Continue }),
    closed: async (): Promise<CloseHandlerResult> => {
      const wait = restarts.next(Date.now());
      output().appendLine(`The server ended. It starts again in ${wait / 1000} s.`);
      await new Promise((resolve) => setTimeout(resolve, wait));
      return { action: CloseAction.Restart, handled: true };
    },
  };
}
