import type { Span } from '../../types';
import { type Lexicon, openArticle } from './lexicon';
import { measureOf, needsNumber } from './measures';

/** One step of reading: a mark that binds, a stop, or something that carries meaning. */
export interface Item extends Span {
  kind: 'mark' | 'stop' | 'word' | 'number' | 'unit' | 'placeholder' | 'literal';
  /** The mark, the stop, or the concept. */
  name: string;
  weak: boolean;
  /** A usual word of headings, which say nothing by it. */
  title: boolean;
  verb: boolean;
  /** Written like a noun, where a language writes nouns with a capital. */
  noun: boolean;
  unit: string;
  /** As written, in small letters. */
  word: string;
  /** Stands behind an article. */
  articled: boolean;
}

interface Atom extends Span {
  /** Written with a capital inside of a sentence. */
  capital?: boolean;
  kind: 'stop' | 'word' | 'number' | 'placeholder' | 'literal';
  word: string;
}

const atomPattern = new RegExp(
  [
    // placeholders and marks of templates
    String.raw`(?<placeholder>⟦[A-Z]\d+⟧|\{\{[^{}\n]{0,120}\}\}|\{%[^%\n]{0,200}%\}|\$\{[^{}\n]{0,120}\}|\$?\{[\w.[\]'-]{0,80}\}|<\/?[a-zA-Z][\w.-]{0,60}>|%\(?\w{0,40}\)?[sd]\b|\uFFFC)`,
    // code, addresses and quotations
    String.raw`(?<literal>${'`'}[^${'`'}\n]{1,300}${'`'}|https?:\/\/[^\s<>"')\]]{1,500}|"[^"\n]{1,300}"|“[^”“\n]{1,300}[”“]|„[^“”\n]{1,300}[“”]|«[^»\n]{1,300}»|(?<![\p{L}\d])'[^'\n]{1,100}'(?![\p{L}\d]))`,
    String.raw`(?<number>[$€£]?\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|[ºª])?(?![\d]))`,
    String.raw`(?<word>km\/h|m\/s|°[cCfF]|[%€$£]|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*)`,
    String.raw`(?<stop>[,;:()–—¿]|\.(?=\s))`,
  ].join('|'),
  'gu',
);
const articles =
  /^(?:the|an?|your|his|their|el|l[ao]s?|una?s?|tus?|sus?|d(?:er|ie|as|en|em|es)|ein(?:e[nrms]?)?|dein(?:e[nrms]?)?|les?|une?|des|du|os?|as?|um|uma|cada|each|every|jede[nrms]?|chaque)$/;
const auxiliary =
  /^(?:is|are|be|been|being|was|were|es|son|ser|sea|sean|fue|sido|wird|werden|wurde|wurden|worden|est|sont|être|soit|soient|foi|são|é|seja)$/;

/** Reads a unit's text into marks and tokens. Offsets are those of the whole text. */
export function readItems(text: string, span: Span, lexicon: Lexicon, language: string): Item[] {
  const atoms = readAtoms(text.slice(span.start, span.end), span.start);
  const words = atoms.map(({ kind, word }) => (kind === 'word' || kind === 'stop' ? word : '\0'));
  const items: Item[] = [];
  let articled = false;
  for (let at = 0; at < atoms.length; ) {
    const atom = atoms[at]!;
    const item: Item = {
      kind: atom.kind,
      name: atom.word,
      weak: false,
      title: false,
      verb: false,
      noun: false,
      unit: '',
      word: atom.word,
      articled,
      start: atom.start,
      end: atom.end,
    };
    const number = atom.kind === 'number' ? readDigits(atom.word, words[at + 1]) : atom.kind === 'word' ? readNumeral(words, at, lexicon) : null;
    const found = number || atom.kind === 'number' ? null : lexicon.find(words, at);
    let length = 1;
    if (number) {
      length = number.length;
      items.push({ ...item, kind: 'number', name: number.value, unit: number.unit, end: atoms[at + length - 1]!.end });
    } else if (found) {
      length = found.length;
      const end = atoms[at + length - 1]!.end;
      const written = words.slice(at, at + length).join(' ');
      if (auxiliary.test(written)) items.push({ ...item, kind: 'mark', name: 'BE' });
      const ordinal = found.meaning[0] === 'FIRST' && written === 'first' && (articled || atoms[at + 1]?.kind === 'number');
      for (const meaning of ordinal ? ['first'] : found.meaning)
        items.push(
          itemOf(meaning, {
            ...item,
            noun: language === 'de' && atom.capital === true,
            articled: articled || (length > 1 && articles.test(words[at]!)),
            word: written,
            end,
          }),
        );
    } else if (atom.kind === 'word') {
      const unit = needsNumber(atom.word) ? undefined : measureOf(atom.word);
      items.push(unit ? { ...item, kind: 'unit', name: unit, weak: false } : { ...item, name: lexicon.stem(atom.word) });
    } else items.push(item);
    articled = articles.test(words[at + length - 1]!);
    at += length;
  }
  return items;
}

