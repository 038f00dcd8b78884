import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'mocha';
import { applyFix, checkRule } from '../../helpers/rules';
import { load, makeFolder } from '../../helpers/snippets';

/** Stand for the packages of these names, with as much of their surface as the tests use: the tries follow at once. */
const packages = {
  'p-retry': 'export default async function pRetry(run, { retries }) {\n  return again(run, retries + 1);\n}\n',
  'async-retry': 'export default async function retry(run, { retries }) {\n  return again(run, retries + 1);\n}\n',
  'exponential-backoff': 'export async function backOff(run, { numOfAttempts }) {\n  return again(run, numOfAttempts);\n}\n',
};
const again = `async function again(run, tries) {
  for (let left = tries - 1; ; left--) {
    try {
      return await run();
    } catch (error) {
      if (!left) throw error;
    }
  }
}
`;

const head = `import { createOpenAI } from '@ai-sdk/openai';
import Anthropic from '@anthropic-ai/sdk';
import { generateText } from 'ai';
import OpenAI from 'openai';
`;

describe('retries set to one layer, run through the real SDKs', () => {
  const { folder, remove } = makeFolder();
  const saved = process.env.FAKE_URL;
  let server: Server;
  let requests = 0;

  before(async () => {
    for (const [name, code] of Object.entries(packages)) {
      const own = path.join(folder, 'node_modules', name);
      mkdirSync(own, { recursive: true });
      writeFileSync(path.join(own, 'package.json'), JSON.stringify({ name, type: 'module', exports: './index.js' }));
      writeFileSync(path.join(own, 'index.js'), code + again);
    }
    server = createServer((_request, response) => {
      requests++;
      response.writeHead(500, { 'content-type': 'application/json', 'retry-after-ms': '1' });
      response.end('{"error":{"message":"down","type":"test"}}');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    process.env.FAKE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    requests = 0;
  });
  after(async () => {
    if (saved === undefined) delete process.env.FAKE_URL;
    else process.env.FAKE_URL = saved;
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    remove();
  });

  /** How many requests a failing call makes. */
  async function tries(name: string, code: string): Promise<number> {
    const file = path.join(folder, name);
    writeFileSync(file, code);
    const { ask } = await load<{ ask(): Promise<unknown> }>(file);
    requests = 0;
    await assert.rejects(ask());
    return requests;
  }

  for (const [name, title, code] of [
    [
      'a client',
      "Turn off the client's own retries",
      `import pRetry from 'p-retry';
const client = new OpenAI({ apiKey: 'k', baseURL: process.env.FAKE_URL + '/v1' });
export const ask = () => pRetry(() => client.responses.create({ model: 'gpt-4o', input: 'Hi' }), { retries: 2 });
`,
    ],
    [
      'one of two calls',
      "Turn off the SDK's own retries",
      `import { backOff } from 'exponential-backoff';
const client = new Anthropic({ apiKey: 'k', baseURL: process.env.FAKE_URL });
const run = () => client.messages.create({ model: 'claude-opus-5-5', max_tokens: 9, messages: [] });
export const ask = () => backOff(run, { numOfAttempts: 3 });
export const other = () => client.messages.create({ model: 'claude-opus-5-5', max_tokens: 9, messages: [] });
`,
    ],
    [
      'a call of the AI SDK',
      "Turn off the SDK's own retries",
      `import retry from 'async-retry';
const openai = createOpenAI({ apiKey: 'k', baseURL: process.env.FAKE_URL + '/v1' });
export const ask = () => retry(async () => (await generateText({ model: openai('gpt-4o'), prompt: 'Hi' })).text, { retries: 2 });
`,
    ],
  ] as const) {
    it(`makes 3 tries of 9 for ${name}`, async function () {
      this.timeout(30_000);
      const own = name.replaceAll(' ', '-');
      const text = head + code;
      assert.equal(await tries(`${own}.mts`, text), 9);
      const { problems } = await checkRule('stacked-retries', text, { path: 'sample.ts' });
      const fix = problems[0]?.fixes.find((candidate) => candidate.title === title);
      assert.ok(fix, JSON.stringify(problems));
      assert.equal(await tries(`${own}-fixed.mts`, applyFix(text, fix.edits)), 3);
    });
  }
});
