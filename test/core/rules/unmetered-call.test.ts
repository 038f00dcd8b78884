import { python, testRule } from '../../helpers/rules';

testRule('unmetered-call', {
  valid: [
    {
      name: 'usage that is read',
      code: `${python}r = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])
print(r.usage.total_tokens)`,
    },
    {
      name: 'a tracing library',
      code: `${python}from langfuse import observe
client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
    },
    {
      name: 'a file without calls',
      code: `print("Hi")`,
    },
  ],
  invalid: [
    {
      name: 'the first of two calls, once',
      code: `${python}client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_tokens=5)
client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
      severity: 'hint',
    },
  ],
});
