import { lifecycleRows } from './lifecycleRows';
import type { ModelRow } from './rows';

const ends = lifecycleRows.flatMap(({ provider, ids }) => ids.filter((id) => !id.includes('*')).map((id) => ({ provider, id })));

/**
 * Gives an alias that ends on a day of its own a row of its own: the first source takes `gpt-5-codex` for `gpt-5`, which costs the same but was
 * served for longer.
 */
export function splitEnds(rows: readonly ModelRow[]): ModelRow[] {
  return rows.flatMap((row) => {
    const apart = ends.filter(({ provider, id }) => provider === row.provider && row.aliases?.includes(id)).map(({ id }) => id);
    if (!apart.length) return [row];
    const { aliases, match, ...rest } = row;
    const others = aliases!.filter((alias) => !apart.includes(alias));
    return [{ ...rest, ...(others.length ? { aliases: others } : {}), ...(match ? { match } : {}) }, ...apart.map((id) => ({ ...rest, id }))];
  });
}
