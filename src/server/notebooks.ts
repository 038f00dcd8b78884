import type { CancellationToken, Connection, DocumentUri, NotebookCell, TextDocumentItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analysisOfCell, type Cell, type Engine, type EngineCells } from '../core';
import type { Analyzed } from './documents';
import { createOpenItems } from './opened';
import type { SettingsSource } from './settings';
import { isUserFile, pathOf } from './uris';

/** The cells of open notebooks. Each sees what the cells before it import. */
export interface Notebooks {
  uris(): DocumentUri[];
  isCell(uri: DocumentUri): boolean;
  /** The analysis of one cell, made together with the others; null for one that is not open, excluded or switched off. */
  analyze(uri: DocumentUri, token?: CancellationToken): Promise<Analyzed | null>;
}

interface Notebook {
  uri: DocumentUri;
  /** In the order in which they stand in the notebook. */
  cells: TextDocument[];
}

/** The cells of one language. */
interface OpenCells {
  uri: DocumentUri;
  path: string;
  engine: EngineCells;
}

/** Listens to the connection's notebook notifications. `notify` is called for each cell that a change may touch. */
export function trackNotebooks(
  connection: Connection,
  engine: Promise<Engine>,
  settings: () => SettingsSource,
  folders: () => string[],
  notify: (uri: DocumentUri, closed: boolean) => void,
): Notebooks {
  const notebooks = new Map<DocumentUri, Notebook>();
  const items = createOpenItems<OpenCells>(settings, folders);
  const keyOf = ({ uri }: Notebook, languageId: string) => `${languageId} ${uri}`;
  const find = (cell: DocumentUri) => [...notebooks.values()].find(({ cells }) => cells.some(({ uri }) => uri === cell));

  /** Hands the present cells to the engine, one collection for each language among them. */
  function refresh(notebook: Notebook): void {
    const cells = notebook.cells.map((text): Cell => ({ text: text.getText(), languageId: text.languageId }));
    const path = pathOf(notebook.uri);
    for (const languageId of new Set(notebook.cells.map((text) => text.languageId))) {
      const key = keyOf(notebook, languageId);
      if (items.has(key)) items.change(key, (open) => open.engine.update(cells));
      else
        items.open(
          key,
          engine.then((ready) => ({ uri: notebook.uri, path, engine: ready.openCells(cells, languageId, path) })),
        );
    }
    for (const { uri } of notebook.cells) notify(uri, false);
  }

  connection.notebooks.synchronization.onDidOpenNotebookDocument(({ notebookDocument: { uri, cells }, cellTextDocuments }) => {
    if (!isUserFile(uri)) return;
    const notebook = { uri, cells: arrange(cells, cellTextDocuments.map(toText)) };
    notebooks.set(uri, notebook);
    refresh(notebook);
  });

  connection.notebooks.synchronization.onDidChangeNotebookDocument(({ notebookDocument: { uri }, change: { cells: change } }) => {
    const notebook = notebooks.get(uri);
    if (!notebook || !change) return;
    const { structure, textContent = [] } = change;
    const gone = (structure?.didClose ?? []).map((cell) => cell.uri);
    if (structure) {
      const { start, deleteCount, cells = [] } = structure.array;
      const known = [...(structure.didOpen ?? []).map(toText), ...notebook.cells];
      notebook.cells = [...notebook.cells];
      notebook.cells.splice(start, deleteCount, ...arrange(cells, known));
    }
    for (const { document, changes } of textContent) {
      const text = notebook.cells.find((cell) => cell.uri === document.uri);
      if (text) TextDocument.update(text, changes, document.version);
    }
    for (const cell of gone) notify(cell, true);
    refresh(notebook);
  });

  connection.notebooks.synchronization.onDidCloseNotebookDocument(({ notebookDocument: { uri } }) => {
    const notebook = notebooks.get(uri);
    if (!notebook) return;
    notebooks.delete(uri);
    for (const key of items.keys()) if (key.endsWith(` ${uri}`)) items.close(key);
    for (const cell of notebook.cells) notify(cell.uri, true);
  });

  return {
    uris: () => [...notebooks.values()].flatMap(({ cells }) => cells.map(({ uri }) => uri)),
    isCell: (uri) => find(uri) !== undefined,
    async analyze(uri, token) {
      const before = find(uri);
      const languageId = before?.cells.find((cell) => cell.uri === uri)?.languageId;
      const found = before && languageId !== undefined ? await items.analyze(keyOf(before, languageId), token) : null;
      // The cell may have moved or gone meanwhile; the analysis is of the present cells.
      const index = before?.cells.findIndex((cell) => cell.uri === uri) ?? -1;
      const text = before?.cells[index];
      if (!found || !text) return null;
      const { analysis, settings: present, revision } = found;
      return { uri, text, version: text.version, revision, analysis: analysisOfCell(analysis, index), whole: analysis, settings: present };
    },
  };
}

const toText = ({ uri, languageId, version, text }: TextDocumentItem) => TextDocument.create(uri, languageId, version, text);

/** The texts of cells in the cells' order. */
function arrange(cells: readonly NotebookCell[], texts: readonly TextDocument[]): TextDocument[] {
  return cells.flatMap(({ document }) => texts.find(({ uri }) => uri === document) ?? []);
}
