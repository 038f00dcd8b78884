import type { CancellationToken } from 'vscode-languageserver';
import type { Engine } from '../core';
import type { Documents } from './documents';
import type { SettingsSource } from './settings';

/** What the client can do, read once at the start. */
export interface ClientFeatures {
  configuration: boolean;
  watchFolders: boolean;
  /** Project files may be watched. */
  watchFiles: boolean;
  /** A document may be opened at a place. */
  showDocument: boolean;
  watchConfiguration: boolean;
  pullDiagnostics: boolean;
  refreshDiagnostics: boolean;
  refreshInlayHints: boolean;
  relatedInformation: boolean;
  changeAnnotations: boolean;
  documentChanges: boolean;
  createFiles: boolean;
  disabledActions: boolean;
  /** Our own client: it has the command that shows a fix as a diff. */
  preview: boolean;
}

/** All that a feature needs. Made once per connection. */
export interface Context {
  engine: Promise<Engine>;
  documents: Documents;
  settings: SettingsSource;
  client: ClientFeatures;
  /** Paths of the workspace's folders. */
  folders(): string[];
  /** Puts a text that the engine wrote, values filled in, into the display language. */
  translate(text: string): string;
}

/** One feature: answers a request from the analysis of its document. */
export type Feature<Params, Result> = (context: Context, params: Params, token: CancellationToken) => Promise<Result>;
