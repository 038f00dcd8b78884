import type { Snippet } from './snippet';

/** The output limit that keeps a call under a price, for inputs whose length is known only when the program runs. */
export default {
  id: 'cost-ceiling',
  language: 'python',
  exports: ['output_limit'],
  imports: ['import math'],
  requires: [],
  code: () => `def output_limit(ceiling_usd: float, input_tokens: int, input_price: float, output_price: float) -> int:
    """Most output tokens with which a call stays under a ceiling. Prices in USD per million tokens.

    limit = (ceiling - input cost) / output price, rounded down. Raises ValueError where not one token is left.
    """
    left = ceiling_usd * 1_000_000 - input_tokens * input_price
    limit = math.floor(left / output_price + 1e-9)
    if limit < 1:
        raise ValueError(f"{input_tokens} input tokens leave nothing of {ceiling_usd} USD for output.")
    return limit`,
} satisfies Snippet;
