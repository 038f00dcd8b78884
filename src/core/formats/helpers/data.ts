import type { Span } from '../../types';
import type { Decoded } from './decoded';

/** A value of a YAML or JSON file, with its place. An alias of a text is that text; other aliases and merge keys are not followed. */
export type DataNode = StringNode | ScalarNode | MapNode | ListNode;

export interface StringNode {
  kind: 'string';
  /** With its quotes. */
  span: Span;
  decoded: Decoded;
  /** False where an edit of the text could change how the file is read. */
  editable: boolean;
}
export interface ScalarNode {
  kind: 'scalar';
  span: Span;
  value: unknown;
}
export interface MapNode {
  kind: 'map';
  span: Span;
  entries: { key: string; value: DataNode }[];
}
export interface ListNode {
  kind: 'list';
  span: Span;
  items: DataNode[];
}

/** Values nested more deeply than this are left out: no prompt file goes there. */
export const DEEPEST = 60;

/** The value at a path of keys; undefined where there is none. */
export function at(node: DataNode | undefined, ...path: string[]): DataNode | undefined {
  return path.reduce<DataNode | undefined>(
    (inner, key) => (inner?.kind === 'map' ? inner.entries.find((entry) => entry.key === key)?.value : undefined),
    node,
  );
}

/** The first of several paths (`a.b.c`) at which there is a value. */
export function firstAt(node: DataNode | undefined, ...paths: string[]): DataNode | undefined {
  for (const path of paths) {
    const found = at(node, ...path.split('.'));
    if (found) return found;
  }
  return undefined;
}

/** The text of a string; undefined for anything else. */
export const textOf = (node: DataNode | undefined): string | undefined => (node?.kind === 'string' ? node.decoded.text : undefined);

/** The items of a list, or the value itself where a list may be left out. */
export const itemsOf = (node: DataNode | undefined): DataNode[] => (node === undefined ? [] : node.kind === 'list' ? node.items : [node]);

/** A positive whole number; null for anything else. */
export function countOf(node: DataNode | undefined): number | null {
  return node?.kind === 'scalar' && Number.isInteger(node.value) && (node.value as number) > 0 ? (node.value as number) : null;
}

/** Are more brackets open at once than any file needs? The parsers are recursive, and slow on such texts. */
export function nestsTooDeeply(source: string): boolean {
  let depth = 0;
  for (let index = 0; index < source.length; index++) {
    const mark = source.charCodeAt(index);
    if (mark === 0x5b || mark === 0x7b) depth++;
    else if (mark === 0x5d || mark === 0x7d) depth--;
    if (depth > 1000) return true;
  }
  return false;
}
