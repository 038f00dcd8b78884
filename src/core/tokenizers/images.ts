import { type Budgets, type Detail, type ImageFormula, type ModelName, rowOf, type Size, type TokenRange, vendorOf } from '../providers';

/** What stands for a picture whose size is not written. */
const USUAL: Size = { width: 1024, height: 1024 };
const EXTREMES: readonly Size[] = [
  { width: 256, height: 256 },
  { width: 5600, height: 5600 },
  { width: 8400, height: 4200 },
  { width: 8192, height: 3072 },
];

/** From the least to the most of several ranges; likely is the last one's. */
function span(...ranges: TokenRange[]): TokenRange {
  return {
    low: Math.min(...ranges.map(({ low }) => low)),
    likely: ranges.at(-1)!.likely,
    high: Math.max(...ranges.map(({ high }) => high)),
  };
}

const surely = (tokens: number): TokenRange => ({ low: tokens, likely: tokens, high: tokens });

/** Pixels that rounding errors must not push into the next cell. */
const cells = (length: number, size: number): number => Math.ceil(length / size - 1e-6);

function tileTokens({ width, height }: Size, base: number, tile: number): number {
  const fit = Math.min(1, 2048 / Math.max(width, height));
  const short = Math.min(1, 768 / (Math.min(width, height) * fit));
  const tiles = (side: number) => Math.ceil(Math.round(side * fit * short) / 512);
  return base + tile * tiles(width) * tiles(height);
}

/** Patches of 32 after shrinking to the budget, and then so far that one side is whole patches. */
function patchCount({ width, height }: Size, budget: number): number {
  const whole = cells(width, 32) * cells(height, 32);
  if (whole <= budget) return whole;
  const shrink = Math.sqrt((budget * 32 ** 2) / (width * height));
  const [columns, rows] = [(width * shrink) / 32, (height * shrink) / 32];
  const adjust = Math.min(Math.floor(columns) / columns, Math.floor(rows) / rows);
  return cells(columns * adjust, 1) * cells(rows * adjust, 1);
}

/** Cells of 28 at the largest scale that keeps to both bounds. */
function cellCount({ width, height }: Size, longest: number, most: number): number {
  let scale = Math.min(1, longest / Math.max(width, height));
  for (;;) {
    const [columns, rows] = [cells(width * scale, 28), cells(height * scale, 28)];
    if (columns * rows <= most || (columns === 1 && rows === 1)) return columns * rows;
    // To the next scale at which a column or a row less is needed.
    scale = Math.max(((columns - 1) * 28) / width, ((rows - 1) * 28) / height);
  }
}

function cropTokens({ width, height }: Size, tile: number): number {
  if (Math.max(width, height) <= 384) return tile;
  const fit = Math.min(1, 3072 / Math.max(width, height));
  const unit = Math.min(768, Math.max(256, Math.floor((Math.min(width, height) * fit) / 1.5)));
  return tile * cells(width * fit, unit) * cells(height * fit, unit);
}

/** The largest grid in the proportions of the picture. */
function gridTokens({ width, height }: Size, budget: number): number {
  const side = (ratio: number) => Math.max(1, Math.floor(Math.sqrt(budget * ratio)));
  return side(width / height) * side(height / width);
}

function budgetAt(budgets: Budgets, detail: Detail): number {
  const { low, medium, high, original, ultra } = budgets;
  switch (detail) {
    case 'low':
      return low ?? high;
    case 'medium':
      return medium ?? high;
    case 'high':
      return high;
    case 'original':
    case 'ultra':
      return original ?? ultra ?? high;
    default:
      return budgets.auto ?? high;
  }
}

function tokensOf(formula: ImageFormula, size: Size, detail: Detail): TokenRange {
  switch (formula.kind) {
    case 'tiles': {
      const high = surely(tileTokens(size, formula.base, formula.tile));
      const low = surely(formula.base);
      return detail === 'low' ? low : detail === 'auto' ? span(low, high) : high;
    }
    case 'patches': {
      const { factor, documented = factor, budgets } = formula;
      const patches = patchCount(size, budgetAt(budgets, detail));
      return span(surely(Math.ceil(patches * documented)), surely(Math.ceil(patches * factor)));
    }
    case 'cells':
      return surely(cellCount(size, formula.longest, formula.most));
    case 'crops':
      if (detail === 'low') return surely(formula.low);
      return span(surely(formula.tile), surely(detail === 'medium' ? formula.tile : cropTokens(size, formula.tile)));
    case 'budget': {
      const budget = budgetAt(formula.budgets, detail);
      return span(surely(budget), surely(gridTokens(size, budget)));
    }
  }
}

/**
 * Tokens of a picture as the model's vendor counts it, or null where that is not known. Size in pixels; where it is not written, from 256 × 256 to
 * some 30 megapixels, likely 1024 × 1024, and for a fixed budget the budget. A detail that is null is the vendor's default.
 */
export function imageTokens(model: ModelName, size: Size | null, detail: Detail | null): TokenRange | null {
  const vendor = vendorOf(model);
  const formula = vendor && rowOf(vendor.images, model);
  if (!formula) return null;
  const level = detail ?? 'auto';
  if (size) return tokensOf(formula, size, level);
  const range = span(...[...EXTREMES, USUAL].map((one) => tokensOf(formula, one, level)));
  return formula.kind === 'budget' ? { ...range, likely: range.high } : range;
}
