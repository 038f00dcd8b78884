import * as vscode from 'vscode';
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type InitializationOptions, type Request, section, updatePricesCommand } from '../protocol';
import { createRestarts } from './restarts';

/** The language server, running in its own process for as long as the extension is active. */
export interface Server {
  readonly client: LanguageClient;
  /** Is this a document that the server reads? */
  reads(document: vscode.TextDocument): boolean;
  /** Answers null when the server is not there or fails; never throws. */
  ask<Params, Result>(request: Request<Params, Result>, params: Params): Promise<Result | null>;
}

/** Makes the client; `start` is left to the caller. */
export function createServer({ extension, asAbsolutePath }: vscode.ExtensionContext): Server {
  const module = asAbsolutePath('dist/server.js');
  const options: InitializationOptions = { preview: true };
  const documentSelector = selectorOf(extension.packageJSON);
  const client: LanguageClient = new LanguageClient(
    section,
    'Prompt Cost',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
    },
    {
      documentSelector,
      initializationOptions: () => ({ ...options, texts: textsOf(vscode.l10n.bundle) }),
      // The notice of old prices has the update as its action.
      markdown: { isTrusted: { enabledCommands: [updatePricesCommand] } },
      errorHandler: restartForever(() => client.outputChannel),
    },
  );
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

/** Languages that are always ours, and files of other languages by their path. */
function selectorOf({ promptCostDocuments: ours }: { promptCostDocuments: { languages: string[]; patterns: string[] } }) {
  return [...ours.languages.map((language) => ({ language })), ...ours.patterns.map((pattern) => ({ pattern }))];
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
