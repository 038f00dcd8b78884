import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'mocha';
import { applyFix, checkRule, javascript, python, testRule } from '../../helpers/rules';
import { hasPython, inFolder, runIn } from '../../helpers/runPython';

const loopPython = `def work(client, messages):
    while True:  # until it is done
        response = client.chat.completions.create(model="gpt-4o", messages=messages)
        if response == "empty":
            continue
        if response == "stop":
            break
        if response == "done":
            return "returned"
        messages.append(response)  # and on
    return "broke off"
`;
const loopJs = `export async function work(client, messages) {
  while (true) {
    const response = await client.chat.completions.create({ model: 'gpt-4o', messages });
    if (response === 'empty') continue;
    if (response === 'stop') break;
    if (response === 'done') return 'returned';
    messages.push(response);
  }
  return 'broke off';
}
`;

testRule('unbounded-agent-loop', {
  valid: [
    {
      name: 'a loop with a counter',
      code: `${python}def work(messages):
    while True:
        steps += 1
        if steps > 9:
            return
        response = client.chat.completions.create(model="gpt-4o", messages=messages, max_completion_tokens=500)
`,
    },
    {
      name: 'a loop over a range',
      code: `${python}def work(messages):
    for step in range(9):
        response = client.chat.completions.create(model="gpt-4o", messages=messages, max_completion_tokens=500)
`,
    },
    {
      name: 'a conversation with a person',
      code: `${python}def work(messages):
    while True:
        messages.append({"role": "user", "content": input()})
        response = client.chat.completions.create(model="gpt-4o", messages=messages, max_completion_tokens=500)
`,
    },
    {
      name: 'a worker on a queue',
      code: `${python}def work(messages):
    while True:
        messages = queue.get()
        response = client.chat.completions.create(model="gpt-4o", messages=messages, max_completion_tokens=500)
`,
    },
    {
      name: 'a loop with a cap by name',
      code: `${python}def work(messages):
    while True:
        response = client.chat.completions.create(model="gpt-4o", messages=messages, max_completion_tokens=500)
        if len(messages) > MAX_MESSAGES:
            return
`,
    },
  ],
  invalid: [
    {
      name: 'an endless loop, with the money',
      code: `${python}def work(messages):
    while True:
        response = client.chat.completions.⟦create⟧(model="gpt-4o", messages=messages, max_completion_tokens=500)
        if response.choices[0].finish_reason == "stop":
            return response
`,
      severity: 'warning',
      messages: [/100 turns cost about \$0\.\d\d or more/],
      fixes: {
        'Stop with an error after 15 turns': `${python}def work(messages):
    for turn in range(15):
        response = client.chat.completions.create(model="gpt-4o", messages=messages, max_completion_tokens=500)
        if response.choices[0].finish_reason == "stop":
            return response
    else:
        raise RuntimeError("no end after 15 turns")
`,
      },
    },
    {
      name: 'an endless loop in JavaScript',
      path: 'a.ts',
      code: `${javascript}export async function work(messages) {
  for (;;) {
    const response = await client.chat.completions.⟦create⟧({ model: 'gpt-4o', messages, max_completion_tokens: 500 });
    if (!response.choices[0].message.tool_calls) return response;
  }
}`,
      settings: { ruleOptions: { 'unbounded-agent-loop': { turns: 5 } } },
      fixes: {
        'Stop with an error after 5 turns': `${javascript}export async function work(messages) {
  for (let turn = 0; ; turn++) {
    if (turn >= 5) throw new Error('no end after 5 turns');
    const response = await client.chat.completions.create({ model: 'gpt-4o', messages, max_completion_tokens: 500 });
    if (!response.choices[0].message.tool_calls) return response;
  }
}`,
      },
    },
    {
      name: 'a loop on one line, which has no fix',
      code: `${python}def work(messages):
    while True: client.chat.completions.⟦create⟧(model="gpt-4o", messages=messages)
`,
      fixes: null,
    },
    {
      name: 'a loop whose end a check at the bottom decides, which has no fix',
      path: 'a.ts',
      code: `${javascript}export async function work(messages) {
  do {
    await client.chat.completions.⟦create⟧({ model: 'gpt-4o', messages });
  } while (true);
}`,
      fixes: null,
    },
  ],
});

describe('a loop that unbounded-agent-loop has capped', () => {
  const fixed = async (code: string, file: string) => {
    const { problems } = await checkRule('unbounded-agent-loop', code, {
      path: file,
      settings: { ruleOptions: { 'unbounded-agent-loop': { turns: 3 } } },
    });
    return applyFix(code, problems[0]?.fixes[0]?.edits ?? []);
  };
  /** What the model answers, turn by turn; then `more` for ever. */
  const runs = [['done'], ['more', 'stop'], ['empty', 'more', 'done']];

  it('ends as before in Python, and with an error where it would go on', async function () {
    if (!hasPython()) this.skip();
    const main = (code: string, answers: string[][]) => `${code}
import json
class Fake:
    def __init__(self, answers):
        self.answers, self.chat, self.completions = iter(answers), self, self
    def create(self, **request):
        return next(self.answers, "more")
def end(answers):
    try:
        return work(Fake(answers), [])
    except RuntimeError as error:
        return str(error)
print(json.dumps([end(answers) for answers in ${JSON.stringify(answers)}]))
`;
    const ends = async (code: string, answers: string[][]) =>
      (await inFolder({ 'main.py': main(code, answers) }, (folder) => runIn(folder))).printed[0];
    const after = await fixed(loopPython, 'test.py');
    assert.deepEqual(await ends(loopPython, runs), ['returned', 'broke off', 'returned']);
    assert.deepEqual(await ends(after, [...runs, []]), ['returned', 'broke off', 'returned', 'no end after 3 turns']);
  });

  it('ends as before in JavaScript, and with an error where it would go on', async () => {
    const ends = (code: string, answers: string[][]) =>
      inFolder({ 'main.mjs': code }, async (folder) => {
        const { work } = await import(pathToFileURL(`${folder}/main.mjs`).href);
        const run = (list: string[]) => {
          const left = [...list];
          const client = { chat: { completions: { create: async () => left.shift() ?? 'more' } } };
          return work(client, []).catch((error: Error) => error.message);
        };
        return Promise.all(answers.map(run));
      });
    const after = await fixed(loopJs, 'a.js');
    assert.deepEqual(await ends(loopJs, runs), ['returned', 'broke off', 'returned']);
    assert.deepEqual(await ends(after, [...runs, []]), ['returned', 'broke off', 'returned', 'no end after 3 turns']);
  });
});
