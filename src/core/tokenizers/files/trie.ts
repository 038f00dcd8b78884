import { Refusal } from './refusal';

/** UTF-16 units over all strings of a trie; the largest vocabulary that is published has some 2 million. */
const MOST_UNITS = 8_000_000;

/** Strings with a number each, looked up unit by unit. */
export interface Trie {
  /** The node behind `node` (0 at the start) along a unit; -1 where no string goes on so. */
  step(node: number, unit: number): number;
  /** The number of the string that ends at a node; -1 for none. */
  valueAt(node: number): number;
}

/** Makes a trie of strings; each has its index as its number. `where` names them in a refusal. */
export function createTrie(strings: readonly string[], where: string): Trie {
  const units = strings.reduce((sum, text) => sum + text.length, 0);
  if (units > MOST_UNITS) throw new Refusal(where, `more than ${MOST_UNITS} characters together`);
  const bits = 33 - Math.clz32(units + 1);
  const mask = (1 << bits) - 1;
  // Three ints a slot: node, unit, next node. No edge leads back to the start, so that 0 marks a free slot.
  const slots = new Int32Array(3 << bits);
  const values = new Int32Array(units + 1).fill(-1);
  let nodes = 1;

  const slotOf = (node: number, unit: number): number => {
    let slot = Math.imul(Math.imul(node, 0x0100_0193) ^ unit, 0x9e37_79b1) >>> (32 - bits);
    while (slots[3 * slot + 2] !== 0 && (slots[3 * slot] !== node || slots[3 * slot + 1] !== unit)) slot = (slot + 1) & mask;
    return 3 * slot;
  };
  for (const [index, text] of strings.entries()) {
    let node = 0;
    for (let i = 0; i < text.length; i++) {
      const slot = slotOf(node, text.charCodeAt(i));
      if (slots[slot + 2] === 0) {
        slots[slot] = node;
        slots[slot + 1] = text.charCodeAt(i);
        slots[slot + 2] = nodes++;
      }
      node = slots[slot + 2]!;
    }
    if (node !== 0) values[node] = index;
  }
  return { step: (node, unit) => slots[slotOf(node, unit) + 2]! || -1, valueAt: (node) => values[node]! };
}
