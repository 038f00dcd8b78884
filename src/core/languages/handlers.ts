import type { Node } from 'web-tree-sitter';
import type { Expr } from '../facts';
import { withControl } from './control';
import type { Language } from './language';
import { Walker } from './walker';

/** Lowers nodes of one type. An expression gives its value without noting it as a string; a statement gives nothing. */
// biome-ignore lint/suspicious/noConfusingVoidType: a statement's handler returns nothing
export type Handler = (node: Node, walker: Walker) => Expr | void;

/** Handlers by node type. Node types without one have their children visited, so that no call inside is lost. */
export type Handlers = Readonly<Record<string, Handler>>;

export interface WalkerOptions {
  /** Methods may write `field = x` for `this.field = x`. */
  bareFields?: boolean;
}

/** Makes `Language.lower` from a table of handlers. */
export function lowerWith(handlers: Handlers, options: WalkerOptions = {}): Language['lower'] {
  const all = withControl(handlers);
  return (node, lowering) => {
    const walker = new Walker(lowering, all, options);
    if (node.type === 'ERROR') lowering.statements(walker.items(node));
    else walker.visit(node);
  };
}
