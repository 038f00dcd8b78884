import type { KnownNames } from './config';
import { createCatalogue } from './pricing';
import { rules } from './rules';
import { tokenizers } from './tokenizers';

/** The names that settings may use: the rules with their options, the models of the catalogue, the tokenizers. */
export function knownNames(): KnownNames {
  const catalogue = createCatalogue({}, {});
  const ids = catalogue.models.flatMap(({ id, name }) => [id, name, id.slice(id.indexOf('/') + 1)]);
  return {
    rules: rules.map(({ meta: { id, description, options = {} } }) => ({ id, description, options })),
    tokenizers: tokenizers.map(({ id }) => id),
    models: [...new Set(ids)],
    hasModel: (id) => catalogue.find(id).kind === 'found',
  };
}
