import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, it } from 'mocha';
import { folderAssets } from '../../../src/assets';
import { createEngine, type Fix, findHelperPlace, helperText, readSettings } from '../../../src/core';
import { applyFix } from '../../helpers/rules';
import { makeFolder, typeErrors } from '../../helpers/snippets';

const root = path.resolve(__dirname, '../../..');
const engine = createEngine(folderAssets(path.join(root, 'dist/assets')), {
  today: () => '2026-11-24',
  onError: (stage, error) => {
    throw new Error(`${stage}: ${error}`);
  },
});

const sample = `import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

const openai = new OpenAI();
const anthropic = new Anthropic();

export async function translateAll(docs: { id: string; body: string }[]): Promise<string[]> {
  const texts: string[] = [];
  for (const doc of docs) {
    const response = await openai.chat.completions.create({
      model: 'gpt-4.1', // the one that we tested
      messages: [
        { role: 'system', content: 'Translate into German.' },
        { role: 'user', content: \`\${doc.id}: \${doc.body}\` },
      ],
      temperature: 0,
    });
    texts.push(response.choices[0]?.message.content ?? '');
  }
  return texts;
}

export async function embedEach(docs: { id: string; body: string }[]): Promise<number[][]> {
  return Promise.all(
    docs.map(async ({ body }) => {
      const response = await openai.embeddings.create({ model: 'text-embedding-3-small', input: body });
      return response.data[0]!.embedding;
    }),
  );
}

export async function embedOne(text: string): Promise<number[]> {
  return (await openai.embeddings.create({ model: 'text-embedding-3-small', input: text })).data[0]!.embedding;
}

export async function note(ticket: string): Promise<string> {
  const message = await anthropic.messages.create({
    model: 'claude-opus-5-5',
    max_tokens: 4000,
    messages: [{ role: 'user', content: ticket }],
  });
  const [block] = message.content;
  return block?.type === 'text' ? block.text : '';
}

export async function* talk(question: string): AsyncGenerator<string> {
  const stream = await openai.chat.completions.create({ model: 'gpt-4.1', messages: [{ role: 'user', content: question }], stream: true });
  for await (const chunk of stream) yield chunk.choices[0]?.delta.content ?? '';
}
`;

async function offers(text: string, settings = {}, file = 'sample.ts'): Promise<{ fixes: Fix[]; errors: number }> {
  const analysis = await (await engine).analyze({ text, path: file }, readSettings(settings).settings);
  return { fixes: analysis.refactorings?.({ start: 0, end: text.length }) ?? [], errors: analysis.syntaxErrors ?? 0 };
}

const moduleOf = (fix: Fix, text: string, settings = {}) => helperText(null, fix, text, readSettings(settings).settings);

