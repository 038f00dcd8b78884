import type { Expr, ObjectExpr, Span } from './facts';
import type { DataNode } from './formats/helpers/data';
import { readYaml } from './formats/helpers/yaml';

/** What a YAML file holds, as an expression at `at`: its texts have no place there, so that no edit can touch them. null for a text that is none. */
export function readDataValue(text: string, at: Span): Expr | null {
  const [root] = readYaml(text);
  return root?.kind === 'map' ? toExpr(root, at) : null;
}

const NO_LIST: ObjectExpr['list'] = { span: { start: 0, end: 0 }, items: [], trailingComma: false, style: 'stringKey' };

function toExpr(node: DataNode, at: Span): Expr {
  const span = at;
  switch (node.kind) {
    case 'map':
      return {
        kind: 'object',
        span,
        type: null,
        list: NO_LIST,
        entries: node.entries.map(({ key, value }) => ({ key, value: toExpr(value, at), spread: false, span })),
      };
    case 'list':
      return { kind: 'array', span, tuple: false, items: node.items.map((item) => toExpr(item, at)) };
    case 'string': {
      const nowhere = { start: at.start, end: at.start };
      return { kind: 'string', span: nowhere, parts: [{ kind: 'text', text: node.decoded.text, span: nowhere, escapes: [] }] };
    }
    default:
      if (typeof node.value === 'number') return { kind: 'number', span, value: node.value };
      if (typeof node.value === 'boolean') return { kind: 'boolean', span, value: node.value };
      return node.value === null ? { kind: 'null', span } : { kind: 'unknown', span };
  }
}
