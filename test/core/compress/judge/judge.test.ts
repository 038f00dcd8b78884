import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { judgePair } from '../../../../src/core/compress';
import { pairs } from './pairs';
import { pairsAside } from './pairsAside';
import type { Pair } from './readPairs';

/** Share of pairs that are judged right: changes refused, and what keeps the meaning taken. */
function rightShares(all: readonly Pair[]): { refused: number; kept: number } {
  const share = (some: readonly Pair[], keeps: boolean) =>
    some.filter(({ before, after }) => (judgePair(before, after).length === 0) === keeps).length / some.length;
  return {
    refused: share(
      all.filter(({ kind }) => kind !== 'keeps'),
      false,
    ),
    kept: share(
      all.filter(({ kind }) => kind === 'keeps'),
      true,
    ),
  };
}

describe('the judge of two prompts', () => {
  for (const [name, all] of Object.entries({ 'the pairs that it was built with': pairs, 'the pairs that were put aside': pairsAside })) {
    it(`refuses 98 % of the changes among ${name}, and takes 85 % of the others`, () => {
      const { refused, kept } = rightShares(all);
      assert.ok(refused >= 0.98, `${refused} of the changes refused`);
      assert.ok(kept >= 0.85, `${kept} of the others taken`);
    });
  }
  it('has 60 pairs and more of each class, in three languages', () => {
    for (const kind of new Set(pairs.map((pair) => pair.kind))) {
      const some = [...pairs, ...pairsAside].filter((pair) => pair.kind === kind);
      assert.ok(some.length >= 60, kind);
      assert.equal(new Set(some.map(({ language }) => language)).size, 3, kind);
    }
  });

  const kinds: [kind: string, before: string, after: string][] = [
    ['number', 'Wait 30 seconds before you retry.', 'Wait 45 seconds before you retry.'],
    ['unit', 'Wait 30 seconds before you retry.', 'Wait 30 minutes before you retry.'],
    ['negation', 'Do not ask for the password.', 'Ask for the password.'],
    ['modal', 'You must cite the source.', 'You may cite the source.'],
    ['modal', 'You must encrypt the file.', 'You should encrypt the file.'],
    ['condition', 'If the text is short, translate it.', 'Translate the text.'],
    ['condition', 'Wenn der Kunde nicht antwortet, schließe den Fall.', 'Wenn der Kunde antwortet, schließe den Fall.'],
    ['quantifier', 'Usa como máximo dos frases.', 'Usa como mínimo dos frases.'],
    ['quantifier', 'Only the admin may delete accounts.', 'The admin may only delete accounts.'],
    ['party', 'The nurse informs the doctor.', 'The doctor informs the nurse.'],
    ['order', 'First read the text, then list the names.', 'First list the names, then read the text.'],
    ['lost', 'List the risks. Do not list solved ones.', 'List the risks.'],
    ['added', 'Check the spelling.', 'Check the spelling and the facts.'],
    ['placeholder', 'Greet {name} kindly.', 'Greet the user kindly.'],
    ['literal', 'End with "Goodbye".', 'End with "Bye".'],
  ];
  for (const [kind, before, after] of kinds) {
    it(`calls a change by its kind: ${kind}, ${after}`, () => {
      const findings = judgePair(before, after);
      assert.ok(
        findings.some((finding) => finding.kind === kind),
        JSON.stringify(findings),
      );
    });
  }
  it('tells where both sides stand, in offsets of their texts', () => {
    const [before, after] = ['Be brief. Wait 30 seconds.', 'Wait 30 minutes. Be brief.'];
    const [finding] = judgePair(before, after);
    assert.equal(before.slice(finding!.before!.start, finding!.before!.end), '30 seconds');
    assert.equal(finding!.before!.text, '30 seconds');
    assert.equal(after.slice(finding!.after!.start, finding!.after!.end), finding!.after!.text);
  });

  const same = ['', 'Answer in French.', '# Title\n\n- one\n- two\n\n```\ncode {x}\n```\n', '你好,请总结以下文本。', 'x'.repeat(50_000)];
  for (const text of same) it(`finds nothing between a text and itself: ${text.slice(0, 20)}`, () => assert.deepEqual(judgePair(text, text), []));
  it('says that all went where nothing is left, and that all is new where nothing was', () => {
    assert.deepEqual(
      judgePair('Name the capital of Peru.', '').map(({ kind }) => kind),
      ['lost'],
    );
    assert.deepEqual(
      judgePair('', 'Name the capital of Peru.').map(({ kind }) => kind),
      ['added'],
    );
  });
  it('does not know languages without tables, and then takes no other word', () => {
    assert.notEqual(judgePair('Kirjoita lyhyt vastaus asiakkaalle.', 'Kirjoita pitkä vastaus asiakkaalle.').length, 0);
    assert.deepEqual(judgePair('Kirjoita lyhyt vastaus.\nOle ystävällinen.', 'Ole ystävällinen.\nKirjoita lyhyt vastaus.'), []);
  });
});
