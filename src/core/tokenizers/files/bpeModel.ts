import { writeUtf8 } from '../utf8';
import { byteChars, byteTokens } from './byteChars';
import { createPairMerges, mergePairs } from './pairMerger';
import { asArray, asObject, asText, type JsonObject, Refusal } from './refusal';

/** Counts the tokens of one piece. */
export type CountPiece = (piece: string) => number;

const MARK = '▁';

/** Reads a BPE model of a tokenizer.json. `bytes`: its characters stand for bytes. */
export function readBpe(model: JsonObject, bytes: boolean): CountPiece {
  for (const key of ['continuing_subword_prefix', 'end_of_word_suffix']) {
    if (model[key]) throw new Refusal(`model.${key}`, 'is not known');
  }
  const vocabulary = readVocabulary(model.vocab);
  const merges = createPairMerges(readMerges(model.merges, vocabulary));
  const ignoresMerges = model.ignore_merges === true;
  const toTokens = bytes ? byteReader(vocabulary, model) : charReader(vocabulary, model);
  const chars = byteChars();
  const nameOf = (piece: string) => (bytes ? [...utf8Of(piece)].map((byte) => chars[byte]).join('') : piece);
  const count: CountPiece = (piece) => (ignoresMerges && vocabulary.has(nameOf(piece)) ? 1 : mergePairs(toTokens(piece), merges));
  return bytes || ignoresMerges || !marksBegin(vocabulary) ? count : (piece) => sumOfWords(piece, count);
}

function readVocabulary(value: unknown): Map<string, number> {
  const vocabulary = new Map<string, number>();
  for (const [token, id] of Object.entries(asObject(value, 'model.vocab'))) {
    if (!Number.isInteger(id) || (id as number) < 0 || (id as number) > 0x7fff_fffe)
      throw new Refusal(`model.vocab[${JSON.stringify(token)}]`, 'is no id');
    vocabulary.set(token, id as number);
  }
  if (vocabulary.size === 0) throw new Refusal('model.vocab', 'is empty');
  return vocabulary;
}

/** Left, right and result of each merge, one behind the other. */
function readMerges(value: unknown, vocabulary: ReadonlyMap<string, number>): Int32Array {
  const entries = asArray(value, 'model.merges');
  const merges = new Int32Array(3 * entries.length);
  for (const [index, entry] of entries.entries()) {
    const where = `model.merges[${index}]`;
    const [left, right, ...more] = typeof entry === 'string' ? entry.split(' ') : asArray(entry, where).map((part) => asText(part, where));
    if (left === undefined || right === undefined || more.length) throw new Refusal(where, 'is no pair');
    const ids = [left, right, left + right].map((token) => vocabulary.get(token));
    if (ids.some((id) => id === undefined)) throw new Refusal(where, 'has a part that the vocabulary does not');
    merges.set(ids as number[], 3 * index);
  }
  return merges;
}

type ToTokens = (piece: string) => number[];

function byteReader(vocabulary: ReadonlyMap<string, number>, model: JsonObject): ToTokens {
  const unknown = unknownOf(vocabulary, model);
  const ids = byteChars().map((char) => vocabulary.get(char));
  return (piece) =>
    withUnknown(
      [...utf8Of(piece)].map((byte) => ids[byte]),
      unknown,
    );
}

function charReader(vocabulary: ReadonlyMap<string, number>, model: JsonObject): ToTokens {
  const unknown = unknownOf(vocabulary, model);
  const bytes = byteTokens().map((token) => vocabulary.get(token));
  const fallsBack = model.byte_fallback === true;
  return (piece) => {
    const tokens: (number | undefined)[] = [];
    for (const char of piece) {
      const id = vocabulary.get(char);
      const spelled = id === undefined && fallsBack ? [...utf8Of(char)].map((byte) => bytes[byte]) : [];
      if (id === undefined && spelled.length && !spelled.includes(undefined)) tokens.push(...spelled);
      else tokens.push(id);
    }
    return withUnknown(tokens, unknown);
  };
}

interface Unknown {
  id: number | undefined;
  fused: boolean;
}

function unknownOf(vocabulary: ReadonlyMap<string, number>, model: JsonObject): Unknown {
  const token = model.unk_token;
  if (token === null || token === undefined) return { id: undefined, fused: false };
  const id = vocabulary.get(asText(token, 'model.unk_token'));
  if (id === undefined) throw new Refusal('model.unk_token', 'is not in the vocabulary');
  return { id, fused: model.fuse_unk === true };
}

/** What the vocabulary lacks becomes its token for the unknown, one for a run where they fuse; without one, nothing. */
function withUnknown(tokens: readonly (number | undefined)[], { id, fused }: Unknown): number[] {
  const result: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token !== undefined) result.push(token);
    else if (id !== undefined && !(fused && index > 0 && tokens[index - 1] === undefined)) result.push(id);
  }
  return result;
}

/** Does no token hold the mark of a space behind another character? Then no merge spans the place before it, and words count apart. */
function marksBegin(vocabulary: ReadonlyMap<string, number>): boolean {
  for (const token of vocabulary.keys()) if (/[^▁]▁/.test(token)) return false;
  return true;
}

function sumOfWords(piece: string, count: CountPiece): number {
  const words = new Map<string, number>();
  let total = 0;
  for (let start = 0, end = 0; start < piece.length; start = end) {
    end = start;
    while (piece[end] === MARK) end++;
    end = piece.indexOf(MARK, end);
    if (end < 0) end = piece.length;
    const word = piece.slice(start, end);
    const known = words.get(word) ?? count(word);
    words.set(word, known);
    total += known;
  }
  return total;
}

function utf8Of(text: string): Uint8Array {
  const bytes = new Uint8Array(3 * text.length);
  return bytes.subarray(0, writeUtf8(text, 0, text.length, bytes));
}
