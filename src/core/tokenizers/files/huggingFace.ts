import type { CountTokens } from '../tokenizer';
import { readBpe } from './bpeModel';
import { type Normalize, readNormalizer } from './normalizers';
import { readPreTokenizer } from './preTokenizers';
import { asArray, asObject, asText, type JsonObject, Refusal } from './refusal';
import { createTrie } from './trie';
import { readUnigram } from './unigramModel';

/** Pieces whose counts are remembered, and the longest of them. */
const MOST_PIECES = 50_000;
const LONGEST_PIECE = 64;

/** Makes the counter of a tokenizer.json. Throws a Refusal for what it does not know. */
export function readHuggingFace(file: JsonObject): CountTokens {
  const normalize = readNormalizer(file.normalizer);
  const preTokenizer = readPreTokenizer(file.pre_tokenizer);
  const model = asObject(file.model, 'model');
  const countPiece = modelOf(model, preTokenizer.bytes);
  const { asWritten, normalized } = addedTokens(file.added_tokens, normalize);
  const known = new Map<string, number>();

  const remembered = (piece: string): number => {
    if (piece.length > LONGEST_PIECE) return countPiece(piece);
    const before = known.get(piece);
    if (before !== undefined) return before;
    if (known.size >= MOST_PIECES) known.clear();
    const count = countPiece(piece);
    known.set(piece, count);
    return count;
  };
  return (text) => {
    let total = 0;
    asWritten(text.replace(/\p{Surrogate}/gu, '\ufffd'), (part, isFirst) => {
      if (part === null) total++;
      else {
        normalized(normalize(part), (piece, isFirstOfPart) => {
          if (piece === null) total++;
          else for (const one of preTokenizer.split(piece, isFirst && isFirstOfPart)) if (one) total += remembered(one);
        });
      }
    });
    return total;
  };
}

function modelOf(model: JsonObject, bytes: boolean): (piece: string) => number {
  // Old files don't name the type: a list of scores is Unigram, a list of merges BPE.
  const type = model.type ?? (Array.isArray(model.vocab) ? 'Unigram' : 'BPE');
  if (type === 'BPE') return readBpe(model, bytes);
  if (type !== 'Unigram') throw new Refusal('model.type', `${typeof type === 'string' ? type.slice(0, 40) : 'this'} is not known`);
  if (bytes) throw new Refusal('pre_tokenizer', 'bytes before a Unigram model are not known');
  return readUnigram(model);
}

/** Gives the parts of a text between added tokens, and null for each such token. */
type SplitAdded = (text: string, take: (part: string | null, isFirst: boolean) => void) => void;

/**
 * Special tokens are ordinary text, as a prompt is no place to use them; the other added tokens are one token wherever they stand: those that are
 * `normalized`, their own text normalized as well, in the normalized text.
 */
function addedTokens(value: unknown, normalize: Normalize): { asWritten: SplitAdded; normalized: SplitAdded } {
  const [asWritten, normalized]: [string[], string[]] = [[], []];
  for (const [index, entry] of (value == null ? [] : asArray(value, 'added_tokens')).entries()) {
    const where = `added_tokens[${index}]`;
    const token = asObject(entry, where);
    const content = asText(token.content, `${where}.content`);
    if (token.special !== false || content === '') continue;
    for (const key of ['lstrip', 'rstrip', 'single_word']) if (token[key] === true) throw new Refusal(`${where}.${key}`, 'is not known');
    if (token.normalized === true) normalized.push(normalize(content));
    else asWritten.push(content);
  }
  return { asWritten: splitterAt(asWritten), normalized: splitterAt(normalized) };
}

function splitterAt(tokens: readonly string[]): SplitAdded {
  const trie = createTrie(tokens, 'added_tokens');
  const endAt = (text: string, start: number): number => {
    let end = start;
    for (let node = 0, at = start; at < text.length; ) {
      node = trie.step(node, text.charCodeAt(at++));
      if (node < 0) break;
      if (trie.valueAt(node) >= 0) end = at;
    }
    return end;
  };
  return (text, take) => {
    let last = 0;
    for (let at = 0; tokens.length && at < text.length; ) {
      const end = endAt(text, at);
      if (end > at) {
        if (at > last) take(text.slice(last, at), last === 0);
        take(null, false);
        last = end;
      }
      at = Math.max(end, at + 1);
    }
    if (last < text.length) take(text.slice(last), last === 0);
  };
}
