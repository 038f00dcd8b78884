import type { Engine } from '../../core';
import type { State } from './openState';

/** Two states of a repository. */
export interface States {
  before: State;
  after: State;
}

/** Which files may be analysed otherwise in the two states. */
export interface Affected {
  /** Of what was changed, and of what names it or what names that; only files in which there may be something to find. */
  dependentsOf(changed: Iterable<string>): Promise<Set<string>>;
  /** Files that are not the same in both states, or not under the same settings. */
  changed: ReadonlySet<string>;
}

/** Manifests that say how the packages of a folder are called. */
const MANIFEST = /(?:^|\/)package\.json$/;
/** Files that stand for their folder in imports. */
const INDEX = /^(?:index|__init__|mod)$/;

/** Looks at the texts of all files once. */
export async function findAffected({ before, after }: States, engine: Engine): Promise<Affected> {
  const texts = new Map<string, string[]>();
  const changed = new Set<string>();
  for (const path of new Set([...before.files.keys(), ...after.files.keys()])) {
    const same = before.files.get(path) === after.files.get(path);
    if (same && !engine.accepts(path)) continue;
    const both = [same ? null : await before.textOf(path), await after.textOf(path)].filter((text) => text !== null);
    const isChanged = !same && (both.length < 2 || plain(both[0]!) !== plain(both[1]!));
    if (isChanged || (same && (await hasOtherSettings(path, before, after)))) changed.add(path);
    texts.set(path, both);
  }
  const mayMatter = new Set(
    [...texts].filter(([path, all]) => engine.accepts(path) && all.some((text) => engine.mayMatter({ text, path }))).map(([path]) => path),
  );
  const isWorth = (path: string) => mayMatter.has(path) || (changed.has(path) && engine.accepts(path));
  // what names no SDK may call a helper of what does
  const callers = namesIn(mayMatter);
  const worth = new Set(
    [...texts].filter(([path, all]) => isWorth(path) || (engine.accepts(path) && all.some((text) => callers(text)))).map(([path]) => path),
  );

  return {
    changed,
    async dependentsOf(start) {
      const found = new Set(start);
      for (let fresh = [...found]; fresh.length; ) {
        const names = namesIn(fresh);
        const roots = fresh.flatMap((path) => (MANIFEST.test(path) ? [path.replace(/package\.json$/, '')] : []));
        fresh = [...texts].flatMap(([path, all]) =>
          !found.has(path) && (roots.some((root) => path.startsWith(root)) || all.some((text) => names(text))) ? [path] : [],
        );
        for (const path of fresh) found.add(path);
      }
      return new Set([...found].filter((path) => worth.has(path)));
    },
  };
}

/** The same text whatever ends its lines: git changes them between the repository and the disk. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n');

async function hasOtherSettings(path: string, before: State, after: State): Promise<boolean> {
  return (await before.settingsOf(path)) !== (await after.settingsOf(path));
}

/** Does a text name one of these files, as an import or a path would? */
function namesIn(paths: Iterable<string>): (text: string) => boolean {
  const names = new Set<string>();
  let byFolder = false;
  for (const path of paths) {
    const [folder = '', file = ''] = `/${path}`.split('/').slice(-2);
    const name = file.replace(/\.\w+$/, '');
    byFolder ||= INDEX.test(name);
    for (const one of INDEX.test(name) ? [name, folder] : [name]) if (one) names.add(one);
  }
  if (!names.size) return () => false;
  const escaped = [...names].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // `from . import x` and `from '..'` name a folder by its place alone
  const inFolder = byFolder ? String.raw`|from\s+\.+\s+import|['"]\.{1,2}\/?['"]` : '';
  const pattern = new RegExp(String.raw`(?<![\w$])(?:${escaped.join('|')})(?![\w$])${inFolder}`);
  return (text) => pattern.test(text);
}
