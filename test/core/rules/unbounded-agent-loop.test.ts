import { javascript, python, testRule } from '../../helpers/rules';

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
      fixes: null,
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
    },
  ],
});
