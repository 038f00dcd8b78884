import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { shippedBase } from '../../../src/core/pricing/base';
import { createCatalogue } from '../../../src/core/pricing/catalogue';
import { tokenizers } from '../../../src/core/tokenizers';
import type { Model } from '../../../src/core/types';

const catalogue = createCatalogue({}, {});
const priced = (id: string, provider?: string): Model => {
  const match = catalogue.find(id, provider);
  assert.equal(match.kind, 'found', id);
  return (match as { model: Model }).model;
};
const inAndOut = (model: Model) => [model.price?.tiers[0]?.input ?? null, model.price?.tiers[0]?.output ?? null];

describe('the price catalogue', () => {
  const points: [string, number, number | null][] = [
    ['gpt-4o', 2.5, 10],
    ['gpt-4o-mini', 0.15, 0.6],
    ['gpt-4o-2024-05-13', 5, 15],
    ['gpt-4.1', 2, 8],
    ['gpt-5', 1.25, 10],
    ['gpt-6-sol', 2, 10],
    ['gpt-6-luna', 0.1, 0.5],
    ['o3', 2, 8],
    ['text-embedding-3-small', 0.02, null],
    ['text-embedding-3-large', 0.13, null],
    ['claude-sonnet-4.5', 3, 15],
    ['claude-opus-5-5', 4, 20],
    ['claude-sonnet-5', 2, 10],
    ['claude-haiku-4.5', 1, 5],
    ['gemini-2.5-pro', 1.25, 10],
    ['gemini-2.5-flash', 0.3, 2.5],
    ['claude-haiku-5-5', 0.1, 0.5],
    ['claude-sonnet-5-5', 2, 10],
    ['gpt-6.1-terra', 1, 5],
    ['gpt-6.1-sol', 2, 10],
    ['deepseek-flash', 0.15, 0.6],
    ['grok-4.7', 2, 6],
    ['mistral-large-latest', 0.5, 1.5],
  ];
  for (const [id, input, output] of points) {
    it(`prices ${id} at ${input} in and ${output} out`, () => {
      assert.deepEqual(inAndOut(priced(id)), [input, output]);
    });
  }

  it('keeps the steps for long inputs', () => {
    const steps = (id: string) => priced(id).price?.tiers.map((tier) => [tier.above, tier.input, tier.output, tier.cachedInput]);
    assert.deepEqual(steps('claude-sonnet-4-5'), [
      [0, 3, 15, 0.3],
      [200_000, 6, 22.5, 0.6],
    ]);
    assert.deepEqual(steps('claude-haiku-5-5'), [
      [0, 0.1, 0.5, 0.01],
      [100_000, 0.5, 2.5, 0.05],
    ]);
    assert.deepEqual(steps('gpt-6.1-terra'), [
      [0, 1, 5, 0.05],
      [272_000, 2, 7.5, 0.1],
    ]);
    assert.deepEqual(steps('gemini-2.5-pro')?.[1], [200_000, 2.5, 15, 0.25]);
  });

  it('keeps cache prices for reading, writing for five minutes and for an hour', () => {
    const { cachedInput, cacheWrite, cacheWrite1h } = priced('claude-haiku-4-5').price!.tiers[0]!;
    assert.deepEqual([cachedInput, cacheWrite, cacheWrite1h], [0.1, 1.25, 2]);
    assert.equal(priced('gpt-4o').price!.tiers[0]!.cachedInput, 1.25);
  });

  it('says where each price comes from and when it was checked', () => {
    for (const { id, price } of catalogue.models) {
      if (!price) continue;
      assert.match(price.provenance.checked, /^2026-\d\d-\d\d$/, id);
      assert.match(price.provenance.url ?? 'https://', /^https:\/\//, id);
      assert.ok(price.provenance.source, id);
      assert.equal(price.tiers[0]?.above, 0, id);
    }
    assert.deepEqual(priced('claude-haiku-5-5').price?.provenance, {
      source: '@earendil-works/pi-ai 1.6.0',
      checked: '2026-11-20',
      url: 'https://www.anthropic.com/pricing#api',
      from: null,
    });
    assert.equal(priced('deepseek-flash').price?.provenance.source, 'price overlay');
    assert.equal(priced('claude-haiku-5-5').released, '2026-10-07');
    assert.equal(priced('gpt-5.6-sol').price?.provenance.from, '2026-08-21');
    assert.equal(priced('gpt-4o').price?.provenance.source, '@pydantic/genai-prices 0.1.8');
    assert.equal(priced('gpt-4o').price?.provenance.checked, '2026-11-20', 'the second source has the same');
    assert.equal(priced('gpt-4o').sources.maxOutput?.source, '@earendil-works/pi-ai 1.6.0');
    assert.equal(shippedBase.asOf, '2026-11-20');
  });

  it('never says that a model costs nothing', () => {
    for (const { id, price } of catalogue.models) {
      for (const tier of price?.tiers ?? []) {
        assert.notEqual(tier.input, 0, id);
        assert.notEqual(tier.output, 0, id);
        assert.ok(tier.input !== null || tier.output !== null || Object.keys(price!.units).length, id);
      }
    }
    assert.equal(priced('gemma-3', 'google').price, null);
    assert.deepEqual([priced('whisper-1').price?.tiers[0]?.input, priced('whisper-1').price?.units.audioHours], [null, 0.36]);
  });

  it('tells the other price of the day beside the longer one', () => {
    assert.equal(priced('deepseek-v4-flash').price?.note, 'Off-peak price; peak (01:00–04:00, 06:00–10:00 UTC): $0.3 / $1.2');
    assert.equal(priced('deepseek-v4-pro').price?.otherHours?.tiers[0]?.input, 1.32);
    assert.match(priced('deepseek-flash').price?.note ?? '', /\$0\.3 \/ \$1\.2/);
  });

  it('tells a price that is to come, and takes it when its day has come', () => {
    assert.equal(priced('gemini-3.8-flash').price?.note, 'From 2027-01-01: $1.5 / $7.5');
    const later = createCatalogue({}, {}, '2027-01-01').find('gemini-3.8-flash');
    assert.ok(later.kind === 'found');
    assert.deepEqual(inAndOut(later.model), [1.5, 7.5]);
    assert.equal(later.confidence, 'exact');
    assert.equal(later.model.price?.note, null);
  });

  it('has each id once, and a registered tokenizer for each', () => {
    const ids = catalogue.models.map((model) => model.id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.length > 1900);
    const known = new Set(tokenizers.map((tokenizer) => tokenizer.id));
    for (const model of catalogue.models) assert.ok(known.has(model.tokenizer), `${model.id}: ${model.tokenizer}`);
  });

  it('knows which models reason, what kind they are and how they count', () => {
    const reasoning = ['o1', 'o3-mini', 'gpt-5', 'gpt-6-luna', 'deepseek-reasoner', 'gemini-2.5-pro', 'grok-4-fast-reasoning'];
    const plain = [
      'gpt-4o',
      'gpt-4.1',
      'claude-sonnet-4-5',
      'deepseek-chat',
      'gemini-2.5-flash-lite',
      'grok-4-fast-non-reasoning',
      'mistral-small-latest',
    ];
    for (const id of reasoning) assert.equal(priced(id).reasoning, true, id);
    for (const id of plain) assert.equal(priced(id).reasoning, false, id);
    const kinds = ['gpt-4o', 'text-embedding-3-small', 'voyage-3', 'gpt-image-1', 'whisper-1', 'moderation'].map((id) => priced(id).kind);
    assert.deepEqual(kinds, ['chat', 'embedding', 'embedding', 'image', 'audio', 'other']);
    const counting = {
      'gpt-4o': 'o200k_base',
      'gpt-4.1-mini': 'o200k_base',
      o3: 'o200k_base',
      'gpt-5.6-sol': 'o200k_base',
      'gpt-4-turbo': 'cl100k_base',
      'gpt-35-turbo': 'cl100k_base',
      'text-embedding-ada-002': 'cl100k_base',
      'claude-3-5-haiku-latest': 'claude',
      'claude-opus-4-6': 'claude',
      'claude-sonnet-4-20250514': 'claude',
      'claude-opus-4-7': 'claude-4-7',
      'claude-sonnet-5': 'claude-4-7',
      'us.anthropic.claude-opus-4-8-v1:0': 'claude-4-7',
      'gemini-2.5-pro': 'gemini',
      'llama-3.3-70b-versatile': 'llama',
      'text-davinci-003': 'generic',
      davinci: 'generic',
      'claude-2': 'generic',
      'grok-4-0709': 'generic',
      'command-r-plus': 'generic',
      'kimi-k2-thinking': 'generic',
      'voyage-3.5': 'generic',
      'open-mistral-7b': 'generic',
      'mistral-large-2512': 'mistral',
      'deepseek-chat': 'deepseek',
      'qwen.qwen3-32b-v1:0': 'qwen',
      'openai.gpt-oss-120b-1:0': 'o200k_base',
    };
    for (const [id, tokenizer] of Object.entries(counting)) assert.equal(priced(id).tokenizer, tokenizer, id);
  });

  it('counts exactly only for models of OpenAI', () => {
    const exact = catalogue.models.filter(({ tokenizer }) => tokenizer.endsWith('_base'));
    assert.ok(exact.length > 80);
    assert.deepEqual(
      exact
        .filter(({ provider, name }) => !/^(?:openai|azure)$/.test(provider) && !/(?:^|[./])(?:openai[./]|gpt-|o1|chatgpt|codex)/.test(name))
        .map(({ id }) => id),
      [],
    );
  });

  it('knows windows, longest answers, cache minimums and training prices where somebody has checked them', () => {
    const { contextWindow, maxOutput, training, cacheMinimum } = priced('gpt-4o');
    assert.deepEqual([contextWindow, maxOutput, training?.usd, training?.verified, cacheMinimum?.tokens], [128_000, 16_384, 25, true, 1024]);
    assert.equal(priced('gpt-4.1').contextWindow, 1_047_576);
    assert.equal(priced('gpt-4.1').training?.verified, false);
    assert.equal(priced('gpt-4o-2024-05-13').maxOutput, 4096);
    assert.deepEqual(
      ['claude-opus-5', 'claude-sonnet-4-5', 'claude-opus-4-7', 'claude-haiku-4-5'].map((id) => priced(id).cacheMinimum?.tokens),
      [512, 1024, 2048, 4096],
    );
    assert.deepEqual(priced('claude-sonnet-4-6').cacheMinimum?.alt, [2048]);
    assert.equal(priced('gpt-4').cacheMinimum, null);
    assert.equal(priced('claude-sonnet-5-5').maxOutput, 128_000);
  });

  it("lists a provider's rows by any of its names, cheapest input first", () => {
    assert.equal(catalogue.of('bedrock'), catalogue.of('aws'));
    const prices = catalogue.of('anthropic').map((model) => model.price?.tiers[0]?.input ?? Number.POSITIVE_INFINITY);
    assert.deepEqual(
      prices,
      [...prices].sort((a, b) => a - b),
    );
    assert.equal(catalogue.of('anthropic')[0]?.name, 'claude-haiku-5-5');
    assert.deepEqual(catalogue.of('nobody'), []);
  });
});

describe("the settings' own models", () => {
  it('replace the shipped row under all its ids and keep what they do not set', () => {
    const own = createCatalogue({ 'gpt-4o': { input: 1, output: 2, maxOutput: 99 } }, {});
    for (const id of ['gpt-4o', 'GPT-4o', 'openai/gpt-4o', 'gpt-4o-2024-08-06']) {
      const match = own.find(id);
      assert.ok(match.kind === 'found');
      assert.equal(match.confidence, 'override');
      assert.deepEqual(inAndOut(match.model), [1, 2]);
      assert.deepEqual([match.model.maxOutput, match.model.contextWindow, match.model.retires], [99, 128_000, '2027-01-14']);
    }
    assert.equal(own.models.length, catalogue.models.length);
    assert.deepEqual(inAndOut(priced('gpt-4o')), [2.5, 10]);
  });

  it('leave the row alone when they name only one of its aliases', () => {
    const own = createCatalogue({ 'gpt-4o-2024-08-06': { input: 1, output: 2 } }, {});
    const found = (id: string) => {
      const match = own.find(id);
      return match.kind === 'found' ? [match.confidence, ...inAndOut(match.model)] : [];
    };
    assert.deepEqual(found('gpt-4o-2024-08-06'), ['override', 1, 2]);
    assert.deepEqual(found('gpt-4o'), ['exact', 2.5, 10]);
  });

  it('may be models that nobody else knows, a free one among them', () => {
    const own = createCatalogue({ 'my-model': { input: 0, output: 0, tokenizer: 'qwen' } }, {});
    const match = own.find('my-model', 'ollama');
    assert.ok(match.kind === 'found');
    assert.deepEqual([match.confidence, match.model.tokenizer, ...inAndOut(match.model)], ['override', 'qwen', 0, 0]);
    assert.equal(own.models.at(-1)?.name, 'my-model');
    assert.equal(match.model.price?.provenance.source, 'settings');
  });

  it('price self-hosted models by use, with the price of the server beside it', () => {
    const server = { costPerHour: 2, prefillTokensPerSecond: 4000, decodeTokensPerSecond: 1000, utilization: 0.5 };
    const match = createCatalogue({}, { 'llama3.2': server }).find('llama3.2', 'ollama');
    assert.ok(match.kind === 'found');
    assert.equal(match.confidence, 'override');
    assert.equal(match.model.provider, 'self-hosted');
    assert.equal(match.model.tokenizer, 'llama');
    assert.deepEqual(
      inAndOut(match.model).map((value) => Number(value?.toFixed(4))),
      [0.2778, 1.1111],
    );
    assert.equal(match.model.price?.note, 'By use at 50 % utilization; always on: $1440.00 a month');
  });

  it('have no price when a self-hosted value makes no sense', () => {
    const match = createCatalogue({}, { mine: { costPerHour: 2, prefillTokensPerSecond: 0, decodeTokensPerSecond: 1, utilization: 1 } }).find('mine');
    assert.ok(match.kind === 'found');
    assert.equal(match.model.price, null);
  });
});
