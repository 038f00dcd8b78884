import { createHash } from 'node:crypto';
import { createLogReader, type DayPart, type Engine, type LogFormatId, priceSteps, readSettings, type ViewTools } from '../../../src/core';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a log of these values says, and what was wrong with each that is broken. */
export function readValues(values: readonly unknown[], format: LogFormatId | null = null): { parts: DayPart[]; broken: string[] } {
  const reader = createLogReader({ format, steps: priceSteps(), context: { hash: sha256 } });
  const broken = values.flatMap((value) => reader.take(value) ?? []);
  return { parts: reader.finish(), broken };
}

/** Prices at list price, joins nothing. */
export function pricing(engine: Engine, join: ViewTools['join'] = () => null): ViewTools {
  const { settings } = readSettings({});
  return {
    price(cell, day) {
      const { model, usd } = engine.usageUsd({ ...cell, day }, settings);
      return { usd, provider: cell.provider ?? (model.kind === 'found' ? model.model.provider : null) };
    },
    join,
  };
}
