import { testRule } from '../../helpers/rules';

const example = '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}';
const request = (id: string) => `{"custom_id": "${id}", "method": "POST", "url": "/v1/responses", "body": {"model": "gpt-4o-mini", "input": "Hi"}}`;

testRule('invalid-record', {
  valid: [
    { name: 'training data', path: 'train.jsonl', code: `${example}\n${example}\n` },
    { name: 'a batch', path: 'batch.jsonl', code: `${request('a')}\n${request('b')}\n` },
    {
      name: 'records of which none has messages',
      path: 'node.jsonl',
      code: '{"node": "a", "inputs": {"messages": [{"role": "assistant", "content": "Hi"}]}}\n',
    },
    { name: 'lines of another kind of data', path: 'log.jsonl', code: '{"level": "info"}\n{"level": \n' },
  ],
  invalid: [
    {
      name: 'lines that are no training example',
      path: 'train.jsonl',
      code: `${example}\n⟦{"messages": [⟧\n${example}\n⟦{"messages": [{"role": "user", "content": "Hi"}]}⟧\n`,
      severity: 'warning',
      messages: ['Line 2 would be refused: Not JSON.', 'Line 4 would be refused: No message of the assistant to learn from.'],
      fixes: null,
    },
    {
      name: 'a request that uses the id of another',
      path: 'batch.jsonl',
      code: `${request('a')}\n⟦${request('a')}⟧\n`,
      messages: ['Line 2 would be refused: The custom_id a is used twice.'],
    },
    {
      name: 'those above the limit together',
      path: 'train.jsonl',
      settings: { ruleOptions: { 'invalid-record': { most: 1 } } },
      code: `${example}\n⟦[]⟧\n⟦[1]⟧\n[2]\n`,
      messages: ['Line 2 would be refused: Not a JSON object.', '2 more lines would be refused.'],
    },
  ],
});
