import { python, testRule } from '../../helpers/rules';

testRule('uncached-call', {
  valid: [
    {
      name: 'a call with a temperature',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], temperature=0.7)`,
    },
    {
      name: 'a call without one',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
    },
    {
      name: 'a call behind a cache',
      code: `${python}from functools import lru_cache
@lru_cache
def ask(question):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}], temperature=0)`,
    },
    {
      name: 'a stream',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], temperature=0, stream=True)`,
    },
    {
      name: 'a call with tools',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], temperature=0, tools=tools)`,
    },
    {
      name: 'a turn of a conversation that the provider stores',
      code: `${python}client.responses.create(model="gpt-5.1", input="Hi", temperature=0, conversation="c")`,
    },
  ],
  invalid: [
    {
      name: 'temperature 0 without a cache, with the money',
      code: `${python}client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], temperature=0, max_completion_tokens=100)`,
      severity: 'information',
      messages: [/each costs about \$0\.00052 now\.$/],
      fixes: {
        'Cache the answers in this process': `from openai import OpenAI
from prompt_cost_helpers import memory_store, with_response_cache
client = OpenAI()
# Same parameters, same answer. Set namespace to the tenant or user where answers must not be shared.
with_response_cache(
    client.chat.completions,
    provider="openai",
    api="openai.chat.completions",
    namespace="",
    store=memory_store,
).create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], temperature=0, max_completion_tokens=100)`,
      },
    },
    {
      name: 'temperature 0 of an unknown model, without money',
      code: `${python}client.chat.completions.⟦create⟧(model="house-model", messages=[{"role": "user", "content": "Hi"}], temperature=0.0)`,
      messages: [/makes repeats free\.$/],
    },
  ],
});
