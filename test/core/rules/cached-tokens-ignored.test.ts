import { claude, javascript, python, testRule } from '../../helpers/rules';

const call = (rest: string) => `${python}def ask(question):
    response = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}], max_completion_tokens=100)
    usage = response.usage
${rest}`;

const cachedClaude = (rest: string) => `${claude}def ask(question):
    response = client.messages.create(model="claude-sonnet-4-5", max_tokens=100, system=[{"type": "text", "text": RULES, "cache_control": {"type": "ephemeral"}}], messages=[{"role": "user", "content": question}])
${rest}`;

testRule('cached-tokens-ignored', {
  valid: [
    {
      name: 'a cost of which cached tokens are a part',
      code: call(`    cached = usage.prompt_tokens_details.cached_tokens
    return (usage.prompt_tokens - cached) * INPUT_PRICE + cached * CACHED_PRICE + usage.completion_tokens * OUTPUT_PRICE`),
    },
    { name: 'tokens that are only counted', code: call('    return usage.prompt_tokens * 2 + usage.completion_tokens') },
    { name: 'a comment', code: call('    # cost = usage.prompt_tokens * INPUT_PRICE\n    return usage') },
    { name: 'an estimate without the usage', code: `${call('    return response')}\n\ncost = len(input_tokens) * INPUT_PRICE\n` },
    {
      name: 'inputs that are too short to be cached',
      code: `${python}response = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=100)
cost = response.usage.prompt_tokens * 0.0000025`,
    },
    {
      name: 'Claude without a prompt cache',
      code: `${claude}def ask(question):
    response = client.messages.create(model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": question}])
    return response.usage.input_tokens * INPUT_PRICE`,
    },
    {
      name: 'Claude with both counters',
      code: cachedClaude(`    usage = response.usage
    return usage.input_tokens * PRICE + usage.cache_read_input_tokens * READ_PRICE + usage.cache_creation_input_tokens * WRITE_PRICE`),
    },
  ],
  invalid: [
    {
      name: 'a cost of all input tokens, with both prices',
      code: call('    return ⟦usage.prompt_tokens⟧ * INPUT_PRICE + usage.completion_tokens * OUTPUT_PRICE'),
      severity: 'information',
      messages: [
        'usage.prompt_tokens includes cached tokens, which cost $1.25 instead of $2.50 per million with gpt-4o: this cost comes out too high. Price them apart.',
      ],
      fixes: null,
    },
    {
      name: 'a price before the tokens',
      code: call('    price = 2.5\n    return price / 1e6 * ⟦usage.prompt_tokens⟧'),
    },
    {
      name: 'tokens by thousands, through a variable',
      code: call('    input_tokens = usage.prompt_tokens\n    cost = (⟦input_tokens⟧ / 1000) * 0.0025\n    return cost'),
    },
    {
      name: 'Claude with a prompt cache',
      code: cachedClaude('    return ⟦response.usage.input_tokens⟧ * INPUT_PRICE'),
      messages: [/leaves out what the prompt cache reads and writes/],
    },
    {
      name: 'a cost in JavaScript',
      path: 'a.ts',
      code: `${javascript}export async function ask(input: string) {
  const { usage } = await client.responses.create({ model: MODEL, input, max_output_tokens: 100 });
  const tokens = usage?.input_tokens ?? 0;
  return { tokens, cost: ⟦usage!.input_tokens⟧ * inputPrice };
}`,
      messages: [/^usage!\.input_tokens includes cached tokens, which cost less/],
    },
  ],
});
