import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type JsonValue, schemaTokens, toolTokens } from '../../../src/core/tokenizers/definitions';

const words = (text: string) => text.split(/[ :]/).filter(Boolean).length;
const gpt4o = { provider: 'openai', name: 'gpt-4o' };
const parameters: JsonValue = {
  type: 'object',
  properties: {
    city: { type: 'string', description: 'Name of the city.' },
    unit: { type: 'string', enum: ['C', 'F'] },
  },
  required: ['city'],
};
const weather: JsonValue = { type: 'function', function: { name: 'weather', description: 'Tells the weather.', parameters } };

describe('the tokens of tools', () => {
  it('are those of the lines that name functions and parameters, with the frames of the cookbook', () => {
    // 7 + 4 words; 3; 3 + 6 words; 3 + 2 words; two values: -3 + 3 + 1 + 3 + 1; 12 at the end.
    const expected = 7 + 4 + 3 + 9 + 5 + 5 + 12;
    assert.deepEqual(toolTokens(gpt4o, [weather], words), { low: Math.floor(expected * 0.85), likely: expected, high: Math.ceil(expected * 1.15) });
    assert.equal(toolTokens({ provider: 'openai', name: 'gpt-3.5-turbo' }, [weather], words).likely, expected + 3);
  });

  it('are the same under the keys of every API', () => {
    const flat: JsonValue = { type: 'function', name: 'weather', description: 'Tells the weather.', parameters };
    const forms: JsonValue[] = [
      flat,
      { name: 'weather', description: 'Tells the weather.', input_schema: parameters },
      { functionDeclarations: [{ name: 'weather', description: 'Tells the weather.', parameters }] },
      { toolSpec: { name: 'weather', description: 'Tells the weather.', inputSchema: { json: parameters } } },
    ];
    for (const form of forms) assert.deepEqual(toolTokens(gpt4o, [form], words), toolTokens(gpt4o, [weather], words));
  });

  it('count what lies deeper', () => {
    const nested: JsonValue = { type: 'object', properties: { list: { type: 'array', items: parameters } } };
    const deep = toolTokens(gpt4o, [{ type: 'function', name: 'a', parameters: nested }], words).likely;
    assert.equal(deep, 7 + 1 + 3 + 3 + 2 + (3 + 9 + 5 + 5) + 12);
  });

  it('have the prompt of Claude before them, by model and choice', () => {
    const tool: JsonValue = { name: 'weather', input_schema: { type: 'object' } };
    const around = (name: string, choice: 'auto' | 'any') => toolTokens({ provider: 'anthropic', name }, [tool], () => 0, choice).likely;
    const expected: Record<string, [number, number]> = {
      'claude-sonnet-4-6': [497, 589],
      'claude-opus-4-5': [496, 588],
      'claude-haiku-4-5-20251001': [496, 588],
      'claude-opus-4-7': [675, 804],
      'claude-opus-4-8': [290, 410],
      'claude-opus-4-1-20250805': [313, 315],
      'claude-sonnet-4-20250514': [313, 315],
      'claude-sonnet-5': [354, 474],
      'claude-opus-5': [286, 406],
      'anthropic/claude-3-5-haiku': [264, 355],
      'claude-3-opus-20240229': [530, 281],
    };
    for (const [name, prompts] of Object.entries(expected)) assert.deepEqual([around(name, 'auto'), around(name, 'any')], prompts, name);
  });

  it('reach over both prompts where the choice is not written, and further for models that are in no table', () => {
    const tool: JsonValue = { name: 'weather', input_schema: { type: 'object' } };
    assert.deepEqual(
      toolTokens({ provider: 'anthropic', name: 'claude-sonnet-5' }, [tool], () => 100),
      { low: 434, likely: 454, high: 604 },
    );
    assert.deepEqual(
      toolTokens({ provider: 'anthropic', name: 'claude-sonnet-5-5' }, [tool], () => 100),
      { low: 330, likely: 386, high: 630 },
    );
  });

  it('are the compact text with a wide band where the vendor says nothing', () => {
    assert.deepEqual(
      toolTokens({ provider: 'mistral', name: 'mistral-large' }, [weather], () => 50),
      { low: 30, likely: 50, high: 80 },
    );
  });

  it("are none without tools, and none that are known for a vendor's own", () => {
    assert.deepEqual(toolTokens(gpt4o, [], words), { low: 0, likely: 0, high: 0 });
    assert.deepEqual(toolTokens(gpt4o, [{ type: 'web_search_preview' }], words), { low: 0, likely: 0, high: 0 });
  });
});

describe('the tokens of a schema', () => {
  it('are its compact text and a frame, wherever it is wrapped', () => {
    const length = (text: string) => text.length;
    const text = JSON.stringify(parameters).length;
    const wrapped: JsonValue[] = [
      parameters,
      { type: 'json_schema', json_schema: { name: 'city', strict: true, schema: parameters } },
      { format: { type: 'json_schema', name: 'city', schema: parameters } },
    ];
    for (const schema of wrapped)
      assert.deepEqual(schemaTokens(gpt4o, schema, length), { low: Math.floor(text * 0.8), likely: text + 12, high: Math.ceil(text * 1.2) + 30 });
  });
});
