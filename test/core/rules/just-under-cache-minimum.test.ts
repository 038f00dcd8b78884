import { claude, python, testRule } from '../../helpers/rules';

/** One token each, in every tokenizer's band. */
const words = (count: number) => Array(count).fill('the').join(' ');

const ask = (tokens: number, more = '') =>
  `${python}def ask(question):
    return client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "system", "content": "${words(tokens)}"}, {"role": "user", "content": question}], max_completion_tokens=100${more})`;
const unmarked = (code: string) => code.replace(/[⟦⟧]/g, '');

testRule('just-under-cache-minimum', {
  valid: [
    { name: 'a prefix that is far too short', code: unmarked(ask(600)) },
    { name: 'a prefix that is long enough', code: unmarked(ask(1100)) },
    { name: 'tools, whose tokens stand before it and are not counted', code: unmarked(ask(900, ', tools=TOOLS')) },
    {
      name: 'a script that asks once',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": "${words(900)}"}, {"role": "user", "content": question}])`,
    },
    {
      name: 'an input in which nothing is known to change',
      code: `${python}def ask():
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "${words(900)}"}], max_completion_tokens=100)`,
    },
    {
      name: 'a model of which no minimum is known',
      code: unmarked(ask(900)).replace('gpt-4o', 'gpt-3.5-turbo'),
    },
    {
      name: 'a minimum on which sources disagree',
      code: `${claude}def ask(question):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=100, system="${words(3000)}", messages=[{"role": "user", "content": question}])`,
    },
    {
      name: 'a breakpoint, which cache-below-minimum speaks of',
      code: `${claude}def ask(question):
    return client.messages.create(model="claude-sonnet-5", max_tokens=100, system=[{"type": "text", "text": "${words(800)}", "cache_control": {"type": "ephemeral"}}], messages=[{"role": "user", "content": question}])`,
    },
  ],
  invalid: [
    {
      name: 'a system prompt that is nearly long enough, with the sum',
      settings: { callsPerDay: 1000 },
      code: ask(900),
      severity: 'hint',
      messages: [
        'The first 900 tokens never change; gpt-4o caches from 1,024 on. With 124 more (examples, say) they would cost about $1.28 instead of $2.25 per 1,000 calls.',
      ],
      fixes: null,
    },
    {
      name: 'the beginning of a template',
      settings: { callsPerDay: 1000 },
      code: `${python}def ask(question):
    return client.responses.⟦create⟧(model="gpt-4o", input=f"${words(900)} {question}", max_output_tokens=100)`,
      messages: [/^The first 90\d tokens never change/],
    },
    {
      name: 'a smaller share where the options say so',
      code: ask(600),
      settings: { callsPerDay: 1000, ruleOptions: { 'just-under-cache-minimum': { percent: 50 } } },
      messages: [/^The first 600 tokens/],
    },
    {
      name: 'a system prompt of Claude, with the breakpoint that it needs',
      settings: { callsPerDay: 1000 },
      code: `${claude}def ask(question):
    return client.messages.⟦create⟧(model="claude-sonnet-4-5", max_tokens=100, system="${words(750)}", messages=[{"role": "user", "content": question}])`,
      messages: [/and a breakpoint they would cost about \$\d+\.\d\d instead of \$\d+\.\d\d per 1,000 calls/],
    },
  ],
});
