import type { Feed } from './feed';
import { advance, type Node, type Parser, pointAt, type Tree } from './parsers';
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
export function statementsOf(tree: Tree, text: string, parser: Parser, feed: Feed): Statements {
  const root = tree.rootNode;
  const result: Statements = { nodes: root.namedChildren, trees: [] };
  if (!root.hasError) return result;
  const broken = root.type === 'ERROR' ? [root] : root.namedChildren.filter((node) => node?.type === 'ERROR');
  const inPieces = new Map<Node, (Node | null)[]>();
  for (const node of broken) {
    if (!node || node.endIndex - node.startIndex > LARGEST) continue;
    const pieces = piecesOf(text, node.startIndex, node.endIndex);
    if (pieces.length < 2) continue;
    const parsed = parsePieces(pieces, text, parser, feed);
    for (const tree of parsed) result.trees.push(tree);
    inPieces.set(
      node,
      parsed.flatMap((tree) => tree.rootNode.namedChildren),
    );
  }
  result.nodes = inPieces.get(root) ?? result.nodes.flatMap((node) => (node && inPieces.get(node)) ?? [node]);
  return result;
}

function parsePieces(pieces: readonly Span[], text: string, parser: Parser, feed: Feed): Tree[] {
  let startPosition = pointAt(text, pieces[0]?.start ?? 0);
  return pieces.flatMap(({ start, end }) => {
    const endPosition = advance(startPosition, text.slice(start, end));
    const includedRanges = [{ startIndex: start, endIndex: end, startPosition, endPosition }];
    startPosition = endPosition;
    const read = (at: number) => feed.read(at, end);
    return feed.spent ? [] : (parser.parse(read, null, { includedRanges, progressCallback: feed.isSpent }) ?? []);
  });
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
