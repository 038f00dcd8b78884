import type { DatasetCost, FileFacts, ModelMatch, SessionCost, TokenCount } from '../core';

/** What a prompt or data file says and costs by itself, as plain data. USD; null where a price is unknown. */
export interface FactsReport {
  declared: { model: string | null; resolvedModel: string | null; outputLimit: number | null } | null;
  perSession: (CountReport & { model: string; perSession: number | null; perMonth: number | null; sessionsPerDay: number | null }) | null;
  dataset: DatasetReport | null;
}

export type CountReport = Pick<TokenCount, 'tokens' | 'accuracy' | 'low' | 'high'>;

export type DatasetReport = {
  records: number;
  /** 1-based lines that the provider would refuse. */
  invalid: { line: number; reason: string }[];
  /** Tools or images come on top of what was counted. */
  hasMore: boolean;
} & (
  | { kind: 'fine-tuning'; epochs: number; models: (CountReport & { model: string; usdPerMillion: number; verified: boolean; cost: number })[] }
  | {
      kind: 'batch';
      models: {
        model: string;
        requests: number;
        input: CountReport;
        output: { tokens: number; assumed: number };
        /** What part of the list price is taken. */
        factor: number;
        cost: number | null;
      }[];
    }
);

/** Turns what the engine knows of a prompt or data file into plain data; undefined where it says nothing. */
export function describeFacts({ declared, perSession, dataset }: FileFacts): FactsReport | undefined {
  if (!declared && !perSession && !dataset) return undefined;
  return {
    declared: declared && {
      model: declared.model,
      resolvedModel: declared.match?.kind === 'found' ? declared.match.model.id : null,
      outputLimit: declared.outputLimit,
    },
    perSession: perSession && describeSession(perSession),
    dataset: dataset && describeDataset(dataset),
  };
}

function describeSession({ model, count, perSession, perMonth, sessionsPerDay }: SessionCost): FactsReport['perSession'] {
  return { model: nameOf(model), ...describeCount(count), perSession, perMonth, sessionsPerDay };
}

function describeDataset(dataset: DatasetCost): DatasetReport {
  const { records, hasMore } = dataset;
  const base = { records, invalid: dataset.invalid.map(({ line, reason }) => ({ line, reason })), hasMore };
  if (dataset.kind === 'fine-tuning') {
    const models = dataset.models.map(({ model, count, training, cost }) => ({
      model: model.id,
      ...describeCount(count),
      usdPerMillion: training.usd,
      verified: training.verified,
      cost,
    }));
    return { kind: 'fine-tuning', ...base, epochs: dataset.epochs, models };
  }
  const models = dataset.models.map(({ match, requests, input, output, factor, cost }) => ({
    model: nameOf(match),
    requests,
    input: describeCount(input),
    output,
    factor,
    cost,
  }));
  return { kind: 'batch', ...base, models };
}

const describeCount = ({ tokens, accuracy, low, high }: TokenCount): CountReport => ({ tokens, accuracy, low, high });
const nameOf = (match: ModelMatch): string => (match.kind === 'found' ? match.model.id : match.id);
