import type { SavingStep, Simulation } from '../core';
import { formatMoney, type Money } from './money';
import { alignTable } from './table';
import { toText } from './text';

/** A simulation, and on what the volumes in it rest. USD. */
export interface SimulationReport {
  before: { perDay: number; perMonth: number };
  after: { perDay: number; perMonth: number };
  savedShare: number;
  steps: SavingStep[];
  basis: 'stated' | 'measured';
}

const DAYS = 30;

/** `simulate --format json`. */
export function reportSimulation({ before, after, savedShare, steps }: Simulation, basis: SimulationReport['basis']): SimulationReport {
  const sum = (perDay: number) => ({ perDay, perMonth: perDay * DAYS });
  return { before: sum(before), after: sum(after), savedShare, steps, basis };
}

const names: Record<SavingStep['saving'], string> = {
  'response-cache': 'response cache',
  'prompt-cache': 'prompt cache',
  compress: 'compression',
  route: 'routing',
  batch: 'batch',
};

/** The same for a terminal: what each step takes off what the ones before left. */
export function reportSimulationAsText({ before, after, savedShare, steps, basis }: SimulationReport, money?: Money): string {
  const day = (usd: number) => `${formatMoney(usd, money)} a day`;
  const month = (usd: number) => `${formatMoney(usd, money)} a month`;
  const rows = [
    ['now', '', '', day(before.perDay), month(before.perMonth)],
    ...steps.map(({ saving, value, perDay, saved }) => [
      names[saving],
      `${percent(value)} %`,
      saved < 0 ? `+${formatMoney(-saved, money)}` : `-${formatMoney(saved, money)}`,
      day(perDay),
      month(perDay * DAYS),
    ]),
  ];
  const less = savedShare < 0 ? `${percent(-savedShare)} % more` : `${percent(savedShare)} % less`;
  return toText([...alignTable(rows, [1, 2, 3, 4]), '', `≈ ${day(after.perDay)}, ${month(after.perMonth)}: ${less}, at ${basis} volumes`]);
}

const percent = (share: number): string => String(Number((share * 100).toFixed(1)));
