import { python, testRule } from '../../helpers/rules';

testRule('static-after-dynamic', {
  valid: [
    {
      name: 'a short text behind a placeholder',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Speak in a {tone} tone. Be kind."}, {"role": "user", "content": question}])`,
    },
    {
      name: 'a long text before the placeholder',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"""${'Name the rivers of Europe.\n'.repeat(80)} {tone}"""}, {"role": "user", "content": question}])`,
    },
    {
      name: 'a prompt that is too short for what the model caches',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"""Speak in a {tone} tone. ${'Name the rivers of Europe.\n'.repeat(80)}"""}, {"role": "user", "content": question}])`,
    },
    {
      name: 'a long text without a placeholder',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": """${'Name the rivers of Europe.\n'.repeat(80)}"""}, {"role": "user", "content": question}])`,
    },
  ],
  invalid: [
    {
      name: 'a long text of a prompt whose model is unknown',
      code: `${python}QUESTION_PROMPT = f"""Speak in a ⟦{tone}⟧ tone. ${'Name the rivers of Europe.\n'.repeat(220)}"""`,
    },
    {
      name: 'a long text behind a placeholder',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"""Speak in a ⟦{tone}⟧ tone. ${'Name the rivers of Europe.\n'.repeat(220)}"""}, {"role": "user", "content": question}])`,
      severity: 'information',
      messages: [/tokens that never change stand behind tone\. Put them first/],
    },
    {
      name: 'a shorter text under an own minimum',
      settings: { ruleOptions: { 'static-after-dynamic': { minimumTokens: 5, minimumPrefix: 5 } } },
      code: `${python}def ask(question, tone, model):
    return client.chat.completions.create(model=model, messages=[{"role": "system", "content": f"Speak in a ⟦{tone}⟧ tone. Be kind. Be quick. Be clear."}, {"role": "user", "content": question}])`,
    },
  ],
});
