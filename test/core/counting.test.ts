import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings } from '../../src/core';
import { createTestEngine } from '../helpers/engine';

const HEAD = 'from openai import OpenAI\nclient = OpenAI()\nPROMPT = "Say hello to all."\n';
const call = (content: string, model = 'gpt-4o') =>
  `client.chat.completions.create(model="${model}", max_tokens=5, messages=[{"role": "user", "content": ${content}}])\n`;

/** Opens a text, edits it, and gives the estimates before and after with those of a fresh analysis of the edited text. */
async function estimatesAround(text: string, from: string, to: string, change: Partial<ReturnType<typeof defaultSettings>> = {}) {
  const engine = await createTestEngine();
  const settings = defaultSettings();
  const document = engine.open({ path: 'a.py', text });
  const before = (await document.analyze(settings)).estimates;
  const start = text.indexOf(from);
  document.edit([{ start, end: start + from.length, text: to }]);
  const present = Object.keys(change).length ? { ...settings, ...change } : settings;
  const after = (await document.analyze(present)).estimates;
  const fresh = (await engine.analyze({ path: 'a.py', text: document.text }, present)).estimates;
  document.close();
  assert.deepEqual(after, fresh);
  return { before, after };
}

describe('counting and pricing after an edit', () => {
  it('keeps the estimates of calls that the edit has not touched', async () => {
    const text = `${HEAD}def first():\n  ${call('"One."')}\ndef second():\n  ${call('"Two."')}`;
    const { before, after } = await estimatesAround(text, 'One.', 'One and more.');
    assert.notEqual(after[0]?.input.tokens, before[0]?.input.tokens);
    assert.equal(after[1], before[1]);
  });

  it('makes those anew that share a prompt which changed', async () => {
    const { before, after } = await estimatesAround(HEAD + call('PROMPT') + call('PROMPT', 'gpt-4'), 'hello', 'hello and good evening');
    for (const index of [0, 1]) assert.notEqual(after[index]?.input.tokens, before[index]?.input.tokens);
  });

  it('counts a shared prompt for the model of each call', async () => {
    const text = `${HEAD}${call('"Respóndeme en español, señor: ¿qué año es?"', 'gpt-4o')}`.replace('PROMPT = "Say hello to all."', 'X = 1');
    const { after } = await estimatesAround(text, 'gpt-4o', 'gpt-4');
    assert.equal(after[0]?.input.encoding, 'cl100k_base');
  });

  it('follows the limit and the settings', async () => {
    const limit = await estimatesAround(HEAD + call('PROMPT'), 'max_tokens=5', 'max_tokens=500');
    assert.equal(limit.after[0]?.output.high, 500);
    const open = HEAD + call('PROMPT').replace('max_tokens=5, ', '').replace('PROMPT', 'f"{PROMPT} {name}"');
    const settings = await estimatesAround(open, 'hello', 'hello', { placeholderTokens: 7, assumedOutputTokens: 11 });
    assert.equal(settings.after[0]?.output.tokens, 11);
    assert.notEqual(settings.after[0]?.input.placeholderTokens, settings.before[0]?.input.placeholderTokens);
  });
});
