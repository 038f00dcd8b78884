import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { Engine } from '../../src/core';
import type { CacheReport } from '../../src/report';
import { createTestEngine } from '../helpers/engine';
import { createWorkspace, runIn } from './workspace';

const long = 'You are a librarian. Answer in one line, and name the shelf on which the book stands. '.repeat(6);
const tool = (name: string, description = `Looks into ${name} of the library.`) => ({
  name,
  description,
  input_schema: { type: 'object', properties: {} },
});
const claude = (change: Record<string, unknown>) => ({
  model: 'claude-sonnet-5-5',
  max_tokens: 100,
  tools: [tool('shelves'), tool('readers')],
  system: [{ type: 'text', text: long, cache_control: { type: 'ephemeral' } }],
  messages: [{ role: 'user', content: 'Where is Emma, the novel by Austen?' }],
  ...change,
});
const system = (text: string) => claude({ system: [{ type: 'text', text }] });
const chat = (messages: [string, string][], change: Record<string, unknown> = {}) => ({
  model: 'gpt-6-sol',
  messages: messages.map(([role, content]) => ({ role, content })),
  ...change,
});
const talk: [string, string][] = [
  ['system', long],
  ['user', 'Where is Emma, the novel by Austen?'],
  ['assistant', 'On the third shelf of the second room.'],
  ['user', 'And where is Persuasion?'],
];

interface Case {
  name: string;
  first: unknown;
  second: unknown;
  path: string;
  kind: string;
  /** What stands at the place in the second request. */
  at?: string;
}

