import type { Connection } from 'vscode-languageserver';
import { Stopped } from '../../core';
import type { Context } from '../context';
import { Cancelled } from '../opened';
import { diagnosticsOf } from './diagnostics';

/** Publishes a document's problems whenever it changes, and all of them when the result is called. `wanted` says for which documents. */
export function pushDiagnostics(connection: Connection, context: Context, wanted: (uri: string) => boolean): () => void {
  const { documents } = context;
  const published = new Map<string, string>();
  const publish = async (uri: string, closed: boolean) => {
    if (closed ? !published.delete(uri) : !wanted(uri)) return;
    try {
      const analyzed = closed ? null : await documents.analyze(uri);
      if (!closed && !analyzed && !documents.uris().includes(uri)) return;
      const diagnostics = analyzed ? diagnosticsOf(context, analyzed) : [];
      const content = JSON.stringify(diagnostics);
      // Each edit of a notebook concerns all of its cells, of which most stay as they are.
      if (documents.isCell(uri) && published.get(uri) === content) return;
      if (!closed) published.set(uri, content);
      connection.sendDiagnostics({ uri, version: analyzed?.text.version, diagnostics });
    } catch (error) {
      if (!(error instanceof Cancelled || error instanceof Stopped)) connection.console.error(`diagnostics failed: ${error}`);
    }
  };
  documents.onChange((uri, closed) => void publish(uri, closed));
  return () => {
    for (const uri of documents.uris()) void publish(uri, false);
  };
}
