import { javascript, python, testRule } from '../../helpers/rules';

testRule('multiple-choices', {
  valid: [
    {
      name: 'one answer',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], n=1)`,
    },
    {
      name: 'a number that cannot be read',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], n=count)`,
    },
    {
      name: 'several pictures',
      code: `${python}client.images.generate(model="gpt-image-1", prompt="A cat", n=4)`,
    },
  ],
  invalid: [
    {
      name: 'several answers, with their price',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=100, ⟦n=3⟧)`,
      severity: 'information',
      messages: ['3 answers are written and billed: about $0.0010 a call more than one.'],
      fixes: {
        'Ask for one answer': `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=100, n=1)`,
      },
    },
    {
      name: 'several answers of an unknown model, without a price',
      code: `${python}client.chat.completions.create(model="house-model", messages=[{"role": "user", "content": "Hi"}], ⟦n=3⟧)`,
      messages: ['3 answers are written and billed.'],
    },
    {
      name: 'them in an object literal',
      path: 'a.ts',
      code: `${javascript}await client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: "user", content: "Hi" }], ⟦n: 2⟧ });`,
      fixes: {
        'Ask for one answer': `${javascript}await client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: "user", content: "Hi" }], n: 1 });`,
      },
    },
    {
      name: 'best_of',
      code: `${python}client.completions.create(model="gpt-3.5-turbo-instruct", prompt="Hi", ⟦best_of=4⟧)`,
    },
  ],
});
