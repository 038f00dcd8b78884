/** docs/sdks.md: which packages the engine knows, language by language. */
import type { Ecosystem } from '../src/core/languages/language';
import { sdks } from '../src/core/sdks';
import { markdownTable } from '../src/report';

/** A heading per world; a new one without a heading does not compile. */
const titles: Record<Ecosystem, string> = {
  python: 'Python',
  javascript: 'JavaScript and TypeScript',
  go: 'Go',
  jvm: 'Java and Kotlin',
  dotnet: 'C#',
  ruby: 'Ruby',
  php: 'PHP',
  rust: 'Rust',
};

const intro = `# SDKs

A call counts where its callee is seen to come from one of these packages, or from a part of one: by an import, a type, a constructor, or a client that
another file of the project makes. Each SDK is one file of rows in \`src/core/sdks\`, and serves every language that it has a package for.

Requests without an SDK count by their address: \`/chat/completions\`, \`/v1/messages\`, \`:generateContent\` and the other endpoints of OpenAI, Anthropic,
Google, Ollama and what copies them.
`;

/** The text of docs/sdks.md. */
export function generateSdkTable(): string {
  const known = sdks.filter(({ packages }) => Object.keys(packages).length);
  const parts = (Object.keys(titles) as Ecosystem[]).map((ecosystem) => {
    const rows = known.flatMap(({ id, packages }) => {
      const names = packages[ecosystem] ?? [];
      return names.length ? [[id, names.map((name) => `\`${name}\``).join(', ')]] : [];
    });
    rows.sort(([a = ''], [b = '']) => a.localeCompare(b, 'en'));
    return `## ${titles[ecosystem]}\n\n${markdownTable(['SDK', 'Packages'], rows)}\n`;
  });
  return `${intro}\n${parts.join('\n')}`;
}
