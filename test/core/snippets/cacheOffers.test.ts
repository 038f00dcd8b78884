import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings } from '../../../src/core';
import { createTestEngine } from '../../helpers/engine';

const engine = createTestEngine();

async function cacheOffers(text: string, path: string): Promise<number> {
  const analysis = await (await engine).analyze({ text, path }, defaultSettings());
  assert.equal(analysis.calls.length, 1, text);
  return (analysis.refactorings?.({ start: 0, end: text.length }) ?? []).filter(({ title }) => title.startsWith('Cache the answers')).length;
}

const chat = (more: string) => `from openai import OpenAI
client = OpenAI()
client.responses.create(model="gpt-5.1", input="Hi"${more})
`;
const typed = (more: string) => `import OpenAI from 'openai';
const client = new OpenAI();
await client.responses.create({ model: 'gpt-5.1', input: 'Hi'${more} });
`;
const aiSdk = (more: string) => `import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';
await generateText({ model: openai('gpt-5.1'), prompt: 'Hi'${more} });
`;

const pure = [
  chat(''),
  chat(', store=False'),
  chat(', background=None'),
  chat(', tools=[{"type": "function", "name": "look_up"}]'),
  typed(''),
  typed(', store: false'),
  typed(", tools: [{ type: 'custom', name: 'f' }]"),
  aiSdk(''),
  aiSdk(', providerOptions: { openai: { store: false } }'),
];
const more = [
  chat(', background=True'),
  chat(', background=later'),
  chat(', conversation="conv_1"'),
  chat(', previous_response_id=previous.id'),
  chat(', store=True'),
  chat(', extra_body={"background": True}'),
  chat(', tools=[{"type": "web_search"}]'),
  chat(', tools=[{"type": "function", "name": "f"}, {"type": "mcp", "server_url": url}]'),
  typed(', background: true'),
  typed(', conversation: id'),
  typed(', store: true'),
  typed(", tools: [{ type: 'code_interpreter', container: { type: 'auto' } }]"),
  aiSdk(', providerOptions: { openai: { previousResponseId: id } }'),
  aiSdk(', tools: { search: openai.tools.webSearch({}) }'),
];

describe('the response cache', () => {
  const nameOf = (text: string) => (text.split('\n')[2] ?? '').slice(0, 110);
  for (const text of pure) it(`is offered for ${nameOf(text)}`, async () => assert.equal(await cacheOffers(text, fileOf(text)), 2));
  for (const text of more) it(`is not offered for ${nameOf(text)}`, async () => assert.equal(await cacheOffers(text, fileOf(text)), 0));
});

const fileOf = (text: string) => (text.startsWith('from') ? 'a.py' : 'a.ts');
