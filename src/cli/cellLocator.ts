import { createLocator, type Locate, type LocateInCell } from '../report';

/** Locates spans in a file's text, and in notebooks, where spans count within their cell, in the cell's source. */
export function createCellLocator(path: string, text: string): LocateInCell {
  const whole = createLocator(text);
  if (!path.toLowerCase().endsWith('.ipynb')) return () => whole;
  const cells = readCells(text);
  const locators = new Map<number, Locate>();
  return (cell) => {
    if (cell === null) return whole;
    const known = locators.get(cell) ?? createLocator(cells[cell] ?? '');
    locators.set(cell, known);
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
