import type { Settings } from '../config';

/** What snippets are written in. TypeScript's serve plain JavaScript as well, without their types. */
export type SnippetLanguage = 'python' | 'typescript';

/** What helpers are written in where they land; `javascript` means ES modules. */
export type HelperLanguage = SnippetLanguage | 'javascript' | 'commonjs';

/** The language of the snippets that serve a helper language; quotes, comments and statements look alike in both. */
export const sourceLanguage = (language: HelperLanguage): SnippetLanguage => (language === 'python' ? 'python' : 'typescript');

/**
 * Code that a fix inserts: one helper with what it needs, as a senior engineer would have written it. It goes into the
 * project's helper module, or into the file itself, and is formatted in the style of where it lands.
 */
export interface Snippet {
  /** Same id in every language: `response-cache-redis`. */
  id: string;
  language: SnippetLanguage;
  /** What call sites import from the helper module. */
  exports: string[];
  /** Import lines that the code needs, one each. */
  imports: string[];
  /** Ids of snippets of the same language that it builds on. */
  requires: string[];
  /** The code, indented by 4 (Python) or 2 (TypeScript), with single blank lines between its parts. */
  code(settings: Settings): string;
}
