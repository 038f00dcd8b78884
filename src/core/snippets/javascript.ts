import generated from './javascript.json';
import type { HelperLanguage, Snippet } from './snippet';

const stripped: Readonly<Record<string, { imports: string[]; code: string[] }>> = generated;

/** Is a JavaScript file a CommonJS module? Its ending says so, else what it imports and exports by. */
export function isCommonJs(text: string, path = ''): boolean {
  if (/\.[cm]js$/.test(path)) return path.endsWith('.cjs');
  return !/^(?:import\b(?!\s*\()|export\b)/m.test(text) && /\brequire\(|\bmodule\.exports\b|^exports\./m.test(text);
}

/** A snippet as a helper language writes it: TypeScript's without types for plain JavaScript, others as they are. */
export function inLanguage(snippet: Snippet, language: HelperLanguage): Snippet {
  const plain = language === snippet.language ? undefined : stripped[snippet.id];
  if (!plain) return snippet;
  return {
    ...snippet,
    imports: language === 'commonjs' ? plain.imports.map(toRequire) : plain.imports,
    // Settings stand in the generated code as $name$.
    code: (settings) =>
      plain.code
        .join('\n')
        .replace(/\$(\w+)\$/g, (_whole, name: string) => String(Object.entries(settings).find(([key]) => key === name)?.[1] ?? null)),
  };
}

/** The code as another module can use it, or as it stands in the file itself. */
export function published(code: string, { exports }: Snippet, language: HelperLanguage, inline = false): string {
  if (language === 'python' || (language !== 'commonjs' && !inline)) return code;
  const own = code.replace(/^export /gm, '');
  return inline ? own : `${own.trimEnd()}\n\n${exports.map((name) => `module.exports.${name} = ${name};\n`).join('')}`;
}

/** `import { a } from 'm';` as CommonJS writes it. */
export const toRequire = (line: string): string => line.replace(/^import (.+) from ('[^']+');$/, 'const $1 = require($2);');
