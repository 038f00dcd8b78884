import { claude, python as openai, testRule } from '../../helpers/rules';

const blocks = (first: string, second: string) =>
  `system=[{"type": "text", "text": a, "cache_control": {"type": "ephemeral"${first}}}, {"type": "text", "text": b, "cache_control": {"type": "ephemeral"${second}}}]`;
const ask = (rest: string, model = 'claude-sonnet-4-6') =>
  `${claude}client.messages.create(model="${model}", messages=[{"role": "user", "content": "Hi."}], ${rest})`;
const hour = ', "ttl": "1h"';

testRule('refused-request', {
  valid: [
    { name: 'a limit of 16', code: `${openai}client.responses.create(model="gpt-4.1", input="Hi.", max_output_tokens=16)` },
    { name: 'a small limit of another API', code: `${openai}client.chat.completions.create(model="gpt-4.1", messages=[], max_completion_tokens=5)` },
    { name: 'a budget below the limit', code: ask('max_tokens=4000, thinking={"type": "enabled", "budget_tokens": 2000}') },
    { name: 'an hour before five minutes', code: ask(`max_tokens=5, ${blocks(hour, '')}`) },
    { name: 'a long answer that is streamed', code: ask('max_tokens=64000, stream=True') },
    { name: 'a long answer with a timeout of its own', code: ask('max_tokens=64000, timeout=600') },
    { name: 'adaptive thinking', code: ask('max_tokens=4000, thinking={"type": "adaptive"}', 'claude-opus-4-7') },
  ],
  invalid: [
    {
      name: 'a limit below 16',
      code: `${openai}client.responses.create(model="gpt-4.1", input="Hi.", ⟦max_output_tokens=10⟧)`,
      severity: 'error',
      messages: ['The Responses API takes no limit below 16.'],
      fixes: { 'Raise the limit to 16 tokens': `${openai}client.responses.create(model="gpt-4.1", input="Hi.", max_output_tokens=16)` },
    },
    {
      name: 'a budget of thinking as large as the limit',
      code: ask('⟦max_tokens=4000⟧, thinking={"type": "enabled", "budget_tokens": 8000}'),
      messages: ['A thinking budget of 8,000 tokens has to be below the output limit of 4,000.'],
      fixes: null,
    },
    {
      name: 'an hour behind five minutes',
      code: ask(
        'max_tokens=5, system=[{"type": "text", "text": a, "cache_control": {"type": "ephemeral"}}, {"type": "text", "text": b, "cache_control": ⟦{"type": "ephemeral", "ttl": "1h"}⟧}]',
      ),
      messages: ['A breakpoint for 1h (an hour) has to stand before those for five minutes.'],
      fixes: null,
    },
    {
      name: 'a long answer without a stream',
      code: ask('⟦max_tokens=64000⟧'),
      messages: ['Above 21,333 tokens of output the SDK asks for a stream.'],
      fixes: null,
    },
    {
      name: 'thinking of a fixed budget where only adaptive thinking is left',
      code: ask('max_tokens=4000, thinking={"type": "enabled", "budget_tokens": 2000}', 'claude-opus-4-7').replace('create', '⟦create⟧'),
      messages: ['claude-opus-4-7 takes no thinking of a fixed budget: use adaptive thinking.'],
      fixes: null,
    },
  ],
});
