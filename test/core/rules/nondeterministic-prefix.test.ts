import { python, testRule } from '../../helpers/rules';

testRule('nondeterministic-prefix', {
  valid: [
    {
      name: 'a schema, whose keys keep their order',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Answer as {json.dumps(Answer.model_json_schema())}"}])`,
    },
    {
      name: 'a constant',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Languages: {json.dumps(KNOWN_LANGUAGES)}"}])`,
    },
    {
      name: 'sorted keys',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Rules: {json.dumps(history, sort_keys=True)}"}, {"role": "user", "content": question}])`,
    },
    {
      name: 'JSON in a user message',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": "Be kind."}, {"role": "user", "content": f"Read: {json.dumps(history)}"}])`,
    },
    {
      name: 'a sorted set',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Rules: {', '.join(sorted(set(history)))}"}, {"role": "user", "content": question}])`,
    },
  ],
  invalid: [
    {
      name: 'JSON without sorted keys',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Rules: {⟦json.dumps(history)⟧}"}, {"role": "user", "content": question}])`,
      severity: 'warning',
      fixes: {
        'Sort the keys': `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Rules: {json.dumps(history, sort_keys=True)}"}, {"role": "user", "content": question}])`,
      },
    },
    {
      name: 'keys that are left unsorted',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Rules: {⟦json.dumps(history, sort_keys=False)⟧}"}, {"role": "user", "content": question}])`,
      fixes: {
        'Sort the keys': `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Rules: {json.dumps(history, sort_keys=True)}"}, {"role": "user", "content": question}])`,
      },
    },
    {
      name: 'a set',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Rules: ⟦{', '.join(set(history))}⟧"}, {"role": "user", "content": question}])`,
      fixes: {
        'Sort the set': `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Rules: {', '.join(sorted(set(history)))}"}, {"role": "user", "content": question}])`,
      },
    },
  ],
});
