import type { FocusKind, FocusUsage } from '../core';

const columns = [
  'BilledCost',
  'EffectiveCost',
  'ListCost',
  'ListUnitPrice',
  'BillingCurrency',
  'BillingPeriodStart',
  'BillingPeriodEnd',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'ChargeCategory',
  'ChargeDescription',
  'ServiceName',
  'ServiceCategory',
  'ProviderName',
  'InvoiceIssuerName',
  'SkuId',
  'SkuPriceId',
  'PricingQuantity',
  'PricingUnit',
  'ConsumedQuantity',
  'ConsumedUnit',
  'Tags',
  'x_CallSite',
  'x_Model',
  'x_TokenType',
  'x_PromptHash',
  'x_ConsumedTokens',
] as const;

type Row = Record<(typeof columns)[number], string | number | null>;

/**
 * Usage as CSV in the columns of FOCUS 1.3, a row for each day, request and kind of token. What the log does not say of the bill is at list
 * price; what has no known price has no cost of its own, no SKU and no quantity, only its tokens. USD.
 */
export function reportFocus(usage: readonly FocusUsage[]): string {
  const lines = usage.map(describe).map((row) => columns.map((name) => cell(row[name])).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

/** In what a kind is counted, and how many of it have a price. */
const units: Partial<Record<FocusKind, { name: string; per: number }>> = {
  searches: { name: 'Searches', per: 1000 },
  requests: { name: 'Requests', per: 1000 },
};
const tokens = { name: 'Tokens', per: 1_000_000 };

function describe({ day, provider, model, terms, kind, quantity, usd, usdBilled, site, hash, label }: FocusUsage): Row {
  const unit = units[kind] ?? tokens;
  const known = usd !== null;
  const pricingQuantity = quantity / unit.per;
  const unitPrice = known ? plain(usd / pricingQuantity) : null;
  const listCost = unitPrice === null ? null : plain(unitPrice * pricingQuantity);
  const billed = usdBilled === null ? listCost : plain(usdBilled);
  const vendor = provider ?? 'unknown';
  return {
    BilledCost: billed,
    EffectiveCost: billed,
    ListCost: listCost,
    ListUnitPrice: unitPrice,
    BillingCurrency: 'USD',
    ...periodsOf(day),
    ChargeCategory: 'Usage',
    ChargeDescription: `${model || 'unknown model'}: ${kind}${known ? '' : ', price unknown'}`,
    ServiceName: model || vendor,
    ServiceCategory: 'AI and Machine Learning',
    ProviderName: vendor,
    InvoiceIssuerName: vendor,
    SkuId: known ? `${vendor}/${model}` : null,
    SkuPriceId: known ? [vendor, model, kind, ...terms].join('/') : null,
    PricingQuantity: known ? pricingQuantity : null,
    PricingUnit: known ? `${unit.per} ${unit.name}` : null,
    ConsumedQuantity: known ? quantity : null,
    ConsumedUnit: known ? unit.name : null,
    Tags: JSON.stringify(label === null ? {} : { label }),
    x_CallSite: site,
    x_Model: model,
    x_TokenType: kind,
    x_PromptHash: hash,
    x_ConsumedTokens: unit === tokens ? quantity : null,
  };
}

/** Ends are exclusive. */
function periodsOf(day: string): Pick<Row, 'BillingPeriodStart' | 'BillingPeriodEnd' | 'ChargePeriodStart' | 'ChargePeriodEnd'> {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const at = (...when: [number, number, number]) => `${new Date(Date.UTC(...when)).toISOString().slice(0, 19)}Z`;
  return {
    BillingPeriodStart: at(year, month - 1, 1),
    BillingPeriodEnd: at(year, month, 1),
    ChargePeriodStart: at(year, month - 1, date),
    ChargePeriodEnd: at(year, month - 1, date + 1),
  };
}

/** Without the noise of binary fractions. */
const plain = (usd: number): number => Number(usd.toPrecision(12));

/** A cell of CSV. A text that a spreadsheet would take for a formula is not one. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return decimal(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Databases that read a column as decimal know no exponent. */
const decimal = (value: number): string => (/e/.test(String(value)) ? value.toFixed(20).replace(/\.?0+$/, '') : String(value));
