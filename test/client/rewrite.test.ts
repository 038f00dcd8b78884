import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { EndlessAnswer, readAnswer } from '../../src/client/readAnswer';
import { askForRewrite, type Turn } from '../../src/client/rewrite';
import type { RewriteCheck, RewriteOffer } from '../../src/protocol';

const task = { version: 1, request: 'Shorten them.', units: 2 };
const offer = (unit: number): RewriteOffer => ({ units: [unit], before: 'old', after: 'new', edits: [], tokensSaved: 1 });

describe('asking a model for a rewrite', () => {
  const talk = async (checks: readonly (RewriteCheck | null)[]) => {
    const asked: Turn[][] = [];
    const result = await askForRewrite(
      task,
      async (turns) => {
        asked.push([...turns]);
        return `answer ${asked.length}`;
      },
      async () => checks[asked.length - 1]!,
    );
    return { asked, result };
  };

  it('ends with the first answer of which nothing is refused', async () => {
    const { asked, result } = await talk([{ offers: [offer(1)], refused: 0, retry: null }]);
    assert.deepEqual(result, { offers: [offer(1)], refused: 0 });
    assert.deepEqual(asked, [[{ role: 'user', text: 'Shorten them.' }]]);
  });
  it('asks once more with the faults named, and keeps what was good before', async () => {
    const again: RewriteCheck = { offers: [{ ...offer(1), after: 'other' }, offer(2)], refused: 1, retry: 'Still wrong.' };
    const { asked, result } = await talk([{ offers: [offer(1)], refused: 1, retry: 'Not unit 2.' }, again]);
    assert.deepEqual(result, { offers: [offer(1), offer(2)], refused: 1 });
    assert.deepEqual(asked[1]?.slice(1), [
      { role: 'assistant', text: 'answer 1' },
      { role: 'user', text: 'Not unit 2.' },
    ]);
    assert.equal(asked.length, 2);
  });
  it('ends when the document has changed', async () => assert.equal((await talk([null])).result, 'gone'));
  it('gives up an answer without end', async () => {
    async function* endless() {
      for (;;) yield 'la '.repeat(100);
    }
    await assert.rejects(readAnswer(endless(), 10_000), EndlessAnswer);
  });
});
