import type { Node } from 'web-tree-sitter';
import type { LoopExit } from '../facts';
import type { Handler, Handlers } from './handlers';
import type { Walker } from './walker';

/** Statements that leave something, under the names that grammars give them. */
const EXITS: Record<string, LoopExit['kind']> = {
  break_statement: 'break',
  break_expression: 'break',
  break: 'break',
  return_statement: 'return',
  return_expression: 'return',
  return: 'return',
  throw_statement: 'raise',
  throw_expression: 'raise',
  raise_statement: 'raise',
};
const SKIPS = ['continue_statement', 'continue_expression', 'next'];
/** What a `break` may leave that is no loop. */
const SWITCHES = ['switch_statement', 'switch_expression', 'expression_switch_statement', 'type_switch_statement', 'select_statement'];
const TRIES = ['try_statement', 'try_with_resources_statement', 'try_expression'];
const HANDLER = /^(?:catch_clause|catch_block|except_clause|except_group_clause)$/;
const LABEL = /^(?:label|label_name|statement_identifier|identifier|integer)$/;

/** Adds to a language's handlers what most languages share: exits of loops, `try` and labels. */
export function withControl(handlers: Handlers): Handlers {
  const result: Record<string, Handler> = { ...handlers };
  const around = (types: readonly string[], wrap: (inner: Handler) => Handler): void => {
    for (const type of types) result[type] = wrap(result[type] ?? ((node, walker) => walker.children(node)));
  };
  around(Object.keys(EXITS), (inner) => (node, walker) => {
    const value = inner(node, walker);
    const kind = EXITS[node.type] as LoopExit['kind'];
    walker.lowering.exit(kind, node, kind === 'break' ? labelOf(node, walker) : null);
    return value;
  });
  around(SKIPS, (inner) => (node, walker) => {
    walker.lowering.flow.skip();
    return inner(node, walker);
  });
  around(SWITCHES, (inner) => (node, walker) => walker.lowering.flow.inSwitch(() => inner(node, walker)));
  around(['labeled_statement'], (inner) => (node, walker) => {
    const label = walker.text(node.namedChild(0));
    return walker.lowering.flow.labelled(label, () => inner(node, walker));
  });
  for (const type of TRIES) result[type] ??= lowerTry;
  return result;
}

function labelOf(node: Node, walker: Walker): string | null {
  const [label] = node.namedChildren;
  return label && LABEL.test(label.type) ? walker.text(label) : null;
}

/** The body of a `try` that has handlers, and these. */
function lowerTry(node: Node, walker: Walker): void {
  const { flow } = walker.lowering;
  const parts = walker.items(node);
  const caught = parts.some(({ type }) => HANDLER.test(type));
  const body = node.childForFieldName('body') ?? parts[0];
  for (const part of parts) {
    const lower = () => void walker.visit(part);
    if (HANDLER.test(part.type)) flow.inHandler(part, lower);
    else if (caught && (part.id === body?.id || part.type === 'else_clause')) flow.inTry(part, lower);
    else lower();
  }
}
