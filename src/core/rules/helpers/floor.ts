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
    default: 15,
    description: 'Share of the prompt, in percent, from which fewer tokens are worth a word, too, if they are three or more.',
    schema: { type: 'number', minimum: 0 },
  },
  minimumUsd: {
    default: 1,
    description: 'USD a month from which any saving is worth a word, where the number of calls is stated or measured.',
    schema: { type: 'number', minimum: 0 },
  },
} satisfies Record<string, RuleOption>;

/** Is a saving worth a problem? `usd` is what it saves with each call; null where that is unknown. */
export function isWorthSaying(
  saved: number,
  before: number,
  usd: number | null,
  { options, monthly }: Pick<RuleContext, 'options' | 'monthly'>,
): boolean {
  const percent = before ? (saved * 100) / before : 0;
  const aMonth = usd === null ? null : monthly(usd);
  if (saved <= 0) return false;
  if (aMonth !== null && aMonth >= Number(options.minimumUsd)) return true;
  return (
    (saved >= Number(options.minimumTokens) && percent >= Number(options.minimumPercent)) || (saved >= 3 && percent >= Number(options.largePercent))
  );
}
