// The edited code runs: TypeScript through the real SDKs, Python through stand-ins with the same call surface (test/helpers/pythonStandIns).
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { defaultSettings } from '../../../src/core/config';
import type { Fix } from '../../../src/core/types';
import { createTestEngine } from '../../helpers/engine';
import { type FakeProviders, startFakeProviders } from '../../helpers/fakeProviders';
import { applyFix } from '../../helpers/rules';
import { inFolder, runIn } from '../../helpers/runPython';
import { load, makeFolder, typeErrors } from '../../helpers/snippets';

const engine = createTestEngine();
const policy = Array.from({ length: 260 }, (_, index) => `Rule ${index}: refund order ${index} in full.`).join(' ');
const short = 'Answer in German.';

type Body = Record<string, unknown>;
interface Block {
  text: string;
  cache_control?: unknown;
}

async function offersIn(text: string, file: string, name: string): Promise<Fix[]> {
  const analysis = await (await engine).analyze({ text, path: file }, defaultSettings());
  assert.equal(analysis.syntaxErrors ?? 0, 0, text);
  const start = text.indexOf(name);
  const end = text.indexOf('\n\n', start);
  const found = analysis.refactorings?.({ start, end: end < 0 ? text.length : end }) ?? [];
  return found.filter(({ title }) => /^(?:Cache the static|Name OpenAI)/.test(title));
}

/** The file with the action applied to one function; offered there once, and not again. */
async function applyTo(text: string, file: string, name: string): Promise<string> {
  const [fix, ...others] = await offersIn(text, file, name);
  assert.ok(fix && !fix.refused, `${name}: ${fix?.refused ?? 'not offered'}`);
  assert.equal(others.length, 0);
  const changed = applyFix(text, fix.edits);
  assert.deepEqual(await offersIn(changed, file, name), [], changed);
  return changed;
}

/** A request with its texts as they reach the model: blocks put together, breakpoints taken out. */
function plain(body: Body): Body {
  const joined = (content: unknown) => (Array.isArray(content) ? (content as Block[]).map(({ text }) => text).join('') : content);
  const messages = (body.messages as { content: unknown }[]).map((message) => ({ ...message, content: joined(message.content) }));
  return { ...body, messages, ...('system' in body ? { system: joined(body.system) } : {}) };
}

/** What the provider keeps: all texts up to and with the block that has the breakpoint. */
function keptPart({ system, messages }: Body): string {
  const contents = [system, ...(messages as { content: unknown }[]).map(({ content }) => content)];
  const blocks = contents.flatMap((content) => (Array.isArray(content) ? (content as Block[]) : [{ text: String(content ?? '') }])) as Block[];
  const marked = blocks.filter((block) => block.cache_control);
  assert.deepEqual(
    marked.map((block) => block.cache_control),
    [{ type: 'ephemeral' }],
  );
  return blocks
    .slice(0, blocks.indexOf(marked[0]!) + 1)
    .map(({ text }) => text)
    .join('|');
}

