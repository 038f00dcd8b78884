import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { after, before, describe, it } from 'mocha';
import ts from 'typescript';
import { folderAssets } from '../../../src/assets';
import { createEngine, defaultSettings, type Fix, helperText, readSettings } from '../../../src/core';
import { snippets } from '../../../src/core/snippets';
import { extendHelperModule } from '../../../src/core/snippets/helperModule';
import { inLanguage } from '../../../src/core/snippets/javascript';
import { type FakeProviders, startFakeProviders } from '../../helpers/fakeProviders';
import { applyFix } from '../../helpers/rules';
import { makeFolder } from '../../helpers/snippets';

const engine = createEngine(folderAssets(path.resolve(__dirname, '../../../dist/assets')), {
  today: () => '2026-11-24',
  onError: (stage, error) => {
    throw new Error(`${stage}: ${error}`);
  },
});

const esModule = `import { createOpenAI } from '@ai-sdk/openai';
import Anthropic from '@anthropic-ai/sdk';
import { generateText } from 'ai';
import OpenAI from 'openai';

const openai = new OpenAI({ apiKey: 'k', baseURL: process.env.FAKE + '/v1', maxRetries: 0 });
const anthropic = new Anthropic({ apiKey: 'k', baseURL: process.env.FAKE, maxRetries: 0 });
const provider = createOpenAI({ apiKey: 'k', baseURL: process.env.FAKE + '/v1' });

async function translateAll(docs) {
  const texts = [];
  for (const doc of docs) {
    const response = await openai.chat.completions.create({
      model: 'gpt-4.1',
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

async function embedEach(docs) {
  return Promise.all(
    docs.map(async ({ body }) => {
      const response = await openai.embeddings.create({ model: 'text-embedding-3-small', input: body });
      return response.data[0].embedding;
    }),
  );
}

async function embedOne(text) {
  return (await openai.embeddings.create({ model: 'text-embedding-3-small', input: text })).data[0].embedding;
}

async function note(ticket) {
  const message = await anthropic.messages.create({ model: 'claude-opus-5-5', max_tokens: 4000, messages: [{ role: 'user', content: ticket }] });
  return message.content[0].text;
}

async function talk(question) {
  let text = '';
  const stream = await openai.chat.completions.create({ model: 'gpt-4.1', messages: [{ role: 'user', content: question }], stream: true });
  for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? '';
  return text;
}

async function ask(question) {
  const { text } = await generateText({ model: provider.chat('gpt-5.1'), system: 'Answer.', prompt: question });
  return text;
}

export async function main() {
  const docs = [{ id: 'a', body: 'Hello' }, { id: 'b', body: 'World' }];
  return [await translateAll(docs), await embedEach(docs), await embedOne('Hi'), await note('It broke'), await talk('Hi'), await ask('Hi')];
}
`;
const commonJs = `${esModule.replace(/^import (.+) from ('[^']+');$/gm, 'const $1 = require($2);').replace('export async', 'async')}
module.exports = { main };
`;

/** Runs files in a Node without any loader: each one twice, with the requests that each run made. */
const runner = `import { pathToFileURL } from 'node:url';
const { fetch } = globalThis;
let requests = 0;
globalThis.fetch = (...args) => (requests++, fetch(...args));
const results = [];
for (const file of process.argv.slice(2)) {
  const loaded = await import(pathToFileURL(file).href);
  const runs = [];
  for (let round = 0; round < 2; round++) {
    requests = 0;
    const answers = await loaded.main();
    runs.push({ answers, requests });
  }
  results.push(runs);
}
console.log(JSON.stringify(results));
`;

interface Run {
  answers: unknown[];
  requests: number;
}

async function offersIn(text: string, file: string, settings = {}): Promise<Fix[]> {
  const analysis = await (await engine).analyze({ text, path: file }, readSettings(settings).settings);
  return (analysis.refactorings?.({ start: 0, end: text.length }) ?? []).filter(({ refused }) => !refused);
}

