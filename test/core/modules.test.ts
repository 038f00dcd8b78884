import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings } from '../../src/core';
import { createTestEngine, memoryFiles } from '../helpers/engine';

async function analyze(files: Record<string, string>, path: string) {
  const engine = await createTestEngine({ readFile: memoryFiles(files) });
  return engine.analyze({ path, text: files[path] as string }, defaultSettings());
}

const texts = (segments: readonly { kind: string; text?: string; name?: string }[]) =>
  segments.map((segment) => segment.text ?? `<${segment.name}>`).join('');

describe('names of other files', () => {
  const python = {
    'shop/prompts.py':
      'MODEL = "gpt-4o-mini"\nTONE = "friendly"\nSYSTEM = f"You are a {TONE} assistant."\nMESSAGES = [{"role": "user", "content": "Say hello."}]\n',
    'shop/clients.py': 'from anthropic import Anthropic\nclient = Anthropic()\n',
    'shop/app.py': [
      'from openai import OpenAI',
      'from .prompts import MODEL, SYSTEM',
      'from . import prompts',
      'from .clients import client',
      'oa = OpenAI()',
      'oa.responses.create(model=MODEL, instructions=SYSTEM, input=prompts.MESSAGES)',
      'client.messages.create(model="claude-haiku-4-5", max_tokens=10, system=prompts.SYSTEM, messages=[])',
    ].join('\n'),
  };

  it('gives imported constants, templates and message lists their values', async () => {
    const { calls, prompts } = await analyze(python, 'shop/app.py');
    assert.equal(calls[0]?.model, 'gpt-4o-mini');
    assert.deepEqual(
      calls[0]?.prompts.map((index) => texts(prompts[index]?.segments ?? [])),
      ['You are a friendly assistant.', 'Say hello.'],
    );
  });

  it('knows a client that another file makes', async () => {
    const { calls } = await analyze(python, 'shop/app.py');
    assert.equal(calls[1]?.api, 'anthropic.messages');
  });

  it('offers no edit for text that stands in another file', async () => {
    const { prompts, findProblems } = await analyze(
      { ...python, 'shop/prompts.py': python['shop/prompts.py'].replace('You are', 'In order to help, please note that you are') },
      'shop/app.py',
    );
    assert.ok(prompts.every((prompt) => !prompt.editable));
    assert.deepEqual(
      findProblems()
        .filter((problem) => problem.rule === 'verbose-prompt')
        .flatMap((problem) => problem.fixes),
      [],
    );
  });

  it('follows relative imports and aliases in TypeScript', async () => {
    const files = {
      'src/lib/prompts.ts': 'export const MODEL = "gpt-4.1";\nexport const SYSTEM = `Answer in one line.`;\n',
      'src/api/route.ts':
        'import OpenAI from "openai";\nimport { MODEL } from "../lib/prompts.js";\nimport { SYSTEM } from "@/lib/prompts";\nawait new OpenAI().chat.completions.create({ model: MODEL, messages: [{ role: "system", content: SYSTEM }] });\n',
    };
    const { calls, prompts } = await analyze(files, 'src/api/route.ts');
    assert.equal(calls[0]?.model, 'gpt-4.1');
    assert.equal(texts(prompts[0]?.segments ?? []), 'Answer in one line.');
  });

  it('reads prompt files that are named by a literal path', async () => {
    const files = {
      'prompts/sum.txt': 'Summarise in one line: {text}',
      'app.py':
        'from openai import OpenAI\nfrom pathlib import Path\nwith open("prompts/sum.txt") as f:\n    p = f.read()\nq = Path("prompts/sum.txt").read_text()\nOpenAI().responses.create(model="gpt-4o", instructions=q, input=p)\n',
      'app.ts':
        'import OpenAI from "openai";\nimport { readFileSync } from "node:fs";\nconst p = readFileSync("prompts/sum.txt", "utf8");\nawait new OpenAI().responses.create({ model: "gpt-4o", input: p });\n',
    };
    for (const path of ['app.py', 'app.ts']) {
      const { prompts } = await analyze(files, path);
      assert.ok(prompts.length > 0, path);
      for (const prompt of prompts) assert.equal(texts(prompt.segments), 'Summarise in one line: <text>');
    }
  });

  it('follows names through files that only hand them on, and texts that a function of another file makes', async () => {
    const files = {
      'src/prompts/texts.ts':
        'export const OWL = `Answer in riddles.`;\nexport const MODEL = "gpt-4.1";\nexport function greet(name: string) { return `Greet ${name} in French.`; }\n',
      'src/prompts/index.ts': 'export { OWL as SYSTEM } from "./texts";\nexport * from "./texts";\n',
      'src/all.ts': 'export * from "./prompts";\n',
      'src/app.ts':
        'import OpenAI from "openai";\nimport { SYSTEM, MODEL, greet } from "./all";\nawait new OpenAI().responses.create({ model: MODEL, instructions: SYSTEM, input: greet(user) });\n',
    };
    const { calls, prompts } = await analyze(files, 'src/app.ts');
    assert.equal(calls[0]?.model, 'gpt-4.1');
    assert.deepEqual(
      prompts.map((prompt) => texts(prompt.segments)),
      ['Answer in riddles.', 'Greet <name> in French.'],
    );
    assert.ok(prompts.every((prompt) => !prompt.editable));
  });

  it('ends where modules hand a name to each other', async () => {
    const files = {
      'a.ts':
        'import OpenAI from "openai";\nimport { MODEL } from "./b";\nawait new OpenAI().responses.create({ model: MODEL, input: "Name a river." });\n',
      'b.ts': 'export * from "./c";\n',
      'c.ts': 'export * from "./b";\n',
    };
    assert.equal((await analyze(files, 'a.ts')).calls[0]?.model, null);
  });

  it('puts the path of a prompt file together from its parts', async () => {
    const head =
      'import OpenAI from "openai";\nimport fs from "node:fs";\nimport path from "node:path";\nconst FOLDER = path.join(__dirname, "prompts");\n';
    const reads = [
      'fs.readFileSync(path.join(__dirname, "prompts", "sum.txt"), "utf8")',
      'fs.readFileSync(new URL("./prompts/sum.txt", import.meta.url), "utf8")',
      'fs.readFileSync(path.join(FOLDER, "sum.txt")).toString()',
      'await fs.promises.readFile(`${FOLDER}/sum.txt`, "utf8")',
    ];
    for (const read of reads) {
      const code = `${head}await new OpenAI().responses.create({ model: "gpt-4o", input: ${read} });\n`;
      const { prompts } = await analyze({ 'src/prompts/sum.txt': 'Summarise in one line: {text}', 'src/app.ts': code }, 'src/app.ts');
      assert.deepEqual(
        prompts.map((prompt) => texts(prompt.segments)),
        ['Summarise in one line: <text>'],
        read,
      );
    }
  });

  it('reads on where a file imports data, styles or a package file', async () => {
    const files = {
      'app/data.json': '{ "greeting": "Hi" }',
      'app/page.css': 'body { margin: 0 }',
      'app/page.ts':
        'import OpenAI from "openai";\nimport data from "./data.json";\nimport styles from "./page.css";\nawait new OpenAI().responses.create({ model: "gpt-4o", input: data.greeting });\n',
    };
    const { calls } = await analyze(files, 'app/page.ts');
    assert.equal(calls[0]?.model, 'gpt-4o');
  });

  it('takes a class of the project for what it is, whatever its name', async () => {
    const files = {
      'core/clients.py':
        'import ollama\nclass OllamaAdapter:\n    def chat(self, model, messages):\n        return ollama.chat(model=model, messages=messages)\n',
      'app.py':
        'from core.clients import OllamaAdapter\nclass A:\n    def __init__(self, adapter: OllamaAdapter):\n        self.adapter = adapter\n    def ask(self):\n        return self.adapter.chat(model="m", messages=[])\nOllamaAdapter().chat(model="m", messages=[])\n',
    };
    const { calls } = await analyze(files, 'app.py');
    // not Ollama's own client: a helper of the project, which hands everything on
    assert.deepEqual(
      calls.map(({ api, helper, model, elsewhere }) => [api, helper, model, elsewhere]),
      Array(2).fill(['ollama.chat', 'chat', 'm', true]),
    );
  });

  it('looks only at files that can tell something', async () => {
    const files: Record<string, string> = {
      'models.py': 'LIMIT = 3\n',
      'orders.py': 'class Order:\n    pass\n',
      'views.py': 'PAGE = "a"\n',
      'app.py': [
        'from openai import OpenAI',
        'from .models import LIMIT',
        'from .orders import Order',
        'from .views import PAGE',
        'Order.create(name="a")',
        'show(PAGE)',
        'OpenAI().responses.create(model="gpt-4o", max_output_tokens=LIMIT, input="Hi")',
      ].join('\n'),
    };
    const seen: string[] = [];
    const read = memoryFiles(files);
    const readFile = (path: string) => {
      if (path in files) seen.push(path);
      return read(path);
    };
    const engine = await createTestEngine({ readFile });
    const { calls } = await engine.analyze({ path: 'app.py', text: files['app.py'] as string }, defaultSettings());
    const limit = calls[0]?.outputLimit;
    assert.equal(limit?.kind === 'value' && limit.tokens, 3);
    assert.ok(seen.includes('models.py') && !seen.includes('views.py'), seen.join(' '));
  });

  it('leaves unknown what is in no file', async () => {
    const { calls } = await analyze(
      { 'a.py': 'from openai import OpenAI\nfrom .gone import MODEL\nOpenAI().responses.create(model=MODEL, input="Say hello to all.")\n' },
      'a.py',
    );
    assert.equal(calls[0]?.model, null);
  });
});

