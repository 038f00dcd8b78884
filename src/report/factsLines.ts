import type { DatasetReport, FactsReport } from './factsReport';
import { formatCount, formatPlural, markAccuracy } from './format';
import { formatMoney, type Money } from './money';

/** What a prompt or data file says and costs by itself, a line for each fact. */
export function factsLines({ declared, perSession, dataset }: FactsReport, money?: Money): string[] {
  const lines: string[] = [];
  if (declared) {
    const limit = declared.outputLimit === null ? null : `at most ${formatCount(declared.outputLimit)} output tokens`;
    lines.push(`asks for ${[declared.model, limit].filter(Boolean).join(', ')}`);
  }
  if (perSession) {
    const { tokens, accuracy, model, perMonth, sessionsPerDay } = perSession;
    const cost = perSession.perSession === null ? 'price unknown' : markAccuracy(formatMoney(perSession.perSession, money), accuracy);
    const month =
      perMonth === null || sessionsPerDay === null
        ? ''
        : ` · ${markAccuracy(formatMoney(perMonth, money), accuracy)} a month at ${formatPlural(sessionsPerDay, 'session')} a day`;
    lines.push(`${markAccuracy(formatCount(tokens), accuracy)} tok per session · ${cost}${month} · ${model}`);
  }
  if (dataset) lines.push(headLine(dataset), ...costLines(dataset, money));
  return lines;
}

function headLine({ kind, records, invalid, hasMore }: DatasetReport): string {
  const what = kind === 'batch' ? formatPlural(records, 'batch request') : formatPlural(records, 'training example');
  const wrong = invalid.length ? `, ${formatPlural(invalid.length, 'invalid line')}` : '';
  return `${what}${wrong}${hasMore ? '; tools and images are not counted' : ''}`;
}

function costLines(dataset: DatasetReport, money: Money | undefined): string[] {
  if (dataset.kind === 'fine-tuning') {
    return dataset.models.map(({ model, tokens, accuracy, cost, verified }) => {
      const price = markAccuracy(formatMoney(cost, money), verified ? accuracy : 'approximate');
      const epochs = formatPlural(dataset.epochs, 'epoch');
      return `${epochs} × ${markAccuracy(formatCount(tokens), accuracy)} tok · ${price} · ${model}${verified ? '' : ' (price not confirmed)'}`;
    });
  }
  return dataset.models.map(({ model, requests, input, output, factor, cost }) => {
    const price =
      cost === null ? 'price unknown' : markAccuracy(formatMoney(cost, money), output.assumed || factor < 1 ? 'approximate' : input.accuracy);
    const out = `${output.assumed ? '≈ ' : ''}${formatCount(output.tokens)} out`;
    const share = factor < 1 ? `, at ${Math.round(factor * 100)} % of the list price` : '';
    return `${formatPlural(requests, 'request')} · ${markAccuracy(formatCount(input.tokens), input.accuracy)} tok in, ${out} · ${price}${share} · ${model}`;
  });
}
