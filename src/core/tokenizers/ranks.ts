import type { RankTable } from './tokenizer';

/** What `find` and `pairs` give for bytes that are no token: higher than any rank. */
export const NO_RANK = 0x7fff_ffff;
/** Multiplier of the polynomial hash that callers of `find` compute: `hash = hash × HASH_BASE + byte` in 32 bits. */
export const HASH_BASE = 0x0100_0193;

/** The tokens of an encoding by their bytes. About 6 MB for o200k_base, 3 MB for cl100k_base. */
export interface Ranks {
  /** Bytes of the longest token. */
  longest: number;
  /** Rank of each pair of bytes, at `first × 256 + second`. */
  pairs: Int32Array;
  /** Rank of `bytes[start, end)`, whose hash is `hash`; NO_RANK where they are no token. */
  find(bytes: Uint8Array, start: number, end: number, hash: number): number;
}

interface TokenBytes {
  bytes: Uint8Array;
  /** Where the token of each rank begins; the last entry is the end of all. A missing rank has no bytes. */
  starts: Int32Array;
}

function base64Digits(): Uint8Array {
  const digits = new Uint8Array(128);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (let i = 0; i < alphabet.length; i++) digits[alphabet.charCodeAt(i)] = i;
  return digits;
}

/** Reads lines of `! firstRank base64 base64 …`. */
function decodeTokens(source: string): TokenBytes {
  const digits = base64Digits();
  const bytes = new Uint8Array(Math.ceil((source.length * 3) / 4));
  const starts: number[] = [];
  let size = 0;
  for (const line of source.split('\n')) {
    const header = /^\S+ (\d+) /.exec(line);
    if (!header) continue;
    while (starts.length < Number(header[1])) starts.push(size);
    starts.push(size);
    let bits = 0;
    let held = 0;
    for (let i = header[0].length; i < line.length; i++) {
      const unit = line.charCodeAt(i);
      if (unit === 32) {
        starts.push(size);
        held = 0;
      } else if (unit !== 61) {
        bits = (bits << 6) | digits[unit]!;
        held += 6;
        if (held >= 8) {
          held -= 8;
          bytes[size++] = bits >> held;
        }
      }
    }
  }
  starts.push(size);
  return { bytes: bytes.slice(0, size), starts: Int32Array.from(starts) };
}

/** Parses a rank table into a hash table over its bytes. */
export function parseRanks(table: RankTable): Ranks {
  const { bytes: pool, starts } = decodeTokens(table.bpe_ranks);
  const total = starts.length - 1;
  const bits = 33 - Math.clz32(total);
  const mask = (1 << bits) - 1;
  const shift = 32 - bits;
  // Two ints a slot: hash, rank + 1.
  const slots = new Int32Array(2 << bits);
  const slotOf = (hash: number) => Math.imul(hash, 0x9e37_79b1) >>> shift;
  const pairs = new Int32Array(0x1_0000).fill(NO_RANK);
  let longest = 0;
  for (let rank = 0; rank < total; rank++) {
    const start = starts[rank]!;
    const end = starts[rank + 1]!;
    if (start === end) continue;
    longest = Math.max(longest, end - start);
    if (end - start === 2) pairs[(pool[start]! << 8) | pool[start + 1]!] = rank;
    let hash = 0;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, HASH_BASE) + pool[i]!) | 0;
    let slot = slotOf(hash);
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = rank + 1;
  }

  const isToken = (rank: number, bytes: Uint8Array, start: number, end: number): boolean => {
    let at = starts[rank]!;
    if (starts[rank + 1]! - at !== end - start) return false;
    for (let i = start; i < end; i++) if (bytes[i] !== pool[at++]) return false;
    return true;
  };
  return {
    longest,
    pairs,
    find(bytes, start, end, hash) {
      for (let slot = slotOf(hash); ; slot = (slot + 1) & mask) {
        const rank = slots[2 * slot + 1]! - 1;
        if (rank < 0) return NO_RANK;
        if (slots[2 * slot] === hash && isToken(rank, bytes, start, end)) return rank;
      }
    },
  };
}
