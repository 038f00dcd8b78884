import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Detail } from '../../../src/core/providers';
import { imageTokens } from '../../../src/core/tokenizers/images';

const openai = (name: string) => ({ provider: 'openai', name });
const claude = (name: string) => ({ provider: 'anthropic', name });
const google = (name: string) => ({ provider: 'google', name });

/** Vendor and model, width, height, detail, tokens. Guides of the vendors; with a star, what bills showed. */
const known: [{ provider: string; name: string }, number, number, Detail | null, number][] = [
  [openai('gpt-4o'), 4000, 3000, 'low', 85],
  [openai('gpt-4o'), 512, 512, 'high', 85 + 170],
  [openai('gpt-4o'), 1024, 1024, 'high', 765],
  [openai('gpt-4o'), 2048, 4096, 'high', 1105],
  [openai('gpt-4o-mini'), 1024, 1024, 'high', 25_501],
  [openai('gpt-4o-mini'), 1024, 1024, 'low', 2833],
  [openai('gpt-4.1'), 2049, 513, 'high', 1445],
  [openai('gpt-5'), 1024, 1024, 'high', 70 + 4 * 140],
  [openai('o3'), 1024, 1024, 'high', 75 + 4 * 150],
  [openai('gpt-4.1-mini'), 1024, 1024, 'high', 1659],
  [openai('gpt-4.1-mini'), 1800, 2400, null, Math.ceil(1452 * 1.62)],
  [openai('o4-mini'), 1024, 1024, 'high', Math.ceil(1024 * 1.72)],
  // * huggingface.co/datasets/JOHNISKING/image-token-cost
  [openai('gpt-6-astra'), 1024, 1024, 'high', 1229],
  [openai('gpt-6-astra'), 2560, 1440, 'high', 2931],
  [openai('gpt-6-astra'), 4032, 3024, 'high', 2942],
  [openai('gpt-6-astra'), 4032, 3024, null, 14_364],
  [openai('gpt-5.5'), 4032, 3024, 'auto', 11_868],
  [openai('gpt-5.5'), 3840, 2160, 'high', 2931],
  [claude('claude-haiku-4-5'), 1024, 1024, null, 1369],
  [claude('claude-haiku-4-5'), 1920, 1080, null, 1560],
  [claude('claude-haiku-4-5'), 4032, 3024, null, 1564],
  [claude('claude-sonnet-5-5'), 1280, 720, null, 46 * 26],
  [claude('claude-sonnet-5-5'), 1920, 1080, null, 2691],
  [claude('claude-opus-4-7'), 8000, 8000, null, 69 * 69],
  [google('gemini-2.5-flash'), 384, 384, null, 258],
  [google('gemini-2.5-flash'), 2000, 1000, 'low', 64],
];

describe('the tokens of a picture', () => {
  for (const [model, width, height, detail, tokens] of known)
    it(`of ${width} × ${height} at ${detail ?? 'no'} detail are ${tokens} for ${model.name}`, () => {
      assert.equal(imageTokens(model, { width, height }, detail)?.likely, tokens);
    });

  it('follow the model, whoever sells it', () => {
    const size = { width: 1024, height: 1024 };
    assert.equal(imageTokens({ provider: 'aws', name: 'anthropic.claude-sonnet-4-5-20250929-v1:0' }, size, null)?.likely, 1369);
    assert.equal(imageTokens({ provider: 'openrouter', name: 'openai/gpt-4o' }, size, 'high')?.likely, 765);
    assert.equal(imageTokens({ provider: 'azure', name: 'gpt-4o' }, size, 'high')?.likely, 765);
  });

  it('keep to the budget of the resolution for Gemini from 3 on', () => {
    const size = { width: 1024, height: 1024 };
    const budgets = (['low', 'medium', null, 'high', 'ultra'] as const).map((detail) => imageTokens(google('gemini-4-argon'), null, detail)?.likely);
    assert.deepEqual(budgets, [280, 560, 1120, 1120, 2240]);
    // As bills showed for these proportions, huggingface.co/datasets/JOHNISKING/image-token-cost.
    assert.deepEqual(imageTokens(google('gemini-3.5-flash'), size, null), { low: 1089, likely: 1089, high: 1120 });
    assert.equal(imageTokens(google('gemini-3.5-flash'), { width: 1920, height: 1080 }, null)?.likely, 1100);
    assert.equal(imageTokens(google('gemini-3.5-flash'), { width: 4032, height: 3024 }, null)?.likely, 1064);
  });

  it('are an interval where the size or the detail is not written', () => {
    assert.deepEqual(imageTokens(openai('gpt-4o'), null, 'low'), { low: 85, likely: 85, high: 85 });
    assert.deepEqual(imageTokens(openai('gpt-4o'), null, null), { low: 85, likely: 765, high: 85 + 8 * 170 });
    assert.deepEqual(imageTokens(openai('gpt-4o'), { width: 1024, height: 1024 }, null), { low: 85, likely: 765, high: 765 });
    assert.deepEqual(imageTokens(claude('claude-sonnet-4-6'), null, null), { low: 100, likely: 1369, high: 1568 });
    const newer = imageTokens(openai('gpt-6.2-sol'), null, null);
    assert.deepEqual(newer, { low: 77, likely: 1229, high: 35_915 });
  });

  it('reach from what bills show to what the guide says where they differ', () => {
    assert.deepEqual(imageTokens(openai('gpt-5-mini'), { width: 1024, height: 1024 }, 'high'), { low: 1229, likely: 1229, high: 1659 });
  });

  it('are unknown for a vendor that says nothing', () => {
    assert.equal(imageTokens({ provider: 'mistral', name: 'pixtral-large' }, null, 'high'), null);
    assert.equal(imageTokens(openai('text-embedding-3-small'), null, null), null);
    assert.equal(imageTokens(claude('claude-2.1'), null, null), null);
  });

  it('stay within the bounds for the narrowest pictures', () => {
    for (const name of ['gpt-4o', 'gpt-4.1-mini', 'gpt-6-astra', 'claude-haiku-4-5', 'claude-opus-5', 'gemini-2.5-pro', 'gemini-3-pro'])
      for (const size of [
        { width: 1, height: 1 },
        { width: 1, height: 8000 },
        { width: 8000, height: 3 },
      ]) {
        const { low, likely, high } = imageTokens({ provider: '', name }, size, 'high')!;
        assert.ok(low >= 1 && low <= likely && likely <= high && high < 5000, `${name} ${size.width} × ${size.height}: ${low} ${likely} ${high}`);
      }
  });
});
