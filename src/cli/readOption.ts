import { UsageError } from './host';

/** Reads an option that is an amount in USD. */
export function readUsd(value: string): number {
  const usd = Number(value);
  if (value.trim() === '' || !Number.isFinite(usd) || usd < 0) throw new UsageError(`${value} is no amount in USD`);
  return usd;
}

/** Reads an option that is a day, as 2026-12-01. */
export function readDate(value: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(value)) throw new UsageError(`${value} is no date such as 2026-12-01`);
  return value;
}
