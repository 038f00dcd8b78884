import picomatch from 'picomatch';
import { CancellationToken, type Connection, type DocumentUri } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, Engine, EngineDocument, Settings } from '../core';
import type { SettingsSource } from './settings';

/** Views of a text whose source is another document; analysing them would only repeat its problems. */
const views = new Set(['git', 'gitfs', 'output', 'vscode-scm', 'vscode-local-history', 'comment', 'search-editor', 'prompt-cost-preview']);

/** An analysis together with the text that it speaks of. */
export interface Analyzed {
  uri: DocumentUri;
  /** The text that was analysed, for as long as its version is `version`: an edit changes it in place. */
  text: TextDocument;
  version: number;
  analysis: Analysis;
  settings: Settings;
}

/** The open documents, kept in step with the editor. */
export interface Documents {
  uris(): DocumentUri[];
  /** The analysis of the present text; null for a document that is not open, excluded or switched off. */
  analyze(uri: DocumentUri, token?: CancellationToken): Promise<Analyzed | null>;
  /** Called after a document was opened or edited, and with `closed` when it was closed. */
  onChange(listener: (uri: DocumentUri, closed: boolean) => void): void;
}

interface Open {
  text: TextDocument;
  engine: EngineDocument;
  path: string;
  /** The analysis under way or done for the present text, with the settings that it was made with. */
  run: { settings: Settings; result: Promise<Analysis> } | null;
  /** Stops the analysis when the text changes. */
  abort: AbortController;
  /** The last answer of `isExcluded`, for the patterns that it was given. */
  excluded: { patterns: readonly string[]; value: boolean } | null;
}

/** Thrown when the client no longer wants the answer. */
export class Cancelled extends Error {}

/** Listens to the connection's document notifications; an edit costs what it changes. */
export function trackDocuments(connection: Connection, engine: Promise<Engine>, settings: () => SettingsSource, folders: () => string[]): Documents {
  const documents = new Map<DocumentUri, Promise<Open>>();
  const listeners: ((uri: DocumentUri, closed: boolean) => void)[] = [];
  const notify = (uri: DocumentUri, closed: boolean) => {
    for (const listener of listeners) listener(uri, closed);
  };

  const keep = (uri: DocumentUri, document: Promise<Open>) => {
    documents.set(uri, document);
    // Whoever asks for the analysis gets the error; until then it must not end the process.
    document.catch(() => {});
  };

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    if (views.has(schemeOf(uri))) return;
    const path = pathOf(uri);
    keep(
      uri,
      engine.then((ready) => ({
        text: TextDocument.create(uri, languageId, version, text),
        engine: ready.open({ text, path, languageId }),
        path,
        run: null,
        abort: new AbortController(),
        excluded: null,
      })),
    );
    notify(uri, false);
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = documents.get(uri);
    if (!document) return;
    // Chained rather than awaited elsewhere: whoever asks after this notification sees the edit.
    keep(
      uri,
      document.then((open) => {
        open.abort.abort();
        open.abort = new AbortController();
        open.run = null;
        for (const change of contentChanges) {
          const range = 'range' in change ? change.range : null;
          const start = range ? open.text.offsetAt(range.start) : 0;
          const end = range ? open.text.offsetAt(range.end) : open.text.getText().length;
          TextDocument.update(open.text, [change], version);
          open.engine.edit([{ start, end, text: change.text }]);
        }
        return open;
      }),
    );
    notify(uri, false);
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const document = documents.get(uri);
    documents.delete(uri);
    document?.then(
      (open) => {
        open.abort.abort();
        open.engine.close();
      },
      () => {},
    );
    if (document) notify(uri, true);
  });

  async function analyze(uri: DocumentUri, token: CancellationToken = CancellationToken.None): Promise<Analyzed | null> {
    for (;;) {
      const pending = documents.get(uri);
      if (!pending) return null;
      const open = await pending;
      const present = await settings().of(uri);
      if (token.isCancellationRequested) throw new Cancelled();
      if (documents.get(uri) !== pending) continue;
      if (open.excluded?.patterns !== present.exclude) {
        open.excluded = { patterns: present.exclude, value: isExcluded(open.path, present.exclude, folders()) };
      }
      if (!present.enable || open.excluded.value) return null;
      if (open.run?.settings !== present) open.run = { settings: present, result: open.engine.analyze(present, open.abort.signal) };
      const { run } = open;
      const analysis = await run.result.catch((error) => {
        if (documents.get(uri) === pending) throw error;
        return null;
      });
      if (token.isCancellationRequested) throw new Cancelled();
      if (analysis && documents.get(uri) === pending && open.run === run)
        return { uri, text: open.text, version: open.text.version, analysis, settings: present };
    }
  }

  return { uris: () => [...documents.keys()], analyze, onChange: (listener) => listeners.push(listener) };
}

function schemeOf(uri: DocumentUri): string {
  return uri.slice(0, Math.max(0, uri.indexOf(':'))).toLowerCase();
}

/** A path with forward slashes for any URI. A notebook cell keeps its fragment, so that it isn't taken for the notebook's file. */
export function pathOf(uri: DocumentUri): string {
  const [, rest = uri] = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?(.*)$/is.exec(uri) ?? [];
  const bare = schemeOf(uri) === 'vscode-notebook-cell' ? rest : rest.replace(/[?#].*$/s, '');
  let path = bare;
  try {
    path = decodeURIComponent(bare);
  } catch {
    // A stray percent sign: the path is only shown and matched, so it stays as it is.
  }
  return path.replace(/^\/(?=[a-z]:)/i, '');
}

function isExcluded(path: string, patterns: readonly string[], folders: readonly string[]): boolean {
  if (!patterns.length) return false;
  const matches = picomatch([...patterns], { dot: true });
  const relative = folders.filter((folder) => path.startsWith(`${folder}/`)).map((folder) => path.slice(folder.length + 1));
  return [path, ...relative].some((candidate) => matches(candidate));
}
