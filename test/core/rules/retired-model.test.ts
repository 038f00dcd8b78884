import { javascript, python, testRule } from '../../helpers/rules';

testRule('retired-model', {
  valid: [
    {
      name: 'a model without a date',
      code: `${python}client.chat.completions.create(model="gpt-6-luna", messages=[{"role": "user", "content": "Hi"}])`,
    },
    { name: 'an unknown model', code: `${python}client.chat.completions.create(model="house-model", messages=[{"role": "user", "content": "Hi"}])` },
    {
      name: 'a model whose date is far, by option',
      settings: { ruleOptions: { 'retired-model': { daysAhead: 10 } } },
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
    },
    { name: 'a retired name in other text', code: `${python}print("gpt-4-turbo")` },
  ],
  invalid: [
    {
      name: 'a retired model as an error',
      code: `${python}client.chat.completions.create(model=⟦"gpt-4-turbo"⟧, messages=[{"role": "user", "content": "Hi"}])`,
      severity: 'error',
      messages: ['gpt-4-turbo was retired on 2026-10-23. Its replacement is gpt-5.6-sol.'],
      fixes: { 'Use gpt-5.6-sol': `${python}client.chat.completions.create(model="gpt-5.6-sol", messages=[{"role": "user", "content": "Hi"}])` },
    },
    {
      name: 'a model that ends soon as a warning, and keeps the quotes',
      path: 'a.ts',
      code: `${javascript}await client.chat.completions.create({ model: ⟦'gpt-4o'⟧, messages: [{ role: "user", content: "Hi" }] });`,
      severity: 'warning',
      messages: ['gpt-4o will be retired on 2027-01-14. Its replacement is gpt-6-luna.'],
      fixes: {
        'Use gpt-6-luna': `${javascript}await client.chat.completions.create({ model: 'gpt-6-luna', messages: [{ role: "user", content: "Hi" }] });`,
      },
    },
    {
      name: 'a model that a prompt file asks for',
      path: 'a.prompty',
      code: '---\nmodel:\n  id: ⟦gpt-4-turbo⟧\n---\nuser:\nHi\n',
      fixes: { 'Use gpt-5.6-sol': '---\nmodel:\n  id: gpt-5.6-sol\n---\nuser:\nHi\n' },
    },
    {
      name: 'a constant once, though two calls use it',
      code: `${python}MODEL = ⟦"gpt-4-turbo"⟧\nclient.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": "Hi"}])\nclient.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": "Hi"}])`,
      fixes: {
        'Use gpt-5.6-sol': `${python}MODEL = "gpt-5.6-sol"\nclient.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": "Hi"}])\nclient.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": "Hi"}])`,
      },
    },
  ],
});
