import { type Node, parseTree } from 'jsonc-parser';
import { BACKSLASH, decodeText } from '../../languages/escapes';
import { type DataNode, DEEPEST, nestsTooDeeply } from './data';
import { unmapped } from './decoded';

/** Reads JSON, with comments and as far as it goes; null where nothing can be read. */
export function readJson(source: string): DataNode | null {
  if (nestsTooDeeply(source)) return null;
  const tree = parseTree(source, [], { allowTrailingComma: true });
  return tree ? convert(source, tree, 0) : null;
}

function convert(source: string, node: Node, depth: number): DataNode | null {
  const span = { start: node.offset, end: node.offset + node.length };
  if (depth > DEEPEST) return null;
  const inner = (child: Node | undefined) => (child ? convert(source, child, depth + 1) : null);
  switch (node.type) {
    case 'string':
      return { kind: 'string', span, ...decode(source, span, String(node.value)) };
    case 'object':
      return {
        kind: 'map',
        span,
        entries: (node.children ?? []).flatMap(({ children: [key, value] = [] }) => {
          const read = inner(value);
          return key && read ? [{ key: String(key.value), value: read }] : [];
        }),
      };
    case 'array':
      return { kind: 'list', span, items: (node.children ?? []).flatMap((child) => inner(child) ?? []) };
    default:
      return { kind: 'scalar', span, value: node.value };
  }
}

function decode(source: string, { start, end }: { start: number; end: number }, value: string) {
  const { text, escapes } = decodeText(source, start + 1, end - 1, BACKSLASH, (from, to) => ({ start: from, end: to }));
  const mapped = text === value;
  return { decoded: mapped ? { text, start: start + 1, escapes, mapped } : unmapped(value), editable: mapped };
}
