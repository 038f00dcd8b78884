import type { Node } from 'web-tree-sitter';
import type { Lowering } from './lowering';
import type { ModulePaths } from './modulePaths';

/** Package worlds: an SDK names its packages once per world, not per language. */
export type Ecosystem = 'python' | 'javascript' | 'go' | 'jvm' | 'dotnet' | 'ruby' | 'php' | 'rust';

/** How code that a fix inserts is written in this language. */
export interface Syntax {
  lineComment: '#' | '//';
  /** `name=value`, `name: value`, … for the list styles of ListSite; null where the style does not exist here. */
  item(style: 'keyword' | 'property' | 'stringKey', name: string, value: string): string | null;
  /** Parameters are written like this: max_tokens, maxTokens or MaxTokens; `asIs` where the SDK's own names are used. */
  case: 'asIs' | 'camel' | 'pascal';
}

/** One source language: which files, which grammar, and how its tree is lowered to Facts. */
export interface Language {
  /** The name in output: `python`. */
  id: string;
  /** VS Code's language ids. */
  editorIds: string[];
  /** File name endings with dot. */
  extensions: string[];
  /** Name of the grammar's wasm file without `tree-sitter-` and `.wasm`. */
  grammar: string;
  ecosystem: Ecosystem;
  /** Type of a node that stands behind a statement but belongs to it: Ruby's heredoc bodies. */
  trailing?: string;
  /** The members of a class may be named without `this` in its methods. */
  implicitThis?: true;
  syntax: Syntax;
  /**
   * Lowers one statement (a child of the file, of a class body or of a block) into the facts.
   * Class bodies go through `lowering.members`, so that an edit re-reads only the member that it touched.
   * Must not throw on ERROR or MISSING nodes: lower what stands, skip the rest.
   */
  lower(node: Node, lowering: Lowering): void;
  /** Where a module of the same project may lie; absent where imports don't name files. */
  modulePaths?: ModulePaths;
}
