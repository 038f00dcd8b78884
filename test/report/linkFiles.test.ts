import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type PromptReport, withoutCalls } from '../../src/report';
import { sampleCall, sampleFile } from './sample';

const prompt = (endColumn: number): PromptReport => ({
  startLine: 3,
  startColumn: 12,
  endLine: 3,
  endColumn,
  role: 'system',
  templated: false,
  tokens: 8,
  placeholders: [],
  call: 0,
  calls: [0],
});

describe('a file whose definition another file asks', () => {
  it('keeps the texts that are written in it, and drops those that it read from a third', () => {
    const { file } = sampleFile([], [sampleCall({ site: 'definition' })]);
    const left = withoutCalls({ ...file, prompts: [prompt(40), prompt(12)] }, new Set([0]));
    assert.deepEqual(left.calls, []);
    assert.deepEqual(left.prompts, [{ ...prompt(40), call: null, calls: [] }]);
  });

  it('keeps all that a request of its own sends', () => {
    const { file } = sampleFile([], [sampleCall(), sampleCall({ site: 'definition' })]);
    const left = withoutCalls({ ...file, prompts: [prompt(12)] }, new Set([1]));
    assert.deepEqual(left.prompts, [prompt(12)]);
  });
});