const cases: Case[] = [
  {
    name: 'the clock in a system prompt',
    first: system(`Now: 2026-12-01T10:15:02. ${long}`),
    second: system(`Now: 2026-12-01T10:15:09. ${long}`),
    path: 'system[0].text',
    kind: 'time',
    at: '9. You',
  },
  {
    name: 'a Unix time',
    first: system(`At 1764583200. ${long}`),
    second: system(`At 1764583260. ${long}`),
    path: 'system[0].text',
    kind: 'time',
    at: '60. You',
  },
  {
    name: 'a session id',
    first: system(`Session 8f3a-11c2-77de. ${long}`),
    second: system(`Session 91bc-04aa-12f0. ${long}`),
    path: 'system[0].text',
    kind: 'id',
    at: '91bc',
  },
  { name: 'a counter', first: system(`Turn 4. ${long}`), second: system(`Turn 5. ${long}`), path: 'system[0].text', kind: 'number', at: '5. You' },
  {
    name: 'tools in another order',
    first: claude({}),
    second: claude({ tools: [tool('readers'), tool('shelves')] }),
    path: 'tools[0].name',
    kind: 'order',
    at: 'readers',
  },
  {
    name: 'keys of a schema in another order',
    first: claude({ tools: [{ name: 'a', input_schema: { properties: { x: { type: 'string' }, y: { type: 'number' } } } }] }),
    second: claude({ tools: [{ name: 'a', input_schema: { properties: { y: { type: 'number' }, x: { type: 'string' } } } }] }),
    path: 'tools[0].input_schema.properties.y.type',
    kind: 'order',
  },
  {
    name: 'a set in the text',
    first: system(`Tags: {red, green, blue}. ${long}`),
    second: system(`Tags: {blue, red, green}. ${long}`),
    path: 'system[0].text',
    kind: 'order',
    at: 'blue, red',
  },
  {
    name: 'a map written as JSON',
    first: system(`Rules: {"a": 1, "b": 2}. ${long}`),
    second: system(`Rules: {"b": 2, "a": 1}. ${long}`),
    path: 'system[0].text',
    kind: 'order',
  },
  {
    name: 'a tool that came later',
    first: claude({}),
    second: claude({ tools: [tool('books'), tool('shelves'), tool('readers')] }),
    path: 'tools[0].name',
    kind: 'added',
    at: 'books',
  },
  {
    name: 'a tool that went',
    first: claude({}),
    second: claude({ tools: [tool('readers')] }),
    path: 'tools[0].name',
    kind: 'removed',
    at: 'readers',
  },
  {
    name: 'a working folder in the description of a tool',
    first: claude({ tools: [tool('bash', 'Runs in /srv/ann.')] }),
    second: claude({ tools: [tool('bash', 'Runs in /srv/bob.')] }),
    path: 'tools[0].description',
    kind: 'text',
    at: 'bob',
  },
  { name: 'another model', first: claude({}), second: claude({ model: 'claude-opus-5-5' }), path: 'model', kind: 'model' },
  { name: 'another choice of tools', first: claude({}), second: claude({ tool_choice: { type: 'any' } }), path: 'tool_choice.type', kind: 'added' },
  {
    name: 'a window over the history',
    first: chat(talk),
    second: chat([talk[0]!, ...talk.slice(2), ['assistant', 'Next to it.']]),
    path: 'messages[1].role',
    kind: 'removed',
  },
  {
    name: 'a message put in before the others',
    first: chat(talk),
    second: chat([talk[0]!, ['user', 'These notes come from the memory.'], ...talk.slice(1)]),
    path: 'messages[1].content',
    kind: 'added',
  },
  {
    name: 'what was found, before what was said',
    first: chat([['system', `${long}\nFound: Emma`], ...talk.slice(1)]),
    second: chat([['system', `${long}\nFound: Ulysses`], ...talk.slice(1)]),
    path: 'messages[0].content',
    kind: 'text',
    at: 'Ulysses',
  },
  {
    name: 'a schema of the answer that changes',
    first: chat(talk, { response_format: { type: 'json_schema', json_schema: { name: 'a1' } } }),
    second: chat(talk, { response_format: { type: 'json_schema', json_schema: { name: 'a2' } } }),
    path: 'response_format.json_schema.name',
    kind: 'text',
  },
  {
    name: 'the instructions of the Responses API',
    first: { model: 'gpt-6-sol', instructions: `It is 10:15. ${long}`, input: 'Hi' },
    second: { model: 'gpt-6-sol', instructions: `It is 10:16. ${long}`, input: 'Hi' },
    path: 'instructions',
    kind: 'time',
  },
  {
    name: "Gemini's system instruction",
    first: { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }], systemInstruction: { parts: [{ text: `Hello Ann. ${long}` }] } },
    second: { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }], systemInstruction: { parts: [{ text: `Hello Bob. ${long}` }] } },
    path: 'systemInstruction.parts[0].text',
    kind: 'text',
    at: 'Bob',
  },
  {
    name: 'an id in a message of long ago',
    first: chat([talk[0]!, ['user', 'Request 7f00aa31: where is Emma?'], ...talk.slice(2)]),
    second: chat([talk[0]!, ['user', 'Request 90cd12be: where is Emma?'], ...talk.slice(2)]),
    path: 'messages[1].content',
    kind: 'id',
    at: '90cd12be',
  },
];

