import * as l10n from '@vscode/l10n';
import { isServed } from '../../core';
import type { DocumentParams, ModelChoice } from '../../protocol';
import type { Feature } from '../context';
import { priceLine } from '../convert';

/** The catalogue's text models with their prices, for pickers: without those that are gone, and with the day on which one will be. */
export const models: Feature<DocumentParams, ModelChoice[]> = async ({ engine, settings }, { uri }) => {
  const rows = (await engine).models(await settings.of(uri));
  return rows
    .filter((model) => model.kind === 'chat' && isServed(model))
    .map(({ id, provider, price, retires }) => {
      const cost = price ? priceLine(price) : l10n.t('price unknown');
      return { id, provider, detail: retires === null ? cost : `${cost} · ${l10n.t('retires {0}', retires)}` };
    });
};