describe('actions on TypeScript', () => {
  const { folder, remove } = makeFolder();
  after(remove);

  it('leave code that passes tsc --strict, in a module and inline, and are not offered again', async function () {
    this.timeout(120_000);
    const files: string[] = [];
    const titles = new Set<string>();
    for (const settings of [{}, { helpers: { placement: 'inline' } }]) {
      for (const [index, fix] of (await offers(sample, settings)).fixes.entries()) {
        if (fix.refused) continue;
        titles.add(fix.title.replace(/\d.*| \(.*/, '').trim());
        const own = `${'helpers' in settings ? 'inline' : 'module'}${index}`;
        const file = path.join(folder, `${own}.ts`);
        const changed = applyFix(sample, fix.edits);
        writeFileSync(file, changed.replace('./promptCostHelpers', `./${own}Helpers`));
        files.push(file);
        if (fix.helpers) writeFileSync(path.join(folder, `${own}Helpers.ts`), moduleOf(fix, sample, settings));
        const again = await offers(changed, settings);
        assert.equal(again.errors, 0, changed);
        const same = (list: Fix[]) => list.filter(({ title, refused }) => title === fix.title && !refused).length;
        assert.ok(same(again.fixes) < same((await offers(sample, settings)).fixes), `still offered as often: ${fix.title}`);
      }
    }
    for (const part of [
      'Cache the answers in Redis',
      'Put many items',
      'Send the calls to the Batch API',
      'Embed the texts',
      'Keep the vectors',
      'Record what',
      'Let',
      'Stop the stream',
      'Limit one call',
      'Send simple calls',
    ]) {
      assert.ok(
        [...titles].some((title) => title.startsWith(part)),
        `${part} is not among ${[...titles].join(' | ')}`,
      );
    }
    assert.deepEqual(typeErrors(files), []);
  });

  it('leave every example file parsing, with their helpers unchanged by a second run', async function () {
    this.timeout(60_000);
    const examples = path.join(root, 'examples/typescript/src');
    let count = 0;
    for (const name of readdirSync(examples)) {
      const text = readFileSync(path.join(examples, name), 'utf8');
      for (const fix of (await offers(text, {}, name)).fixes.filter(({ refused }) => !refused)) {
        const changed = applyFix(text, fix.edits);
        assert.equal((await offers(changed, {}, name)).errors, 0, changed);
        if (fix.helpers) assert.equal(helperText(moduleOf(fix, text), fix, text, readSettings({}).settings), moduleOf(fix, text));
        count++;
      }
    }
    assert.ok(count > 10);
  });

  it('write in the style of the file', async () => {
    const text =
      'import OpenAI from "openai"\r\nimport { x } from "./x.js"\r\n\r\nexport async function f(client: OpenAI) {\r\n\treturn client.responses.create({ model: "gpt-4o", input: x })\r\n}\r\n';
    const fix = (await offers(text)).fixes.find(({ title }) => title.startsWith('Cache the answers in this process'));
    assert.ok(fix);
    assert.equal(
      applyFix(text, fix.edits),
      text
        .replace('"./x.js"\r\n', '"./x.js"\r\nimport { memoryStore, withResponseCache } from "./promptCostHelpers.js"\r\n')
        .replace(
          '\treturn client.responses.',
          '\t// Same parameters, same answer. Set namespace to the tenant or user where answers must not be shared.\r\n\treturn withResponseCache(client.responses, {\r\n\t\tprovider: "openai",\r\n\t\tapi: "openai.responses",\r\n\t\tnamespace: "",\r\n\t\tstore: memoryStore,\r\n\t}).',
        ),
    );
    const module = moduleOf(fix, text);
    assert.match(module, /^import \{ createHash \} from "node:crypto"\r$/m);
    assert.equal(/[^\r]\n|;\r\n|^ {2}\S/m.test(module.replace(/^ \*.*$/gm, '')), false);
  });

  it('are not offered where they would do harm', async () => {
    const titles = async (call: string) =>
      (await offers(`import OpenAI from 'openai';\nconst client = new OpenAI();\nexport const answer = await ${call};\n`)).fixes.map(
        ({ title }) => title,
      );
    const cache = /^Cache the answers/;
    const chat = (more: string) => `client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Hi' }]${more} })`;
    assert.deepEqual(
      (await titles(chat(', stream: true'))).filter((title) => cache.test(title)),
      [],
    );
    assert.match((await titles(chat(', tools: [{ type: "function", function: { name: "a" } }]'))).find((title) => cache.test(title)) ?? '', /tools/);
    assert.match((await titles(chat(', temperature: 1'))).find((title) => cache.test(title)) ?? '', /temperature above 0/);
    assert.match((await titles(chat(', temperature: 0'))).find((title) => cache.test(title)) ?? '', /Redis$|process$/);
    assert.deepEqual(
      (await titles(`${chat('')}.withResponse()`)).filter((title) => cache.test(title)),
      [],
    );
    assert.deepEqual(
      (await titles(`client.chat.completions.stream({ model: 'gpt-4o', messages: [] })`)).filter((title) => cache.test(title)),
      [],
    );
  });

  it('are offered only where their helpers can read the call and its answer', async () => {
    const titles = async (text: string) => (await offers(text)).fixes.filter(({ helpers }) => helpers).map(({ title }) => title.replace(/ \(.*/, ''));
    const body = "body: JSON.stringify({ model: 'gpt-5.1', messages: [{ role: 'user', content: 'Hi' }] })";
    assert.deepEqual(await titles(`const answer = await fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', ${body} });\n`), []);
    const google = "import { GoogleGenAI } from '@google/genai';\nconst ai = new GoogleGenAI({});\n";
    const called = await titles(`${google}const answer = await ai.models.generateContent({ model: 'gemini-2.5-pro', contents: 'Hi' });\n`);
    assert.deepEqual(called, ['Let 8 calls run at a time', 'Send simple calls to gemini-3.5-flash-lite']);
    const old =
      "import { GoogleGenerativeAI } from '@google/generative-ai';\nconst model = new GoogleGenerativeAI('k').getGenerativeModel({ model: 'gemini-2.5-pro' });\n";
    assert.ok(!(await titles(`${old}const answer = await model.generateContent('Hi');\n`)).some((title) => title.startsWith('Send simple')));
    const image = "[{ type: 'image_url', image_url: { url: picture } }]";
    const seen = `import OpenAI from 'openai';\nconst client = new OpenAI();\nexport const see = (picture: string) => client.chat.completions.create({ model: 'gpt-5.1', messages: [{ role: 'user', content: ${image} }] });\n`;
    assert.ok(!(await titles(seen)).some((title) => title.startsWith('Send simple')));
    assert.ok((await titles(seen.replace(image, "'Hi'"))).some((title) => title.startsWith('Send simple')));
  });

  it('say why a prompt is too short for the cache of its provider', async () => {
    const refused = (await offers(sample.replace("messages: [{ role: 'user', content: ticket }]", "system: 'Short', $&"))).fixes.find(
      ({ title }) => title === 'Cache the static prompt at Anthropic',
    );
    assert.match(refused?.refused ?? '', /^The static part has \d tokens; claude-opus-5-5 caches from [\d,]+ on\.$/);
    assert.deepEqual(refused?.edits, []);
  });

  it('compute the limit from the ceiling and say how', async () => {
    const text = `import OpenAI from 'openai';\nconst client = new OpenAI();\nexport async function f() {\n  return client.responses.create({ model: 'gpt-4.1', input: 'Hi' });\n}\n`;
    const fix = (await offers(text, { costCeiling: 0.02 })).fixes.find(({ title }) => title.startsWith('Limit one call to $0.020'));
    const changed = applyFix(text, fix?.edits ?? []);
    const [, tokens = '', limit = ''] =
      /\/\/ At most \$0\.02 a call: \(\$0\.02 - (\d+) input tokens x \$2 \/ 1M\) \/ \(\$8 \/ 1M\) = (\d+) output tokens\./.exec(changed) ?? [];
    assert.equal(Number(limit), Math.floor((0.02e6 - Number(tokens) * 2) / 8));
    assert.match(changed, new RegExp(`max_output_tokens: ${limit} `));
  });

  it('find the module of the project in a folder above, and never change what is there', async () => {
    const fix = (await offers(sample)).fixes.find(({ helpers }) => helpers);
    assert.ok(fix);
    const find = (there: string, root = '/p') =>
      findHelperPlace(fix, '/p/src/app/sample.ts', { text: sample, root, exists: async (name) => name === there });
    for (const path of ['/p/src/app/promptCostHelpers.ts', '/p/src/promptCostHelpers.ts', '/p/promptCostHelpers.ts'])
      assert.equal((await find(path))?.path, path);
    const above = (await find('/p/promptCostHelpers.ts'))!;
    assert.match(applyFix(sample, above.fix.edits), /from '\.\.\/\.\.\/promptCostHelpers';/);
    assert.equal((await find('/p/promptCostHelpers.ts', '/p/src'))?.path, '/p/src/app/promptCostHelpers.ts', 'a module above the project');
    const mine = "import { x } from './x';\n\nexport const wrapped = x; // mine\n";
    const after = helperText(mine, fix, sample, readSettings({}).settings);
    for (const line of mine.split('\n')) assert.ok(after.split('\n').includes(line), line);
    assert.equal(after.match(/\bwrapped\b(?= =|<)/g)?.[0], 'wrapped');
    assert.ok(!after.includes('export function wrapped'));
  });
});
