import type { EncodingName, RankTable } from './tokenizers/tokenizer';

/** Where the engine gets its bytes from; each host (Node, test, browser worker) brings its own. */
export interface Assets {
  /** web-tree-sitter's own wasm. */
  runtime(): Promise<Uint8Array>;
  /** `tree-sitter-NAME.wasm`. */
  grammar(name: string): Promise<Uint8Array>;
  ranks(encoding: EncodingName): Promise<RankTable>;
}
