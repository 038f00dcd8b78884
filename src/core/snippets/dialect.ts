import { type ActionContext, styleOf } from './action';
import { helperName } from './helperNames';
import type { SnippetLanguage } from './snippet';
import type { Style } from './style';

/**
 * A value as an action writes it: text, number, an identifier (`asyncForm` where Python has an `_async` twin), source as it stands, or
 * named values (`type`: the class that Python makes of them).
 */
export type Value =
  | string
  | number
  | boolean
  | null
  | { identifier: string; asyncForm?: boolean }
  | { source: string }
  | { entries: Record<string, Value>; type?: string };

/** How one language writes what actions insert. */
export interface Dialect {
  language: SnippetLanguage;
  style: Style;
  comment: '//' | '#';
  value(value: Value, awaited: boolean): string;
  /** What stands before and behind the target in `helper(target, { a: 1 })` or `helper(target, a=1)`; over several lines where one gets long. */
  around(
    helper: string,
    options: Record<string, Value>,
    awaited: boolean,
    target: { length: number; indent: string },
  ): { before: string; behind: string };
}

/** Columns past which inserted options go on lines of their own. */
const longestLine = 110;

/** The dialect of a file. */
export function dialectOf(context: ActionContext, language: SnippetLanguage): Dialect {
  const style = styleOf(context, language);
  const typescript = language === 'typescript';
  const value = (given: Value, awaited: boolean): string => {
    if (given === null) return typescript ? 'null' : 'None';
    if (typeof given === 'boolean') return typescript ? String(given) : given ? 'True' : 'False';
    if (typeof given === 'number') return String(given);
    if (typeof given === 'string') return quote(given, style);
    if ('source' in given) return given.source;
    if ('identifier' in given) return helperName(given.identifier, language, awaited && given.asyncForm === true);
    const entries = Object.entries(given.entries).map(([name, inner]) => {
      const key = typescript && /^[a-z_$][\w$]*$/i.test(name) ? name : quote(typescript ? name : snakeCase(name), style);
      return `${key}: ${value(inner, awaited)}`;
    });
    if (!typescript && given.type) {
      const named = Object.entries(given.entries).map(([name, inner]) => `${snakeCase(name)}=${value(inner, awaited)}`);
      return `${given.type}(${named.join(', ')})`;
    }
    return typescript ? `{ ${entries.join(', ')} }` : `{${entries.join(', ')}}`;
  };
  return {
    language,
    style,
    comment: typescript ? '//' : '#',
    value,
    around(helper, options, awaited, { length, indent }) {
      const entries = Object.entries(options).map(([name, inner]) =>
        typescript ? `${name}: ${value(inner, awaited)}` : `${snakeCase(name)}=${value(inner, awaited)}`,
      );
      if (!entries.length) return { before: `${helper}(`, behind: ')' };
      const line = typescript ? `, { ${entries.join(', ')} })` : `, ${entries.join(', ')})`;
      if (indent.length + helper.length + length + line.length <= longestLine) return { before: `${helper}(`, behind: line };
      const inner = indent + style.indent;
      const lines = entries.map((entry) => `${style.newline}${inner}${entry},`).join('');
      return typescript
        ? { before: `${helper}(`, behind: `, {${lines}${style.newline}${indent}})` }
        : { before: `${helper}(${style.newline}${inner}`, behind: `,${lines}${style.newline}${indent})` };
    },
  };
}

function quote(text: string, { quote: mark }: Style): string {
  return mark + text.replace(/[\\\n]/g, (char) => (char === '\n' ? '\\n' : '\\\\')).replaceAll(mark, `\\${mark}`) + mark;
}

/** Names of our own go into snake case in Python; model ids and the like hold no capitals in the middle of a word. */
export const snakeCase = (name: string): string =>
  /^[a-z]+(?:[A-Z][a-z]+)+(?:\dh)?$/.test(name) ? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/(\dh)$/, '_$1') : name;
