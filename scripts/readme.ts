/** The tables of README.md that follow from the code: the rules and the settings. Each stands between two markers. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rules, settings } from '../src/core';
import { markdownTable } from '../src/report';

/** Where the README lies. */
export const readmePath = path.join(__dirname, '../README.md');

/** The text of README.md with its tables made anew. */
export function generateReadme(): string {
  let text = readFileSync(readmePath, 'utf8');
  for (const [name, table] of Object.entries({ rules: rulesTable(), settings: settingsTable() })) {
    const [begin, end] = [`<!-- ${name}: generated -->`, `<!-- /${name} -->`];
    const from = text.indexOf(begin);
    const to = text.indexOf(end);
    if (from < 0 || to < from) throw new Error(`README.md has no place for the ${name}`);
    text = `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`;
  }
  return text;
}

function rulesTable(): string {
  const rows = rules.map(({ meta: { id, description, severity, fixable } }) => [
    `[${id}](docs/rules/${id}.md)`,
    description,
    severity,
    fixable ? 'yes' : '',
  ]);
  return markdownTable(['Rule', 'Finds', 'Severity', 'Fix'], rows);
}

function settingsTable(): string {
  const rows = Object.values(settings).map(({ key, default: value, description }) => [`\`promptCost.${key}\``, describeDefault(value), description]);
  return markdownTable(['Setting', 'Default', 'Meaning'], rows);
}

function describeDefault(value: unknown): string {
  if (value === null) return 'none';
  return Array.isArray(value) ? value.map((item) => `\`${item}\``).join(', ') : `\`${JSON.stringify(value)}\``;
}
