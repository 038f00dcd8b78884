import { claude, testRule } from '../../helpers/rules';

const rules = `"""${'Name the rivers of Europe.\n'.repeat(300)}"""`;

testRule('cache-below-minimum', {
  valid: [
    {
      name: 'a prompt without a breakpoint',
      code: `${claude}def ask(m):
    return client.messages.create(model="claude-sonnet-4-5", max_tokens=5, system="Be kind.", messages=m)`,
    },
    {
      name: 'a long prompt',
      code: `${claude}def ask(m):
    return client.messages.create(model="claude-sonnet-4-5", max_tokens=5, system=[{"type": "text", "text": ${rules}, "cache_control": {"type": "ephemeral"}}], messages=m)`,
    },
    {
      name: 'a breakpoint behind a placeholder',
      code: `${claude}client.messages.create(model="claude-sonnet-4-5", max_tokens=5, system=[{"type": "text", "text": f"Read {book}", "cache_control": {"type": "ephemeral"}}], messages=[{"role": "user", "content": "Hi"}])`,
    },
    {
      name: 'a breakpoint with tools',
      code: `${claude}client.messages.create(model="claude-sonnet-4-5", max_tokens=5, tools=tools, system=[{"type": "text", "text": "Be kind.", "cache_control": {"type": "ephemeral"}}], messages=[{"role": "user", "content": "Hi"}])`,
    },
  ],
  invalid: [
    {
      name: 'a breakpoint on a short prompt, with what is missing',
      code: `${claude}client.messages.⟦create⟧(model="claude-sonnet-4-5", max_tokens=5, system=[{"type": "text", "text": "Be kind.", "cache_control": {"type": "ephemeral"}}], messages=[{"role": "user", "content": "Hi"}])`,
      severity: 'information',
      messages: [/caches from 1,024 on\. 1,0\d\d are missing/],
    },
  ],
});
