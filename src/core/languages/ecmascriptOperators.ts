import type { Node } from 'web-tree-sitter';
import type { Expr } from '../facts';
import { lowerExpression, lowerValue } from './ecmascriptExpressions';
import { unknown, values } from './ecmascriptNodes';
import type { Lowering } from './lowering';
import { concatenate } from './strings';

const ARITHMETIC: Record<string, (left: number, right: number) => number> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '**': (left, right) => left ** right,
};

/** Chains of one operator are read in one go: text that is joined with `+`, alternatives, sums. */
export function lowerBinary(node: Node, lw: Lowering): Expr {
  const operator = node.childForFieldName('operator')?.type ?? '';
  const nodes = chain(node, operator);
  if (operator === '||' || operator === '??') {
    return { kind: 'choice', span: lw.span(node), options: nodes.map((operand) => lowerValue(operand, lw)), fallback: true };
  }
  if (operator === '&&') return lowerAnd(node, nodes, lw);
  const operands = nodes.map((operand) => lowerExpression(operand, lw));
  if (operator === '+' && isText(operands)) return concatenate(operands, lw.span(node), lw.source);
  return calculate(node, operator, operands, lw) ?? { kind: 'unknown', span: lw.span(node), operator, operands };
}

/** Something in the sum is text, or all of it may be. */
function isText(operands: readonly Expr[]): boolean {
  return operands.some((operand) => operand.kind === 'string') || operands.every((operand) => operand.kind === 'name' || operand.kind === 'member');
}

/** `a && b` is b or something false. */
function lowerAnd(node: Node, nodes: readonly Node[], lw: Lowering): Expr {
  const conditions = nodes.slice(0, -1).map((operand) => lowerExpression(operand, lw));
  const last = lowerValue(nodes.at(-1) as Node, lw);
  return { kind: 'choice', span: lw.span(node), options: [{ kind: 'null', span: lw.span(node) }, last], fallback: false, conditions };
}

function calculate(node: Node, operator: string, operands: readonly Expr[], lw: Lowering): Expr | null {
  const apply = ARITHMETIC[operator];
  const numbers = operands.flatMap((operand) => (operand.kind === 'number' ? operand.value : []));
  const [first, ...others] = numbers;
  if (!apply || first === undefined || numbers.length !== operands.length) return null;
  return { kind: 'number', span: lw.span(node), value: others.reduce(apply, first) };
}

/** The operands of a left-nested chain of one operator, in order, without recursion. */
function chain(node: Node, operator: string): Node[] {
  const reversed: Node[] = [];
  let at: Node | null = node;
  while (at?.type === 'binary_expression' && (at === node || at.childForFieldName('operator')?.type === operator)) {
    const right = at.childForFieldName('right');
    if (right) reversed.push(right);
    at = at.childForFieldName('left');
  }
  if (at) reversed.push(at);
  return reversed.reverse();
}

/** `-1` is a number; other operators leave nothing known. */
export function lowerUnary(node: Node, lw: Lowering): Expr {
  const inner = values(node, lw)[0];
  if (!inner) return unknown(node, lw);
  const value = lowerExpression(inner, lw);
  if (value.kind === 'number' && lw.source[node.startIndex] === '-') return { kind: 'number', span: lw.span(node), value: -value.value };
  return unknown(node, lw);
}
