// The changed code runs: TypeScript through the real SDKs, Python through stand-ins with the same call surface (test/helpers/pythonStandIns).
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

async function offersIn(text: string, file: string, name: string, title: string): Promise<Fix[]> {
  const analysis = await (await engine).analyze({ text, path: file }, defaultSettings());
  assert.equal(analysis.syntaxErrors ?? 0, 0, text);
  const start = text.indexOf(name);
  assert.ok(start >= 0, name);
  const end = text.indexOf('\n\n', start);
  return analysis.refactorings?.({ start, end: end < 0 ? text.length : end })?.filter((fix) => fix.title.startsWith(title)) ?? [];
}

/** The file and its helper module after the action on one function; it is not offered there again. */
async function applyTo(text: string, file: string, name: string, title: string): Promise<{ text: string; helpers: string }> {
  const [fix] = await offersIn(text, file, name, title);
  assert.ok(fix, `not offered: ${name}`);
  const changed = applyFix(text, fix.edits);
  assert.deepEqual(await offersIn(changed, file, name, title), [], changed);
  return { text: changed, helpers: helperText(null, fix, text, defaultSettings()) };
}

const toBatch = 'Send the calls to the Batch API';
const inOnePrompt = 'Put many items into one prompt';

const typescript = `import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

const openai = new OpenAI({ apiKey: 'k', baseURL: process.env.FAKE_PROVIDER + '/v1', maxRetries: 0 });
const anthropic = new Anthropic({ apiKey: 'k', baseURL: process.env.FAKE_PROVIDER, maxRetries: 0 });

export async function responsesLoop(texts: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const text of texts) {
    const response = await openai.responses.create({ model: 'gpt-4.1', instructions: 'Translate.', input: text });
    found.push(response.output_text);
  }
  return found;
}

export async function callback(texts: string[]): Promise<string[]> {
  return Promise.all(
    texts.map(async (text) => {
      const response = await openai.responses.create({ model: 'gpt-4.1', input: \`Translate \${text}\` });
      return response.output_text;
    }),
  );
}

export async function expression(texts: string[]): Promise<(string | null | undefined)[]> {
  return await Promise.all(
    texts.map(
      async (text) =>
        (
          await openai.chat.completions.create({
            model: 'gpt-4.1',
            messages: [
              { role: 'system', content: 'Translate.' },
              { role: 'user', content: text },
            ],
          })
        ).choices[0]?.message.content,
    ),
  );
}

export async function answers(texts: string[]): Promise<string[]> {
  const completions = await Promise.all(texts.map((text) => openai.responses.create({ model: 'gpt-4.1', input: text })));
  return completions.map((completion) => completion.output_text);
}

export async function messages(texts: string[]): Promise<string[]> {
  const all = await Promise.all(
    Object.entries(texts).map(([key, text]) => anthropic.messages.create({ model: 'claude-opus-5-5', max_tokens: 99, messages: [{ role: 'user', content: key + text }] })),
  );
  return all.flatMap(({ content }) => content.map((block) => (block.type === 'text' ? block.text : '')));
}

export async function settled(texts: string[]): Promise<number> {
  const all = await Promise.allSettled(texts.map((text) => openai.responses.create({ model: 'gpt-4.1', input: text })));
  return all.length;
}

export async function chosen(texts: string[]): Promise<(string | null)[]> {
  return Promise.all(texts.map(async (text) => (text ? (await openai.responses.create({ model: 'gpt-4.1', input: text })).output_text : null)));
}

export async function first(block: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const ticket of block) {
    const message = await anthropic.messages.create({
      model: 'claude-opus-5-5',
      max_tokens: 999,
      system: 'Say what the ticket is about.',
      messages: [{ role: 'user', content: ticket }],
    });
    found.push(message.content[0]?.type === 'text' ? message.content[0].text : '');
  }
  return found;
}

export async function cast(tickets: string[]): Promise<string[]> {
  return Promise.all(
    tickets.map(async (ticket) => {
      const message = await anthropic.messages.create({ model: 'claude-opus-5-5', max_tokens: 999, messages: [{ role: 'user', content: ticket }] });
      return (message.content[0] as Anthropic.TextBlock).text.trim();
    }),
  );
}

export async function named(tickets: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const ticket of tickets) {
    const message = await anthropic.messages.create({ model: 'claude-opus-5-5', max_tokens: 999, messages: [{ role: 'user', content: ticket }] });
    const [block] = message.content;
    found.push(block?.type === 'text' ? block.text : '');
  }
  return found;
}

export async function together(tickets: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const ticket of tickets) {
    const message = await anthropic.messages.create({ model: 'claude-opus-5-5', max_tokens: 999, messages: [{ role: 'user', content: ticket }] });
    const text = message.content
      .filter((block) => block.type === 'text')
      .map((block) => block.text)
      .join('');
    found.push(text);
  }
  return found;
}

export async function stopped(tickets: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const ticket of tickets) {
    const message = await anthropic.messages.create({ model: 'claude-opus-5-5', max_tokens: 999, messages: [{ role: 'user', content: ticket }] });
    if (message.stop_reason === 'max_tokens') continue;
    found.push(message.content[0]?.type === 'text' ? message.content[0].text : '');
  }
  return found;
}
`;

