import { javascript, python, testRule } from '../../helpers/rules';

testRule('growing-history', {
  valid: [
    {
      name: 'the last turns alone',
      code: `${python}def talk(questions):
    messages = []
    for question in questions:
        messages.append({"role": "user", "content": question})
        client.chat.completions.create(model="gpt-4o", messages=messages[-10:])
`,
    },
    {
      name: 'a list that is cut',
      code: `${python}def talk(questions):
    messages = []
    for question in questions:
        messages.append({"role": "user", "content": question})
        client.chat.completions.create(model="gpt-4o", messages=messages)
        messages = messages[-10:]
`,
    },
    {
      name: 'a list that is built once',
      code: `${python}messages = []
messages.append({"role": "user", "content": "Hi"})
client.chat.completions.create(model="gpt-4o", messages=messages)`,
    },
    {
      name: 'a fixed list',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
    },
  ],
  invalid: [
    {
      name: 'a list that grows in the loop',
      code: `${python}def talk(questions):
    messages = []
    for question in questions:
        messages.append({"role": "user", "content": question})
        client.chat.completions.create(model="gpt-4o", messages=⟦messages⟧)
`,
      severity: 'warning',
      messages: [/^messages grows by each turn/],
    },
    {
      name: 'a list that an object keeps',
      code: `${python}class Chat:
    def __init__(self):
        self.messages = []

    def ask(self, question):
        self.messages.append({"role": "user", "content": question})
        return client.chat.completions.create(model="gpt-4o", messages=⟦self.messages⟧)`,
    },
    {
      name: 'a list in JavaScript',
      path: 'a.ts',
      code: `${javascript}export async function talk(questions) {
  const messages = [];
  for (const question of questions) {
    messages.push({ role: 'user', content: question });
    await client.chat.completions.create({ model: 'gpt-4o', messages: ⟦messages⟧ });
  }
}`,
    },
  ],
});
