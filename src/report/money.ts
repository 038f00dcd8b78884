/** The marks of a language: between thousands, and before decimals. */
export interface NumberMarks {
  group: string;
  decimal: string;
}

export const english: NumberMarks = { group: ',', decimal: '.' };

/** How sums are shown: in which currency, and by the marks of which language. */
export interface Money {
  /** Before the number. */
  symbol: string;
  /** Units of the currency per USD. */
  rate: number;
  marks: NumberMarks;
}

const dollars: Money = { symbol: '$', rate: 1, marks: english };

/** The money of a project: USD without a rate, whatever currency it names. */
export function moneyOf({ currency, rate }: { currency: string; rate: number | null }, marks: NumberMarks = english): Money {
  return currency === 'USD' || rate === null ? { ...dollars, marks } : { symbol: symbolOf(currency), rate, marks };
}

/** The money that all have; USD where they differ. */
export function commonMoney(all: readonly (Money | undefined)[]): Money {
  const [first = dollars] = all;
  return all.every((one) => one?.symbol === first.symbol && one.rate === first.rate) ? first : { ...dollars, marks: first.marks };
}

/** `€`, or `CHF ` where there is no symbol. */
function symbolOf(currency: string): string {
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0);
  const symbol = parts.find(({ type }) => type === 'currency')?.value ?? currency;
  return symbol === currency ? `${currency} ` : symbol;
}

/** By hand, because every keystroke writes every hint anew, and a formatter with options is made anew for each. */
export function writeNumber(value: number, decimals: number, { group, decimal }: NumberMarks): string {
  const [whole = '', rest] = value.toFixed(decimals).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, group)}${rest ? decimal + rest : ''}`;
}

/** A sum given in USD, in the money of a project; digits as `formatUsd` has them. `unknown` for null. */
export function formatMoney(usd: number | null, { symbol, rate, marks }: Money = dollars): string {
  if (usd === null || !Number.isFinite(usd)) return 'unknown';
  if (usd === 0) return `${symbol}0`;
  if (usd < 0) return `-${formatMoney(-usd, { symbol, rate, marks })}`;
  const sum = usd * rate;
  if (sum < 1e-8) return `< ${symbol}${writeNumber(1e-8, 8, marks)}`;
  if (sum >= 0.1) return `${symbol}${writeNumber(sum, sum >= 1000 ? 0 : 2, marks)}`;
  const decimals = Math.max(4, 1 - Math.floor(Math.log10(sum)));
  const zeros = /0+$/.exec(sum.toFixed(decimals))?.[0].length ?? 0;
  return `${symbol}${writeNumber(sum, Math.max(2, decimals - zeros), marks)}`;
}

/**
 * USD in whole cents from ten cents on, below that with four digits or two significant ones, whichever says more: `$0.0141`, `$0.00042`,
 * `$0.05`. `unknown` for null. Only zero is shown as zero.
 */
export const formatUsd = (usd: number | null, marks: NumberMarks = english): string => formatMoney(usd, { ...dollars, marks });

/** A price in USD per million tokens, every digit of it: `$2.50`, `$0.075`; `unknown` for null. */
export function formatPrice(usdPerMillion: number | null, marks: NumberMarks = english): string {
  if (usdPerMillion === null) return 'unknown';
  const digits = usdPerMillion.toFixed(6).replace(/0{1,4}$/, '');
  return `$${writeNumber(usdPerMillion, digits.length - digits.indexOf('.') - 1, marks)}`;
}
