import { python, testRule } from '../../helpers/rules';

testRule('oversized-model', {
  valid: [
    {
      name: 'a small model',
      code: `${python}client.chat.completions.create(model="gpt-6-luna", messages=[{"role": "user", "content": "Classify the mood of this letter: It rained."}], max_completion_tokens=20)`,
    },
    {
      name: 'a task that is not simple',
      code: `${python}client.chat.completions.create(model="gpt-6.1-sol", messages=[{"role": "user", "content": "Prove the theorem."}], max_completion_tokens=20)`,
    },
    {
      name: 'a long answer',
      code: `${python}client.chat.completions.create(model="gpt-6.1-sol", messages=[{"role": "user", "content": "Classify the mood of this letter: It rained."}], max_completion_tokens=2000)`,
    },
    {
      name: 'an unknown model',
      code: `${python}client.chat.completions.create(model="house-model", messages=[{"role": "user", "content": "Classify the mood of this letter: It rained."}], max_completion_tokens=20)`,
    },
    {
      name: 'a ratio that no other model reaches',
      settings: { ruleOptions: { 'oversized-model': { ratio: 100000 } } },
      code: `${python}client.chat.completions.create(model="gpt-6.1-sol", messages=[{"role": "user", "content": "Classify the mood of this letter: It rained."}], max_completion_tokens=20)`,
    },
  ],
  invalid: [
    {
      name: 'a dear model on a simple task',
      code: `${python}client.chat.completions.create(model=⟦"gpt-6.1-sol"⟧, messages=[{"role": "user", "content": "Classify the mood of this letter: It rained."}], max_completion_tokens=20)`,
      severity: 'hint',
      messages: [/^A short task for gpt-6\.1-sol\. \S+ costs \d+ times less; whether it is good enough, only your tests can say\.$/],
    },
  ],
});
