import { compilePattern } from './pattern';
import { asArray, asObject, asText, type JsonObject, Refusal } from './refusal';
import { type Behavior, behaviors, type FindMatches, literalMatcher, matcherOf, splitText } from './split';

/** How a normalized text is cut into the pieces within which tokens lie. */
export interface PreTokenizer {
  /** `isFirst`: the text is the beginning of all of it. */
  split(text: string, isFirst: boolean): string[];
  /** The model reads the UTF-8 bytes of a piece, each written as a character of its own. */
  bytes: boolean;
}

const DEEPEST = 8;
/** What ByteLevel splits by unless told not to: the pattern of GPT-2. */
const byteLevelPattern = "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

/** Reads the `pre_tokenizer` of a tokenizer.json; null stands for none. */
export function readPreTokenizer(value: unknown, where = 'pre_tokenizer', depth = 0): PreTokenizer {
  if (value === null || value === undefined) return { split: (text) => [text], bytes: false };
  if (depth > DEEPEST) throw new Refusal(where, 'nested too deep');
  const entry = asObject(value, where);
  const type = asText(entry.type, `${where}.type`);
  switch (type) {
    case 'Sequence':
      return sequence(
        asArray(entry.pretokenizers, `${where}.pretokenizers`).map((one, index) =>
          readPreTokenizer(one, `${where}.pretokenizers[${index}]`, depth + 1),
        ),
        where,
      );
    case 'ByteLevel':
      return byteLevel(entry);
    case 'Metaspace':
      return metaspace(entry, where);
    case 'Split':
      return splitter(findOf(entry.pattern, `${where}.pattern`), behaviorOf(entry.behavior, where), entry.invert === true);
    case 'Digits':
      return splitter(matcherOf(/\p{N}/gu), entry.individual_digits === true ? 'Isolated' : 'Contiguous');
    case 'Punctuation':
      return splitter(matcherOf(/[!-/:-@[-`{-~\p{P}]/gu), entry.behavior === undefined ? 'Isolated' : behaviorOf(entry.behavior, where));
    case 'WhitespaceSplit':
      return splitter(matcherOf(/\p{White_Space}/gu), 'Removed');
    default:
      throw new Refusal(`${where}.type`, `${type} is not known`);
  }
}

function sequence(steps: readonly PreTokenizer[], where: string): PreTokenizer {
  const at = steps.findIndex(({ bytes }) => bytes);
  if (at >= 0 && at < steps.length - 1) throw new Refusal(`${where}.pretokenizers[${at + 1}]`, 'follows the step to bytes, which is not known');
  return {
    split: (text, isFirst) =>
      steps.reduce<string[]>((pieces, step) => pieces.flatMap((piece, index) => step.split(piece, isFirst && index === 0)), [text]),
    bytes: at >= 0,
  };
}

function splitter(find: FindMatches, behavior: Behavior, invert = false): PreTokenizer {
  return { split: (text) => splitText(text, find, behavior, invert), bytes: false };
}

function byteLevel(entry: JsonObject): PreTokenizer {
  const addsSpace = entry.add_prefix_space !== false;
  const find = entry.use_regex === false ? null : matcherOf(compilePattern(byteLevelPattern, 'ByteLevel'));
  return {
    split(text) {
      const whole = addsSpace && !text.startsWith(' ') ? ` ${text}` : text;
      return find ? splitText(whole, find, 'Isolated') : [whole];
    },
    bytes: true,
  };
}

function metaspace(entry: JsonObject, where: string): PreTokenizer {
  const mark = entry.replacement === undefined ? '▁' : asText(entry.replacement, `${where}.replacement`);
  if ([...mark].length !== 1) throw new Refusal(`${where}.replacement`, 'must be one character');
  const scheme = entry.prepend_scheme ?? (entry.add_prefix_space === false ? 'never' : 'always');
  if (scheme !== 'always' && scheme !== 'first' && scheme !== 'never') throw new Refusal(`${where}.prepend_scheme`, 'is not known');
  const find = literalMatcher(mark);
  return {
    split(text, isFirst) {
      const marked = text.replaceAll(' ', mark);
      const prepends = (scheme === 'always' || (scheme === 'first' && isFirst)) && !marked.startsWith(mark);
      const whole = prepends ? mark + marked : marked;
      return entry.split === false ? [whole] : splitText(whole, find, 'MergedWithNext');
    },
    bytes: false,
  };
}

function findOf(value: unknown, where: string): FindMatches {
  const pattern = asObject(value, where);
  if (pattern.Regex !== undefined) return matcherOf(compilePattern(asText(pattern.Regex, `${where}.Regex`), `${where}.Regex`));
  const literal = asText(pattern.String, `${where}.String`);
  if (literal === '') throw new Refusal(`${where}.String`, 'is empty');
  return literalMatcher(literal);
}

function behaviorOf(value: unknown, where: string): Behavior {
  const known = behaviors.find((one) => one === value);
  if (!known) throw new Refusal(`${where}.behavior`, 'is not known');
  return known;
}