function itemOf(meaning: string, item: Item): Item {
  if (/^[A-Z]/.test(meaning)) return { ...item, kind: 'mark', name: meaning };
  const unit = needsNumber(item.word) ? undefined : measureOf(item.word);
  if (unit) return { ...item, kind: 'unit', name: unit };
  return {
    ...item,
    kind: 'word',
    name: meaning.replace(/^[~#!]+/, ''),
    weak: meaning.startsWith('~'),
    title: meaning.startsWith('#'),
    verb: /^~?!/.test(meaning) && !item.noun && !item.articled,
  };
}

function readAtoms(text: string, offset: number): Atom[] {
  const atoms: Atom[] = [];
  for (const match of text.matchAll(atomPattern)) {
    const [kind, written] = Object.entries(match.groups!).find(([, value]) => value !== undefined) as [Atom['kind'], string];
    const span = { start: offset + match.index, end: offset + match.index + written.length };
    if (kind === 'word') {
      const capital = /^\p{Lu}/u.test(written) && atoms.length > 0;
      for (const word of expand(written.toLowerCase().replaceAll('’', "'"))) atoms.push({ kind, word, capital, ...span });
    } else if (kind === 'stop')
      atoms.push({ kind, word: written === '–' || written === '—' || written === '(' || written === ')' ? ',' : written, ...span });
    else atoms.push({ kind, word: kind === 'literal' ? bare(written) : written.replace(/\s+/g, ''), ...span });
  }
  return atoms;
}

/** A quotation without its marks, so that another sort of marks is no change. */
const bare = (literal: string): string => literal.replace(/^[`"“„«']|[`"”“»']$/g, '').trim();

const endings: Record<string, string> = { "'ll": 'will', "'re": 'are', "'ve": 'have', "'d": 'would', "'m": 'am' };

/** Contractions as the words they stand for. */
function expand(word: string): string[] {
  if (word === "can't") return ['can', 'not'];
  if (word === "won't") return ['will', 'not'];
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not'];
  const ending = /'(?:ll|re|ve|d|m)$/.exec(word)?.[0];
  if (ending) return [word.slice(0, -ending.length), endings[ending]!];
  if (/^(?:it|that|there|what|let|who|here)'s$/.test(word)) return [word.slice(0, -2), 'is'];
  if (word.endsWith("'s")) return [word.slice(0, -2), "'s"];
  if (/^(?:[ldjmtscn]|qu)'/.test(word)) return word.replace("'", "' ").split(' ');
  return openArticle(word);
}

interface NumberRead {
  value: string;
  unit: string;
  length: number;
}

function readDigits(written: string, next: string | undefined): NumberRead {
  const unit = /^[$€£]/.test(written) ? measureOf(written[0]!)! : '';
  const value = written.replace(/^[$€£]/, '').replace(/(?:st|nd|rd|th|[ºª])$/, '');
  const plain = /^\d{1,3}(?:[.,]\d{3})+$/.test(value) ? value.replace(/[.,]/g, '') : value.replace(',', '.');
  return { value: String(Number(plain) || plain), ...unitBehind(unit, next, 1) };
}

function unitBehind(unit: string, next: string | undefined, length: number): { unit: string; length: number } {
  const behind = unit || next === undefined ? undefined : measureOf(next);
  return behind ? { unit: behind, length: length + 1 } : { unit, length };
}

function readNumeral(words: readonly string[], at: number, { numerals }: Lexicon): NumberRead | null {
  let value: number | null = null;
  let length = 0;
  for (;;) {
    const word = words[at + length]!;
    const skip =
      value !== null && /^(?:and|y|e|et)$/.test(word ?? '') && (numerals.get(words[at + length + 1] ?? '') ?? 100) < 10 && value % 10 === 0 ? 1 : 0;
    const part = numerals.get(words[at + length + skip] ?? '');
    if (part === undefined) break;
    if (value === null) value = part;
    else if (part >= 100) value = (value || 1) * part;
    else if (value % 100 === 0 || (value % 10 === 0 && value % 100 >= 20 && part < 10)) value += part;
    else break;
    length += skip + 1;
  }
  if (value === null) return null;
  const read = { value: String(value), ...unitBehind('', words[at + length], length) };
  return value === 1 && !read.unit ? null : read;
}
