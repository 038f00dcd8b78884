/** What is made from the schema of the settings: JSON schemas for VS Code, and docs/settings.md. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { type ConfigKey, configKeys, projectFileName } from '../src/core/config';
import { knownNames } from '../src/core/knownNames';
import { markdownTable } from '../src/report';
import { toJson } from './manifest';

/** Where the JSON schema of project files lies, for VS Code's manifest. */
export const projectSchemaPath = 'media/prompt-cost.schema.json';

/** As far as it is looked at here. */
interface JsonSchema {
  [key: string]: unknown;
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
}

/** The generated files, by path. */
export function renderSettings(): Record<string, string> {
  const { rules, tokenizers } = knownNames();
  const keys = configKeys(rules);
  return { [projectSchemaPath]: toJson(projectFileSchema(keys, tokenizers)), 'docs/settings.md': describeProjectFile(keys) };
}

/** The JSON schema of a setting. */
export function jsonSchemaOf(schema: ConfigKey['schema'], tokenizers: readonly string[]): JsonSchema {
  const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' });
  return simplify(rest, tokenizers) as JsonSchema;
}

/** Writes `number or null` in the form that VS Code makes a field of, names the tokenizers, and leaves out what says nothing. */
function simplify(value: unknown, tokenizers: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => simplify(item, tokenizers));
  if (typeof value !== 'object' || value === null) return value;
  const { anyOf, names, propertyNames: _, ...rest } = value as JsonSchema & { anyOf?: JsonSchema[] };
  if (names === 'tokenizer') return { enum: tokenizers };
  const [first, second] = anyOf ?? [];
  if (second?.type === 'null') return simplify({ ...rest, ...first, type: [first?.type, 'null'] }, tokenizers);
  const parts = Object.entries({ ...rest, ...(anyOf && { anyOf }) }).map(([key, part]) => [key, simplify(part, tokenizers)]);
  return Object.fromEntries(parts);
}

/** Keys with a dot are objects here; as such, and with `promptCost.` in front, they pass. */
function projectFileSchema(keys: readonly ConfigKey[], tokenizers: readonly string[]): JsonSchema {
  const properties: Record<string, JsonSchema> = { $schema: { type: 'string' } };
  for (const { key, schema, description, movedTo } of keys) {
    const deprecationMessage = movedTo === null ? undefined : `${movedTo} states this better.`;
    const form: JsonSchema = { description, ...jsonSchemaOf(schema, tokenizers), ...(deprecationMessage && { deprecationMessage }) };
    const [group = key, inner] = key.split('.');
    if (inner === undefined) properties[key] = form;
    else properties[group] = { type: 'object', additionalProperties: false, properties: { ...properties[group]?.properties, [inner]: form } };
  }
  const written = keys.map(({ key }) => key.replace('.', '\\.')).join('|');
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Prompt Cost Lint',
    description: 'What holds for the files in this folder and below.',
    type: 'object',
    additionalProperties: false,
    patternProperties: { [`^(?:promptCost\\.)?(?:${written})$`]: {} },
    properties,
  };
}

const intro = `# The project file

\`${projectFileName}\` in the root of the project, or in a folder of it for what lies below. The editor and the command line read it alike.
It holds JSON; comments and trailing commas are allowed. VS Code completes and checks it.

\`\`\`jsonc
{
  "defaultModel": "gpt-5-mini",
  "volumes": [
    { "match": "app/**", "callsPerDay": 1200, "cacheHitRate": 0.6 },
    { "match": "app/chat.py#answer", "outputTokens": 300 }
  ],
  "placeholders": { "context": { "p50": 900, "p95": 4000 }, "question": 40 },
  "rules": { "verbose-prompt": "off" }
}
\`\`\`

At a call, the refactoring "Price this call as…" writes its calls a day, its model or the size of a placeholder into the nearest project file,
and makes one in the folder of the workspace where there is none.

## What wins

An option of the command line wins over project files, a project file over those in the folders above it, up to the folder that holds \`.git\`,
those over VS Code's settings, and those over the defaults. Maps are merged key by key. The entries of \`volumes\`, \`budgets\`, \`discounts\` and
\`prompts\` add to those of the folders above; any other list takes their place.

Where several entries match, each figure comes from the one in the nearest file, then from one that names a function, then from the one
whose glob spells out the most, then from the last. So a wide entry may state a hit rate, and a narrow one the calls.

## Globs

A \`match\` is a glob of paths, relative to the folder of the file, or \`glob#function\` for the calls in one function (\`app/**#answer\`; a method
answers to \`Class.method\` and to \`method\`). \`*\` and \`?\` stay within a folder, \`**\` spans folders, and \`[a-z]\`, \`[!a-z]\` and \`{a,b}\` work as in a
shell. In globs of model ids \`*\` spans slashes, and case does not matter.

## What is wrong in it

Unknown keys, rules, options, models and tokenizers are named with the nearest known one, wrong values with what they must be, each once: on
standard error with file, line and column, in the editor with a button that goes to the place. What is wrong is left out, and the rest holds.
A file that is no JSON, or is longer than 256 KiB, is not read at all; the command line then ends with exit code 2.

A project file can come from anybody: it runs nothing, its paths stay inside the project, its numbers have bounds, and its globs are matched in
time that grows with their length.

## Monthly figures

A cost per month is shown only where the calls a day are stated. \`callsPerDay\`, \`sessionsPerDay\`, \`assumedOutputTokens\` and the \`budget.…\` settings
still work for everything at once; \`volumes\` and \`budgets\` state the same by path and function.

## Keys

`;

/** docs/settings.md */
function describeProjectFile(keys: readonly ConfigKey[]): string {
  const rows = keys.filter(({ inEditor }) => !inEditor).map(({ key, description }) => [`\`${key}\``, description]);
  const shared = keys.filter(({ inEditor }) => inEditor).map(({ key }) => `\`${key}\``);
  return `${intro}${markdownTable(['Key', 'Meaning'], rows)}

In \`volumes\`:

${describeEntries(keys, 'volumes')}

In \`budgets\`:

${describeEntries(keys, 'budgets')}

And what is a setting of VS Code as well ([README](../README.md#settings)), without \`promptCost.\` in front:
${shared.join(', ')}.
`;
}

function describeEntries(keys: readonly ConfigKey[], name: string): string {
  const { items } = jsonSchemaOf(keys.find(({ key }) => key === name)!.schema, []) as { items: JsonSchema };
  const rows = Object.entries(items.properties ?? {}).map(([key, { description }]) => [`\`${key}\``, String(description)]);
  return markdownTable(['Key', 'Meaning'], rows);
}
