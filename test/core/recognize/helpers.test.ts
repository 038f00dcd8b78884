import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings } from '../../../src/core';
import { createTestEngine, memoryFiles } from '../../helpers/engine';

const HEAD = 'from openai import OpenAI\nclient = OpenAI()\n';
const send = 'client.responses.create(model=model, input=prompt, max_output_tokens=9)\n';

/** Requests as `line helper model tokens`, with `loop` where a loop sends them. */
async function requests(text: string, files: Record<string, string> = {}): Promise<string[]> {
  const engine = await createTestEngine({ readFile: memoryFiles(files) });
  const { calls, prompts } = await engine.analyze({ path: 'app.py', text }, defaultSettings());
  return calls.map(({ span, helper, model, inLoop, prompts: sent }) => {
    const line = text.slice(0, span.start).split('\n').length;
    const texts = sent.flatMap((index) => (prompts[index]?.segments ?? []).map((part) => (part.kind === 'text' ? part.text : '?')));
    return [line, helper ?? '-', model ?? '?', ...(inLoop ? ['loop'] : []), texts.join('')].join(' ').trim();
  });
}

describe('helpers', () => {
  const helper = `${HEAD}def ask(prompt, model="gpt-4o"):\n    return ${send}`;
  for (const [what, text, expected] of [
    [
      'three callers',
      `${helper}ask("Name a river.")\nask("Name a lake.", "gpt-4.1")\nask(model="o3", prompt="Name a sea.")\n`,
      ['5 ask gpt-4o Name a river.', '6 ask gpt-4.1 Name a lake.', '7 ask o3 Name a sea.'],
    ],
    ['a caller in a loop', `${helper}for q in qs:\n    ask("Name a river.")\n`, ['6 ask gpt-4o loop Name a river.']],
    ['no caller', helper, ['4 - gpt-4o']],
    ['only itself as a caller', `${HEAD}def ask(prompt, model="gpt-4o"):\n    ask(prompt)\n    return ${send}`, ['5 - gpt-4o']],
    [
      'a method',
      `${HEAD}class A:\n    def ask(self, prompt, model="gpt-4o"):\n        return ${send}A().ask("Name a river.")\n`,
      ['6 ask gpt-4o Name a river.'],
    ],
    [
      'arguments as a dictionary',
      `${HEAD}def ask(**options):\n    return client.responses.create(**options)\nask(model="gpt-4o", input="Name a river.")\n`,
      ['5 ask gpt-4o Name a river.'],
    ],
  ] as const)
    it(`with ${what}`, async () => assert.deepEqual(await requests(text), expected));

  it('of other files send at their callers, and say whom they ask', async () => {
    const files = { 'llm.py': helper };
    const text = 'from llm import ask\nask("Name a river.")\nask("Name a lake.", model="o3")\n';
    assert.deepEqual(await requests(text, files), ['2 ask gpt-4o Name a river.', '3 ask o3 Name a lake.']);
    const engine = await createTestEngine({ readFile: memoryFiles(files) });
    const { links } = await engine.analyze({ path: 'app.py', text }, defaultSettings());
    const start = helper.indexOf('client.responses');
    assert.deepEqual(links?.asks, Array(2).fill({ path: 'llm.py', start }));
    assert.deepEqual(links?.made, [null, null]);
  });
});
