/** Values by text, for results that cost much more than a look-up. */
export interface Memory<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
}

/** Keeps the values that were used last: so many of them at most, and keys of so many UTF-16 units together. */
export function createMemory<V>(entries: number, units: number): Memory<V> {
  // Used last, placed last.
  const known = new Map<string, V>();
  let size = 0;
  return {
    get(key) {
      const value = known.get(key);
      if (value !== undefined) {
        known.delete(key);
        known.set(key, value);
      }
      return value;
    },
    set(key, value) {
      if (!known.delete(key)) size += key.length;
      known.set(key, value);
      for (const oldest of known.keys()) {
        if (known.size <= entries && size <= units) break;
        known.delete(oldest);
        size -= oldest.length;
      }
    },
  };
}
