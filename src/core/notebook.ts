import type { EngineCells, EngineDocument } from './engine';
import { splitByCell } from './splitByCell';
import type { Analysis, TextEdit } from './types';

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

/**
 * Lines that the notebook runs itself, with what they continue on: `!pip install`, `%time`, `files = !ls`, `print?`. Also long strings, so
 * that no line in one is taken for such: `![picture](…)`.
 */
const MAGIC =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|^[ \t]*(?:(?:[\w, \t]+=[ \t]*)?(?:!|%{1,2}[a-z_]{2}|\?{1,2}\w).*(?:(?<=\\)\n.*)*|[\w.]+\?{1,2}[ \t]*)$/gim;
/** A magic that runs the statement behind it once. */
const TIMED = /^([ \t]*)(%time[ \t]+)(?=\S)/;
/** A cell in another language; what times the cell, keeps its output or writes it to a Python file leaves it Python. */
const OTHER_CELL = /^\s*%%(?!time|capture|timeit|prun|ipytest|wandb|(?:writefile|file)\b.*\.py\b)\w/;

/** Joins the cells of a language. Magic lines become blanks of the same length, so that offsets hold. */
export function joinCells(cells: readonly Cell[], languageId: string): JoinedCells {
  const joined: JoinedCells = { text: '', cells: [] };
  cells.forEach((cell, index) => {
    if (cell.languageId !== languageId) return;
    const start = joined.text.length;
    joined.text += OTHER_CELL.test(cell.text) ? blank(cell.text) : languageId === 'python' ? cell.text.replace(MAGIC, blankMagic) : cell.text;
    joined.cells.push({ index, start, end: joined.text.length });
    joined.text += '\n';
  });
  return joined;
}

function blankMagic(found: string): string {
  if (/^("|')/.test(found)) return found;
  // A statement that does nothing, of the same length: the statement behind it stays where it is, and its line as far indented
  const timed = found.replace(TIMED, (_, indent: string, magic: string) => `${indent}0${' '.repeat(magic.length - 2)};`);
  return timed === found ? blank(found) : timed;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
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

/** Keeps a text in step with the cells: what changed becomes one edit of the joined text. */
export function openJoined(cells: readonly Cell[], languageId: string, open: (text: string) => EngineDocument): EngineCells {
  let joined = joinCells(cells, languageId);
  let split: { of: Analysis; result: Analysis } | null = null;
  const document = open(joined.text);
  return {
    update(present) {
      const before = joined.text;
      joined = joinCells(present, languageId);
      split = null;
      const edit = differenceOf(before, joined.text);
      if (edit) document.edit([edit]);
    },
    async analyze(settings, signal) {
      const present = joined;
      const analysis = await document.analyze(settings, signal);
      if (present !== joined) return splitByCell(analysis, present);
      if (split?.of !== analysis) split = { of: analysis, result: splitByCell(analysis, present) };
      return split.result;
    },
    close: () => document.close(),
  };
}

/** The one edit that makes a text out of another; null where they are equal. */
function differenceOf(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}
