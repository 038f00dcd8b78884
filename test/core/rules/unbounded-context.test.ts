import { javascript, python, testRule } from '../../helpers/rules';

testRule('unbounded-context', {
  valid: [
    {
      name: 'the beginning of a file',
      code: `${python}def ask(path):
    text = open(path).read()[:20000]
    return client.responses.create(model="gpt-4o", input=f"Sum this up in one line: {text}", max_output_tokens=100)`,
    },
    {
      name: 'a file whose length is looked at',
      code: `${python}def ask(path):
    with open(path) as f:
        text = f.read()
    if len(text) > 20000:
        raise ValueError(path)
    return client.responses.create(model="gpt-4o", input=f"Sum this up in one line: {text}", max_output_tokens=100)`,
    },
    {
      name: 'a file that its writer knows',
      code: `${python}def ask(question):
    with open("rules.md") as f:
        rules = f.read()
    return client.responses.create(model="gpt-4o", input=f"{question} Follow these: {rules}", max_output_tokens=100)`,
    },
    {
      name: 'the last turns of a conversation',
      code: `${python}def ask(history, question):
    past = "\\n".join(history[-10:])
    return client.responses.create(model="gpt-4o", input=f"So far: {past} Now: {question}", max_output_tokens=100)`,
    },
    {
      name: 'a value that the caller gives',
      code: `${python}def ask(text):
    return client.responses.create(model="gpt-4o", input=f"Sum this up in one line: {text}", max_output_tokens=100)`,
    },
    {
      name: 'a file that is embedded',
      code: `${python}def ask(path):
    text = open(path).read()
    return client.embeddings.create(model="text-embedding-3-small", input=f"passage: {text}")`,
    },
  ],
  invalid: [
    {
      name: 'a whole file, with the price of its tokens',
      code: `${python}def ask(path):
    with open(path) as f:
        text = f.read()
    return client.responses.create(model="gpt-4o", input=f"Sum this up in one line: ⟦{text}⟧", max_output_tokens=100)`,
      severity: 'information',
      messages: ['text goes into the prompt whole, however long it is: each 10,000 tokens of it cost $0.025 a call. Send the part that matters.'],
      fixes: {
        'Send the first 20,000 characters only': `${python}def ask(path):
    with open(path) as f:
        text = f.read()
    return client.responses.create(model="gpt-4o", input=f"Sum this up in one line: {text[:20000]}", max_output_tokens=100)`,
      },
    },
    {
      name: 'a whole file in a template that is filled later',
      code: `${python}def ask(path):
    text = path.read_text()
    prompt = "Sum this up in one line: ⟦{text}⟧".format(text=text)
    return client.responses.create(model=MODEL, input=prompt, max_output_tokens=100)`,
      messages: [/^text goes into the prompt whole, however long it is\. /],
      fixes: null,
    },
    {
      name: 'a whole conversation',
      code: `${python}def ask(history, question):
    past = "\\n".join(f"{turn.role}: {turn.text}" for turn in history)
    return client.responses.create(model="gpt-4o", input=f"So far: ⟦{past}⟧ Now: {question}", max_output_tokens=100)`,
      fixes: null,
    },
    {
      name: 'a whole file in JavaScript',
      path: 'a.ts',
      code: `${javascript}import { readFileSync } from 'node:fs';
export async function ask(path: string) {
  const source = readFileSync(path, 'utf8');
  return client.responses.create({ model: 'gpt-4o', input: \`Review this: ⟦\${source}⟧\`, max_output_tokens: 100 });
}`,
      settings: { ruleOptions: { 'unbounded-context': { characters: 5000 } } },
      fixes: {
        'Send the first 5,000 characters only': `${javascript}import { readFileSync } from 'node:fs';
export async function ask(path: string) {
  const source = readFileSync(path, 'utf8');
  return client.responses.create({ model: 'gpt-4o', input: \`Review this: \${source.slice(0, 5000)}\`, max_output_tokens: 100 });
}`,
      },
    },
  ],
});
