// The changed code runs: TypeScript through the real SDK, Python through stand-ins with the same call surface (test/helpers/pythonStandIns).
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, it } from 'mocha';
import { defaultSettings, helperText } from '../../../src/core';
import type { Fix } from '../../../src/core/types';
import { createTestEngine } from '../../helpers/engine';
import { useFakeProviders } from '../../helpers/fakeProviders';
import { applyFix } from '../../helpers/rules';
import { inFolder, runIn } from '../../helpers/runPython';
import { load, makeFolder, typeErrors } from '../../helpers/snippets';

const engine = createTestEngine();
const title = 'Embed the texts together, each once';

async function offersIn(text: string, file: string, name: string): Promise<Fix[]> {
  const analysis = await (await engine).analyze({ text, path: file }, defaultSettings());
  assert.equal(analysis.syntaxErrors ?? 0, 0, text);
  const start = text.indexOf(name);
  assert.ok(start >= 0);
  const end = text.indexOf('\n\n', start);
  return analysis.refactorings?.({ start, end: end < 0 ? text.length : end })?.filter((fix) => fix.title === title) ?? [];
}

/** The file and its helper module after the action on one function; it is not offered there again. */
async function applyTo(text: string, file: string, name: string): Promise<{ text: string; helpers: string }> {
  const [fix] = await offersIn(text, file, name);
  assert.ok(fix, `not offered: ${name}`);
  const changed = applyFix(text, fix.edits);
  assert.deepEqual(await offersIn(changed, file, name), [], changed);
  return { text: changed, helpers: helperText(null, fix, text, defaultSettings()) };
}

const typescript = `import OpenAI from 'openai';

const client = new OpenAI({ apiKey: 'k', baseURL: process.env.FAKE_PROVIDER + '/v1' });

export async function answers(texts: string[]): Promise<number[][]> {
  const responses = await Promise.all(texts.map((text) => client.embeddings.create({ model: 'text-embedding-3-small', input: text })));
  return responses.map((response) => response.data[0]!.embedding);
}

export async function gone(texts: string[]): Promise<Record<string, number[]>> {
  const responses = await Promise.all(
    texts.map((text) =>
      client.embeddings.create({
        model: 'text-embedding-3-small',
        dimensions: 256,
        input: text.trim(),
      }),
    ),
  );
  const found: Record<string, number[]> = {};
  texts.forEach((text, index) => {
    found[text] = responses[index]!.data[0]!.embedding;
  });
  for (const response of responses) found[String(response.data[0]!.embedding)] = response.data[0]!.embedding;
  return found;
}

export async function read(texts: string[]): Promise<number[][]> {
  return Promise.all(texts.map(async (text) => (await client.embeddings.create({ model: 'text-embedding-3-small', input: text })).data[0]!.embedding));
}

export const arrow = (texts: string[]): Promise<number[][]> =>
  Promise.all(texts.map((text) => client.embeddings.create({ model: 'text-embedding-3-small', input: [text] }).then((response) => response.data[0]!.embedding)));

export async function taken(texts: string[]): Promise<number[][]> {
  return await Promise.all(texts.map((text) => ({ text })).map((one) => one.text).map(async (text) => {
    const response = await client.embeddings.create({ model: 'text-embedding-3-small', input: text });
    return response.data[0]!.embedding;
  }));
}

export async function usage(texts: string[]): Promise<number> {
  const counted = await Promise.all(texts.map((text) => client.embeddings.create({ model: 'text-embedding-3-small', input: text })));
  return counted.reduce((sum, one) => sum + one.usage.total_tokens, 0);
}

export async function models(texts: string[]): Promise<number[][]> {
  return Promise.all(texts.map(async (text) => (await client.embeddings.create({ model: text.length > 9 ? 'large' : 'small', input: text })).data[0]!.embedding));
}
`;

describe('embeddings of a list in TypeScript, through the real SDK', () => {
  const { folder, remove } = makeFolder();
  const providers = useFakeProviders();
  const written: string[] = [];
  after(remove);

  async function run(text: string, file: string, name: string): Promise<{ result: unknown; bodies: Record<string, unknown>[] }> {
    writeFileSync(path.join(folder, file), text);
    const loaded = await load<Record<string, (texts: string[]) => Promise<unknown>>>(path.join(folder, file));
    providers.fake.seen.length = 0;
    const result = await loaded[name]!(['tent', 'stove', 'Grüße', 'tent']);
    return { result, bodies: providers.fake.seen.map(({ body }) => body) };
  }

  for (const name of ['answers', 'gone', 'read', 'arrow']) {
    it(`gives the same vectors by one call: ${name}`, async () => {
      const { text, helpers } = await applyTo(typescript, 'sample.ts', `${name === 'arrow' ? 'const' : 'function'} ${name}`);
      writeFileSync(path.join(folder, `${name}Helpers.ts`), helpers);
      written.push(path.join(folder, `${name}.ts`));
      const plain = await run(typescript, 'asItIs.ts', name);
      const changed = await run(text.replace('./promptCostHelpers', `./${name}Helpers`), `${name}.ts`, name);
      assert.deepEqual(changed.result, plain.result, text);
      assert.equal(plain.bodies.length, 4);
      assert.deepEqual(
        changed.bodies.map(({ input }) => input),
        [['tent', 'stove', 'Grüße']],
      );
      const [{ input: _one, ...before } = {}, { input: _all, ...after } = {}] = [plain.bodies[0], changed.bodies[0]];
      assert.deepEqual(after, before);
    });
  }

  it('leaves code that passes tsc --strict', function () {
    this.timeout(60_000);
    assert.equal(written.length, 4);
    assert.deepEqual(typeErrors(written), []);
  });

  it('writes what a person would have written', async () => {
    const { text } = await applyTo(typescript, 'sample.ts', 'function answers');
    assert.ok(
      text.includes(`  const vectors = await embedAll(client.embeddings, { model: 'text-embedding-3-small' }, texts);\n  return vectors;\n`),
      text,
    );
  });

  it('is not offered where more than the vectors is read, or the model depends on the text', async () => {
    assert.deepEqual(await offersIn(typescript, 'sample.ts', 'function usage'), []);
    assert.deepEqual(await offersIn(typescript, 'sample.ts', 'function models'), []);
  });
});

