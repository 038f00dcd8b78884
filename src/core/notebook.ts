import type { Analysis, Fix, Problem, Span } from './types';

/** One cell of a notebook. */
export interface Cell {
  text: string;
  /** VS Code's language id; null for Markdown and raw cells. */
  languageId: string | null;
}

/** The code cells of one language as one text: what an earlier cell imports, a later one sees. */
export interface JoinedCells {
  text: string;
  /** Where each cell stands in the text; cells of other languages are left out. */
  cells: { index: number; start: number; end: number }[];
}

/** Lines that the notebook runs itself: `!pip install`, `%time`, `%%bash`. */
const MAGIC = /^[ \t]*[!%?].*$/gm;

/** Joins the cells of a language. Magic lines become blanks of the same length, so that offsets hold. */
export function joinCells(cells: readonly Cell[], languageId: string): JoinedCells {
  const joined: JoinedCells = { text: '', cells: [] };
  cells.forEach((cell, index) => {
    if (cell.languageId !== languageId) return;
    const start = joined.text.length;
    const other = /^\s*%%(?!time|capture|timeit|prun)\w/.test(cell.text);
    joined.text += other ? cell.text.replace(/[^\n]/g, ' ') : cell.text.replace(MAGIC, (line) => ' '.repeat(line.length));
    joined.cells.push({ index, start, end: joined.text.length });
    joined.text += '\n';
  });
  return joined;
}

const OTHER_KERNELS = new Set([
  'javascript',
  'typescript',
  'csharp',
  'go',
  'java',
  'kotlin',
  'ruby',
  'rust',
  'php',
  'r',
  'julia',
  'scala',
  'bash',
  'sql',
]);

/** Reads an `.ipynb`; null where the text is no notebook. */
export function readNotebook(text: string): { cells: Cell[]; languageId: string } | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const notebook = parsed as { cells?: unknown; metadata?: { language_info?: { name?: unknown }; kernelspec?: { language?: unknown } } } | null;
  if (typeof notebook !== 'object' || notebook === null || !Array.isArray(notebook.cells)) return null;
  const language = notebook.metadata?.language_info?.name ?? notebook.metadata?.kernelspec?.language;
  // Kernels name themselves as they like (`ipython`, `coconut`): what is not one of the others is Python
  const languageId = typeof language === 'string' && OTHER_KERNELS.has(language.toLowerCase()) ? language.toLowerCase() : 'python';
  const cells = notebook.cells.map((cell: { cell_type?: unknown; source?: unknown } | null): Cell => {
    const source = Array.isArray(cell?.source) ? cell.source.filter((line) => typeof line === 'string').join('') : cell?.source;
    return { text: typeof source === 'string' ? source : '', languageId: cell?.cell_type === 'code' ? languageId : null };
  });
  return { cells, languageId };
}

/**
 * Brings an analysis of joined cells back to the cells: every span counts within its cell, and `cell` says which.
 * Fixes whose edits leave the problem's cell are dropped.
 */
export function splitByCell(analysis: Analysis, joined: JoinedCells): Analysis {
  const locate = (span: Span) => joined.cells.findLast((cell) => cell.start <= span.start) ?? joined.cells[0];
  const place = <T extends { span: Span; cell: number | null }>(item: T): T => {
    const cell = locate(item.span);
    return cell ? { ...item, span: shift(item.span, cell.start), cell: cell.index } : item;
  };
  const placeProblem = (problem: Problem): Problem => {
    const cell = locate(problem.span);
    if (!cell) return problem;
    const inside = (span: Span) => span.start >= cell.start && span.end <= cell.end;
    const fixes = problem.fixes
      .filter((fix) => fix.edits.every(inside))
      .map((fix): Fix => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, ...shift(edit, cell.start) })) }));
    return {
      ...place(problem),
      related: problem.related.filter((one) => inside(one.span)).map((one) => ({ ...one, span: shift(one.span, cell.start) })),
      fixes,
    };
  };
  return {
    ...analysis,
    calls: analysis.calls.map(place),
    prompts: analysis.prompts.map(place),
    problems: analysis.problems.map(placeProblem),
  };
}

function shift(span: Span, by: number): Span {
  return { start: span.start - by, end: span.end - by };
}
