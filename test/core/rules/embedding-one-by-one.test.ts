import { javascript, python, testRule } from '../../helpers/rules';

testRule('embedding-one-by-one', {
  valid: [
    {
      name: 'tries of one text',
      code: `${python}import time
def embed(text):
    for wait in range(3):
        try:
            return client.embeddings.create(model="text-embedding-3-small", input=[text])
        except Exception:
            time.sleep(wait)
`,
    },
    {
      name: 'many texts each time',
      path: 'a.ts',
      code: `import { embedMany } from 'ai';
for (const route of routes) await embedMany({ model: 'openai/text-embedding-3-small', values: route.values });
`,
    },
    {
      name: 'batches in a loop',
      code: `${python}for batch in batches(texts):
    client.embeddings.create(model="text-embedding-3-small", input=batch)`,
    },
    {
      name: 'slices in a loop',
      code: `${python}for i in range(0, 100, 10):
    client.embeddings.create(model="text-embedding-3-small", input=texts[i:i + 10])`,
    },
    {
      name: 'a list of texts',
      code: `${python}client.embeddings.create(model="text-embedding-3-small", input=texts)`,
    },
    {
      name: 'a chat call in a loop',
      code: `${python}for x in items:
    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
    },
  ],
  invalid: [
    {
      name: 'an embedding per text',
      code: `${python}for x in texts:
    client.embeddings.⟦create⟧(model="text-embedding-3-small", input=x)`,
      severity: 'information',
    },
    {
      name: 'an embedding in a function that a comprehension calls',
      code: `${python}def embed(x):
    return client.embeddings.⟦create⟧(model="text-embedding-3-small", input=x)

vectors = [embed(x) for x in texts]`,
    },
    {
      name: 'an embedding in the callback of map',
      path: 'a.ts',
      code: `${javascript}export const all = (texts) => texts.map((text) => client.embeddings.⟦create⟧({ model: 'text-embedding-3-small', input: text }));`,
    },
  ],
});
