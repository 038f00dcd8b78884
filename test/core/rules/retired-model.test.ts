import { claude, javascript, python, testRule } from '../../helpers/rules';

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
    {
      name: 'a model for which the vendor only promises service up to a day',
      code: `${claude}client.messages.create(model="claude-sonnet-4-6", max_tokens=100, messages=[{"role": "user", "content": "Hi"}])`,
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
      name: "a model of Anthropic's, with its date",
      code: `${claude}client.messages.create(model=⟦"claude-3-7-sonnet-20250219"⟧, max_tokens=100, messages=[{"role": "user", "content": "Hi"}])`,
      severity: 'error',
      messages: ['claude-3-7-sonnet-20250219 was retired on 2026-02-19. Its replacement is claude-sonnet-5-5.'],
    },
    {
      name: "a model of Google's that another one will answer",
      code: 'import litellm\nlitellm.completion(model=⟦"gemini/gemini-2.5-pro"⟧, messages=[{"role": "user", "content": "Hi"}])',
      severity: 'warning',
      messages: ['gemini/gemini-2.5-pro will be retired on 2026-12-01. Its replacement is gemini/gemini-3.8-flash.'],
    },
    {
      name: 'a model that another one answers already',
      code: 'import litellm\nlitellm.completion(model=⟦"deepseek/deepseek-chat"⟧, messages=[{"role": "user", "content": "Hi"}])',
      severity: 'warning',
      messages: ['Since 2026-07-24, deepseek-flash answers the requests for deepseek/deepseek-chat, at its own price.'],
      fixes: {
        'Use deepseek/deepseek-flash':
          'import litellm\nlitellm.completion(model="deepseek/deepseek-flash", messages=[{"role": "user", "content": "Hi"}])',
      },
    },
    {
      name: "a model of xAI's",
      code: 'import litellm\nlitellm.completion(model=⟦"xai/grok-code-fast-1"⟧, messages=[{"role": "user", "content": "Hi"}])',
      severity: 'error',
      messages: ['xai/grok-code-fast-1 was retired on 2026-05-15. Its replacement is xai/grok-4.7.'],
    },
    {
      name: 'a model that is gone since a day that nobody wrote down',
      code: 'import litellm\nlitellm.completion(model=⟦"mistral/open-mistral-7b"⟧, messages=[{"role": "user", "content": "Hi"}])',
      severity: 'error',
      messages: ['mistral/open-mistral-7b is no longer served.'],
    },
    {
      name: 'a model that its price list calls deprecated',
      code: 'import litellm\nlitellm.completion(model=⟦"voyage/voyage-02"⟧, messages=[{"role": "user", "content": "Hi"}])',
      severity: 'warning',
      messages: ['voyage/voyage-02 is deprecated by its provider.'],
    },
    {
      name: 'a model of a vendor that a gateway passes on',
      code: 'import litellm\nlitellm.completion(model=⟦"openrouter/anthropic/claude-sonnet-4"⟧, messages=[{"role": "user", "content": "Hi"}])',
      severity: 'error',
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