describe('many calls of TypeScript sent together, through the real SDKs', () => {
  const { folder, remove } = makeFolder();
  const providers = useFakeProviders();
  const written: string[] = [];
  after(remove);

  async function run(text: string, file: string, name: string): Promise<{ result: unknown; paths: string[] }> {
    writeFileSync(path.join(folder, file), text);
    const loaded = await load<Record<string, (texts: string[]) => Promise<unknown>>>(path.join(folder, file));
    providers.fake.seen.length = 0;
    const result = await loaded[name]!(['tent', 'stove', 'Grüße']);
    return { result, paths: providers.fake.seen.map((seen) => seen.path) };
  }

  async function apply(name: string, title: string): Promise<string> {
    const { text, helpers } = await applyTo(typescript, 'sample.ts', `function ${name}(`, title);
    writeFileSync(path.join(folder, `${name}Helpers.ts`), helpers);
    written.push(path.join(folder, `${name}.ts`));
    return text.replace('./promptCostHelpers', `./${name}Helpers`);
  }

  for (const name of ['responsesLoop', 'callback', 'expression', 'answers', 'messages']) {
    it(`gives the same answers by the Batch API: ${name}`, async () => {
      const text = await apply(name, toBatch);
      const plain = await run(typescript, 'asItIs.ts', name);
      const changed = await run(text, `${name}.ts`, name);
      assert.deepEqual(changed.result, plain.result, text);
      assert.equal(plain.paths.length, 3);
      assert.ok(changed.paths.length > 0 && changed.paths.every((seen) => /batches/.test(seen)), changed.paths.join());
    });
  }

  it('throws what went wrong with a request, where each item must have an answer', async () => {
    const text = await apply('answers', toBatch);
    const broken = text.replace('[String(index),', "[index === 1 ? 'bad' : String(index),");
    assert.notEqual(broken, text);
    await assert.rejects(run(broken, 'broken.ts', 'answers'), /Request 1 of the batch has no answer/);
  });

  for (const name of ['first', 'cast', 'named', 'together']) {
    it(`asks Anthropic for many items at once: ${name}`, async () => {
      const text = await apply(name, inOnePrompt);
      const own = providers.fake.answer;
      providers.fake.answer = ({ body }) => {
        const content = String((body.messages as { content: string }[])[0]?.content);
        const items = [...content.matchAll(/<item n="(\d+)">\n(.*)\n/g)];
        return items.length ? items.map(([, number, item]) => `[${number}] about ${item}`).join('\n') : `about ${content}`;
      };
      try {
        const plain = await run(typescript, 'asItIs.ts', name);
        const changed = await run(text, `${name}.ts`, name);
        assert.deepEqual(plain.result, ['about tent', 'about stove', 'about Grüße']);
        assert.deepEqual(changed.result, plain.result, text);
        assert.deepEqual([plain.paths.length, changed.paths.length], [3, 1]);
      } finally {
        providers.fake.answer = own;
      }
    });
  }

  it('leaves code that passes tsc --strict', function () {
    this.timeout(60_000);
    assert.equal(new Set(written).size, 9);
    assert.deepEqual(typeErrors([...new Set(written)]), []);
  });

  it('is not offered where not each item is called for, or more than the text is read', async () => {
    assert.deepEqual(await offersIn(typescript, 'sample.ts', 'function settled(', toBatch), []);
    assert.deepEqual(await offersIn(typescript, 'sample.ts', 'function chosen(', toBatch), []);
    assert.deepEqual(await offersIn(typescript, 'sample.ts', 'function stopped(', inOnePrompt), []);
  });
});

