import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { chatOverhead, frameTokens } from '../../../src/core/tokenizers/messages';

const words = (text: string) => text.split(' ').length;

describe('tokens around the messages', () => {
  it('are three for the answer, three and the role for a message, one and the name for a name', () => {
    const messages = [{ role: 'system' }, { role: 'user', name: 'ada lovelace' }];
    const expected = { tokens: 14, low: 14, high: 14, accuracy: 'exact' };
    assert.deepEqual(frameTokens({ provider: 'openai', name: 'gpt-4o' }, messages, words), expected);
    assert.deepEqual(frameTokens({ provider: 'azure', name: 'my-deployment' }, messages, words), expected);
    assert.deepEqual(chatOverhead('openai', messages, words), expected);
    assert.equal(chatOverhead('openai', [], words).tokens, 0);
  });

  it("are what Claude's vendor counts for one message, and approximate", () => {
    const one = (name: string) => frameTokens({ provider: 'aws', name }, [{ role: 'user' }], words);
    assert.deepEqual(one('anthropic.claude-sonnet-4-6'), { tokens: 7, low: 3, high: 14, accuracy: 'approximate' });
    assert.deepEqual(one('anthropic.claude-opus-4-7'), { tokens: 12, low: 6, high: 24, accuracy: 'approximate' });
  });

  it('are approximate where the vendor does not publish them', () => {
    assert.deepEqual(chatOverhead('mistral', [{ role: 'user' }], words), { tokens: 7, low: 0, high: 21, accuracy: 'approximate' });
  });
});
