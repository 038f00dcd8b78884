import { claude, python, testRule } from '../../helpers/rules';

/** Three tokens and a line break, so many times. */
const lines = (times: number) => `"""${'Rivers and hills.\n'.repeat(times)}"""`;
const long = lines(3000);

testRule('context-overflow', {
  valid: [
    {
      name: 'a short prompt',
      code: `${python}client.chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": "Hi"}], max_tokens=1000)`,
    },
    {
      name: 'a long prompt in a large window',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": ${long}}])`,
    },
    {
      name: 'placeholders whose size nobody knows',
      code: `${python}client.chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": f"{book} {book} {book}"}])`,
    },
    { name: 'an unknown model', code: `${python}client.chat.completions.create(model=name, messages=[{"role": "user", "content": ${long}}])` },
    {
      name: 'several embedding inputs that are long only together',
      code: `${python}client.embeddings.create(model="text-embedding-3-small", input=[${lines(1500)}, ${lines(1400)}])`,
    },
  ],
  invalid: [
    {
      name: 'an input above the window',
      code: `${python}client.chat.completions.⟦create⟧(model="gpt-4", messages=[{"role": "user", "content": ${long}}])`,
      severity: 'error',
      messages: [/^About 15,\d+ input tokens, but gpt-4 takes 8,192\.$/],
    },
    {
      name: 'an input that fits only without the limit',
      code: `${python}client.chat.completions.⟦create⟧(model="gpt-4", messages=[{"role": "user", "content": "Hi"}], max_tokens=8190)`,
      severity: 'error',
      messages: [/and a limit of 8,190 exceed the 8,192 tokens of gpt-4\.$/],
    },
    {
      name: 'an input that reaches a dearer price step as a warning',
      code: `${claude}client.messages.⟦create⟧(model="claude-haiku-5-5", max_tokens=10, messages=[{"role": "user", "content": ${lines(26000)}}])`,
      severity: 'warning',
      messages: ['Above 100,000 input tokens claude-haiku-5-5 costs $0.50 instead of $0.10 per million input tokens.'],
    },
  ],
});