const typescript = `import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

const openai = new OpenAI({ apiKey: 'k', baseURL: process.env.FAKE_PROVIDER + '/v1' });
const anthropic = new Anthropic({ apiKey: 'k', baseURL: process.env.FAKE_PROVIDER });
const POLICY = '${policy}';

export async function text(question: string) {
  await anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 9, system: '${policy}', messages: [{ role: 'user', content: question }] });
}

export async function constant(question: string) {
  await anthropic.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 9,
    system: POLICY,
    messages: [{ role: 'user', content: question }],
  });
}

export async function shorthand(question: string) {
  const system = POLICY;
  await anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 9, system, messages: [{ role: 'user', content: question }] });
}

export async function template(question: string) {
  await anthropic.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 9,
    system: \`\${POLICY}
Today's question is \${question}, by a person of \${question.length}.\`,
    messages: [{ role: 'user', content: 'Answer.' }],
  });
}

export async function joined(question: string) {
  await anthropic.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 9,
    system: POLICY + ' Asked: ' + question,
    messages: [{ role: 'user', content: question }],
  });
}

export async function blocks(question: string) {
  await anthropic.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 9,
    system: [
      { type: 'text', text: POLICY },
      { type: 'text', text: question },
    ],
    messages: [{ role: 'user', content: question }],
  });
}

export async function cutBlock(question: string) {
  await anthropic.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 9,
    system: [
      { type: 'text', text: '${short}' },
      { type: 'text', text: \`\${POLICY} For \${question}\` },
    ],
    messages: [{ role: 'user', content: question }],
  });
}

export async function parts(question: string) {
  await anthropic.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 9,
    system: '${short}',
    messages: [{ role: 'user', content: [{ type: 'text', text: POLICY }, { type: 'text', text: question }] }],
  });
}

export async function examples(question: string) {
  await anthropic.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 9,
    system: POLICY,
    messages: [
      { role: 'user', content: 'May I return an opened tent?' },
      { role: 'assistant', content: 'Yes.' },
      { role: 'user', content: question },
    ],
  });
}

export async function kept(question: string) {
  const request = { model: 'claude-sonnet-4-5', max_tokens: 9, system: POLICY, messages: [{ role: 'user' as const, content: question }] };
  await anthropic.messages.create(request);
}

export async function chat(question: string) {
  await openai.chat.completions.create({
    model: 'gpt-4.1',
    messages: [
      { role: 'system', content: POLICY },
      { role: 'user', content: question },
    ],
  });
}

export async function responses(question: string) {
  await openai.responses.create({ model: 'gpt-4.1', instructions: POLICY, input: question });
}
`;

/** What each function's breakpoint keeps. */
const kept: Record<string, string> = {
  text: policy,
  constant: policy,
  shorthand: policy,
  template: `${policy}\nToday's question is `,
  joined: `${policy} Asked: `,
  blocks: policy,
  cutBlock: `${short}|${policy} For `,
  parts: `${short}|${policy}`,
  examples: `${policy}|May I return an opened tent?|Yes.`,
  kept: policy,
};

describe("the provider's prompt cache in TypeScript, through the real SDKs", () => {
  const { folder, remove } = makeFolder();
  const saved = process.env.FAKE_PROVIDER;
  const written: string[] = [];
  const { warn } = console;
  let fake: FakeProviders;
  before(async () => {
    console.warn = () => {}; // that the model is deprecated
    fake = await startFakeProviders();
    process.env.FAKE_PROVIDER = fake.url;
  });
  after(async () => {
    console.warn = warn;
    if (saved === undefined) delete process.env.FAKE_PROVIDER;
    else process.env.FAKE_PROVIDER = saved;
    await fake.close();
    remove();
  });

  async function bodyOf(text: string, file: string, name: string): Promise<Body> {
    writeFileSync(path.join(folder, file), text);
    const loaded = await load<Record<string, (question: string) => Promise<void>>>(path.join(folder, file));
    fake.seen.length = 0;
    await loaded[name]!('my tent');
    return fake.seen[0]!.body;
  }

  for (const [name, expected] of Object.entries(kept)) {
    it(`sends the same request with a breakpoint behind the static part: ${name}`, async () => {
      const changed = await applyTo(typescript, 'sample.ts', `function ${name}(`);
      const body = await bodyOf(changed, `${name}.ts`, name);
      written.push(path.join(folder, `${name}.ts`));
      assert.equal(keptPart(body), expected);
      assert.deepEqual(plain(body), plain(await bodyOf(typescript, 'asItIs.ts', name)));
    });
  }

  for (const name of ['chat', 'responses']) {
    it(`adds a key and nothing else at OpenAI: ${name}`, async () => {
      const changed = await applyTo(typescript, 'sample.ts', `function ${name}(`);
      const { prompt_cache_key, ...body } = await bodyOf(changed, `${name}.ts`, name);
      written.push(path.join(folder, `${name}.ts`));
      assert.equal(prompt_cache_key, `sample-${name}`);
      assert.deepEqual(body, await bodyOf(typescript, 'asItIs.ts', name));
    });
  }

  it('leaves code that passes tsc --strict', function () {
    this.timeout(60_000);
    assert.equal(written.length, Object.keys(kept).length + 2);
    assert.deepEqual(typeErrors(written), []);
  });

  it('writes in the style of the file', async () => {
    const source = `import Anthropic from "@anthropic-ai/sdk"\r\nconst POLICY = "${policy}"\r\n\r\nexport const ask = (client: Anthropic, q: string) =>\r\n\tclient.messages.create({ model: "claude-sonnet-4-5", max_tokens: 9, system: \`\${POLICY} Asked: \${q}\`, messages: [] })\r\n`;
    assert.equal(
      await applyTo(source, 'sample.ts', 'ask ='),
      source.replace(
        'system: `${POLICY} Asked: ${q}`,',
        'system: [\r\n\t\t{ type: "text", text: `${POLICY} Asked: `, cache_control: { type: "ephemeral" } },\r\n\t\t{ type: "text", text: `${q}` },\r\n\t],',
      ),
    );
  });

  it('says why not, where the static part is below the minimum of the model', async () => {
    const [fix] = await offersIn(typescript.replaceAll('sonnet-4-5', 'haiku-4-5').replaceAll(policy, short), 'sample.ts', 'function text(');
    assert.match(fix?.refused ?? '', /^The static part has \d+ tokens; claude-haiku-4-5 caches from 1,024 on\.$/);
    assert.deepEqual(fix?.edits, []);
    const [openai] = await offersIn(typescript.replaceAll(policy, short), 'sample.ts', 'function chat(');
    assert.match(openai?.refused ?? '', /caches from 1,024 on\.$/);
  });

  it('is not offered where the text can not be cut, or has a breakpoint', async () => {
    const ask = (system: string) =>
      offersIn(typescript.replace(`system: '${policy}'`, `system: ${system}`), 'sample.ts', 'function text(').then((fixes) =>
        fixes.filter(({ refused }) => !refused),
      );
    assert.equal((await ask('POLICY')).length, 1);
    assert.deepEqual(await ask('`${POLICY} ${question}`.trim()'), []);
    assert.deepEqual(await ask("[{ type: 'text', text: POLICY, cache_control: { type: 'ephemeral' } }]"), []);
  });
});

