import type { Connection } from 'vscode-languageserver';
import type { Context } from '../context';
import { Cancelled } from '../documents';
import { diagnosticsOf } from './diagnostics';

/** For clients that cannot pull: publishes a document's problems whenever it changes, and all of them when the result is called. */
export function pushDiagnostics(connection: Connection, context: Context): () => void {
  const { documents } = context;
  const publish = async (uri: string, closed: boolean) => {
    try {
      const analyzed = closed ? null : await documents.analyze(uri);
      if (!closed && !analyzed && !documents.uris().includes(uri)) return;
      connection.sendDiagnostics({ uri, version: analyzed?.text.version, diagnostics: analyzed ? diagnosticsOf(context, analyzed) : [] });
    } catch (error) {
      if (!(error instanceof Cancelled)) connection.console.error(`diagnostics failed: ${error}`);
    }
  };
  documents.onChange((uri, closed) => void publish(uri, closed));
  return () => {
    for (const uri of documents.uris()) void publish(uri, false);
  };
}
