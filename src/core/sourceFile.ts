import type { Facts } from './facts';
import type { Language } from './languages/language';
import { createUnitCache, lowerTree, noteEdit } from './languages/lowering';
import { editTree, type Parsers, type Tree } from './parsers';
import { missingSigns, statementsOf } from './recovery';
import type { TextEdit } from './types';

/** One source text with its syntax tree and facts; both are brought up to date by what was edited. */
export class SourceFile {
  private tree: Tree | null = null;
  private facts: Facts | null = null;
  private readonly units = createUnitCache();

  constructor(
    readonly language: Language,
    private source: string,
  ) {}

  get text(): string {
    return this.source;
  }

  /** `after` is the text behind the edit, where somebody has it already. */
  edit(edit: TextEdit, after?: string): void {
    if (this.tree) editTree(this.tree, this.source, edit);
    this.source = after ?? this.source.slice(0, edit.start) + edit.text + this.source.slice(edit.end);
    this.facts = null;
    noteEdit(this.units, edit);
  }

  /** The facts of the present text. Throws only where the grammar can't be loaded. */
  async read(parsers: Parsers): Promise<Facts> {
    const parser = await parsers.load(this.language);
    if (this.facts) return this.facts;
    const tree = parser.parse(this.source, this.tree);
    if (!tree) throw new Error('the parser gave no tree');
    this.tree?.delete();
    this.tree = tree;
    const { nodes, trees } = statementsOf(tree, this.source, parser);
    this.facts = lowerTree(tree.rootNode, this.source, this.language, this.units, nodes);
    this.facts.errors.push(...missingSigns(tree.rootNode));
    for (const piece of trees) piece.delete();
    return this.facts;
  }

  /** Frees the tree; the text stays readable. */
  close(): void {
    this.tree?.delete();
    this.tree = null;
    this.facts = null;
  }
}