const python = `import anthropic
import litellm
import openai

client = anthropic.Anthropic()
later = anthropic.AsyncAnthropic()
gpt = openai.OpenAI()
gpt_later = openai.AsyncOpenAI()
POLICY = '${policy}'


def text(question):
    client.messages.create(model='claude-sonnet-4-5', max_tokens=9, system='${policy}', messages=[{'role': 'user', 'content': question}])

async def awaited(question):
    await later.messages.create(
        model='claude-sonnet-4-5',
        max_tokens=9,
        system=POLICY,
        messages=[{'role': 'user', 'content': question}],
    )

def f_string(question):
    client.messages.create(
        model='claude-sonnet-4-5',
        max_tokens=9,
        system=f"""{POLICY}
Answer {question!r} as {{JSON}}.""",
        messages=[{'role': 'user', 'content': question}],
    )

async def adjacent(question):
    await later.messages.create(
        model='claude-sonnet-4-5',
        max_tokens=9,
        system=(
            '${policy} '
            'Be brief. '
            f'It is about {question}.'
        ),
        messages=[{'role': 'user', 'content': question}],
    )

def joined(question):
    client.messages.create(model='claude-sonnet-4-5', max_tokens=9, system=POLICY + ' Asked: ' + question, messages=[{'role': 'user', 'content': question}])

def blocks(question):
    client.messages.create(
        model='claude-sonnet-4-5',
        max_tokens=9,
        system=[{'type': 'text', 'text': '${short}'}, {'type': 'text', 'text': f'{POLICY} For {question}'}],
        messages=[{'role': 'user', 'content': question}],
    )

def parts(question):
    client.messages.create(
        model='claude-sonnet-4-5',
        max_tokens=9,
        messages=[
            {
                'role': 'user',
                'content': [
                    {
                        'type': 'text',
                        'text': POLICY,
                    },
                    {
                        'type': 'text',
                        'text': question,
                    },
                ],
            }
        ],
    )

async def kept(question):
    request = {'model': 'claude-sonnet-4-5', 'max_tokens': 9, 'system': POLICY, 'messages': [{'role': 'user', 'content': question}]}
    await later.messages.create(**request)

def lite(question):
    litellm.completion(model='anthropic/claude-sonnet-4-5', messages=[{'role': 'system', 'content': POLICY}, {'role': 'user', 'content': question}])

async def lite_awaited(question):
    await litellm.acompletion(model='claude-sonnet-4-5', messages=[{'role': 'system', 'content': f'{POLICY} Asked: {question}'}, {'role': 'user', 'content': question}])

def chat(question):
    gpt.chat.completions.create(model='gpt-4.1', messages=[{'role': 'system', 'content': POLICY}, {'role': 'user', 'content': question}])

async def responses(question):
    await gpt_later.responses.create(
        model='gpt-4.1',
        instructions=f'{POLICY} Asked: {question}',
        input=question,
    )
`;

