import type { Keys, Leaf, RecordedRequest, Section } from './request';

/** Why the beginning of the second request is not that of the first. */
export type DifferenceKind = 'model' | 'order' | 'time' | 'id' | 'number' | 'added' | 'removed' | 'text';

/** Where two requests differ first, in the order in which providers cache. */
export interface Difference {
  section: Section;
  kind: DifferenceKind;
  /** Of the second request; of the first where the second ends. */
  path: string;
  /** UTF-16 offset in the text at that path. */
  offset: number;
  /** 1-based, in that text. */
  line: number;
  column: number;
  /** What stands there, with what is around it; null where a request has nothing there. */
  before: string | null;
  after: string | null;
  /** How many leaves of both requests are the same before it. */
  leaves: number;
}

/** Null where the second request goes on from the whole of the first. */
export function findDifference({ leaves: first }: RecordedRequest, { leaves: second }: RecordedRequest): Difference | null {
  let index = 0;
  while (index < first.length && index < second.length && isSame(first[index]!, second[index]!)) index++;
  const [old, now] = [first[index], second[index]];
  if (!old) return null;
  const isHere = now && old.section === now.section && old.path === now.path;
  const offset = isHere ? commonLength(old.text, now.text) : 0;
  const { section, path, text } = now ?? old;
  const lines = text.slice(0, offset).split('\n');
  return {
    section,
    kind: kindOf(first, second, index, offset),
    ...{ path, offset, line: lines.length, column: lines.at(-1)!.length + 1 },
    before: isHere || !now ? around(old.text, offset) : null,
    after: now ? around(now.text, offset) : null,
    leaves: index,
  };
}

const isSame = (a: Leaf, b: Leaf): boolean => a.path === b.path && a.text === b.text;

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  // Half of a surrogate pair is no place.
  return length > 0 && /[\uD800-\uDBFF]/.test(a[length - 1]!) ? length - 1 : length;
}

/** The text at a place, with a little of what stands before it. */
function around(text: string, offset: number): string {
  const start = Math.max(0, offset - 24);
  const end = Math.min(text.length, offset + 40);
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

function kindOf(first: readonly Leaf[], second: readonly Leaf[], index: number, offset: number): DifferenceKind {
  const [old, now] = [first[index]!, second[index]];
  if (!now) return 'removed';
  if (old.section === 'model' || now.section === 'model') return 'model';
  if (isReordered(first, second, now.keys)) return 'order';
  const moved = movedIn(first, second, now.keys);
  if (moved) return moved;
  if (old.path !== now.path) return second.length < first.length ? 'removed' : 'added';
  const [a, b] = [wordAt(old.text, offset), wordAt(now.text, offset)];
  const hasShape = (kind: keyof typeof shapes) => shapes[kind].test(a) && shapes[kind].test(b);
  if (hasShape('time')) return 'time';
  if (isSamePieces(old.text, now.text)) return 'order';
  return hasShape('id') ? 'id' : hasShape('number') ? 'number' : 'text';
}

/** Does the item of a list that holds a place stand further on in the other request? */
function movedIn(first: readonly Leaf[], second: readonly Leaf[], keys: Keys): 'added' | 'removed' | null {
  for (const [depth, key] of keys.entries()) {
    if (typeof key !== 'number') continue;
    const [old, now] = [first, second].map((leaves) => membersOf(leaves, keys.slice(0, depth))) as [string[], string[]];
    if (old[key] !== undefined && now.indexOf(old[key], key + 1) > key) return 'added';
    if (now[key] !== undefined && old.indexOf(now[key], key + 1) > key) return 'removed';
  }
  return null;
}

/** What a value looks like that changes from call to call. */
const shapes = {
  time: /^\D?\d{4}-\d\d(-\d\d)?|\d{1,2}:\d\d|^\D?\d{4}\/\d\d|^\D?\d{1,2}[./]\d{1,2}[./]\d{2,4}|^1[5-9]\d{8}(\d{3})?$|^1[5-9]\d{8}\.\d+/,
  id: /^(?=\D*\d)(?=[^a-z]*[a-z])[\w-]{8,}$|^[0-9a-f]{8}-[0-9a-f-]{20,}/i,
  number: /^[-+]?[\d.,]*\d\D?$/,
};

/** The word that holds a place: up to blanks and quotes. */
function wordAt(text: string, offset: number): string {
  const isEnd = (at: number) => at < 0 || at >= text.length || /[\s"'<>()[\]{}]/.test(text[at]!);
  let start = offset;
  while (!isEnd(start - 1)) start--;
  let end = offset;
  while (!isEnd(end)) end++;
  return text.slice(start, end).replace(/[.,:;!?]+$/, '');
}

/** Are the members of a list or object that holds a place the same, one by one, in another order? */
function isReordered(first: readonly Leaf[], second: readonly Leaf[], keys: Keys): boolean {
  for (let depth = keys.length - 1; depth > 0; depth--) {
    const [a, b] = [first, second].map((leaves) => membersOf(leaves, keys.slice(0, depth))) as [string[], string[]];
    if (a.length > 1 && a.join('\n') !== b.join('\n') && [...a].sort().join('\n') === [...b].sort().join('\n')) return true;
  }
  return false;
}

/** Each member of a list or object as one text; its index in a list does not count. */
function membersOf(leaves: readonly Leaf[], parent: Keys): string[] {
  const found = new Map<string | number, string>();
  for (const { keys, text } of leaves) {
    const member = keys[parent.length];
    if (member === undefined || parent.some((key, index) => keys[index] !== key)) continue;
    const name = typeof member === 'number' ? '' : member;
    found.set(member, `${found.get(member) ?? ''}${JSON.stringify([name, keys.slice(parent.length + 1), text])}`);
  }
  return [...found.values()];
}

/** Are two texts made of the same words in another order, as a set or the keys of a map come? */
function isSamePieces(a: string, b: string): boolean {
  if (a === b || a.length !== b.length) return false;
  const sorted = (text: string) => (text.match(/[\p{L}\p{N}_.-]+/gu) ?? []).sort().join(' ');
  return sorted(a) === sorted(b);
}
