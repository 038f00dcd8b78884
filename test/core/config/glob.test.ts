import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { matchesName, specificityOf } from '../../../src/core/config/glob';

describe('globs of names', () => {
  it('let a star span slashes', () => {
    assert.ok(matchesName('openrouter/*sonnet*', 'openrouter/anthropic/claude-sonnet-5'));
    assert.ok(matchesName('*/gpt-5', 'azure/eu/gpt-5'));
    assert.ok(!matchesName('*/gpt-5', 'gpt-5'));
    assert.ok(!matchesName('gpt-5', 'gpt-5-mini'));
  });

  it('are the narrower the more characters they spell out', () => {
    assert.ok(specificityOf('app/chat*.py') > specificityOf('app/**'));
    assert.equal(specificityOf('[abc]?*'), 0);
  });
});
