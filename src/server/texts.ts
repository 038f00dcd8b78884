import * as l10n from '@vscode/l10n';

/** Loads the texts of the display language; none for English. The library keeps them for the whole process. */
export function loadTexts(texts: Record<string, string> | undefined): void {
  l10n.config({ contents: texts ?? {} });
}

/** One text of the engine with the places of its values: `Compress prompt ({0}, saves {1} tokens)`. */
interface Template {
  pattern: RegExp;
  key: string;
}

/** Makes a translator for texts that come with their values filled in, such as the titles of fixes; a value may be a text of its own. */
export function translatorOf(keys: readonly string[]): (text: string) => string {
  const templates: Template[] = keys.filter((key) => key.includes('{0}')).map((key) => ({ pattern: toPattern(key), key }));
  return (text) => {
    for (const { pattern, key } of templates) {
      const found = pattern.exec(text);
      if (!found) continue;
      const order = [...key.matchAll(/\{(\d+)\}/g)].map((place) => Number(place[1]));
      const values: string[] = [];
      order.forEach((place, index) => {
        values[place] = l10n.t(found[index + 1] ?? '');
      });
      return l10n.t(key, ...values);
    }
    return l10n.t(text);
  };
}

function toPattern(key: string): RegExp {
  const parts = key.split(/\{\d+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.+?)')}$`, 's');
}
