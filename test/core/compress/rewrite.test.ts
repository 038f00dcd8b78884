import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { judgeRewrite, rewriteTask } from '../../../src/core/compress';
import { changedWords } from '../../../src/core/compress/rewrite/place';
import { lostRequirements } from '../../../src/core/compress/rewrite/requirements';
import { applyEdits } from '../../../src/core/compress/spans';
import { defaultSettings } from '../../../src/core/config';
import type { Segment } from '../../../src/core/types';
import { createTestEngine } from '../../helpers/engine';
import { count } from './count';

const plain = (text: string): Segment[] => [{ kind: 'text', text, span: { start: 0, end: text.length }, escapes: [] }];
const judge = (text: string, answer: string) => judgeRewrite(plain(text), answer, text, count);
/** The text after an accepted answer, else what was wrong with it. */
const outcome = (text: string, answer: string): string => {
  const verdict = judge(text, answer);
  return verdict.kind === 'accepted' ? applyEdits(text, verdict.edits) : verdict.violations.map(({ kind, item }) => `${kind} ${item}`).join(', ');
};

const text =
  'Please read the letter of {{ guest }} with great care, and then write an answer that has at most 90 words. You must not promise a refund. See https://a.example/rules for all of the rules, and end with "Kind regards".\n';
const good =
  'Read the letter of ⟦P1⟧, then write an answer of at most 90 words. You must not promise a refund. See https://a.example/rules for all rules; end with "Kind regards".';
const restored = `${good.replace('⟦P1⟧', '{{ guest }}')}\n`;

describe('the task of a rewrite', () => {
  it('has marks for placeholders of code and of templates, and nothing else changed', () => {
    const segments: Segment[] = [...plain('Greet {{ guest }} and '), { kind: 'placeholder', name: 'name', span: null }, ...plain(', <b>.')];
    assert.equal(rewriteTask(segments).text, 'Greet ⟦P1⟧ and ⟦P2⟧, ⟦P3⟧.');
    assert.match(rewriteTask(segments).instruction, /⟦P1⟧/);
  });
});

describe('the judgement of a rewrite', () => {
  it('takes an answer that keeps all, with the placeholders and the white space at the edges back', () => {
    assert.equal(outcome(text, good), restored);
    assert.equal(outcome(text, `\`\`\`text\n${good}\n\`\`\``), restored);
  });
  it('says what it saves, by a recount of the static text', () => {
    const verdict = judge(text, good);
    assert.ok(verdict.kind === 'accepted');
    assert.deepEqual([verdict.tokensBefore, verdict.tokensAfter], [count(text), count(restored)]);
    assert.deepEqual(verdict.lost, []);
  });

  const faults: [string, string, string][] = [
    ['a lost mark', good.replace('⟦P1⟧', 'the guest'), 'missing placeholder, missing number'],
    ['a mark that nobody gave', good.replace('⟦P1⟧', '⟦P1⟧ ⟦P9⟧'), 'added placeholder, added number'],
    ['a mark that stands twice', good.replace('⟦P1⟧', '⟦P1⟧ ⟦P1⟧'), 'added placeholder, added number'],
    ['another number', good.replace('90', '80'), 'missing number, added number'],
    ['a new address', good.replace('promise', 'https://b.example promise'), 'added url'],
    ['a lost literal', good.replace('"Kind regards"', 'regards'), 'missing literal'],
    ['a weaker modal', good.replace('must not', 'should not'), 'missing modal, added modal'],
    ['a lost quantifier', good.replace('all rules', 'rules'), 'missing quantifier'],
    ['a lost negation', good.replace('must not', 'must'), 'missing negation'],
    ['another language', `${good.slice(0, 30)} el la los las de que y en un una para con por es tu su del al se lo como`, ''],
    ['less than 5 % saved', text.replace('{{ guest }}', '⟦P1⟧').replace('great care', 'care'), 'tokens text'],
  ];
  for (const [fault, answer, expected] of faults) {
    it(`refuses ${fault}`, () => {
      const verdict = judge(text, answer);
      assert.ok(verdict.kind === 'rejected');
      if (expected) assert.equal(outcome(text, answer), expected);
      else assert.ok(verdict.violations.some(({ kind }) => kind === 'language'));
    });
  }

  it('names the faults for the second try', () => {
    const verdict = judge(text, good.replace('90', '80'));
    assert.ok(verdict.kind === 'rejected');
    assert.match(verdict.retry, /\n- missing, or there too seldom: 90 \(number\)\n- new, or there too often: 80 \(number\)/);
  });

  it('lists sentences that cannot be found again', () => {
    const before = 'Read the letter. Be warm and empathetic towards worried customers. List the open questions of the letter, each in a line.';
    const verdict = judge(before, 'Read the letter. List its open questions, each in a line.');
    assert.ok(verdict.kind === 'accepted');
    assert.deepEqual(verdict.lost, ['Be warm and empathetic towards worried customers.']);
  });
});

