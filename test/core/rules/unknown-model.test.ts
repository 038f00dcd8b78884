import { python, testRule } from '../../helpers/rules';

testRule('unknown-model', {
  valid: [
    {
      name: 'a model of the catalogue',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
    },
    {
      name: 'a dated version of one',
      code: `${python}client.chat.completions.create(model="gpt-4o-2024-08-06", messages=[{"role": "user", "content": "Hi"}])`,
    },
    {
      name: 'a model that cannot be read',
      code: `${python}client.chat.completions.create(model=name, messages=[{"role": "user", "content": "Hi"}])`,
    },
    {
      name: 'a model with a price in the settings',
      settings: { models: { 'house-model': { input: 1, output: 2 } } },
      code: `${python}client.chat.completions.create(model="house-model", messages=[{"role": "user", "content": "Hi"}])`,
    },
  ],
  invalid: [
    {
      name: 'an unknown model',
      code: `${python}client.chat.completions.create(model=⟦"house-model"⟧, messages=[{"role": "user", "content": "Hi"}])`,
      severity: 'hint',
      messages: ['No price is known for house-model. Add one to promptCost.models.'],
      fixes: null,
    },
    {
      name: 'an unknown model that a prompt file asks for',
      path: 'a.prompty',
      code: '---\nmodel:\n  id: ⟦house-model⟧\n---\nuser:\nHi\n',
      messages: ['No price is known for house-model. Add one to promptCost.models.'],
      fixes: null,
    },
    {
      name: 'a typing error, with the names near it',
      code: `${python}client.chat.completions.create(model=⟦"gpt-4o-mimi"⟧, messages=[{"role": "user", "content": "Hi"}])`,
      messages: [/Did you mean gpt-4o-mini/],
      fixes: { 'Use gpt-4o-mini': `${python}client.chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": "Hi"}])` },
    },
    {
      name: 'a model that does not exist yet',
      code: `import anthropic\nclient = anthropic.Anthropic()\nclient.messages.create(model=⟦"claude-sonnet-9-9"⟧, max_tokens=5, messages=[{"role": "user", "content": "Hi"}])`,
    },
  ],
});
