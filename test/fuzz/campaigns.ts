import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { folderAssets } from '../../src/assets';
import { type Analysis, createEngine, createGlobMatcher, defaultSettings, readSettings } from '../../src/core';
import { decodeFile } from '../../src/disk/decode';
import {
  createLocator,
  describeFile,
  describeProblems,
  reportAsGithub,
  reportAsMarkdown,
  reportAsSarif,
  reportProblemsAsText,
} from '../../src/report';
import { createRandom, damage } from './damage';

/** One input was tried. */
export interface Turn {
  input: string;
  differs?: boolean;
  lostBytes?: number;
}

export interface Campaign {
  name: string;
  /** Of all inputs. */
  share: number;
  prepare(root: string, seed: number): Promise<(index: number) => Promise<Turn>>;
}

/** Sources and prompt files that are like those of people: the examples of this repository. */
function readSamples(root: string): { path: string; text: string }[] {
  const names = readdirSync(path.join(root, 'examples'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const samples = names.map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return { path: path.relative(root, file), text: readFileSync(file, 'utf8') };
  });
  return [...samples.filter(({ text }) => text.length < 30_000), ...formatSamples];
}

const formatSamples = [
  { path: 'prompts/a.yaml', text: 'model: gpt-4o\nsystem: |\n  You are a {{ role }}.\n  Answer {% if x %}briefly{% endif %}.\nuser: "Hi {name}"\n' },
  { path: 'prompts/b.json', text: '{"prompts": [{"role": "system", "content": "You are a clerk.\\nAnswer {name} in one word."}], "max_tokens": 40}' },
  { path: 'prompts/c.toml', text: 'model = "gpt-4o"\n[a]\nprompt = """\nYou are a clerk. {{name}}\n"""\n' },
  { path: '.gemini/commands/x.toml', text: 'prompt = "Do {{args}} and !{ls -la} with @{a.md}"\n' },
  { path: 'train.jsonl', text: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Yes"}]}\n'.repeat(5) },
  {
    path: 'batch.jsonl',
    text: '{"custom_id":"1","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-4o","messages":[{"role":"user","content":"x"}]}}\n',
  },
  { path: 'a.prompty', text: '---\nmodel:\n  id: gpt-4o\n---\nsystem:\nYou are {{role}}.\n\nuser:\n{{question}}\n' },
  { path: 'CLAUDE.md', text: '# Rules\n\nUse tabs. See @docs/style.md\n\n```\ncode\n```\n' },
  {
    path: 'promptfooconfig.yaml',
    text: 'prompts:\n  - "Say {{x}}"\nproviders: [openai:gpt-4o]\ntests:\n  - assert:\n      - type: llm-rubric\n        value: is kind\n',
  },
  { path: 'agents.yaml', text: 'clerk:\n  role: Clerk\n  goal: >\n    Sort {topic} letters\n  backstory: You know all.\n' },
  {
    path: 'a.ipynb',
    text: JSON.stringify({
      cells: [{ cell_type: 'code', source: ['import openai\n', 'openai.OpenAI().responses.create(model="gpt-4o", input="x")'] }],
      metadata: {},
    }),
  },
];

const engineOf = (root: string) =>
  createEngine(folderAssets(path.join(root, 'dist/assets')), {
    today: () => '2026-12-01',
    onError: (stage, error) => {
      throw new Error(`${stage}: ${error}`);
    },
  });

/** What people see of an analysis. */
const seen = (analysis: Analysis) =>
  JSON.stringify([analysis.calls.length, analysis.prompts.map(({ span }) => span), analysis.findProblems().map(({ rule, span }) => [rule, span])]);

export const campaigns: readonly Campaign[] = [
  {
    name: 'damaged files',
    share: 0.3,
    async prepare(root, seed) {
      const engine = await engineOf(root);
      const samples = readSamples(root);
      const settings = defaultSettings();
      return async (index) => {
        const random = createRandom(seed * 1e6 + index);
        const { path: name, text } = samples[index % samples.length]!;
        const input = damage(text, random);
        const analysis = await engine.analyze({ path: name, text: input }, settings);
        const locate = createLocator(input);
        const checked = [
          {
            file: describeFile(name, analysis, () => locate),
            problems: describeProblems(
              name,
              analysis,
              () => locate,
              () => input,
            ),
          },
        ];
        for (const report of [reportProblemsAsText, reportAsGithub]) report(checked);
        JSON.stringify([reportAsSarif(checked, [], '1'), reportAsMarkdown(checked, [])]);
        return { input };
      };
    },
  },
  {
    name: 'edits',
    share: 0.1,
    async prepare(root, seed) {
      const engine = await engineOf(root);
      const samples = readSamples(root).filter(({ path: name }) => !name.endsWith('.ipynb'));
      const settings = defaultSettings();
      return async (index) => {
        const random = createRandom(seed * 2e6 + index);
        const sample = samples[index % samples.length]!;
        const document = engine.open(sample);
        try {
          await document.analyze(settings);
          for (let count = 1 + random(3); count > 0; count--) {
            const start = random(document.text.length + 1);
            const text = random(2) ? sample.text.slice(random(sample.text.length)).slice(0, 1 + random(30)) : '';
            document.edit([{ start, end: Math.min(document.text.length, start + random(20)), text }]);
            if (random(2)) await document.analyze(settings);
          }
          const input = document.text;
          const edited = seen(await document.analyze(settings));
          return { input, differs: edited !== seen(await engine.analyze({ path: sample.path, text: input }, settings)) };
        } finally {
          document.close();
        }
      };
    },
  },
  {
    name: 'settings and globs',
    share: 0.3,
    async prepare(_root, seed) {
      const plain = JSON.stringify(defaultSettings());
      return async (index) => {
        const random = createRandom(seed * 3e6 + index);
        const input = damage(plain, random);
        let raw: unknown = input;
        try {
          raw = JSON.parse(input);
        } catch {
          // A text is no settings, which must be said, too.
        }
        readSettings(raw);
        const glob = damage('**/{src,lib}/**/[a-c]*?.{py,ts}', random);
        createGlobMatcher([glob])(damage('app/src/deep/folder/chat.py', random));
        return { input: input + glob };
      };
    },
  },
  {
    name: 'bytes',
    share: 0.3,
    async prepare(root, seed) {
      const samples = readSamples(root);
      return async (index) => {
        const random = createRandom(seed * 4e6 + index);
        const input = damage(samples[index % samples.length]!.text, random);
        const kinds: BufferEncoding[] = ['utf8', 'utf16le', 'latin1'];
        const bytes = Buffer.from(random(2) ? `\uFEFF${input}` : input, kinds[random(3)]);
        if (bytes.length) for (let count = random(3); count > 0; count--) bytes[random(bytes.length)] = random(256);
        const { text, encoding } = decodeFile(bytes);
        const again = encoding?.encode(text);
        return { input, lostBytes: again && !again.equals(bytes) ? bytes.length : 0 };
      };
    },
  },
];
