import type {
  DidChangeNotebookDocumentParams,
  DidChangeTextDocumentParams,
  DidCloseNotebookDocumentParams,
  DidOpenNotebookDocumentParams,
  DidOpenTextDocumentParams,
  NotebookDocument,
  TextDocumentItem,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** A notification of the Language Server Protocol. */
export interface Notice {
  method: string;
  params: unknown;
}

/** What the client has open, so that it can be told to another thread. A text goes by its address, cells by that of their notebook. */
export interface Mirror {
  /** The key of a document or cell; null for what is not open. */
  keyOf(uri: unknown): string | null;
  keys(): string[];
  /** UTF-16 units. */
  sizeOf(key: string): number;
  /** Takes a notification in; the key that it speaks of, null where it is about no document. */
  apply(notice: Notice): string | null;
  /** Notifications that open and close a document as it is now. */
  opening(key: string): Notice;
  closing(key: string): Notice;
}

interface OpenNotebook {
  document: NotebookDocument;
  texts: Map<string, TextDocument>;
}

const create = ({ uri, languageId, version, text }: TextDocumentItem) => TextDocument.create(uri, languageId, version, text);
const itemOf = (text: TextDocument): TextDocumentItem => ({
  ...{ uri: text.uri, languageId: text.languageId, version: text.version, text: text.getText() },
});

export function createMirror(): Mirror {
  const texts = new Map<string, TextDocument>();
  const notebooks = new Map<string, OpenNotebook>();
  const notebookOf = new Map<string, string>();

  const handlers: Record<string, (params: never) => string> = {
    'textDocument/didOpen': ({ textDocument }: DidOpenTextDocumentParams) => {
      texts.set(textDocument.uri, create(textDocument));
      return textDocument.uri;
    },
    'textDocument/didChange': ({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams) => {
      const text = texts.get(uri);
      if (text) TextDocument.update(text, contentChanges, version);
      return uri;
    },
    'textDocument/didClose': ({ textDocument: { uri } }: { textDocument: { uri: string } }) => {
      texts.delete(uri);
      return uri;
    },
    'notebookDocument/didOpen': ({ notebookDocument: document, cellTextDocuments }: DidOpenNotebookDocumentParams) => {
      notebooks.set(document.uri, { document, texts: new Map(cellTextDocuments.map((item) => [item.uri, create(item)])) });
      for (const { uri } of cellTextDocuments) notebookOf.set(uri, document.uri);
      return document.uri;
    },
    'notebookDocument/didChange': ({ notebookDocument: { uri, version }, change }: DidChangeNotebookDocumentParams) => {
      const notebook = notebooks.get(uri);
      const { structure, data = [], textContent = [] } = change.cells ?? {};
      if (!notebook) return uri;
      const cells = [...notebook.document.cells];
      if (structure) cells.splice(structure.array.start, structure.array.deleteCount, ...(structure.array.cells ?? []));
      for (const item of structure?.didOpen ?? []) {
        notebook.texts.set(item.uri, create(item));
        notebookOf.set(item.uri, uri);
      }
      for (const cell of structure?.didClose ?? []) {
        notebook.texts.delete(cell.uri);
        notebookOf.delete(cell.uri);
      }
      for (const { document, changes } of textContent) {
        const text = notebook.texts.get(document.uri);
        if (text) TextDocument.update(text, changes, document.version);
      }
      const known = new Map(data.map((cell) => [cell.document, cell]));
      notebook.document = { ...notebook.document, version, cells: cells.map((cell) => known.get(cell.document) ?? cell) };
      return uri;
    },
    'notebookDocument/didClose': ({ notebookDocument: { uri } }: DidCloseNotebookDocumentParams) => {
      for (const cell of notebooks.get(uri)?.texts.keys() ?? []) notebookOf.delete(cell);
      notebooks.delete(uri);
      return uri;
    },
  };

  const cellsOf = ({ texts: cells }: OpenNotebook) => [...cells.values()];
  return {
    keyOf(uri) {
      if (typeof uri !== 'string') return null;
      const key = notebookOf.get(uri) ?? uri;
      return texts.has(key) || notebooks.has(key) ? key : null;
    },
    keys: () => [...texts.keys(), ...notebooks.keys()],
    sizeOf(key) {
      const notebook = notebooks.get(key);
      return notebook ? cellsOf(notebook).reduce((sum, text) => sum + text.getText().length, 0) : (texts.get(key)?.getText().length ?? 0);
    },
    apply: ({ method, params }) => handlers[method]?.(params as never) ?? null,
    opening(key) {
      const notebook = notebooks.get(key);
      if (!notebook) return { method: 'textDocument/didOpen', params: { textDocument: itemOf(texts.get(key) as TextDocument) } };
      const cellTextDocuments = cellsOf(notebook).map(itemOf);
      return { method: 'notebookDocument/didOpen', params: { notebookDocument: notebook.document, cellTextDocuments } };
    },
    closing(key) {
      const notebook = notebooks.get(key);
      if (!notebook) return { method: 'textDocument/didClose', params: { textDocument: { uri: key } } };
      const cellTextDocuments = cellsOf(notebook).map(({ uri }) => ({ uri }));
      return { method: 'notebookDocument/didClose', params: { notebookDocument: { uri: key }, cellTextDocuments } };
    },
  };
}
