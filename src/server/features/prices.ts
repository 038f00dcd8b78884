import * as l10n from '@vscode/l10n';
import { type PriceAction, priceStatus, revertPrices, updatePrices } from '../../prices/manage';
import type { PriceStore } from '../../prices/store';
import type { PricesParams, PricesResult } from '../../protocol';
import type { Feature } from '../context';

/** Says what the prices rest on, gets newer ones or goes back; `refresh` shows the new figures everywhere. */
export const createPrices =
  (store: PriceStore, refresh: () => void): Feature<PricesParams, PricesResult> =>
  async (context, { action, from }) => {
    const engine = await context.engine;
    const today = new Date().toISOString().slice(0, 10);
    if (action === 'status') {
      const { asOf, sources, stale } = await priceStatus(engine, store, today);
      const text = [l10n.t('Prices of {0}: {1}.', asOf, sources.join(', ')), ...(stale ? [l10n.t(stale.template, ...stale.values)] : [])].join(' ');
      return { done: true, text, stale: stale !== null };
    }
    const outcome: PriceAction = action === 'update' ? await updatePrices(engine, store, today, from) : await revertPrices(engine, store);
    if (outcome.done) refresh();
    return { done: outcome.done, text: l10n.t(outcome.template, ...outcome.values), stale: false };
  };