const python = `import asyncio

import anthropic
import openai

client = openai.OpenAI()
later = openai.AsyncOpenAI()
claude = anthropic.Anthropic()
claude_later = anthropic.AsyncAnthropic()


def responses_loop(texts):
    found = []
    for text in texts:
        response = client.responses.create(model='gpt-4.1', instructions='Translate.', input=text)
        found.append(response.output_text)
    return found

def listed(texts):
    return [client.responses.create(model='gpt-4.1', input=f'Translate {text}').output_text for text in texts]

def filtered(texts):
    answers = [
        client.chat.completions.create(
            model='gpt-4.1',
            messages=[
                {'role': 'system', 'content': 'Translate.'},
                {'role': 'user', 'content': text},
            ],
        )
        for number, text in enumerate(texts)
        if number != 1
    ]
    return [answer.choices[0].message.content for answer in answers]

async def gathered(texts):
    found = await asyncio.gather(*(later.responses.create(model='gpt-4.1', input=text) for text in texts))
    return [one.output_text for one in found]

async def awaited(texts):
    return [(await later.chat.completions.create(model='gpt-4.1', messages=[{'role': 'user', 'content': text}])).choices[0].message.content for text in texts]

def messages(texts):
    return [claude.messages.create(model='claude-opus-5-5', max_tokens=9, messages=[{'role': 'user', 'content': text}]).content[0].text for text in texts]

async def messages_gathered(texts):
    answers = await asyncio.gather(
        *[
            claude_later.messages.create(
                model='claude-opus-5-5',
                max_tokens=9,
                messages=[{'role': 'user', 'content': text}],
            )
            for text in texts
        ]
    )
    return [answer.content[0].text for answer in answers]

def chosen(texts):
    return [client.responses.create(model='gpt-4.1', input=text).output_text if text else '' for text in texts]

def maybe(texts, wanted):
    return [client.responses.create(model='gpt-4.1', input=text).output_text for text in texts] if wanted else []

def timed(texts):
    return [client.responses.create(model='gpt-4.1', input=text, timeout=9).output_text for text in texts]

async def kept_errors(texts):
    return await asyncio.gather(*(later.responses.create(model='gpt-4.1', input=text) for text in texts), return_exceptions=True)
`;

describe('many calls of Python sent together', () => {
  for (const name of ['responses_loop', 'listed', 'filtered', 'gathered', 'awaited', 'messages', 'messages_gathered']) {
    it(`gives the same answers by the Batch API: ${name}`, async () => {
      const { text, helpers } = await applyTo(python, 'sample.py', `def ${name}(`, toBatch);
      const main = `import asyncio, inspect, json, time, stand_in
import openai, anthropic
sent = []
for owner in (openai._BatchCalls, openai._AsyncBatchCalls, anthropic._BatchCalls, anthropic._AsyncBatchCalls):
    def create(self, _own=owner.create, **parameters):
        sent.append(parameters.get("endpoint"))
        return _own(self, **parameters)
    owner.create = create
time.sleep = lambda seconds: None
sleep = asyncio.sleep
asyncio.sleep = lambda seconds, result=None: sleep(0, result)
import plain, changed
for module in (plain, changed):
    stand_in.calls.clear()
    result = module.${name}(['tent', 'stove', 'Grüße'])
    print(json.dumps(asyncio.run(result) if inspect.iscoroutine(result) else result))
    print(json.dumps([parameters for _, parameters in stand_in.calls]))
    print(json.dumps(sent))`;
      await inFolder({ 'main.py': main, 'plain.py': python, 'changed.py': text, 'prompt_cost_helpers.py': helpers }, async (folder) => {
        const { printed, stderr } = await runIn(folder);
        assert.equal(printed.length, 6, `${stderr}\n${text}`);
        const [plain, before, none, changed, after, sent] = printed as unknown[][];
        assert.deepEqual(changed, plain, text);
        assert.equal(plain?.length, name === 'filtered' ? 2 : 3);
        assert.deepEqual(new Set((after ?? []).map((one) => JSON.stringify(one))), new Set((before ?? []).map((one) => JSON.stringify(one))));
        const endpoint = /messages/.test(name) ? null : /filtered|awaited/.test(name) ? '/v1/chat/completions' : '/v1/responses';
        assert.deepEqual([none, sent], [[], [endpoint]]);
      });
    });
  }

  it('writes what a person would have written', async () => {
    const { text } = await applyTo(python, 'sample.py', 'def gathered(', toBatch);
    assert.ok(text.includes('    found = [Response.model_validate(collected[str(index)]) for index, text in enumerate(texts)]\n'), text);
    assert.ok(text.includes('from openai.types.responses import Response\n'), text);
  });

  it('is not offered where not each item is called for, or a parameter is not of the request', async () => {
    for (const name of ['chosen', 'maybe', 'timed', 'kept_errors'])
      assert.deepEqual(await offersIn(python, 'sample.py', `def ${name}(`, toBatch), [], name);
    const other = python.replace('import openai\n', 'import openai\nfrom fastapi import Response\n');
    assert.deepEqual(await offersIn(other, 'sample.py', 'def listed(', toBatch), []);
  });
});
