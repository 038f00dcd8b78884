import * as l10n from '@vscode/l10n';
import type { DocumentParams, ModelChoice } from '../../protocol';
import type { Feature } from '../context';
import { priceLine } from '../convert';

/** The catalogue's text models with their prices, for pickers. */
export const models: Feature<DocumentParams, ModelChoice[]> = async ({ engine, settings }, { uri }) => {
  const rows = (await engine).models(await settings.of(uri));
  return rows
    .filter(({ kind }) => kind === 'chat')
    .map(({ id, provider, price }) => ({ id, provider, detail: price ? priceLine(price) : l10n.t('price unknown') }));
};
