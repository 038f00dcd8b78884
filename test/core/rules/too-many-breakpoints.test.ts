import { claude, testRule } from '../../helpers/rules';

testRule('too-many-breakpoints', {
  valid: [
    {
      name: 'four breakpoints',
      code: `${claude}def ask(m):
    return client.messages.create(model="claude-sonnet-4-5", max_tokens=5, system=[{"type": "text", "text": a, "cache_control": {"type": "ephemeral"}}, {"type": "text", "text": a, "cache_control": {"type": "ephemeral"}}, {"type": "text", "text": a, "cache_control": {"type": "ephemeral"}}, {"type": "text", "text": a, "cache_control": {"type": "ephemeral"}}], messages=m)`,
    },
    {
      name: 'a key of that name elsewhere',
      code: `${claude}cache_control = [1, 2, 3, 4, 5]`,
    },
  ],
  invalid: [
    {
      name: 'five breakpoints',
      code: `${claude}def ask(m):
    return client.messages.⟦create⟧(model="claude-sonnet-4-5", max_tokens=5, system=[{"type": "text", "text": a, "cache_control": {"type": "ephemeral"}}, {"type": "text", "text": a, "cache_control": {"type": "ephemeral"}}, {"type": "text", "text": a, "cache_control": {"type": "ephemeral"}}, {"type": "text", "text": a, "cache_control": {"type": "ephemeral"}}, {"type": "text", "text": a, "cache_control": {"type": "ephemeral"}}], messages=m)`,
      severity: 'error',
      messages: ['5 cache breakpoints: the API takes 4.'],
      fixes: null,
    },
    {
      name: 'five over system and messages',
      code: `${claude}client.messages.⟦create⟧(model="claude-sonnet-4-5", max_tokens=5, system=[{"type": "text", "text": a, "cache_control": {"type": "ephemeral"}}, {"type": "text", "text": a, "cache_control": {"type": "ephemeral"}}], messages=[{"role": "user", "content": [{"type": "text", "text": a, "cache_control": {"type": "ephemeral"}}, {"type": "text", "text": a, "cache_control": {"type": "ephemeral"}}, {"type": "text", "text": a, "cache_control": {"type": "ephemeral"}}]}])`,
    },
  ],
});
