import type { Base } from './base';

/** Constants of SDKs that don't spell the model's id. */
const irregular: Readonly<Record<string, string>> = {
  adaembeddingv2: 'text-embedding-ada-002',
  smallembedding3: 'text-embedding-3-small',
  largeembedding3: 'text-embedding-3-large',
};

const key = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(\d)_?dot_?(\d)/g, '$1$2')
    .replace(/[^a-z0-9]/g, '');

type Index = ReadonlyMap<string, { id: string; model: string }[]>;

/** Letters and digits of an id → each id of a vendor that is spelled with them, and whose it is. */
function indexIds(base: Base): Index {
  const result = new Map<string, { id: string; model: string }[]>();
  for (const row of base.vendorRows()) {
    const families = (row.match ?? []).flatMap((rule) => ('starts_with' in rule ? [rule.starts_with] : []));
    for (const id of [row.id, ...(row.aliases ?? []), ...families]) {
      const list = result.get(key(id)) ?? [];
      if (!list.some((entry) => entry.id === id)) result.set(key(id), [...list, { id, model: `${row.provider}/${row.id}` }]);
    }
  }
  return result;
}

/**
 * The model id behind an SDK's constant (`GPT4oMini`, `GPT_4O`, `ClaudeSonnet4_5`), compared by letters and digits alone.
 * null where none or more than one fits. A date or `Latest` at the end may be one that the catalogue does not list.
 */
export function createConstantFinder(base: Base): (name: string) => string | null {
  let index: Index | null = null;
  return (name) => {
    index ??= indexIds(base);
    return find(name, index);
  };
}

function find(name: string, idsByKey: Index): string | null {
  const wanted = key(name);
  if (Object.hasOwn(irregular, wanted)) return irregular[wanted]!;
  const whole = only(idsByKey.get(wanted));
  if (whole) return whole;
  const [, family, date] = /^(.*[a-z].*?)(20\d{6}|latest)$/.exec(wanted) ?? [];
  const base = family ? only(idsByKey.get(family)) : null;
  return base && date && base.startsWith('claude') ? `${base.replace(/-(latest)?$/, '')}-${date}` : null;
}

/** One id, or the spelling of the row's own id where all are the same model's. */
function only(found: { id: string; model: string }[] | undefined): string | null {
  if (!found?.length) return null;
  const models = new Set(found.map((entry) => entry.model));
  if (found.length === 1) return found[0]!.id;
  if (models.size > 1) return null;
  return found.find((entry) => entry.model.endsWith(`/${entry.id}`))?.id ?? found[0]!.id;
}
