import type { Ranks } from '../ranks';
import { createFeatureReader } from './features';
import { FEATURES, offsets, SHAPES, SHAPES_BEFORE } from './layout';
import { createPieceReader } from './pieces';

/** The shape that counts as the one before, for the piece behind it. */
export const shapeBefore = (shape: number): number => (shape < SHAPES_BEFORE ? shape : 0);

/** Makes a counter of the features of whole texts, for fitting. */
export function createFeatureCounter(ranks: Ranks): (text: string) => Float64Array {
  const pieces = createPieceReader(ranks);
  const readFeatures = createFeatureReader();
  return (text) => {
    const features = new Float64Array(FEATURES);
    let before = 0;
    for (let start = 0; start < text.length; ) {
      const end = pieces.endOf(text, start, text.length);
      const { shape } = readFeatures(pieces.read(text, start, end), (feature, amount) => {
        features[feature]! += amount;
      });
      features[offsets.pair + before * SHAPES + shape]! += 1;
      before = shapeBefore(shape);
      start = end;
    }
    return features;
  };
}
