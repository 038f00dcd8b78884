import { python, testRule } from '../../helpers/rules';

testRule('over-budget', {
  valid: [
    {
      name: 'anything while no budget is set',
      code: `${python}SYSTEM_PROMPT = "Name the rivers of Europe and their towns."`,
    },
    {
      name: 'a prompt within its budget',
      settings: { budget: { tokens: 20 } },
      code: `${python}SYSTEM_PROMPT = "Name the rivers of Europe."`,
    },
    {
      name: 'a file within its budget',
      settings: { budget: { usd: 0.5 } },
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_tokens=100)`,
    },
  ],
  invalid: [
    {
      name: 'a prompt above its budget',
      settings: { budget: { tokens: 3 } },
      code: `${python}SYSTEM_PROMPT = ⟦"Name the rivers of Europe."⟧`,
      severity: 'warning',
      messages: ['This prompt has 6 tokens; the budget is 3.'],
    },
    {
      name: 'a file above its budget, at its dearest call',
      settings: { budget: { usd: 0.004 } },
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_tokens=400)
client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
      messages: ['The calls of this file cost $0.0050 together, each called once; the budget is $0.0040. This one costs most: $0.0030.'],
    },
  ],
});
