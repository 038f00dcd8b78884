import { Edit, Language as Grammar, type Node, Parser, type Point, type Tree } from 'web-tree-sitter';
import type { Assets } from './assets';
import type { Language } from './languages/language';
import type { TextEdit } from './types';

declare global {
  namespace WebAssembly {
    class Memory {
      constructor(pages: { initial: number; maximum: number });
    }
  }
}

/** Most that trees and a parse may take, in pages of 64 KiB: some broken texts make the parser fill all that there is. */
const MEMORY = { initial: 512, maximum: 16_384 };

/** Parsers by language; each grammar is loaded when its first file is read. */
export interface Parsers {
  load(language: Language): Promise<Parser>;
  /** Forgets a language's parser after a fault in it, whose state is not to be trusted; the next file gets a new one. */
  drop(language: Language): void;
}

/** `onFault`: told when a parser was dropped. */
export function createParsers(assets: Assets, onFault?: () => void): Parsers {
  let runtime: Promise<void> | null = null;
  const parsers = new Map<string, Promise<Parser>>();

  async function create(language: Language): Promise<Parser> {
    runtime ??= assets.runtime().then((wasmBinary) => Parser.init({ wasmBinary, wasmMemory: new WebAssembly.Memory(MEMORY) }));
    await runtime;
    const parser = new Parser();
    parser.setLanguage(await Grammar.load(await assets.grammar(language.grammar)));
    return parser;
  }

  return {
    load(language) {
      let parser = parsers.get(language.grammar);
      if (!parser) {
        parser = create(language);
        parsers.set(language.grammar, parser);
        parser.catch(() => parsers.delete(language.grammar));
      }
      return parser;
    },
    drop(language) {
      parsers.delete(language.grammar);
      onFault?.();
    },
  };
}

/** Tells a tree of an edit, so that the next parse reuses what the edit did not touch. */
export function editTree(tree: Tree, before: string, edit: TextEdit): void {
  const start = pointAt(before, edit.start);
  tree.edit(
    new Edit({
      startIndex: edit.start,
      oldEndIndex: edit.end,
      newEndIndex: edit.start + edit.text.length,
      startPosition: start,
      oldEndPosition: advance(start, before.slice(edit.start, edit.end)),
      newEndPosition: advance(start, edit.text),
    }),
  );
}

/** Row and column (in UTF-16 units) of an offset. */
export function pointAt(text: string, offset: number): Point {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  let row = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < lineStart; at = text.indexOf('\n', at + 1)) row++;
  return { row, column: offset - lineStart };
}

/** Where a text that begins at `from` ends. */
export function advance(from: Point, text: string): Point {
  const last = text.lastIndexOf('\n');
  if (last < 0) return { row: from.row, column: from.column + text.length };
  let row = from.row;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) row++;
  return { row, column: text.length - last - 1 };
}

export type { Node, Parser, Tree };
