import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { askForRewrite, type Turn } from '../../src/client/rewrite';
import type { RewriteCheck } from '../../src/protocol';

const task = { version: 1, instruction: 'Shorten it.', text: 'Please go to ⟦P1⟧.' };
const accepted: RewriteCheck = { kind: 'accepted', preview: { version: 1, title: '', edits: [], tokensBefore: 6, tokensAfter: 4 }, lost: [] };

describe('asking a model for a rewrite', () => {
  const talk = async (answers: readonly string[], check: (answer: string) => RewriteCheck | null) => {
    const asked: Turn[][] = [];
    const result = await askForRewrite(
      task,
      async (turns) => {
        asked.push([...turns]);
        return answers[asked.length - 1]!;
      },
      async (answer) => check(answer),
    );
    return { asked, result };
  };
  const judge = (answer: string): RewriteCheck => (answer === 'good' ? accepted : { kind: 'rejected', retry: `Not ${answer}.` });

  it('ends with the first answer that can be taken', async () => {
    const { asked, result } = await talk(['good'], judge);
    assert.equal(result, accepted);
    assert.deepEqual(asked, [[{ role: 'user', text: 'Shorten it.\n\nPlease go to ⟦P1⟧.' }]]);
  });
  it('names the faults of the first answer for one more try', async () => {
    const { asked, result } = await talk(['bad', 'good'], judge);
    assert.equal(result, accepted);
    assert.deepEqual(asked[1]?.slice(1), [
      { role: 'assistant', text: 'bad' },
      { role: 'user', text: 'Not bad.' },
    ]);
  });
  it('gives up after two answers', async () => {
    const { asked, result } = await talk(['bad', 'worse', 'good'], judge);
    assert.equal(result, 'rejected');
    assert.equal(asked.length, 2);
  });
  it('ends when the document has changed', async () => assert.equal((await talk(['good'], () => null)).result, 'gone'));
});
