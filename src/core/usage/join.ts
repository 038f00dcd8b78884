import type { CellKey } from './cells';

/** A request of the project, by what a log may name it. */
export interface JoinTarget {
  /** From the project's root, with forward slashes. */
  path: string;
  line: number;
  endLine: number;
  function: string | null;
  /** Short texts that are written in it: labels, tags and names are among them. */
  literals: readonly string[];
  /** Names of the prompts that it sends. */
  prompts: readonly string[];
  /** Hashes of the fixed texts that it sends, hexadecimal. */
  hashes: readonly string[];
}

/** Where a line of a file has gone since a day; null where it is gone or that is not known. */
export type FollowLine = (path: string, line: number, key: CellKey) => number | null;

/** A line that has moved by no more than this is still taken for the same, where no other request is as near. */
const DRIFT = 5;

/**
 * The request that a key of a log belongs to: by its label, by file and line, by the function, by the line that version control followed, by
 * the prompt's name, by the hash of its text. null where nothing fits, or more than one does.
 */
export function joinTo<T extends JoinTarget>(key: CellKey, targets: readonly T[], follow: FollowLine = () => null): T | null {
  return byLabel(key, targets) ?? byPlace(key, targets, follow) ?? byPrompt(key, targets) ?? byHash(key, targets);
}

const only = <T>(found: readonly T[]): T | null => (found.length === 1 ? found[0]! : null);

function byLabel<T extends JoinTarget>({ label, file }: CellKey, targets: readonly T[]): T | null {
  if (label === undefined) return null;
  const named = targets.filter(({ literals }) => literals.includes(label));
  return only(named) ?? (file === undefined ? null : only(inFile(file, named)));
}

function byPlace<T extends JoinTarget>(key: CellKey, targets: readonly T[], follow: FollowLine): T | null {
  if (key.file === undefined) return key.function === undefined ? null : only(targets.filter((target) => isIn(key.function!, target)));
  const here = inFile(key.file, targets);
  const { line } = key;
  const inFunction = key.function === undefined ? [] : here.filter((target) => isIn(key.function!, target));
  const near = inFunction.length ? inFunction : here;
  if (line === undefined) return only(near);
  const exact = near.filter((target) => holdsLine(target, line));
  if (exact.length) return smallest(exact);
  if (inFunction.length) return nearest(inFunction, line, Number.POSITIVE_INFINITY);
  const [first] = here;
  const moved = first ? follow(first.path, line, key) : null;
  if (moved !== null) {
    const there = here.filter((target) => holdsLine(target, moved));
    if (there.length) return smallest(there);
  }
  // The function that it was made in is not there any more.
  if (key.function !== undefined) return null;
  return only(here) ?? nearest(here, line, DRIFT);
}

const holdsLine = ({ line, endLine }: JoinTarget, wanted: number): boolean => line <= wanted && wanted <= endLine;

const smallest = <T extends JoinTarget>(found: readonly T[]): T => [...found].sort((a, b) => a.endLine - a.line - (b.endLine - b.line))[0]!;

function nearest<T extends JoinTarget>(found: readonly T[], line: number, most: number): T | null {
  const [first, second] = [...found].sort((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line));
  if (!first || Math.abs(first.line - line) > most) return null;
  return second && Math.abs(second.line - line) === Math.abs(first.line - line) ? null : first;
}

/**
 * The requests of the file that a log names. Its path may be that of a deployment, which ends with a path of the project, or start further
 * down than the project does; the longest path that fits is meant, and paths that fit several files mean none.
 */
function inFile<T extends JoinTarget>(file: string, targets: readonly T[]): readonly T[] {
  const named = file.replaceAll('\\', '/').replace(/^(?:file:\/\/|\.\/)/, '');
  const paths = [...new Set(targets.map(({ path }) => path))];
  const path = paths.includes(named)
    ? named
    : (paths.filter((one) => named.endsWith(`/${one}`)).sort((a, b) => b.length - a.length)[0] ??
      only(paths.filter((one) => one.endsWith(`/${named}`))));
  return path === null ? [] : targets.filter((target) => target.path === path);
}

/** `app.chat.Bot.answer` names the function that the code calls `answer`, or `Bot.answer`. */
function isIn(name: string, target: JoinTarget): boolean {
  const last = (full: string) => full.slice(Math.max(full.lastIndexOf('.'), full.lastIndexOf('#'), full.lastIndexOf(':')) + 1);
  return target.function !== null && (target.function === name || last(target.function) === last(name));
}

function byPrompt<T extends JoinTarget>({ prompt }: CellKey, targets: readonly T[]): T | null {
  if (prompt === undefined) return null;
  const plain = (name: string) => name.toLowerCase().replace(/[-_ ]+/g, '_');
  return only(targets.filter(({ prompts, literals }) => [...prompts, ...literals].some((name) => plain(name) === plain(prompt))));
}

/** Trackers may keep the first part of a hash only. */
function byHash<T extends JoinTarget>({ hash }: CellKey, targets: readonly T[]): T | null {
  if (hash === undefined || !/^[0-9a-f]{8,}$/i.test(hash)) return null;
  return only(targets.filter(({ hashes }) => hashes.some((one) => one.startsWith(hash.toLowerCase()))));
}
