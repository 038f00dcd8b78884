import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Language } from '../../../src/core/languages/language';
import typescript from '../../../src/core/languages/typescript';
import tsx from '../../../src/core/languages/typescriptreact';
import { readFacts } from '../../helpers/facts';
import { show } from '../../helpers/showFacts';

const read = (text: string, language: Language = typescript) => readFacts(text, language);

describe('JavaScript and TypeScript that is broken or nests deep', () => {
  it('reads what stands around broken code', async () => {
    const facts = await read('const a = f("x");\nconst b = g({ model: "m", ;\nconst c = h("y");');
    assert.ok(facts.calls.some(({ callee }) => show(callee) === 'f'));
    assert.ok(facts.calls.some(({ callee }) => show(callee) === 'h'));
    assert.ok(facts.errors.length > 0);
  });

  it('never throws on code cut off anywhere', async () => {
    const text =
      'import O, { a as b } from "o"; class A extends B { constructor(private x: O, { y = 1 }: P) { this.x = `a${y}`; } } for (const [k] of z) f?.({ k, ...[1] }, <T>(q) => q!) ;';
    for (let end = 0; end <= text.length; end++) {
      for (const language of [typescript, tsx]) await assert.doesNotReject(read(text.slice(0, end), language), `cut at ${end}`);
    }
  });

  const times = (text: string) => text.repeat(5000);
  const deep: [string, string, number][] = [
    ['a sum', `x = "a"${times(' + "b"')}`, 1],
    ['alternatives', `x = a${times(' || "b"')}`, 5000],
    ['else-if', `if (a) b();${times(' else if (a) c("d");')}`, 5000],
    ['brackets', `x = ${times('[')}${times(']')}`, 0],
    ['calls', `x = ${times('f(')}${times(')')}`, 0],
    ['blocks', `${times('{')}${times('}')}`, 0],
    ['functions', `${times('() => ')}1`, 0],
    ['unclosed objects', times('f({ a: ['), 0],
  ];
  for (const [name, text, strings] of deep) {
    it(`survives 5,000 levels of ${name}`, async () => {
      assert.equal((await read(text)).strings.length, strings);
    });
  }
});
