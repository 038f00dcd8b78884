import { type Node, type Parser, pointAt, type Tree } from './parsers';
import type { Span } from './types';

/** Statements to lower, and the trees that they belong to besides the file's own; the caller deletes those. */
export interface Statements {
  nodes: (Node | null)[];
  trees: Tree[];
}

/** Broken regions above this size are left as they are. */
const LARGEST = 200_000;

/**
 * The statements of a file. Where the parser lost its way, what follows the broken spot is often swallowed by one error; such a
 * region is cut at lines that begin in the first column after a blank line or as a definition, and each piece is parsed alone.
 */
export function statementsOf(tree: Tree, text: string, parser: Parser): Statements {
  const root = tree.rootNode;
  const result: Statements = { nodes: root.namedChildren, trees: [] };
  if (!root.hasError) return result;
  const broken = root.type === 'ERROR' ? [root] : root.namedChildren.filter((node) => node?.type === 'ERROR');
  const regions = broken.flatMap((node) =>
    node && node.endIndex - node.startIndex <= LARGEST ? [{ node, pieces: piecesOf(text, node.startIndex, node.endIndex) }] : [],
  );
  for (const { node, pieces } of regions) {
    if (pieces.length < 2) continue;
    const parsed = pieces.flatMap((piece) => parsePiece(piece, text, parser) ?? []);
    result.trees.push(...parsed);
    const nodes = parsed.flatMap((one) => one.rootNode.namedChildren);
    result.nodes = node === root ? nodes : result.nodes.flatMap((other) => (other === node ? nodes : [other]));
  }
  return result;
}

function parsePiece(piece: Span, text: string, parser: Parser): Tree | null {
  const range = { startIndex: piece.start, endIndex: piece.end, startPosition: pointAt(text, piece.start), endPosition: pointAt(text, piece.end) };
  return parser.parse(text, null, { includedRanges: [range] });
}

/** A line that begins a statement of its own: in the first column, after a blank line, or with a word that begins a definition. */
const STARTS =
  /(?:^|\n[ \t]*\r?\n)(?=[^\s)\]}])|\n(?=(?:@|(?:export |public |pub |async )*(?:def|class|function|func|fn|interface|const|let|import|from|package|using|module)\b|[A-Za-z_$][\w$.]*[ \t]*(?:=[^=]|\()))/g;

function piecesOf(text: string, start: number, end: number): Span[] {
  const region = text.slice(start, end);
  const cuts = [0];
  for (const match of region.matchAll(STARTS)) {
    const at = match.index + match[0].length;
    if (at > (cuts.at(-1) as number)) cuts.push(at);
  }
  return cuts.map((cut, index) => ({ start: start + cut, end: start + (cuts[index + 1] ?? region.length) }));
}

/** Signs that the parser had to put in, such as a closing bracket. They are no nodes of the kind that facts are read from. */
export function missingSigns(root: Node): Span[] {
  const found: Span[] = [];
  const waiting = root.hasError ? [root] : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const child of node.children) {
      if (child?.isMissing && !child.isNamed) found.push({ start: child.startIndex, end: child.endIndex });
      else if (child?.hasError) waiting.push(child);
    }
  }
  return found.reverse();
}
