import { claude, testRule } from '../../helpers/rules';

testRule('cache-on-varying', {
  valid: [
    {
      name: 'a block that stays',
      code: `${claude}def ask(m):
    return client.messages.create(model="claude-sonnet-4-5", max_tokens=5, system=[{"type": "text", "text": "Be kind.", "cache_control": {"type": "ephemeral"}}], messages=m)`,
    },
    {
      name: 'a document that is given',
      code: `${claude}def ask(m):
    return client.messages.create(model="claude-sonnet-4-5", max_tokens=5, system=[{"type": "text", "text": f"Read this: {document}", "cache_control": {"type": "ephemeral"}}], messages=m)`,
    },
    {
      name: 'the day alone',
      code: `${claude}def ask(m):
    return client.messages.create(model="claude-sonnet-4-5", max_tokens=5, system=[{"type": "text", "text": f"Today is {date.today()}.", "cache_control": {"type": "ephemeral"}}], messages=m)`,
    },
    {
      name: 'a time in a block without a breakpoint',
      code: `${claude}client.messages.create(model="claude-sonnet-4-5", max_tokens=5, system=[{"type": "text", "text": f"{datetime.now()}"}], messages=[{"role": "user", "content": "Hi"}])`,
    },
  ],
  invalid: [
    {
      name: 'a time in the cached block',
      code: `${claude}def ask(m):
    return client.messages.create(model="claude-sonnet-4-5", max_tokens=5, system=[{"type": "text", "text": f"It is {datetime.now()}.", ⟦"cache_control": {"type": "ephemeral"}⟧}], messages=m)`,
      severity: 'warning',
    },
    {
      name: 'a random id that is a variable',
      code: `${claude}def ask(m):
    mark = uuid.uuid4()
    return client.messages.create(model="claude-sonnet-4-5", max_tokens=5, system=[{"type": "text", "text": f"Run {mark}", ⟦"cache_control": {"type": "ephemeral"}⟧}], messages=m)`,
    },
  ],
});
