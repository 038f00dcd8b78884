import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'mocha';
import { applyFix, checkRule, javascript, python, testRule } from '../../helpers/rules';
import { hasPython, inFolder, runIn } from '../../helpers/runPython';

const talkPython = `def talk(client, questions):
    messages = [{"role": "system", "content": "Be brief."}]
    for question in questions:
        messages.append({"role": "user", "content": question})
        answer = client.chat.completions.create(model="gpt-4o", messages=messages)
        messages.append({"role": "assistant", "content": answer})
`;
const talkJs = `export async function talk(client, questions) {
  const messages = [{ role: 'system', content: 'Be brief.' }];
  for (const question of questions) {
    messages.push({ role: 'user', content: question });
    const content = await client.chat.completions.create({ model: 'gpt-4o', messages });
    messages.push({ role: 'assistant', content });
  }
}
`;

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
      name: 'a list that each turn begins anew',
      code: `${python}def talk(questions):
    for question in questions:
        messages = [{"role": "system", "content": "Be brief."}]
        messages.append({"role": "user", "content": question})
        client.chat.completions.create(model="gpt-4o", messages=messages)
`,
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
      fixes: {
        'Send the first message and the last 12 only': `${python}def talk(questions):
    messages = []
    for question in questions:
        messages.append({"role": "user", "content": question})
        client.chat.completions.create(model="gpt-4o", messages=messages[:1] + messages[1:][-12:])
`,
      },
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
      settings: { ruleOptions: { 'growing-history': { messages: 4 } } },
      fixes: {
        'Send the first message and the last 4 only': `${javascript}export async function talk(questions) {
  const messages = [];
  for (const question of questions) {
    messages.push({ role: 'user', content: question });
    await client.chat.completions.create({ model: 'gpt-4o', messages: [...messages.slice(0, 1), ...messages.slice(1).slice(-4)] });
  }
}`,
      },
    },
    {
      name: 'a list with tool calls, whose answers a cut would part from them',
      code: `${python}def talk(questions):
    messages = []
    for question in questions:
        messages.append({"role": "user", "content": question})
        client.chat.completions.create(model="gpt-4o", messages=⟦messages⟧, tools=TOOLS)
`,
      fixes: null,
    },
  ],
});

describe('a history that growing-history has cut', () => {
  const fixed = async (code: string, file: string) => {
    const { problems } = await checkRule('growing-history', code, { path: file, settings: { ruleOptions: { 'growing-history': { messages: 4 } } } });
    return applyFix(code, problems[0]?.fixes[0]?.edits ?? []);
  };
  const whole = [
    ['Be brief.', '1'],
    ['Be brief.', '1', 'a', '2'],
    ['Be brief.', '1', 'a', '2', 'a', '3'],
  ];
  const cut = [...whole.slice(0, 2), ['Be brief.', 'a', '2', 'a', '3']];

  it('is sent with its first message and its end in Python', async function () {
    if (!hasPython()) this.skip();
    const fake = `
import json
sent = []
class Fake:
    class chat:
        class completions:
            def create(model, messages):
                sent.append([message["content"] for message in messages])
                return "a"
talk(Fake, ["1", "2", "3"])
print(json.dumps(sent))
`;
    const sent = async (code: string) => (await inFolder({ 'main.py': code + fake }, (folder) => runIn(folder))).printed[0];
    assert.deepEqual(await sent(talkPython), whole);
    assert.deepEqual(await sent(await fixed(talkPython, 'test.py')), cut);
  });

  it('is sent with its first message and its end in JavaScript', async () => {
    const sent = (code: string) =>
      inFolder({ 'main.mjs': code }, async (folder) => {
        const { talk } = await import(pathToFileURL(`${folder}/main.mjs`).href);
        const requests: string[][] = [];
        const create = async ({ messages }: { messages: { content: string }[] }) => {
          requests.push(messages.map(({ content }) => content));
          return 'a';
        };
        await talk({ chat: { completions: { create } } }, ['1', '2', '3']);
        return requests;
      });
    assert.deepEqual(await sent(talkJs), whole);
    assert.deepEqual(await sent(await fixed(talkJs, 'a.js')), cut);
  });
});
