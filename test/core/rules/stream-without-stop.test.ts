import { python, testRule } from '../../helpers/rules';

testRule('stream-without-stop', {
  valid: [
    {
      name: 'a stream that its caller can abort',
      path: 'a.ts',
      code: `import { streamText } from 'ai';
export const answer = (prompt: string, abortSignal: AbortSignal) => streamText({ model: 'openai/gpt-4o', prompt, abortSignal });`,
    },
    {
      name: 'a stream with a limit',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], stream=True, max_completion_tokens=50)`,
    },
    {
      name: 'a stream that is left early',
      code: `${python}def ask():
    for chunk in client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], stream=True):
        if enough(chunk):
            break`,
    },
    {
      name: 'a call that does not stream',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
    },
  ],
  invalid: [
    {
      name: 'an open stream',
      code: `${python}client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], stream=True)`,
      severity: 'information',
      fixes: {
        'Limit the output to 1,000 tokens (at most $0.010)': `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], stream=True, max_completion_tokens=1000)`,
      },
    },
    {
      name: 'an open stream beside a function that stops another',
      code: `${python}def a():
    while True:
        break

def b():
    client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], stream=True)`,
    },
  ],
});
