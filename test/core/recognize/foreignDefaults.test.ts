import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings } from '../../../src/core';
import { createTestEngine } from '../../helpers/engine';

/** The model, its provider and whether it has a price, of the one request in a text. */
async function modelIn(path: string, text: string): Promise<string> {
  const { calls, estimates } = await (await createTestEngine()).analyze({ path, text }, defaultSettings());
  return calls.map(({ model }, at) => `${model}${estimates[at]?.cost ? '' : ' unpriced'}`).join();
}

const PYTHON = `import os
from anthropic import Anthropic
from langchain_anthropic import ChatAnthropic
from langchain_ollama import ChatOllama
from langchain_openai import ChatOpenAI
from openai import OpenAI
`;
const python = (code: string) => modelIn('a.py', `${PYTHON}${code}\n`);
const chat = (client: string, model: string) =>
  python(`OpenAI(${client}).chat.completions.create(model=${model}, messages=[{"role": "user", "content": "Hi"}])`);
const typescript = (model: string) =>
  modelIn('a.ts', `import { ChatOpenAI } from '@langchain/openai';\nawait new ChatOpenAI({ model: ${model} }).invoke('Hi there');\n`);
const LOCAL = 'base_url="http://localhost:8000/v1"';
const DEEPSEEK = 'base_url="https://api.deepseek.com"';

describe('a default model of another vendor than the one that is asked', () => {
  for (const [what, found] of [
    ['behind `or`', () => python('ChatOpenAI(model=os.environ.get("M") or "claude-sonnet-4-5").invoke("Hi there")')],
    ['of the environment', () => python('ChatAnthropic(model=os.getenv("M", "gpt-4o")).invoke("Hi there")')],
    ['behind `??`', () => typescript("process.env.M ?? 'claude-sonnet-4-6'")],
    [
      'of a parameter',
      () => python('def f(m="gpt-4o"):\n    Anthropic().messages.create(model=m, max_tokens=5, messages=[{"role": "user", "content": "Hi"}])'),
    ],
    ["at another vendor's address", () => chat(DEEPSEEK, 'os.getenv("M", "gpt-4o")')],
    ['at a local host', () => chat(LOCAL, 'os.getenv("M", "gpt-4o")')],
    ['of the class itself', () => python(`ChatOpenAI(${DEEPSEEK}).invoke("Hi there")`)],
  ] as const)
    it(`names no model, ${what}`, async () => assert.equal(await found(), 'null unpriced'));

  for (const [what, found, expected] of [
    ["of the vendor's own", () => chat('', 'os.getenv("M", "gpt-4o")'), 'gpt-4o'],
    ["of the address's own", () => chat(DEEPSEEK, 'os.getenv("M", "deepseek-chat")'), 'deepseek-chat'],
    [
      'of a gateway',
      () => chat('base_url="https://openrouter.ai/api/v1"', 'os.getenv("M", "anthropic/claude-sonnet-4.5")'),
      'anthropic/claude-sonnet-4.5',
    ],
    ['that no list has', () => chat(LOCAL, 'os.getenv("M", "my-model")'), 'my-model unpriced'],
    ['of an open model', () => python('ChatOllama(model=os.getenv("M", "llama3.1")).invoke("Hi there")'), 'llama3.1 unpriced'],
  ] as const)
    it(`is kept where it is one ${what}`, async () => assert.equal(await found(), expected));

  it('leaves a model as it is written', async () => {
    assert.equal(await typescript("'claude-sonnet-4-6'"), 'claude-sonnet-4-6');
    assert.equal(await chat(LOCAL, '"gpt-4o"'), 'gpt-4o unpriced');
  });
});
