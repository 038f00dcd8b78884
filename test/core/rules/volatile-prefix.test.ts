import { claude, javascript, python, testRule } from '../../helpers/rules';

testRule('volatile-prefix', {
  valid: [
    {
      name: 'a prompt that no provider would cache, as short as it is',
      code: `${python}def ask(question):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"It is {datetime.now()}. Be kind."}, {"role": "user", "content": question}])`,
    },
    {
      name: 'a long prompt of a model without a cache',
      code: `${python}def ask(question):
    return client.chat.completions.create(model="gpt-4", messages=[{"role": "system", "content": f"""It is {datetime.now()}. ${'Name the rivers of Europe.\n'.repeat(250)}"""}, {"role": "user", "content": question}])`,
    },
    {
      name: 'the day by a format specification',
      code: `${python}def ask(question, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Today is {datetime.now():%d %B %Y}. Be kind."}, *history])`,
    },
    {
      name: 'the day alone',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Today is {date.today()}. Be kind."}, {"role": "user", "content": question}])`,
    },
    {
      name: 'a time cut down to the day',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Today is {datetime.now().strftime('%Y-%m-%d')}. Be kind."}, {"role": "user", "content": question}])`,
    },
    {
      name: 'a day in JavaScript',
      path: 'a.ts',
      code: `${javascript}export const ask = (question) => client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: \`Today is \${new Date().toISOString().slice(0, 10)}. Be kind.\` }, { role: 'user', content: question }] });`,
    },
    {
      name: 'a placeholder that may stay the same',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Speak in a {tone} tone."}, {"role": "user", "content": question}])`,
    },
    {
      name: 'a time at the end of the last message',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": "Be kind."}, {"role": "user", "content": f"{question} It is {datetime.now()}."}])`,
    },
    {
      name: 'a prompt that no call uses',
      code: `${python}SYSTEM_PROMPT = "Be kind. It is {weather}."`,
    },
  ],
  invalid: [
    {
      name: 'a time in a system prompt',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"It is ⟦{datetime.now()}⟧. Be kind."}, *history, {"role": "user", "content": question}])`,
      severity: 'warning',
      fixes: {
        'Keep the day, drop the time': `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"It is {datetime.now().date()}. Be kind."}, *history, {"role": "user", "content": question}])`,
      },
    },
    {
      name: 'a time that is a variable',
      code: `${python}def ask(question, history):
    now_text = datetime.now().isoformat()
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"It is ⟦{now_text}⟧. Be kind."}, *history])`,
      fixes: {
        'Keep the day, drop the time': `${python}def ask(question, history):
    now_text = datetime.now().date().isoformat()
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"It is {now_text}. Be kind."}, *history])`,
      },
    },
    {
      name: 'a random id before a longer text',
      code: `${python}def ask():
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": f"⟦{uuid.uuid4()}⟧ ${'Name the rivers of Europe. '.repeat(200)}"}])`,
      fixes: null,
    },
    {
      name: "a user name in Claude's system argument",
      code: `${claude}def ask(user_name, m):
    return client.messages.create(model="claude-sonnet-4-5", max_tokens=5, system=f"You talk to ⟦{user_name}⟧.", messages=m)`,
    },
    {
      name: 'a date in a template literal',
      path: 'a.ts',
      code: `${javascript}export const ask = (question) => client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: \`It is ⟦\${new Date().toISOString()}⟧. Be kind.\` }, ...history, { role: 'user', content: question }] });`,
      fixes: {
        'Keep the day, drop the time': `${javascript}export const ask = (question) => client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: \`It is \${new Date().toISOString().slice(0, 10)}. Be kind.\` }, ...history, { role: 'user', content: question }] });`,
      },
    },
    {
      name: 'a long prompt as a warning',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"""It is ⟦{datetime.now()}⟧. ${'Name the rivers of Europe.\n'.repeat(250)}"""}, {"role": "user", "content": question}])`,
      severity: 'warning',
    },
  ],
});
