import { javascript, python, testRule } from '../../helpers/rules';

testRule('output-limit-exceeds-model', {
  valid: [
    {
      name: 'a limit within the maximum',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=16384)`,
    },
    {
      name: 'an unknown model',
      code: `${python}client.chat.completions.create(model="house-model", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=900000)`,
    },
  ],
  invalid: [
    {
      name: 'a limit above the maximum',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], ⟦max_tokens=20_000⟧)`,
      severity: 'warning',
      messages: ['gpt-4o writes at most 16,384 tokens; the limit is 20,000.'],
      fixes: {
        'Lower the limit to 16,384 tokens': `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_tokens=16384)`,
      },
    },
    {
      name: 'it in an object literal',
      path: 'a.ts',
      code: `${javascript}await client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: "user", content: "Hi" }], ⟦max_tokens: 20000⟧ });`,
      fixes: {
        'Lower the limit to 16,384 tokens': `${javascript}await client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: "user", content: "Hi" }], max_tokens: 16384 });`,
      },
    },
  ],
});
