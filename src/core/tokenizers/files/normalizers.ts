import { compilePattern } from './pattern';
import { asArray, asObject, asText, type JsonObject, Refusal } from './refusal';

/** Changes a text before it is split. */
export type Normalize = (text: string) => string;

const DEEPEST = 8;
/** A replacement longer than this could make a text too large. */
const LONGEST = 100;

const forms = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const;

/** Reads the `normalizer` of a tokenizer.json; null stands for none. */
export function readNormalizer(value: unknown, where = 'normalizer', depth = 0): Normalize {
  if (value === null || value === undefined) return (text) => text;
  if (depth > DEEPEST) throw new Refusal(where, 'nested too deep');
  const entry = asObject(value, where);
  const type = asText(entry.type, `${where}.type`);
  const form = forms.find((known) => known === type);
  if (form) return (text) => text.normalize(form);
  switch (type) {
    case 'Sequence': {
      const all = asArray(entry.normalizers, `${where}.normalizers`).map((one, index) =>
        readNormalizer(one, `${where}.normalizers[${index}]`, depth + 1),
      );
      return (text) => all.reduce((changed, normalize) => normalize(changed), text);
    }
    case 'Prepend': {
      const prefix = short(entry.prepend, `${where}.prepend`);
      return (text) => (text === '' ? text : prefix + text);
    }
    case 'Lowercase':
      return (text) => text.toLowerCase();
    case 'Replace':
      return readReplace(entry, where);
    default:
      throw new Refusal(`${where}.type`, `${type} is not known`);
  }
}

function readReplace(entry: JsonObject, where: string): Normalize {
  const content = short(entry.content, `${where}.content`);
  const pattern = asObject(entry.pattern, `${where}.pattern`);
  if (pattern.Regex !== undefined) {
    const regex = compilePattern(asText(pattern.Regex, `${where}.pattern.Regex`), `${where}.pattern.Regex`);
    return (text) => text.replace(regex, () => content);
  }
  const literal = asText(pattern.String, `${where}.pattern.String`);
  if (literal === '') throw new Refusal(`${where}.pattern.String`, 'is empty');
  return (text) => text.replaceAll(literal, () => content);
}

function short(value: unknown, where: string): string {
  const text = asText(value, where);
  if (text.length > LONGEST) throw new Refusal(where, `longer than ${LONGEST} characters`);
  return text;
}
