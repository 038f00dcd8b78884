import * as l10n from '@vscode/l10n';
import { discountsFor, type Estimate } from '../core';
import type { Context } from './context';
import { formatCount } from './convert';
import type { Analyzed } from './documents';
import type { WriteSum } from './ownPrices';

/** ` (measured, 30 d)` behind a hint whose volume logs say; else nothing. */
export const measuredMark = ({ volume }: Estimate, days: number | undefined): string =>
  volume?.basis === 'measured' && days !== undefined ? ` ${l10n.t('(measured, {0} d)', days)}` : '';

/** What logs say of a call, against what would be taken for it without them; empty where they say nothing. */
export async function measuredLine(context: Context, { analysis, settings }: Analyzed, index: number, write: WriteSum): Promise<string> {
  const measured = analysis.measured?.[index];
  const call = analysis.calls[index];
  const estimate = analysis.estimates[index];
  if (!measured || !call || !estimate) return '';
  const { callsPerDay, days, input, output, hitRate, errors, calls } = measured;
  const engine = await context.engine;
  const name = estimate.model?.kind === 'found' ? estimate.model.model.id : null;
  const { measured: _measured, ...unmeasured } = analysis;
  const [blind] = name === null ? [] : await engine.compare(unmeasured, index, [name], settings);
  const said = [
    l10n.t('{0} calls a day', formatCount(callsPerDay)),
    l10n.t('{0} tokens in, {1} out', formatCount(input), formatCount(output)),
    l10n.t('{0} % read the cache', Math.round(hitRate * 100)),
    l10n.t('{0} % failed', Math.round((errors / (errors + calls)) * 100)),
  ];
  const without = blind?.estimate.cost?.perCall;
  const own = (usd: number) => write(usd * discountsFor(settings, { model: call.model, models: call.models, resolved: name }).likely);
  const against =
    estimate.cost && without !== undefined ? l10n.t('; {0} a call, {1} without the measurement', own(estimate.cost.perCall), own(without)) : '';
  return `${l10n.t('Measured over {0} days: {1}', days, said.join(', '))}${against}.`;
}
