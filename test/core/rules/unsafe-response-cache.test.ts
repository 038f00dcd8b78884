import { python, testRule } from '../../helpers/rules';

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
    },
  ],
});