const python = `import asyncio

import litellm
import openai
from litellm import aembedding, embedding

client = openai.OpenAI()
later = openai.AsyncOpenAI()


def listed(texts):
    return [client.embeddings.create(model='e', input=text).data[0].embedding for text in texts]

def filtered(texts):
    rows = [{'text': text} for text in texts]
    return [client.embeddings.create(model='e', dimensions=4, input=[row['text'].lower()]).data[0].embedding for row in rows if len(row['text']) > 4]

async def awaited(texts):
    return [(await later.embeddings.create(model='e', input=text)).data[0].embedding for text in texts]

async def gathered(texts):
    responses = await asyncio.gather(*[later.embeddings.create(model='e', input=text) for text in texts])
    return [response.data[0].embedding for response in responses]

async def generated(texts):
    responses = await asyncio.gather(
        *(
            later.embeddings.create(
                model='e',
                input=text,
            )
            for text in texts
        )
    )
    found = {}
    for text, response in zip(texts, range(9)):
        found[text] = responses[response].data[0].embedding
    for one in responses:
        found[str(one.data[0].embedding)] = len(one.data[0].embedding)
    return found

def answers(texts):
    responses = [client.embeddings.create(model='e', input=text) for text in texts]
    return [[number, response.data[0].embedding] for number, response in enumerate(responses)], [r.data[0].embedding for r in responses]

def lite(texts):
    return [embedding(model='e', input=[text]).data[0]['embedding'] for text in texts]

def lite_loop(texts):
    vectors = []
    for text in texts:
        response = litellm.embedding(model='e', input=text)
        vectors.append(response.data[0]['embedding'])
    return vectors

async def lite_gathered(texts):
    answers = await asyncio.gather(*[aembedding(model='e', input=text) for text in texts])
    return [answer.data[0]['embedding'] for answer in answers]

def usage(texts):
    responses = [client.embeddings.create(model='e', input=text) for text in texts]
    return [response.usage.total_tokens for response in responses]

def chosen(texts):
    return [client.embeddings.create(model='e', input=text).data[0].embedding if text else None for text in texts]

async def streamed(texts):
    return [(await later.embeddings.create(model='e', input=text)).data[0].embedding async for text in texts]
`;

describe('embeddings of a list in Python', () => {
  for (const name of ['listed', 'filtered', 'awaited', 'gathered', 'generated', 'answers', 'lite', 'lite_loop', 'lite_gathered']) {
    it(`gives the same vectors by one call: ${name}`, async () => {
      const { text, helpers } = await applyTo(python, 'sample.py', `def ${name}(`);
      const main = `import asyncio, inspect, json, stand_in
import plain, changed
for module in (plain, changed):
    stand_in.calls.clear()
    result = module.${name}(['tent', 'stove', 'Grüße', 'stove'])
    print(json.dumps(asyncio.run(result) if inspect.iscoroutine(result) else result))
    print(json.dumps([parameters for _, parameters in stand_in.calls]))`;
      await inFolder({ 'main.py': main, 'plain.py': python, 'changed.py': text, 'prompt_cost_helpers.py': helpers }, async (folder) => {
        const { printed, stderr } = await runIn(folder);
        assert.equal(printed.length, 4, `${stderr}\n${text}`);
        const [plain, before, changed, after] = printed as [unknown, Record<string, unknown>[], unknown, Record<string, unknown>[]];
        assert.deepEqual(changed, plain, text);
        assert.equal(before.length, name === 'filtered' ? 3 : 4);
        const { input, ...rest } = after[0]!;
        assert.deepEqual([after.length, input], [1, name === 'filtered' ? ['stove', 'grüße'] : ['tent', 'stove', 'Grüße']]);
        const { input: _input, ...asBefore } = before[0]!;
        assert.deepEqual(rest, asBefore);
      });
    });
  }

  it('writes what a person would have written', async () => {
    const lines = async (name: string, ...expected: string[]) => {
      const { text } = await applyTo(python, 'sample.py', `def ${name}(`);
      for (const line of expected) assert.ok(text.split('\n').includes(line), text);
    };
    await lines('listed', "    return embed_all(client.embeddings.create, list(texts), model='e')");
    await lines('gathered', "    embeddings = await embed_all_async(later.embeddings.create, list(texts), model='e')", '    return embeddings');
    await lines('awaited', "    return await embed_all_async(later.embeddings.create, list(texts), model='e')");
  });

  it('is not offered where more than the vectors is read, or not each text is embedded', async () => {
    for (const name of ['usage', 'chosen', 'streamed']) assert.deepEqual(await offersIn(python, 'sample.py', `def ${name}(`), [], name);
  });
});
