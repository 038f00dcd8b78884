import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { chatOverhead, imageTokens, toolOverhead } from '../../../src/core/tokenizers/messages';

const words = (text: string) => text.split(' ').length;

describe('tokens around the text', () => {
  it('are three for the answer, three and the role for a message, one and the name for a name', () => {
    const messages = [{ role: 'system' }, { role: 'user', name: 'ada lovelace' }];
    assert.deepEqual(chatOverhead('openai', messages, words), { tokens: 14, low: 14, high: 14, accuracy: 'exact' });
    assert.equal(chatOverhead('openai', [], words).tokens, 0);
  });

  it('are approximate where the provider does not publish them', () => {
    assert.deepEqual(chatOverhead('anthropic', [{ role: 'user' }], words), { tokens: 7, low: 0, high: 21, accuracy: 'approximate' });
  });

  it('are nine around tools, five with a system message', () => {
    assert.equal(toolOverhead(100, false).tokens, 109);
    assert.deepEqual(toolOverhead(95, true), { tokens: 100, low: 85, high: 115, accuracy: 'approximate' });
    assert.equal(toolOverhead(0, true).tokens, 0);
  });

  it('of an image go by its tiles', () => {
    assert.equal(imageTokens(4000, 3000, 'low'), 85);
    assert.equal(imageTokens(512, 512, 'high'), 85 + 170);
    assert.equal(imageTokens(1024, 1024, 'high'), 765);
    assert.equal(imageTokens(2048, 4096, 'high'), 1105);
  });
});
