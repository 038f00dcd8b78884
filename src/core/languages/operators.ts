import type { Node } from 'web-tree-sitter';
import type { Expr } from '../facts';
import { concatenate } from './strings';
import type { Walker } from './walker';

/** Operands of a left-nested chain of one operator, in order; found without recursion. */
export function operands(node: Node): Node[] {
  const operator = node.childForFieldName('operator')?.type;
  const result: Node[] = [];
  let at: Node | null = node;
  while (at && at.type === node.type && at.childForFieldName('operator')?.type === operator) {
    const right = at.childForFieldName('right');
    if (right) result.push(right);
    at = at.childForFieldName('left');
  }
  if (at) result.push(at);
  return result.reverse();
}

/** As Walker.binary. */
export function lowerChain(node: Node, joiner: string, fallbacks: readonly string[], walker: Walker): Expr {
  const operator = node.childForFieldName('operator')?.type ?? '';
  const parts = operands(node).map((part) => walker.evaluate(part));
  if (fallbacks.includes(operator)) return walker.choice(node, parts, true);
  if (operator === joiner) {
    const textual =
      joiner !== '+' || parts.some((part) => part.kind === 'string') || parts.every((part) => part.kind === 'name' || part.kind === 'member');
    if (textual) return concatenate(parts, walker.lowering.span(node), walker.lowering.source);
  }
  const values = parts.map((part) => (part.kind === 'number' ? part.value : Number.NaN));
  const result = values.reduce((a, b) => (operator === '*' ? a * b : operator === '+' ? a + b : operator === '-' ? a - b : Number.NaN));
  if (!Number.isNaN(result)) return { kind: 'number', span: walker.lowering.span(node), value: result };
  return walker.operation(node, operator, parts);
}
