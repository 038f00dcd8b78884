import type { Facts } from './facts';
import { createFeed } from './feed';
import type { Language } from './languages/language';
import { createUnitCache, lowerTree, noteEdit } from './languages/lowering';
import { editTree, type Parser, type Parsers, type Tree } from './parsers';
import { missingSigns, statementsOf } from './recovery';
import { Stopped, type StopSignal, throwIfStopped } from './stop';
import type { TextEdit } from './types';

/** Milliseconds after which a parse is given up: a text of the largest size takes about one second. */
const LONGEST_PARSE = 20_000;

/** One source text with its syntax tree and facts; both are brought up to date by what was edited. */
export class SourceFile {
  private tree: Tree | null = null;
  private facts: Facts | null = null;
  private units = createUnitCache();

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

  /**
   * The facts of the present text. Throws where the grammar can't be loaded, where it is stopped, and where its parser takes too long on this
   * text or fails: then that parser is given up, so that it does not fail on other texts.
   */
  async read(parsers: Parsers, signal?: StopSignal): Promise<Facts> {
    const parser = await parsers.load(this.language);
    if (this.facts) return this.facts;
    let facts: Facts | null;
    try {
      facts = this.parse(parser, signal);
    } catch (error) {
      this.units = createUnitCache();
      if (error instanceof Stopped) throw error;
      parsers.drop(this.language);
      this.tree = null;
      this.facts = null;
      throw new Error(`the ${this.language.id} parser failed on it (${error instanceof Error ? error.message : error})`);
    }
    if (!facts) {
      parser.reset();
      throwIfStopped(signal);
      throw new Error(`the ${this.language.id} parser takes too long on it`);
    }
    return facts;
  }

  /** null where the parser would take too long. */
  private parse(parser: Parser, signal?: StopSignal): Facts | null {
    const deadline = performance.now() + LONGEST_PARSE;
    const feed = createFeed(this.source, () => signal?.aborted || performance.now() > deadline);
    const tree = parser.parse((at) => feed.read(at), this.tree, { progressCallback: feed.isSpent });
    if (!tree || feed.spent) {
      tree?.delete();
      return null;
    }
    this.tree?.delete();
    this.tree = tree;
    const { nodes, trees } = statementsOf(tree, this.source, parser, feed);
    if (!feed.spent) {
      this.facts = lowerTree(tree.rootNode, this.source, this.language, this.units, nodes, signal);
      for (const span of missingSigns(tree.rootNode)) this.facts.errors.push(span);
    }
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
