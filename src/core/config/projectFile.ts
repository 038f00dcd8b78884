import {
  createScanner,
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
  SyntaxKind,
} from 'jsonc-parser';
import type { Complaint } from './read';

/** The name of a project file, in whichever folder. */
export const projectFileName = '.prompt-cost.json';

/** Longest project file, in characters. A longer one is not read. */
export const LONGEST_PROJECT_FILE = 256 * 1024;
/** Deepest nesting; no key needs more than five. */
const DEEPEST = 50;

/** UTF-16 offsets in the text of a file. */
export interface TextRange {
  start: number;
  end: number;
}

/** JSON with comments and trailing commas, and where its values stand; or why it could not be read. */
export type ParsedFile =
  | { kind: 'parsed'; raw: unknown; rangeOf(complaint: Complaint): TextRange }
  | { kind: 'broken'; reason: string; at: TextRange };

/** Parses the text of a project file, whatever it holds. */
export function parseProjectFile(text: string): ParsedFile {
  const nowhere = { start: 0, end: 0 };
  if (text.length > LONGEST_PROJECT_FILE) return { kind: 'broken', reason: `longer than ${LONGEST_PROJECT_FILE} characters`, at: nowhere };
  const deep = firstTooDeep(text);
  if (deep !== null) return { kind: 'broken', reason: 'nested too deeply', at: { start: deep, end: deep + 1 } };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [first] = errors;
  if (first) {
    const reason = `not valid JSON: ${printParseErrorCode(first.error)}`;
    return { kind: 'broken', reason, at: { start: first.offset, end: first.offset + first.length } };
  }
  return { kind: 'parsed', raw: tree ? getNodeValue(tree) : {}, rangeOf: (complaint) => (tree ? rangeIn(tree, complaint) : nowhere) };
}

function rangeIn(tree: Node, { path, at }: Complaint): TextRange {
  const node = findNodeAtLocation(tree, [...path]) ?? tree;
  const key = at === 'key' && node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  const { offset, length } = key ?? node;
  return { start: offset, end: offset + length };
}

/** Where the nesting passes what the parser, which calls itself for each level, is trusted with; null where it does not. */
function firstTooDeep(text: string): number | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) depth++;
    if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) depth--;
    if (depth > DEEPEST) return scanner.getTokenOffset();
  }
  return null;
}
