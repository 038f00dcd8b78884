import { CancellationToken, type DocumentUri } from 'vscode-languageserver';
import { type Analysis, createGlobMatcher, type Settings, Stopped, type StopSignal } from '../core';
import type { SettingsSource } from './settings';

/** What is open in the editor and analysed as one: a text, or the cells of one language of a notebook. */
export interface Item {
  /** Whose settings hold. */
  uri: DocumentUri;
  path: string;
  engine: { analyze(settings: Settings, signal?: StopSignal): Promise<Analysis>; close(): void };
}

/** The analysis of an item's present state. */
export interface ItemAnalysis<T extends Item> {
  item: T;
  analysis: Analysis;
  settings: Settings;
  /** Another number after each change. */
  revision: number;
}

/** The open items of one kind by key, each analysed once per change and settings. */
export interface OpenItems<T extends Item> {
  keys(): string[];
  has(key: string): boolean;
  open(key: string, item: Promise<T>): void;
  /** Changes run in their order; whoever asks for the analysis afterwards sees them. */
  change(key: string, apply: (item: T) => void): void;
  close(key: string): void;
  /** null for what is not open, excluded or switched off. */
  analyze(key: string, token?: CancellationToken): Promise<ItemAnalysis<T> | null>;
}

interface Open<T> {
  item: T;
  revision: number;
  /** The analysis under way or done for the present state, with the settings that it was made with. */
  run: { settings: Settings; result: Promise<Analysis> } | null;
  /** Stops the analysis when there is a change. */
  abort: AbortController;
  /** The last answer of `isExcluded`, for the settings that it was given. */
  excluded: { settings: Settings; value: boolean } | null;
}

/** Thrown when the client no longer wants the answer. */
export class Cancelled extends Error {}

/** Makes an empty collection. */
export function createOpenItems<T extends Item>(settings: () => SettingsSource, folders: () => string[]): OpenItems<T> {
  const items = new Map<string, Promise<Open<T>>>();
  let revision = 0;

  const keep = (key: string, open: Promise<Open<T>>) => {
    items.set(key, open);
    // Whoever asks for the analysis gets the error; until then it must not end the process.
    open.catch(() => {});
  };

  return {
    keys: () => [...items.keys()],
    has: (key) => items.has(key),
    open: (key, item) =>
      keep(
        key,
        item.then((ready) => ({ item: ready, revision: ++revision, run: null, abort: new AbortController(), excluded: null })),
      ),
    change(key, apply) {
      const present = items.get(key);
      if (!present) return;
      keep(
        key,
        present.then((open) => {
          open.abort.abort();
          open.abort = new AbortController();
          open.run = null;
          open.revision = ++revision;
          apply(open.item);
          return open;
        }),
      );
    },
    close(key) {
      const present = items.get(key);
      items.delete(key);
      present?.then(
        ({ abort, item }) => {
          abort.abort();
          item.engine.close();
        },
        () => {},
      );
    },
    async analyze(key, token = CancellationToken.None) {
      for (;;) {
        const pending = items.get(key);
        if (!pending) return null;
        const open = await pending;
        const { item } = open;
        const present = await settings().of(item.uri);
        if (token.isCancellationRequested) throw new Cancelled();
        if (items.get(key) !== pending) continue;
        if (open.excluded?.settings !== present) open.excluded = { settings: present, value: isExcluded(item.path, present, folders()) };
        if (!present.enable || open.excluded.value) return null;
        if (open.run?.settings !== present) open.run = { settings: present, result: item.engine.analyze(present, open.abort.signal) };
        const { run } = open;
        const analysis = await run.result.catch((error) => {
          if (items.get(key) !== pending) return null;
          if (!(error instanceof Stopped)) throw error;
          // The change that stopped it has not come yet.
          open.run = null;
          throw new Cancelled();
        });
        if (token.isCancellationRequested) throw new Cancelled();
        if (analysis && items.get(key) === pending && open.run === run) return { item, analysis, settings: present, revision: open.revision };
      }
    },
  };
}

/** Whether a file, or a folder that it lies in, is left out, seen from the folder that states so, else from each of the workspace. */
function isExcluded(path: string, { exclude, excludeFolder }: Settings, folders: readonly string[]): boolean {
  if (!exclude.length) return false;
  const matches = createGlobMatcher(exclude);
  const bases = excludeFolder ? [excludeFolder] : folders;
  const relative = bases.filter((folder) => path.startsWith(`${folder}/`)).map((folder) => path.slice(folder.length + 1));
  const candidates = relative.length || excludeFolder ? relative : [path];
  return candidates.some((candidate) => withParents(candidate).some(matches));
}

/** `a/b/c` → `a`, `a/b`, `a/b/c` */
function withParents(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/')).filter(Boolean);
}