describe('prompt-cost cache compare', () => {
  let engine: Engine;
  const made: (() => void)[] = [];
  before(async () => {
    engine = await createTestEngine();
  });
  after(() => {
    for (const dispose of made) dispose();
  });
  const compare = async (first: unknown, second: unknown, ...args: string[]) => {
    const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
    const { root, dispose } = createWorkspace({ 'a.json': text(first), 'b.json': text(second) });
    made.push(dispose);
    return runIn(root, engine, ['cache', 'compare', 'a.json', 'b.json', ...args]);
  };
  const read = async (first: unknown, second: unknown): Promise<CacheReport & { code: number }> => {
    const { code, out, err } = await compare(first, second, '--format', 'json');
    assert.equal(err, '');
    return { code, ...JSON.parse(out) };
  };

  for (const { name, first, second, path, kind, at } of cases) {
    it(`names ${name}`, async () => {
      const { difference, code, lost } = await read(first, second);
      assert.deepEqual([difference?.path, difference?.kind], [path, kind]);
      if (at !== undefined) assert.ok(difference!.after!.includes(at), difference!.after!);
      assert.equal(code, lost.tokens > 0 ? 1 : 0);
      assert.ok(lost.tokens > 0);
      assert.equal((await compare(first, second)).code, 1);
    });
    it(`has nothing against the same without ${name}`, async () => {
      const { difference, code, lost } = await read(first, first);
      assert.deepEqual([difference, code, lost.tokens], [null, 0, 0]);
    });
  }

  it('counts what stands before the place and what is lost behind it, at the price of the model', async () => {
    const { shared, lost, total, difference } = await read(system(`${long} Now: 10:15. ${long}`), system(`${long} Now: 10:16. ${long}`));
    assert.equal(difference?.offset, long.length + ' Now: 10:1'.length);
    assert.ok(Math.abs(shared.tokens - total / 2) < total / 5, `${shared.tokens} of ${total}`);
    // USD 2.50 per million tokens to write, 0.10 to read.
    assert.ok(Math.abs(lost.usdPerCall! - (lost.tokens * 2.4) / 1e6) < 1e-12);
    assert.ok(lost.tokens > total / 3 && lost.tokens + shared.tokens <= total);
  });
  it('has nothing against a conversation that goes on', async () => {
    const { difference, shared } = await read(chat(talk), chat([...talk, ['assistant', 'Next to it.'], ['user', 'Thanks!']]));
    assert.equal(difference, null);
    assert.ok(shared.tokens > 100);
  });
  it('loses nothing where only the last message differs', async () => {
    const { difference, code, lost } = await read(chat(talk), chat([...talk.slice(0, 3), ['user', 'How long is it?']]));
    assert.deepEqual([difference?.path, code, lost.tokens], ['messages[3].content', 0, 0]);
  });
  it('does not mind where the marks of the cache stand', async () => {
    const moved = claude({ system: [{ type: 'text', text: long }] });
    assert.equal((await read(claude({}), moved)).difference, null);
  });
  it('finds the request in the frame of a log', async () => {
    const { difference } = await read(
      { id: 1, request: { method: 'POST', body: JSON.stringify(system(`A ${long}`)) } },
      { body: system(`B ${long}`) },
    );
    assert.equal(difference?.path, 'system[0].text');
  });
  it('says in words what it found', async () => {
    const { out } = await compare(cases[0]!.first, cases[0]!.second);
    assert.match(out, /^system\[0\]\.text differs at 1:24 of its text\n {2}first {3}"Now: 2026-12-01T10:15:02\. You/);
    assert.match(out, /\nThe system prompt: a time or date; [^\n]+\.\n≈ \d+ of \d+ tokens stand before it/);
    assert.match(out, /lost to the cache: ≈ \$0\.0\d+ for each request\.\n$/);
  });
  for (const [name, first, second, message] of [
    ['a text that is no JSON', '{', '{}', /^cannot read a\.json \(/],
    ['no request', '[1]', claude({}), /^a\.json is no request to OpenAI/],
    ['another API', claude({}), chat(talk), /^b\.json is no request to the same API as a\.json\n$/],
    ['nothing', 'null', 'null', /^a\.json is no request/],
  ] as const) {
    it(`exits with 2 for ${name}`, async () => {
      const { code, out, err } = await compare(first, second);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, message);
    });
  }
  it('takes deep and odd requests in its stride', async () => {
    const deep = (depth: number): unknown => (depth ? { a: [deep(depth - 1)] } : 'x');
    const odd = { model: 7, messages: [null, 7, { role: 'user', content: deep(400) }], tools: 'none', 'a.b': null };
    assert.equal((await read(odd, odd)).difference, null);
    assert.equal((await read(odd, { ...odd, messages: [null, 8] })).difference?.path, 'messages[1]');
  });
});
