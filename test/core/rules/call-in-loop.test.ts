import { javascript, python, testRule } from '../../helpers/rules';

testRule('call-in-loop', {
  valid: [
    {
      name: 'tries of one call',
      code: `${python}import time
def ask(question):
    for seconds in (1, 2, 4):
        try:
            response = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
            break
        except Exception:
            time.sleep(seconds)
    return response
`,
    },
    {
      name: 'a conversation, in which each turn needs the one before',
      code: `${python}for question in questions:
    response = client.responses.create(model="gpt-4o", input=question, previous_response_id=last)
    last = response.id
`,
    },
    {
      name: 'a conversation with a person',
      code: `${python}def turn():
    question = input()
    print(client.responses.create(model="gpt-4o", input=question))

for _ in range(10):
    turn()
`,
    },
    {
      name: 'the same prompt for many models',
      code: `${python}for model in models:
    client.responses.create(model=model, input="Say hello in one word.")
`,
    },
    {
      name: 'a call outside loops',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
    },
    {
      name: 'a retry loop',
      code: `${python}for attempt in range(3):
    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
    },
    {
      name: 'a conversation',
      code: `${python}while not done:
    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
    },
    {
      name: 'a call behind a cache',
      code: `${python}from functools import lru_cache
@lru_cache
def ask(x):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])

for x in items:
    ask(x)`,
    },
    {
      name: 'a stream',
      code: `${python}for x in items:
    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], stream=True)`,
    },
  ],
  invalid: [
    {
      name: 'a call per item, with the price of 1,000',
      code: `${python}for x in items:
    client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=100)`,
      severity: 'information',
      messages: [/about \$0\.26 instead of \$0\.52 per 1,000 items\.$/],
      fixes: null,
    },
    {
      name: 'a call in a comprehension',
      code: `${python}answers = [client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}]) for x in items]`,
    },
    {
      name: 'a call in a function that a loop calls',
      code: `${python}def ask(x):
    return client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])

for x in items:
    ask(x)`,
    },
    {
      name: 'a call in the callback of map',
      path: 'a.ts',
      code: `${javascript}export const all = (items) => Promise.all(items.map((item) => client.chat.completions.⟦create⟧({ model: 'gpt-4o', messages: [{ role: "user", content: "Hi" }] })));`,
    },
    {
      name: 'a call of an unknown model, without money',
      code: `${python}for x in items:
    client.chat.completions.⟦create⟧(model="house-model", messages=[{"role": "user", "content": "Hi"}])`,
      messages: ['One call per item. Put several items into one prompt, or use the Batch API at half the price.'],
    },
  ],
});
