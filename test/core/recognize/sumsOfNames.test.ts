import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings } from '../../../src/core';
import { hasUnreadMessages } from '../../../src/core/calls/parts';
import { createTestEngine } from '../../helpers/engine';

const HEAD = 'from openai import OpenAI\nclient = OpenAI()\nPOLICY = "You are polite to all who ask."\nRULES = "Answer in one line."\n';
const call = (content: string) => `client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": ${content}}])\n`;

async function sent(content: string) {
  const engine = await createTestEngine();
  const { calls, prompts } = await engine.analyze({ path: 'a.py', text: HEAD + call(content) }, defaultSettings());
  return calls[0]!.prompts.map((index) => prompts[index]!.segments.map((part) => (part.kind === 'text' ? part.text : `{${part.name}}`)).join(''));
}

describe('sums of names in Python', () => {
  it('are one text where a name says so', async () => {
    assert.deepEqual(await sent('POLICY + question'), ['You are polite to all who ask.{question}']);
    assert.deepEqual(await sent('POLICY + RULES + self.suffix'), ['You are polite to all who ask.Answer in one line.{self.suffix}']);
  });

  it('are none where they may be lists or numbers', async () => {
    for (const sum of ['RULES + question', 'policy_messages + history', 'prompt_tokens + completion_tokens'])
      assert.deepEqual(await sent(sum), [], sum);
  });

  it('leave lists of messages as they are', async () => {
    const engine = await createTestEngine();
    const code = `${HEAD}SYSTEM = [{"role": "system", "content": POLICY}]\nclient.chat.completions.create(model="gpt-4o", messages=SYSTEM_MESSAGES + history)\n`;
    const { calls } = await engine.analyze({ path: 'a.py', text: code }, defaultSettings());
    assert.deepEqual(calls[0]?.prompts, []);
    assert.ok(calls[0] && hasUnreadMessages(calls[0]));
  });
});
