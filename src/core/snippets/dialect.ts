import { helperName } from './helperNames';
import type { SnippetLanguage } from './snippet';
import { readStyle, type Style } from './style';

/** A value as an action writes it: text, number, an identifier (`asyncForm` where Python has an `_async` twin), or named values. */
export type Value = string | number | boolean | null | { identifier: string; asyncForm?: boolean } | { entries: Record<string, Value> };

/** How one language writes what actions insert. */
export interface Dialect {
  language: SnippetLanguage;
  style: Style;
  comment: '//' | '#';
  value(value: Value, awaited: boolean): string;
  /** `helper(target, { a: 1 })` or `helper(target, a=1)`: what stands behind the target. */
  options(options: Record<string, Value>, awaited: boolean): string;
}

/** The dialect of a file. */
export function dialectOf(text: string, language: SnippetLanguage): Dialect {
  const style = readStyle(text, language);
  const typescript = language === 'typescript';
  const value = (given: Value, awaited: boolean): string => {
    if (given === null) return typescript ? 'null' : 'None';
    if (typeof given === 'boolean') return typescript ? String(given) : given ? 'True' : 'False';
    if (typeof given === 'number') return String(given);
    if (typeof given === 'string') return quote(given, style);
    if ('identifier' in given) return helperName(given.identifier, language, awaited && given.asyncForm === true);
    const entries = Object.entries(given.entries).map(([name, inner]) => {
      const key = typescript && /^[a-z_$][\w$]*$/i.test(name) ? name : quote(typescript ? name : snakeCase(name), style);
      return `${key}: ${value(inner, awaited)}`;
    });
    return typescript ? `{ ${entries.join(', ')} }` : `{${entries.join(', ')}}`;
  };
  return {
    language,
    style,
    comment: typescript ? '//' : '#',
    value,
    options(options, awaited) {
      const names = Object.keys(options);
      if (!names.length) return '';
      if (typescript) return `, ${value({ entries: options }, awaited)}`;
      return names.map((name) => `, ${snakeCase(name)}=${value(options[name] ?? null, awaited)}`).join('');
    },
  };
}

function quote(text: string, { quote: mark }: Style): string {
  return mark + text.replace(/[\\\n]/g, (char) => (char === '\n' ? '\\n' : '\\\\')).replaceAll(mark, `\\${mark}`) + mark;
}

/** Names of our own go into snake case in Python; model ids and the like hold no capitals in the middle of a word. */
const snakeCase = (name: string): string =>
  /^[a-z]+(?:[A-Z][a-z]+)+$/.test(name) ? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : name;
