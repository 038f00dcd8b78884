import type { Connection, DocumentUri } from 'vscode-languageserver';
import { createSettingsReader, knownNames, projectFileName, type Settings, type SettingsSource as Source } from '../core';
import { section } from '../protocol';
import type { UsageFiles } from '../usageFiles';
import { createRemarks } from './remarks';
import { folderOf, pathOf, schemeOf } from './uris';

/** Settings per document. Two documents with equal settings get the same object, which the engine compares by identity. */
export interface SettingsSource {
  of(uri: DocumentUri): Promise<Settings>;
  /** The nearest project file of a document, or where one would be made; null for a document that lies in no folder. */
  projectFileOf(uri: DocumentUri): Promise<ProjectFilePlace | null>;
  /** Forgets all; `raw` replaces what clients gave that cannot be asked. */
  reset(raw?: unknown): void;
}

export interface ProjectFilePlace {
  folder: string;
  /** As it is shown. */
  name: string;
  /** null where it is to be made. */
  text: string | null;
}

/** The part of `ProjectFiles` that the server needs; a host without files has none. */
export interface ProjectFileFinder {
  chainOf(folder: string): Promise<readonly { folder: string; text: string }[]>;
  forget(): void;
}

export interface SettingsOptions {
  /** Whether the client can be asked for the section `promptCost` of a document; else `pushed` holds. */
  canAsk: boolean;
  /** Whether the client can open a document at a place. */
  canShow: boolean;
  pushed: unknown;
  files: ProjectFileFinder | null;
  /** What was measured; null for a host without files. */
  usages: UsageFiles | null;
  /** Paths of the workspace's folders. */
  folders(): readonly string[];
}

/** Settings of the client, under those of the project files in and above a document's folder. What is wrong in them is named once. */
export function createSettings(connection: Connection, options: SettingsOptions): SettingsSource {
  const { canAsk, files, usages, folders } = options;
  const reader = createSettingsReader(knownNames());
  const byDocument = new Map<DocumentUri, Promise<Settings>>();
  const byContent = new Map<string, Settings>();
  const remarks = createRemarks(connection, options.canShow);
  let pushed = options.pushed;

  async function read(uri: DocumentUri): Promise<Settings> {
    const asked = canAsk ? connection.workspace.getConfiguration({ scopeUri: uri, section }) : pushed;
    // What was never saved, or is shown from elsewhere, goes by the first folder of the workspace.
    const folder = schemeOf(uri) === 'file' ? folderOf(pathOf(uri)) : folders()[0];
    const [raw, chain, measured] = await Promise.all([
      asked,
      folder === undefined || !files ? [] : files.chainOf(folder),
      folder === undefined || !usages ? null : usages.usageOf(folder),
    ]);
    const content = JSON.stringify([raw, chain, measured?.folder]);
    const known = byContent.get(content);
    if (known) return known;
    const projects = chain.map((file) => ({ ...file, kind: 'project' as const, file: nameOf(file.folder, folders()) }));
    const sources: Source[] = [{ kind: 'editor', raw }, ...projects];
    const { settings: stated, remarks: found } = reader.read(sources);
    const settings = { ...stated, measured };
    byContent.set(content, settings);
    remarks.say(found, projects);
    return settings;
  }

  return {
    of(uri) {
      const known = byDocument.get(uri);
      if (known) return known;
      const reading = read(uri);
      byDocument.set(uri, reading);
      reading.catch(() => byDocument.delete(uri));
      return reading;
    },
    async projectFileOf(uri) {
      const folder = schemeOf(uri) === 'file' ? folderOf(pathOf(uri)) : undefined;
      if (folder === undefined || !files) return null;
      const nearest = (await files.chainOf(folder)).at(-1);
      const place = nearest?.folder ?? holderOf(folder, folders()) ?? folder;
      return { folder: place, name: nameOf(place, folders()), text: nearest?.text ?? null };
    },
    reset(raw) {
      byDocument.clear();
      byContent.clear();
      files?.forget();
      usages?.forget();
      if (raw !== undefined) pushed = raw;
    },
  };
}

/** The name of a folder's project file, from the folder of the workspace that holds it. */
function nameOf(folder: string, folders: readonly string[]): string {
  const file = `${folder}/${projectFileName}`;
  const holder = holderOf(folder, folders);
  return holder === undefined ? file : file.slice(holder.length + 1);
}

/** The innermost folder of the workspace that holds a folder. */
const holderOf = (folder: string, folders: readonly string[]): string | undefined =>
  folders.filter((one) => `${folder}/`.startsWith(`${one}/`)).sort((a, b) => b.length - a.length)[0];
