import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import go from '../../../src/core/languages/go';
import type { Language } from '../../../src/core/languages/language';
import { show } from '../../helpers/showFacts';
import { python, resolve, typescript } from './source';

/** What is done to what `ask(…)` is given, as `kind value`. */
async function changesOf(text: string, language: Language = python): Promise<string[]> {
  const { resolver, asked } = await resolve(text, language);
  return resolver.changes(asked).map(({ kind, value }) => `${kind} ${show(value)}`);
}

describe('what is done to a list', () => {
  for (const [what, text, expected] of [
    ['nothing where it is only read', 'x = [1]\nprint(x, len(x))\ny = x[0]\nask(x)\n', []],
    ['what a method adds', 'x = [1]\nx.append(2)\nx.insert(0, 3)\nask(x)\n', ['append 2', 'append 3']],
    ['a change at a place, which is not told apart', 'x = [1]\nx[0]["a"] = 2\ndel x[1]\nx.pop()\nask(x)\n', ['change 2', 'change -', 'change -']],
    ['what functions add to a variable of the file', 'x = [1]\ndef f():\n    x.append(2)\nask(x)\n', ['append 2']],
    ['what a function in sight does to what it is given', 'def f(l, n):\n    l.append(n)\nx = [1]\nf(x, 2)\nask(x)\n', ['append n']],
    ['a change by a function that is not in sight', 'from m import f\nx = [1]\nf(x)\nask(x)\n', ['change -']],
    ['nothing by a function that is given a text', 'from m import f\nx = "a"\nf(x)\nask(x)\n', []],
    ['what is done by another name', 'x = [1]\ny = x\ny.append(2)\nask(x)\n', ['append 2']],
    ['nothing that is done to a copy', 'x = [1]\ny = x.copy()\ny.append(2)\nask(x)\n', []],
    ['what is done in an object that holds it', 'x = [1]\ny = {"a": x, "b": 1}\ny["a"].append(2)\ny["b"] = 3\nask(x)\n', ['append 2']],
    ['a change of its items', 'x = [1]\nfor y in x:\n    y["a"] = 2\nask(x)\n', ['change 2']],
    ['what is added under a key', 'o = {"a": [1]}\no["a"].append(2)\nask(o["a"])\n', ['append 2']],
    ['a field of a class that is changed through it', 'class A:\n    x = [1]\nA.x.append(2)\nask(A.x)\n', ['append 2']],
  ] as const)
    it(`is ${what}`, async () => assert.deepEqual(await changesOf(text), expected));

  it('is told in TypeScript, too', async () => {
    const text = 'const o = { a: [1] };\no.a.push(2);\no.a[0].b = 3;\no.a.splice(0, 1, 4);\nask(o.a);\n';
    assert.deepEqual(await changesOf(text, typescript), ['append 2', 'change 3', 'change -', 'append 4']);
  });

  it('is nothing by a function that gets a copy, but by one that gets a reference', async () => {
    const text = (arg: string) => `package a\nfunc f() {\n x := []T{1}\n use(${arg})\n ask(x)\n}\n`;
    assert.deepEqual(await changesOf(text('x'), go), []);
    assert.deepEqual(await changesOf(text('&x'), go), ['change -']);
  });
});

describe('a name that other functions assign', () => {
  for (const [what, text, language, expected] of [
    ['has their values, too', 'x = 1\ndef f():\n    global x\n    x = 2\ndef g():\n    ask(x)\n', python, ['1', '2']],
    ['keeps its own where they have one of the same name', 'x = 1\ndef f():\n    x = 2\ndef g():\n    ask(x)\n', python, ['1']],
    ['has the one that was assigned last in the same function', 'let x = 1;\nfunction f() { x = 2; ask(x); }\n', typescript, ['2']],
    ['has both in a third', 'let x = 1;\nfunction f() { x = 2; }\nfunction g() { ask(x); }\n', typescript, ['1', '2']],
  ] as const)
    it(what, async () => {
      const { resolver, asked } = await resolve(text, language);
      assert.deepEqual(
        resolver.valuesOf(asked).values.map((value) => (value.kind === 'class' ? 'class' : show(value))),
        expected,
      );
    });
});
