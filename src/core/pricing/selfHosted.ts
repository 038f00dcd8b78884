import type { SelfHostedModel } from '../config';

/** USD per million tokens of a server that is paid by the hour, and of the server itself. */
export interface SelfHostedPrice {
  kind: 'price';
  /** By use: the hour's cost spread over the tokens that the used share of the time yields. Prefill speed. */
  input: number;
  /** By use, decode speed. */
  output: number;
  /** USD for 30 days around the clock, whatever is used. */
  alwaysOnPerMonth: number;
}

/** Prices a self-hosted model; a value that makes no sense comes back as the reason. */
export function selfHostedPrice(model: SelfHostedModel): SelfHostedPrice | { kind: 'invalid'; reason: string } {
  const { costPerHour, prefillTokensPerSecond, decodeTokensPerSecond, utilization } = model;
  if (!(costPerHour >= 0 && Number.isFinite(costPerHour))) return invalid('costPerHour must be at least 0');
  if (!positive(prefillTokensPerSecond)) return invalid('prefillTokensPerSecond must be above 0');
  if (!positive(decodeTokensPerSecond)) return invalid('decodeTokensPerSecond must be above 0');
  if (!(utilization > 0 && utilization <= 1)) return invalid('utilization must be above 0 and at most 1');
  const perMillion = (tokensPerSecond: number) => (costPerHour / (tokensPerSecond * 3600 * utilization)) * 1e6;
  return {
    kind: 'price',
    input: perMillion(prefillTokensPerSecond),
    output: perMillion(decodeTokensPerSecond),
    alwaysOnPerMonth: costPerHour * 24 * 30,
  };
}

const positive = (value: number): boolean => value > 0 && Number.isFinite(value);
const invalid = (reason: string) => ({ kind: 'invalid', reason }) as const;
