import type { CancellationToken, Connection, DocumentUri } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, Engine, EngineDocument, Settings } from '../core';
import { trackNotebooks } from './notebooks';
import { createOpenItems } from './opened';
import type { SettingsSource } from './settings';
import { isUserFile, pathOf } from './uris';

/** An analysis together with the text that it speaks of. */
export interface Analyzed {
  uri: DocumentUri;
  /** The text that was analysed, for as long as its version is `version`: an edit changes it in place. */
  text: TextDocument;
  version: number;
  /** Another number after each change of anything that the analysis rests on, other cells of a notebook too. */
  revision: number;
  analysis: Analysis;
  /** The analysis of the whole file where the text is one cell of a notebook; else the same. */
  whole: Analysis;
  settings: Settings;
}

/** The open documents, kept in step with the editor. Cells of notebooks are documents too. */
export interface Documents {
  uris(): DocumentUri[];
  /** Is this a cell of a notebook that the client keeps in step as one? */
  isCell(uri: DocumentUri): boolean;
  /** The analysis of the present text; null for a document that is not open, excluded or switched off. */
  analyze(uri: DocumentUri, token?: CancellationToken): Promise<Analyzed | null>;
  /** Called after a document was opened or edited, and with `closed` when it was closed; for a change in a notebook, once for each of its cells. */
  onChange(listener: (uri: DocumentUri, closed: boolean) => void): void;
}

interface OpenText {
  uri: DocumentUri;
  path: string;
  text: TextDocument;
  engine: EngineDocument;
}

/** Listens to the connection's document notifications; an edit costs what it changes. */
export function trackDocuments(connection: Connection, engine: Promise<Engine>, settings: () => SettingsSource, folders: () => string[]): Documents {
  const texts = createOpenItems<OpenText>(settings, folders);
  const listeners: ((uri: DocumentUri, closed: boolean) => void)[] = [];
  const notify = (uri: DocumentUri, closed: boolean) => {
    for (const listener of listeners) listener(uri, closed);
  };
  const notebooks = trackNotebooks(connection, engine, settings, folders, notify);

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    if (!isUserFile(uri)) return;
    const path = pathOf(uri);
    const open = (ready: Engine): OpenText => ({
      uri,
      path,
      text: TextDocument.create(uri, languageId, version, text),
      engine: ready.open({ text, path, languageId }),
    });
    texts.open(uri, engine.then(open));
    notify(uri, false);
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    if (!texts.has(uri)) return;
    texts.change(uri, (open) => {
      for (const change of contentChanges) {
        const range = 'range' in change ? change.range : null;
        const start = range ? open.text.offsetAt(range.start) : 0;
        const end = range ? open.text.offsetAt(range.end) : open.text.getText().length;
        TextDocument.update(open.text, [change], version);
        open.engine.edit([{ start, end, text: change.text }], open.text.getText());
      }
    });
    notify(uri, false);
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (!texts.has(uri)) return;
    texts.close(uri);
    notify(uri, true);
  });

  return {
    uris: () => [...texts.keys(), ...notebooks.uris()],
    isCell: notebooks.isCell,
    onChange: (listener) => listeners.push(listener),
    async analyze(uri, token) {
      if (notebooks.isCell(uri)) return notebooks.analyze(uri, token);
      const found = await texts.analyze(uri, token);
      if (!found) return null;
      const { item, analysis, settings: present, revision } = found;
      return { uri, text: item.text, version: item.text.version, revision, analysis, whole: analysis, settings: present };
    },
  };
}
