import { tierFor } from '../pricing/tierFor';
import type { Model } from '../types';
import { toUsd } from './toUsd';

/** USD of a text as input of a model once, at the step of its size; null without a model or a price. */
export function textUsd(model: Model | null, tokens: number): number | null {
  return model?.price ? toUsd(tokens, tierFor(model.price.tiers, tokens).input) : null;
}