const keptInPython: Record<string, string> = {
  text: policy,
  awaited: policy,
  f_string: `${policy}\nAnswer `,
  adjacent: `${policy} Be brief. It is about `,
  joined: `${policy} Asked: `,
  blocks: `${short}|${policy} For `,
  parts: policy,
  kept: policy,
  lite: policy,
  lite_awaited: `${policy} Asked: `,
};

describe("the provider's prompt cache in Python", () => {
  /** The requests of the function in the file as it is, and in the file as the action leaves it. */
  async function bodiesOf(name: string): Promise<[before: Body, after: Body]> {
    const changed = await applyTo(python, 'sample.py', `def ${name}(`);
    const main = `import asyncio, inspect, json, stand_in
import plain, changed
for module in (plain, changed):
    stand_in.calls.clear()
    answer = module.${name}('my tent')
    if inspect.iscoroutine(answer):
        asyncio.run(answer)
    print(json.dumps(stand_in.calls[0][1]))`;
    return inFolder({ 'main.py': main, 'plain.py': python, 'changed.py': changed }, async (folder) => {
      const { printed, stderr } = await runIn(folder);
      assert.equal(printed.length, 2, `${stderr}\n${changed}`);
      return printed as [Body, Body];
    });
  }

  for (const [name, expected] of Object.entries(keptInPython)) {
    it(`sends the same request with a breakpoint behind the static part: ${name}`, async () => {
      const [before, after] = await bodiesOf(name);
      assert.equal(keptPart(after).replace(/^\|/, ''), expected);
      assert.deepEqual(plain(after), plain(before));
    });
  }

  for (const name of ['chat', 'responses']) {
    it(`adds a key and nothing else at OpenAI: ${name}`, async () => {
      const [before, { prompt_cache_key, ...after }] = await bodiesOf(name);
      assert.equal(prompt_cache_key, `sample-${name}`);
      assert.deepEqual(after, before);
    });
  }

  it('keeps to the quotes and the lines of the file', async () => {
    assert.ok(
      (await applyTo(python, 'sample.py', 'def parts(')).includes(`                        'text': POLICY,
                        'cache_control': {'type': 'ephemeral'},
                    },`),
    );
    assert.ok(
      (await applyTo(python, 'sample.py', 'def f_string(')).includes(`        system=[
            {'type': 'text', 'text': f"""{POLICY}
Answer """, 'cache_control': {'type': 'ephemeral'}},
            {'type': 'text', 'text': f"""{question!r} as {{JSON}}."""},
        ],`),
    );
  });

  it('is refused below the minimum, and not offered for a text made by a method', async () => {
    const [refused] = await offersIn(python.replaceAll(policy, short), 'sample.py', 'def awaited(');
    assert.match(refused?.refused ?? '', /^The static part has \d tokens; claude-sonnet-4-5 caches from 1,024 on\.$/);
    const made = python.replace("POLICY + ' Asked: ' + question", "(POLICY + ' Asked: {}').format(question)");
    assert.deepEqual(
      (await offersIn(made, 'sample.py', 'def joined(')).filter(({ edits }) => edits.length),
      [],
    );
  });
});
