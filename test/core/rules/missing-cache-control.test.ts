import { claude, claudeJs, testRule } from '../../helpers/rules';

const toned = `f"""{tone} ${'Name the rivers of Europe.\n'.repeat(300)}"""`;
const rules = `"""${'Name the rivers of Europe.\n'.repeat(300)}"""`;

testRule('missing-cache-control', {
  valid: [
    {
      name: 'a short prompt',
      code: `${claude}def ask(m):
    return client.messages.create(model="claude-sonnet-4-5", max_tokens=5, system="Be kind.", messages=m)`,
    },
    {
      name: 'a prompt with a breakpoint',
      code: `${claude}def ask(m):
    return client.messages.create(model="claude-sonnet-4-5", max_tokens=5, system=[{"type": "text", "text": ${rules}, "cache_control": {"type": "ephemeral"}}], messages=m)`,
    },
    {
      name: 'a prompt in the disputed band',
      code: `${claude}def ask(m):
    return client.messages.create(model="claude-opus-4-7", max_tokens=5, system=${rules}, messages=m)`,
    },
    {
      name: 'a long text behind a placeholder only',
      code: `${claude}def ask(m):
    return client.messages.create(model="claude-sonnet-4-5", max_tokens=5, system=${toned}, messages=m)`,
    },
    {
      name: 'a call that runs once',
      code: `${claude}client.messages.create(model="claude-sonnet-4-5", max_tokens=5, system=${rules}, messages=[{"role": "user", "content": "Hi"}])`,
    },
  ],
  invalid: [
    {
      name: 'a long prompt that is sent again and again, with the money',
      settings: { callsPerDay: 1000 },
      code: `${claude}def ask(m):
    return client.messages.⟦create⟧(model="claude-sonnet-4-5", max_tokens=5, system=${rules}, messages=m)`,
      severity: 'warning',
      messages: [
        /^1,\d+ tokens are the same on every call and are not cached\. A breakpoint adds \$0\.00\d\d to the first call and saves \$0\.00\d\d on each that follows within 5 minutes: it pays when more than 22 % do\.$/,
      ],
      fixes: {
        'Cache the static prompt at Anthropic (cached input costs 90 % less)': `${claude}def ask(m):
    return client.messages.create(model="claude-sonnet-4-5", max_tokens=5, system=[{"type": "text", "text": ${rules}, "cache_control": {"type": "ephemeral"}}], messages=m)`,
      },
    },
    {
      name: 'a prompt that is a shorthand property',
      path: 'a.ts',
      code: `${claudeJs}const system = \`
${'Name the rivers of Europe.\n'.repeat(300)}\`;
export const ask = (messages) => client.messages.⟦create⟧({ model: 'claude-sonnet-4-5', max_tokens: 5, system, messages });`,
      fixes: {
        'Cache the static prompt at Anthropic (cached input costs 90 % less)': `${claudeJs}const system = \`
${'Name the rivers of Europe.\n'.repeat(300)}\`;
export const ask = (messages) => client.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 5, system: [{ type: 'text', text: system, cache_control: { type: 'ephemeral' } }], messages });`,
      },
    },
    {
      name: 'a long prompt that ends with a placeholder: the breakpoint stands before it',
      code: `${claude}def ask(m, name):
    return client.messages.⟦create⟧(model="claude-sonnet-4-5", max_tokens=5, system=f"""${'Name the rivers of Europe.\n'.repeat(300)}{name}""", messages=m)`,
      fixes: {
        'Cache the static prompt at Anthropic (cached input costs 90 % less)': `${claude}def ask(m, name):
    return client.messages.create(model="claude-sonnet-4-5", max_tokens=5, system=[
        {"type": "text", "text": """${'Name the rivers of Europe.\n'.repeat(300)}""", "cache_control": {"type": "ephemeral"}},
        {"type": "text", "text": f"""{name}"""},
    ], messages=m)`,
      },
    },
  ],
});
