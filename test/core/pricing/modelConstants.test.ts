import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { shippedBase } from '../../../src/core/pricing/base';
import { createConstantFinder } from '../../../src/core/pricing/modelConstants';

const findModelByConstant = createConstantFinder(shippedBase);

describe("SDKs' model constants", () => {
  const known = {
    GPT4o: 'gpt-4o',
    GPT4oMini: 'gpt-4o-mini',
    GPT_4O: 'gpt-4o',
    GPT_4_O_MINI: 'gpt-4o-mini',
    GPT4o20240806: 'gpt-4o-2024-08-06',
    GPT_4_1_MINI: 'gpt-4.1-mini',
    GPT4Dot1: 'gpt-4.1',
    GPT3Dot5Turbo: 'gpt-3.5-turbo',
    GPT_35_TURBO: 'gpt-3.5-turbo',
    O3_MINI: 'o3-mini',
    GPT5_5: 'gpt-5.5',
    AdaEmbeddingV2: 'text-embedding-ada-002',
    TEXT_EMBEDDING_3_SMALL: 'text-embedding-3-small',
    ClaudeSonnet4_5: 'claude-sonnet-4-5',
    ClaudeSonnet4_5_20250929: 'claude-sonnet-4-5-20250929',
    CLAUDE_3_5_HAIKU_20241022: 'claude-3-5-haiku-20241022',
    CLAUDE_3_5_SONNET_LATEST: 'claude-3-5-sonnet-latest',
    GEMINI_2_5_FLASH: 'gemini-2.5-flash',
  };
  for (const [constant, id] of Object.entries(known)) {
    it(`read ${constant} as ${id}`, () => {
      assert.equal(findModelByConstant(constant), id);
    });
  }

  it('are unknown where none fits', () => {
    for (const name of ['GPT', 'Claude', 'GPT9', 'Default', 'constructor', '', '___', 'GPT4o20990101'])
      assert.equal(findModelByConstant(name), null, name);
  });
});
