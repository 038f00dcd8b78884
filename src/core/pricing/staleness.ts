import { shippedBase } from './base';

const maxAgeDays = 60;

/** What is said of old prices, for l10n. */
export const staleTemplate = 'Prices are of {0}, {1} days ago. Newer ones may differ.';

/** Prices that are too old to be shown without a word, in English and for l10n. */
export interface StalePrices {
  message: string;
  template: string;
  values: (string | number)[];
}

/** null while the prices are fresh. Dates are ISO dates; `today` comes from the host. */
export function stalePrices(today: string, asOf: string = shippedBase.asOf): StalePrices | null {
  const days = Math.floor((Date.parse(today) - Date.parse(asOf)) / 86_400_000);
  if (!(days > maxAgeDays)) return null;
  const values = [asOf, days];
  return { message: staleTemplate.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)])), template: staleTemplate, values };
}
