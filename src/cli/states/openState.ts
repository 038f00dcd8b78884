import path from 'node:path';
import { projectFileName, type Settings } from '../../core';
import { decodeFile } from '../../disk/decode';
import type { Repository, Tree } from '../../git/trees';
import type { FoundFile } from '../../projectFiles';
import type { Host } from '../host';
import { createExcludes } from '../listFiles';
import { editorFile, type FolderSettings, openSettings, type SettingsFiles } from '../settings';

/** One state of a repository, as it is analysed. Paths are relative to the root, with forward slashes. */
export interface State {
  /** Each file with the id of what is in it: equal ids, equal files. */
  files: ReadonlyMap<string, string>;
  /** null where there is none, or it is too large. */
  textOf(path: string): Promise<string | null>;
  settingsOf(path: string): Promise<Settings>;
  /** Do the settings leave the file out? */
  isExcluded(path: string): Promise<boolean>;
  /** Project files that could not be read. */
  readonly broken: FolderSettings['broken'];
}

/** Largest text that is read, in bytes. */
const LARGEST = 2_000_000;

/** Opens a state with the settings that it has itself. `settings` keeps those that are the same in both states one object. */
export async function openState(
  repository: Repository,
  tree: Tree,
  { host, config, intern }: { host: Pick<Host, 'warn'>; config: string | undefined; intern(settings: Settings): Settings },
): Promise<State> {
  const { root } = repository;
  const texts = new Map<string, Promise<string | null>>();
  const read = async (name: string): Promise<string | null> => {
    if (!tree.files.has(name)) return null;
    const bytes = await tree.read(name);
    return bytes.length > LARGEST ? null : decodeFile(bytes).text;
  };
  const textOf = (name: string): Promise<string | null> => {
    const text = texts.get(name) ?? read(name);
    texts.set(name, text);
    return text;
  };
  const settings = await openSettings({ cwd: root, warn: host.warn }, config, settingsFiles(root, textOf));
  const isExcluded = createExcludes(root);
  const settingsOf = async (name: string) => intern(await settings.of(path.dirname(path.join(root, name))));
  return {
    files: tree.files,
    textOf,
    settingsOf,
    isExcluded: async (name) => {
      const own = await settingsOf(name);
      // a folder that is left out leaves out what is in it
      return foldersOf(name).some((folder) => isExcluded(path.join(root, folder), own)) || isExcluded(path.join(root, name), own);
    },
    broken: settings.broken,
  };
}

function settingsFiles(root: string, textOf: (name: string) => Promise<string | null>): SettingsFiles {
  const chainOf = async (folder: string): Promise<FoundFile[]> => {
    const relative = path.relative(root, folder).split(path.sep).filter(Boolean);
    const chain: FoundFile[] = [];
    for (let depth = 0; depth <= relative.length; depth++) {
      const inRoot = relative.slice(0, depth);
      const text = await textOf([...inRoot, projectFileName].join('/'));
      if (text !== null) chain.push({ folder: path.join(root, ...inRoot).replaceAll('\\', '/'), text });
    }
    return chain;
  };
  return { projectFiles: { chainOf, forget: () => {} }, editorText: () => textOf(editorFile) };
}

/** The folders that hold a file, the outermost first. */
function foldersOf(name: string): string[] {
  const parts = name.split('/');
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