describe('lost requirements', () => {
  it('are none where the words come again in another form and order', () =>
    assert.deepEqual(lostRequirements('You should always summarize the documents briefly.', 'Brief summary of each document.'), []));
  it('are found in Spanish, and marks are no words', () =>
    assert.deepEqual(lostRequirements('Saluda a ⟦P1⟧. Responde con cortesía profesional.', 'Saluda a ⟦P1⟧.'), [
      'Responde con cortesía profesional.',
    ]));
});

describe('changed words', () => {
  it('make the second text out of the first', () => {
    for (const [before, after] of [
      ['a b c d', 'a c d e'],
      ['', 'new'],
      ['old', ''],
      ['one two', 'three four'],
      ['x\n\ny  z', 'x\ny z'],
      ['same', 'same'],
    ] as const)
      assert.equal(applyEdits(before, changedWords(before, after)), after);
  });
});

describe('a rewrite in source code', () => {
  const engine = createTestEngine();
  const rewritten = async (source: string, path: string, change: (marked: string) => string): Promise<string> => {
    const { rewriteTask: taskOf, judgeRewrite: judgeIn, analyze } = await engine;
    const { prompts } = await analyze({ path, text: source }, defaultSettings());
    const prompt = prompts[0]!;
    const verdict = await judgeIn(prompt, change(taskOf(prompt).text), source);
    if (verdict.kind === 'rejected') return verdict.violations.map(({ kind, item, text: what }) => `${kind} ${item} ${what}`).join(', ');
    const after = applyEdits(
      source,
      [...verdict.edits].sort((a, b) => a.start - b.start),
    );
    assert.equal((await analyze({ path, text: after }, defaultSettings())).syntaxErrors ?? 0, 0);
    return after;
  };
  const call = (literal: string) =>
    `from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": ${literal}}])\n`;

  it('leaves placeholders and escapes in their place', async () => {
    const source = call('f"Please be so kind as to read the text {text}.\\nThen say \\"done\\" to {guest}, and do it in a kind way."');
    assert.equal(
      await rewritten(source, 'a.py', (marked) =>
        marked.replace('Please be so kind as to read', 'Read').replace(', and do it in a kind way', ' kindly'),
      ),
      call('f"Read the text {text}.\\nThen say \\"done\\" to {guest} kindly."'),
    );
  });
  it('writes special characters as the literal does', async () => {
    const source = call('"Please read the text with care.\\nThen write the answer that you have found in the text, please."');
    assert.equal(
      await rewritten(source, 'a.py', () => 'Read the text.\nThen write\nthe answer.'),
      call('"Read the text.\\nThen write\\nthe answer."'),
    );
  });
  it('works over several literals and in three quotes', async () => {
    const source = call('("Please read the text with great care. "\n  "Then write the answer that you have found.")');
    assert.equal(
      await rewritten(source, 'a.py', () => 'Read the text. Then write the answer.'),
      call('("Read the text. "\n  "Then write the answer.")'),
    );
    const long = call('"""Please read the text with great care.\n\nThen write the answer.\n"""');
    assert.equal(
      await rewritten(long, 'a.py', () => 'Read the text.\n\nThen write the answer.'),
      call('"""Read the text.\n\nThen write the answer.\n"""'),
    );
  });
  it('is refused with placeholders in another order, or with what the literal cannot hold', async () => {
    const source = call('f"Please compare with great care the text {first} with the other text {second} of the guest."');
    assert.match(await rewritten(source, 'a.py', () => 'Compare text ⟦P2⟧ with ⟦P1⟧ of the guest.'), /^order placeholder ⟦P1⟧⟦P2⟧$/);
    assert.match(await rewritten(source, 'a.py', () => 'Compare the text ⟦P1⟧\nwith ⟦P2⟧.'), /^unwritable text \n$/);
    assert.match(await rewritten(source, 'a.py', () => 'Compare ⟦P1⟧ {with} ⟦P2⟧.'), /added placeholder/);
  });
});
