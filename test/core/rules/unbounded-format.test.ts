import { python, testRule } from '../../helpers/rules';

testRule('unbounded-format', {
  valid: [
    {
      name: 'one record, which has an end by itself',
      code: `${python}client.responses.create(model="gpt-4o", input="Invent a person. Return only valid JSON.")`,
    },
    {
      name: 'an answer whose shape is given beside the prompt',
      code: `${python}client.responses.parse(model="gpt-4o", input="List all towns of Spain.", text_format=Towns)`,
    },
    {
      name: 'a list with a count',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "List the five best uses of a paper clip."}])`,
    },
    {
      name: 'JSON whose keys are named',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Return JSON with the keys name and town."}])`,
    },
    {
      name: 'a shape in the text',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Return JSON: {\\"name\\": \\"…\\"}"}])`,
    },
    {
      name: 'a question',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Where is the library?"}])`,
    },
    {
      name: 'a schema',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Return JSON."}], response_format={"type": "json_schema", "json_schema": {}})`,
    },
  ],
  invalid: [
    {
      name: 'a list without a count',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": ⟦"List all uses of a paper clip."⟧}])`,
      severity: 'hint',
      fixes: {
        'Ask for at most 10 items': `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "List all uses of a paper clip. Give at most 10 items."}])`,
      },
    },
    {
      name: 'JSON without a shape',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": ⟦"Return the towns as JSON."⟧}])`,
    },
  ],
});
