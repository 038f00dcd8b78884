import { javascript, python, testRule } from '../../helpers/rules';

testRule('pretty-json', {
  valid: [
    {
      name: 'compact JSON',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Read: {json.dumps(history)}"}, {"role": "user", "content": question}])`,
    },
    {
      name: 'indented JSON that is no prompt',
      code: `import json
print(json.dumps(data, indent=2))`,
    },
    {
      name: 'an indentation of none',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Read: {json.dumps(history, indent=None)}"}, {"role": "user", "content": question}])`,
    },
  ],
  invalid: [
    {
      name: 'an indentation',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Read: {⟦json.dumps(history, indent=2)⟧}"}, {"role": "user", "content": question}])`,
      severity: 'information',
      fixes: {
        'Write the JSON compact': `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Read: {json.dumps(history, separators=(',', ':'))}"}, {"role": "user", "content": question}])`,
      },
    },
    {
      name: 'an indentation beside separators',
      code: `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Read: {⟦json.dumps(history, separators=(',', ':'), indent=2)⟧}"}, {"role": "user", "content": question}])`,
      fixes: {
        'Write the JSON compact': `${python}def ask(question, tone, history):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Read: {json.dumps(history, separators=(',', ':'))}"}, {"role": "user", "content": question}])`,
      },
    },
    {
      name: 'a variable that holds it',
      code: `${python}def ask(record):
    data = ⟦json.dumps(record, indent=4)⟧
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": f"Read: {data}"}])`,
      fixes: {
        'Write the JSON compact': `${python}def ask(record):
    data = json.dumps(record, separators=(",", ":"))
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": f"Read: {data}"}])`,
      },
    },
    {
      name: 'JSON.stringify with an indentation',
      path: 'a.ts',
      code: `${javascript}export const ask = (question) => client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: \`Read: \${⟦JSON.stringify(question, null, 2)⟧}\` }, { role: 'user', content: question }] });`,
      fixes: {
        'Write the JSON compact': `${javascript}export const ask = (question) => client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: \`Read: \${JSON.stringify(question)}\` }, { role: 'user', content: question }] });`,
      },
    },
    {
      name: 'JSON.stringify with a replacer',
      path: 'a.ts',
      code: `${javascript}export const ask = (question) => client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: \`Read: \${⟦JSON.stringify(question, keys, 2)⟧}\` }, { role: 'user', content: question }] });`,
      fixes: {
        'Write the JSON compact': `${javascript}export const ask = (question) => client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: \`Read: \${JSON.stringify(question, keys)}\` }, { role: 'user', content: question }] });`,
      },
    },
  ],
});
