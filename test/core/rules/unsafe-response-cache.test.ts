import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'mocha';
import { applyFix, checkRule, python, testRule } from '../../helpers/rules';
import { hasPython, inFolder, runIn } from '../../helpers/runPython';

const narrowPython = `${python}cache = {}
def ask(question, model, temperature=0):
    key = ⟦question⟧
    if key in cache:
        return cache[key]
    response = client.chat.completions.create(model=model, messages=[{"role": "user", "content": question}], temperature=temperature)
    cache[key] = response
    return response
`;
const widePython = narrowPython.replace('⟦question⟧', 'repr((model, temperature, question))');

const narrowJs = `const cache = new Map();
export async function ask(client, question, model) {
  const key = ⟦\`chat:\${question}\`⟧;
  if (cache.has(key)) return cache.get(key);
  const response = await client.chat.completions.create({ model, messages: [{ role: 'user', content: question }] });
  cache.set(key, response);
  return response;
}
`;
const wideJs = narrowJs.replace('⟦`chat:${question}`⟧', 'JSON.stringify([model, `chat:${question}`])');

testRule('unsafe-response-cache', {
  valid: [
    {
      name: 'temperature 0 behind a cache',
      code: `${python}from functools import lru_cache
@lru_cache
def ask(question):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}], temperature=0)`,
    },
    {
      name: 'no temperature behind a cache',
      code: `${python}from functools import lru_cache
@lru_cache
def ask(question):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])`,
    },
    {
      name: 'a temperature without a cache',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], temperature=0.7)`,
    },
    { name: 'a key of all that is asked', code: widePython },
    {
      name: 'a key of all that is asked, by way of variables',
      code: `${python}import hashlib, json
cache = {}
def ask(question, model):
    request = {"model": model, "messages": [{"role": "user", "content": question}]}
    text = json.dumps(request)
    key = hashlib.sha256(text.encode()).hexdigest()
    if key in cache:
        return cache[key]
    return client.chat.completions.create(**request)
`,
    },
    {
      name: 'a cache of clients',
      code: `from openai import OpenAI
cache = {}
def ask(question, model, api_key):
    client_key = f"{api_key}"
    client = cache.get(client_key)
    if client is None:
        client = cache[client_key] = OpenAI(api_key=api_key)
    return client.chat.completions.create(model=model, messages=[{"role": "user", "content": question}])
`,
    },
  ],
  invalid: [
    {
      name: 'a temperature behind a cache',
      code: `${python}from functools import lru_cache
@lru_cache
def ask(question):
    return client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": question}], temperature=0.7)`,
      severity: 'warning',
      messages: [/temperature 0\.7/],
      fixes: {
        'Set the temperature to 0': `${python}from functools import lru_cache
@lru_cache
def ask(question):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}], temperature=0)`,
      },
    },
    {
      name: 'a key without the model and the temperature',
      code: narrowPython,
      severity: 'warning',
      messages: ['The key of this cache leaves out model, temperature: calls that differ in it get the same answer.'],
      fixes: { 'Add model, temperature to the key': widePython },
    },
    {
      name: 'a hash without the model',
      code: `${python}import hashlib
def ask(question, model, redis):
    cache_key = ⟦hashlib.sha256(question.encode("utf-8")).hexdigest()⟧
    hit = redis.get(cache_key)
    if hit:
        return hit
    return client.responses.create(model=model, input=question)
`,
      fixes: {
        'Add model to the key': `${python}import hashlib
def ask(question, model, redis):
    cache_key = hashlib.sha256(repr((model, question)).encode("utf-8")).hexdigest()
    hit = redis.get(cache_key)
    if hit:
        return hit
    return client.responses.create(model=model, input=question)
`,
      },
    },
    {
      name: 'a key that a function of the project makes',
      code: `${python}def ask(question, model):
    key = ⟦make_key(question)⟧
    if cache.get(key):
        return cache.get(key)
    return client.responses.create(model=model, input=question)
`,
      fixes: null,
    },
    { name: 'a template in JavaScript', path: 'a.js', code: narrowJs, fixes: { 'Add model to the key': wideJs } },
    {
      name: 'a hash in JavaScript',
      path: 'a.js',
      code: `import { createHash } from 'node:crypto';
export async function ask(client, question, model, cache) {
  const key = ⟦createHash('sha256').update(question).digest('hex')⟧;
  if (await cache.get(key)) return cache.get(key);
  return client.chat.completions.create({ model, messages: [{ role: 'user', content: question }] });
}
`,
      fixes: {
        'Add model to the key': `import { createHash } from 'node:crypto';
export async function ask(client, question, model, cache) {
  const key = createHash('sha256').update(JSON.stringify([model, question])).digest('hex');
  if (await cache.get(key)) return cache.get(key);
  return client.chat.completions.create({ model, messages: [{ role: 'user', content: question }] });
}
`,
      },
    },
  ],
});

describe('a key that unsafe-response-cache has widened', () => {
  const fixed = async (code: string, file: string) => {
    const { text, problems } = await checkRule('unsafe-response-cache', code, { path: file });
    return { text, after: applyFix(text, problems[0]?.fixes[0]?.edits ?? []) };
  };

  it('keeps the answers of two models apart in Python', async function () {
    if (!hasPython()) this.skip();
    const { text, after } = await fixed(narrowPython, 'test.py');
    const fake = `class Fake:
    class chat:
        class completions:
            def create(model, messages, temperature):
                return model + ":" + messages[0]["content"]
`;
    const ask = '\nclient = Fake\nprint(__import__("json").dumps([ask("q", "small"), ask("q", "large"), ask("q", "small")]))\n';
    const answers = async (code: string) =>
      (await inFolder({ 'main.py': fake + code.replace('client = OpenAI()', '') + ask }, (folder) => runIn(folder))).printed[0];
    assert.deepEqual(await answers(text), ['small:q', 'small:q', 'small:q']);
    assert.deepEqual(await answers(after), ['small:q', 'large:q', 'small:q']);
  });

  it('keeps the answers of two models apart in JavaScript', async () => {
    const { text, after } = await fixed(narrowJs, 'a.js');
    const answers = (code: string) =>
      inFolder({ 'main.mjs': code }, async (folder) => {
        const { ask } = await import(pathToFileURL(`${folder}/main.mjs`).href);
        let calls = 0;
        const client = { chat: { completions: { create: async ({ model }: { model: string }) => `${model} ${++calls}` } } };
        return [await ask(client, 'q', 'small'), await ask(client, 'q', 'large'), await ask(client, 'q', 'small')];
      });
    assert.deepEqual(await answers(text), ['small 1', 'small 1', 'small 1']);
    assert.deepEqual(await answers(after), ['small 1', 'large 2', 'small 1']);
  });
});