describe('instructions that import others', () => {
  const sessionTokens = async (files: Record<string, string>) => {
    const engine = await createTestEngine({ readFile: memoryFiles(files) });
    const { file } = await engine.analyze({ path: 'app/CLAUDE.md', text: files['app/CLAUDE.md'] ?? '' }, defaultSettings());
    return file?.perSession?.count.tokens ?? 0;
  };
  it('count what they bring into each session, once', async () => {
    const alone = await sessionTokens({ 'app/CLAUDE.md': 'See @docs/style.md and @docs/style.md' });
    const files = {
      'app/CLAUDE.md': 'See @docs/style.md and @docs/style.md',
      'app/docs/style.md': 'Use tabs. @../more.md',
      'app/more.md': 'one two three @CLAUDE.md',
    };
    const style = await sessionTokens({ 'app/CLAUDE.md': files['app/docs/style.md'] });
    const more = await sessionTokens({ 'app/CLAUDE.md': files['app/more.md'] });
    assert.equal(await sessionTokens(files), alone + style + more);
  });
  it('leave alone what stands in code, and addresses of mail', async () => {
    const text = 'Use `@docs/style.md`, ask me@docs/style.md\n```\n@docs/style.md\n```\n';
    assert.equal(await sessionTokens({ 'app/CLAUDE.md': text, 'app/docs/style.md': 'Use tabs.' }), await sessionTokens({ 'app/CLAUDE.md': text }));
  });
});