describe('helpers in plain JavaScript', () => {
  for (const snippet of snippets.filter(({ language }) => language === 'typescript')) {
    it(`are what TypeScript's compiler makes of ${snippet.id}, comments and layout kept`, () => {
      const compile = (code: string, fileName: string) => {
        const options = { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, removeComments: true, allowJs: true };
        return ts.transpileModule(code, { fileName, reportDiagnostics: true, compilerOptions: options });
      };
      for (const settings of [defaultSettings(), { ...defaultSettings(), cacheTtlSeconds: 7, dailyBudgetUsd: 2.5 }]) {
        const plain = inLanguage(snippet, 'javascript').code(settings);
        const { outputText, diagnostics } = compile(plain, 'snippet.js');
        assert.deepEqual(
          diagnostics?.map(({ messageText }) => messageText),
          [],
        );
        const bare = (text: string) => text.replace(/\s|[()]|export \{\};/g, '');
        assert.equal(bare(outputText), bare(compile(snippet.code(settings), 'snippet.ts').outputText));
        assert.ok(!/\$\w+\$/.test(plain), plain);
      }
    });
  }
});

describe('actions on plain JavaScript', () => {
  const { folder, remove } = makeFolder();
  let fake: FakeProviders;
  before(async () => {
    fake = await startFakeProviders();
  });
  after(async () => {
    await fake.close();
    remove();
  });

  async function run(files: string[]): Promise<Run[][]> {
    writeFileSync(path.join(folder, 'runner.mjs'), runner);
    const env = {
      ...process.env,
      FAKE: fake.url,
      PROMPT_COST_LOG: path.join(folder, 'usage.jsonl'),
      NODE_OPTIONS: '',
      REDIS_URL: 'redis://127.0.0.1:1',
    };
    const { stdout } = await promisify(execFile)(process.execPath, [path.join(folder, 'runner.mjs'), ...files], { env });
    return JSON.parse(stdout) as Run[][];
  }

  for (const [kind, file, text] of [
    ['ES modules', 'sample.mjs', esModule],
    ['CommonJS', 'sample.cjs', commonJs],
  ] as const) {
    it(`run in Node against the real SDKs as ${kind}, with a module and inline, and are not offered again`, async function () {
      this.timeout(120_000);
      const written: { title: string; file: string }[] = [];
      const write = (name: string, title: string, changed: string, helpers: string | null) => {
        const own = path.join(folder, `${path.extname(file).slice(1)}${name}`);
        mkdirSync(own);
        writeFileSync(path.join(own, file), changed);
        if (helpers !== null) writeFileSync(path.join(own, `promptCostHelpers${path.extname(file)}`), helpers);
        written.push({ title, file: path.join(own, file) });
      };
      write('base', '', text, null);
      for (const settings of [{}, { helpers: { placement: 'inline' } }]) {
        const fixes = await offersIn(text, file, settings);
        for (const [index, fix] of fixes.entries()) {
          const changed = applyFix(text, fix.edits);
          const helpers = fix.helpers ? helperText(null, fix, text, readSettings(settings).settings) : null;
          assert.equal(fix.helpers === null || 'helpers' in settings, helpers === null);
          write(`${'helpers' in settings ? 'inline' : 'module'}${index}`, fix.title, changed, helpers);
          const same = (list: Fix[]) => list.filter(({ title }) => title === fix.title).length;
          assert.ok(same(await offersIn(changed, file, settings)) < same(fixes), `still offered as often: ${fix.title}`);
        }
      }
      for (const part of [
        'Cache the answers in this process',
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
      ])
        assert.ok(
          written.filter(({ title }) => title.startsWith(part)).length >= 2,
          `${part} is not among ${written.map(({ title }) => title).join(' | ')}`,
        );
      const [[base] = [], ...results] = await run(written.map((entry) => entry.file));
      assert.ok(base && base.requests > 5);
      for (const [index, [first, second]] of results.entries()) {
        const { title } = written[index + 1]!;
        assert.ok(first && second);
        assert.deepEqual(first.answers, base.answers, title);
        assert.deepEqual(second.answers, first.answers, title);
        if (/^Cache the answers in this process|^Keep the vectors|^Embed/.test(title)) assert.ok(second.requests < first.requests, title);
        else if (!/Batch API/.test(title)) assert.equal(second.requests, first.requests, title);
      }
      const rows = readFileSync(path.join(folder, 'usage.jsonl'), 'utf8');
      for (const api of ['openai.chat.completions', 'openai.embeddings', 'anthropic.messages', 'ai-sdk.generateText'])
        assert.ok(rows.includes(`"api":"${api}"`), api);
    });
  }

  const importOf = async (text: string, file: string) => {
    const fix = (await offersIn(text, file)).find(({ title }) => title.startsWith('Cache the answers in this process'));
    const line = applyFix(text, fix?.edits ?? [])
      .split('\n')
      .find((candidate) => candidate.includes('promptCostHelpers'));
    return { line, module: fix?.helpers?.module };
  };
  const call = "const client = new OpenAI();\nasync function f() {\n  return client.responses.create({ model: 'gpt-4o', input: 'Hi' });\n}\n";
  for (const [name, file, head, line, module] of [
    [
      'ES modules of Node',
      'a.js',
      "import OpenAI from 'openai';\n",
      "import { memoryStore, withResponseCache } from './promptCostHelpers.js';",
      'promptCostHelpers.js',
    ],
    [
      'ES modules of a bundler',
      'a.jsx',
      "import OpenAI from 'openai';\nimport { x } from './x';\n",
      "import { memoryStore, withResponseCache } from './promptCostHelpers';",
      'promptCostHelpers.js',
    ],
    [
      'CommonJS',
      'a.js',
      "'use strict';\n\nconst OpenAI = require('openai');\n",
      "const { memoryStore, withResponseCache } = require('./promptCostHelpers');",
      'promptCostHelpers.js',
    ],
    [
      'CommonJS with endings',
      'a.js',
      "const OpenAI = require('openai');\nconst x = require('./x.js');\n",
      "const { memoryStore, withResponseCache } = require('./promptCostHelpers.js');",
      'promptCostHelpers.js',
    ],
    [
      'files that end in .cjs',
      'a.cjs',
      "const { OpenAI } = require('openai');\n",
      "const { memoryStore, withResponseCache } = require('./promptCostHelpers.cjs');",
      'promptCostHelpers.cjs',
    ],
    [
      'files that end in .mjs',
      'a.mjs',
      "import OpenAI from 'openai';\n",
      "import { memoryStore, withResponseCache } from './promptCostHelpers.mjs';",
      'promptCostHelpers.mjs',
    ],
    [
      'TSX',
      'a.tsx',
      "import OpenAI from 'openai';\n",
      "import { memoryStore, withResponseCache } from './promptCostHelpers';",
      'promptCostHelpers.ts',
    ],
  ] as const) {
    it(`import their helpers as ${name} do`, async () => assert.deepEqual(await importOf(head + call, file), { line, module }));
  }

  it('add a name to the import or require that is there', async () => {
    const text = `const OpenAI = require('openai');\nconst { withRateLimit } = require('./promptCostHelpers');\n${call}`;
    assert.equal((await importOf(text, 'a.js')).line, "const { withRateLimit, withResponseCache, memoryStore } = require('./promptCostHelpers');");
  });

  it('are not offered where the file has something else by the name of a helper', async () => {
    const text = `import OpenAI from 'openai';\nconst memoryStore = new Map();\n${call}`;
    assert.equal((await importOf(text, 'a.js')).line, undefined);
  });

  it('extend a module in its own kind, and write it once', () => {
    const settings = defaultSettings();
    const one = extendHelperModule(null, ['rate-limit'], 'commonjs', settings).text;
    const two = extendHelperModule(one, ['response-cache-memory'], 'javascript', settings).text;
    assert.ok(two.startsWith(one.slice(0, one.indexOf('\n'))));
    for (const line of one.split('\n')) assert.ok(two.split('\n').includes(line), line);
    assert.match(two, /^const \{ createHash \} = require\('node:crypto'\);$/m);
    assert.match(two, /^module\.exports\.memoryStore = memoryStore;$/m);
    assert.doesNotMatch(two, /^(?:import|export)\b/m);
    assert.equal(extendHelperModule(two, ['rate-limit', 'response-cache-memory'], 'commonjs', settings).text, two);
    const esm = extendHelperModule('export const mine = 1;\n', ['rate-limit'], 'commonjs', settings).text;
    assert.match(esm, /^export function withRateLimit\(/m);
  });
});
