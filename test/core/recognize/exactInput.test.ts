import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings } from '../../../src/core';
import { createTestEngine } from '../../helpers/engine';

const CLIENT = 'from openai import OpenAI\nclient = OpenAI()\n';

describe('the input of a call', () => {
  it('claims no exact input where a spread may give more of it', async () => {
    const open = 'client.responses.create(model="gpt-4o", max_output_tokens=5, instructions="Be terse and kind.", **options)';
    const text = `${CLIENT}def a(**options):\n    ${open}\ndef b():\n    ${open.replace('**options', 'input="Hi there."')}\n`;
    const { estimates } = await (await createTestEngine()).analyze({ path: 'a.py', text }, defaultSettings());
    assert.deepEqual(
      estimates.map(({ input }) => [input.placeholders, input.high === null]),
      [
        [1, true],
        [0, false],
      ],
    );
  });

  it('counts a text without words of its own as a place that is filled', async () => {
    const ask = (content: string) => `client.responses.create(model="gpt-4o", max_output_tokens=5, instructions="Be kind.", input=${content})\n`;
    const text = `${CLIENT}def a(q, page):\n    ${ask('f"{q}"')}    ${ask('f"{page}{q}"')}    ${ask('"Hi there."')}`;
    const { estimates } = await (await createTestEngine()).analyze({ path: 'a.py', text }, defaultSettings());
    assert.deepEqual(
      estimates.map(({ input }) => [input.placeholders, input.high === null]),
      [
        [1, true],
        [1, true],
        [0, false],
      ],
    );
  });
});
