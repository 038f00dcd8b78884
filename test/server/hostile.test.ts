import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { priceBasis } from '../../src/server/markdown';

describe('hovers', () => {
  it('show a model id as it is written, so that no picture in it is fetched', () => {
    const [line = ''] = priceBasis({ kind: 'unknown', id: 'x`\n\n![p](https://evil.example/p.png)\n\n<img src="https://evil.example">' });
    assert.equal(line.split('`').length, 3, line);
    assert.ok(!line.includes('\n'), line);
  });
});
