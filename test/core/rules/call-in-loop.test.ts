import { javascript, python, testRule } from '../../helpers/rules';

testRule('call-in-loop', {
  valid: [
    {
      name: 'a call outside loops',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[])`,
    },
    {
      name: 'a retry loop',
      code: `${python}for attempt in range(3):
    client.chat.completions.create(model="gpt-4o", messages=[])`,
    },
    {
      name: 'a conversation',
      code: `${python}while not done:
    client.chat.completions.create(model="gpt-4o", messages=[])`,
    },
    {
      name: 'a call behind a cache',
      code: `${python}from functools import lru_cache
@lru_cache
def ask(x):
    return client.chat.completions.create(model="gpt-4o", messages=[])

for x in items:
    ask(x)`,
    },
    {
      name: 'a stream',
      code: `${python}for x in items:
    client.chat.completions.create(model="gpt-4o", messages=[], stream=True)`,
    },
  ],
  invalid: [
    {
      name: 'a call per item, with the price of 1,000',
      code: `${python}for x in items:
    client.chat.completions.⟦create⟧(model="gpt-4o", messages=[], max_completion_tokens=100)`,
      severity: 'information',
      messages: [/about \$0\.50 instead of \$1\.00 per 1,000 items\.$/],
      fixes: null,
    },
    {
      name: 'a call in a comprehension',
      code: `${python}answers = [client.chat.completions.⟦create⟧(model="gpt-4o", messages=[]) for x in items]`,
    },
    {
      name: 'a call in a function that a loop calls',
      code: `${python}def ask(x):
    return client.chat.completions.⟦create⟧(model="gpt-4o", messages=[])

for x in items:
    ask(x)`,
    },
    {
      name: 'a call in the callback of map',
      path: 'a.ts',
      code: `${javascript}export const all = (items) => Promise.all(items.map((item) => client.chat.completions.⟦create⟧({ model: 'gpt-4o', messages: [] })));`,
    },
    {
      name: 'a call of an unknown model, without money',
      code: `${python}for x in items:
    client.chat.completions.⟦create⟧(model="house-model", messages=[])`,
      messages: ['One call per item. Put several items into one prompt, or use the Batch API at half the price.'],
    },
  ],
});
