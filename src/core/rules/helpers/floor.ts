import type { RuleContext, RuleOption } from '../rule';

/** Options of a rule that speaks of tokens to be saved in one prompt. */
export const floorOptions = {
  minimumTokens: { default: 10, description: 'Least tokens saved, together with `minimumPercent`.', schema: { type: 'integer', minimum: 1 } },
  minimumPercent: {
    default: 3,
    description: 'Least share of the prompt saved, in percent, together with `minimumTokens`.',
    schema: { type: 'number', minimum: 0 },
  },
  largePercent: {
    default: 10,
    description: 'Share of the prompt, in percent, from which fewer tokens are worth a word, too, if they are three or more.',
    schema: { type: 'number', minimum: 0 },
  },
  minimumUsd: {
    default: 1,
    description: 'USD a month from which any saving is worth a word, where the number of calls is stated or measured.',
    schema: { type: 'number', minimum: 0 },
  },
} satisfies Record<string, RuleOption>;

/** Is a saving worth a problem? `usdPerMonth` is null without a price or a volume. */
export function isWorthSaying(saved: number, before: number, usdPerMonth: number | null, options: RuleContext['options']): boolean {
  const percent = before ? (saved * 100) / before : 0;
  if (saved <= 0) return false;
  if (usdPerMonth !== null && usdPerMonth >= Number(options.minimumUsd)) return true;
  return (
    (saved >= Number(options.minimumTokens) && percent >= Number(options.minimumPercent)) || (saved >= 3 && percent >= Number(options.largePercent))
  );
}
