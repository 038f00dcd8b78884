import { snapshot } from './catalogue';

const maxAgeDays = 60;

/** A snapshot that is too old to be shown without a word; null while it is fresh. Dates are ISO dates; `today` comes from the host. */
export function stalePrices(today: string, asOf: string = snapshot.asOf): { days: number; asOf: string; message: string } | null {
  const days = Math.floor((Date.parse(today) - Date.parse(asOf)) / 86_400_000);
  return days > maxAgeDays ? { days, asOf, message: `Prices are of ${asOf}, ${days} days ago. Newer ones may differ.` } : null;
}
