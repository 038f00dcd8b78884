import { formats } from '.';
import type { Format } from './format';
import { globPattern } from './helpers/globs';
import promptData from './promptData';
import promptText from './promptText';

/** How much of a text `recognizes` gets to see. */
const HEAD = 4000;

/** Files that lie among prompts and tell people about them. */
const ABOUT = /(^|\/)(readme|license|changelog|contributing|index|_meta)\b[^/]*$/i;

const patterns = formats.map((format) => ({ format, pattern: globPattern(format.globs) }));
const byCloseness = [...patterns.filter(({ format }) => !format.broad), ...patterns.filter(({ format }) => format.broad)];

/**
 * The format of a file, by the editor's language id, else by its path, and where the path leaves it open by the text.
 * Without a text: the format that a file of this path may have.
 */
export function findFormat(path: string, text: string | null, languageId?: string): Format | null {
  const byId = languageId === undefined ? undefined : formats.find(({ editorIds }) => editorIds.includes(languageId));
  if (byId) return byId;
  if (ABOUT.test(path)) return null;
  const head = text?.slice(0, HEAD);
  const fits = ({ format, pattern }: (typeof patterns)[number]) =>
    pattern.test(path) && (head === undefined || !format.recognizes || format.recognizes(head, path));
  return byCloseness.find(fits)?.format ?? null;
}

/** The format of a file that the project states to be a prompt, where its path and text say nothing: data by its ending, else text. */
export const statedPromptFormat = (path: string): Format => (/\.(?:ya?ml|json|toml)$/i.test(path) ? promptData : promptText);
