import { type CellText, createLocator, type Locate, type LocateInCell } from '../report';

/** The text of a file as a whole, and in notebooks, where spans count within their cell, the source of each cell. */
export function createCellReader(path: string, text: string): CellText {
  if (!path.toLowerCase().endsWith('.ipynb')) return () => text;
  const cells = readCells(text);
  return (cell) => (cell === null ? text : (cells[cell] ?? ''));
}

/** Locates spans in a file's text, and in notebooks in the cell's source. */
export function createCellLocator(textOf: CellText): LocateInCell {
  const locators = new Map<string, Locate>();
  return (cell) => {
    const text = textOf(cell);
    const known = locators.get(text) ?? createLocator(text);
    locators.set(text, known);
    return known;
  };
}

/** The source of each cell of a notebook; none where it is no notebook. */
function readCells(text: string): string[] {
  try {
    const { cells } = JSON.parse(text) as { cells?: { source?: string | string[] }[] };
    return (cells ?? []).map(({ source }) => (Array.isArray(source) ? source.join('') : (source ?? '')));
  } catch {
    return [];
  }
}
