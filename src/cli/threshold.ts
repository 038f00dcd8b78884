import type { DifferenceReport } from '../report';
import { UsageError } from './host';

/** How much a change may cost or save. */
export interface Threshold {
  per: 'month' | 'call' | 'percent';
  /** USD, or a share of what the changed requests cost before. */
  amount: number;
  /** As it was given. */
  text: string;
}

/** Reads `5usd/month`, `0.01usd/call` or `10%`. */
export function readThreshold(text: string): Threshold {
  const [, figure = '', unit = ''] = /^(\d+(?:\.\d+)?|\.\d+)\s*(usd\/month|usd\/call|%)$/i.exec(text.trim()) ?? [];
  if (!unit) throw new UsageError(`${text} is no threshold such as 5usd/month, 0.01usd/call or 10%`);
  const amount = Number(figure);
  if (unit === '%') return { per: 'percent', amount: amount / 100, text };
  return { per: unit.toLowerCase() === 'usd/month' ? 'month' : 'call', amount, text };
}

/** Is the sum of the changes further than that in a direction: 1 what it costs more, -1 what it saves? What is not known is not beyond. */
export function isBeyond({ per, amount }: Threshold, { perCall, perMonth }: DifferenceReport['totals'], direction: 1 | -1): boolean {
  const sum = per === 'month' ? perMonth : perCall;
  if (sum?.delta == null) return false;
  const delta = direction * sum.delta;
  if (per !== 'percent') return delta > amount;
  // from nothing, any cost is more than any share
  return sum.before ? delta / sum.before > amount : delta > 0;
}
