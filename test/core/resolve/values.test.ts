import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { python, resolve, typescript, valuesIn } from './source';

describe('values', () => {
  for (const [what, text, values, language] of [
    ['a constant', 'x = "A"\nask(x)', ['"A"']],
    ['the last assignment that is certain to be passed', 'x = "A"\nx = "B"\nask(x)\nx = "C"', ['"B"']],
    ['all that branches may assign', 'x = "A"\nif c:\n    x = "B"\nelif d:\n    x = "C"\nask(x)', ['"A"', '"B"', '"C"']],
    ['what its own branch assigns', 'x = "A"\nif c:\n    x = "B"\n    ask(x)', ['"B"']],
    ['the items of a list that a loop goes through', 'for x in ["A", "B"]:\n    ask(x)', ['"A"', '"B"']],
    ['a text that a loop makes longer', 'x = "A"\nfor i in y:\n    x = x + "B"\nask(x)', ['"A"', '"<x>B"', 'open', 'grows']],
    ['a default', 'def f(x="A"):\n    ask(x)', ['"A"', 'byDefault']],
    ['a parameter', 'def f(x):\n    ask(x)', ['open']],
    ['what a function returns', 'def f(a):\n    if a:\n        return "A"\n    return "B"\nask(f(1))', ['"A"', '"B"']],
    ['what a function may return besides', 'def f(a):\n    if a:\n        return "A"\n    return a\nask(f(1))', ['"A"', 'open']],
    ['a field that a base class sets', 'class A:\n    m = "A"\nclass B(A):\n    def f(self):\n        ask(self.m)', ['"A"']],
    ['a member of an object', 'x = {"a": {"b": "A"}}\nask(x["a"]["b"])', ['"A"']],
    ['names that lead to each other', 'while c:\n    m = f(n)\n    n = f(m)\nask(m)', ['f(n)']],
    ['names that are each other', 'while c:\n    m = n\n    n = m\nask(m)', ['open']],
    ['functions that call each other', 'def f():\n    return g()\ndef g():\n    return f()\nask(f())', ['f()', 'open']],
    ['a class that is its own base', 'class A(A):\n    def f(self):\n        ask(self.m)', ['open']],
    ['classes that are bases of each other', 'class A(B):\n    def f(self):\n        ask(self.m)\nclass B(A):\n    pass', ['open']],
    ['a choice', 'const x = c ? "A" : "B"; ask(x)', ['"A"', '"B"'], typescript],
    ['a fallback', 'ask(given ?? "A")', ['"A"', 'byDefault'], typescript],
    ['cyclic constants', 'let m = f(n); let n = f(m); ask(m)', ['f(n)'], typescript],
    ['a text in which something is replaced', 'x = "Ask about TOPIC"\nask(x.replace("TOPIC", topic))', ['"Ask about TOPIC"', 'open', 'grows']],
    ['an id of which something is cut', 'x = "a/b"\nask(x.replace("a/", ""))', ['"a/b"']],
    ['a text without the blanks around it', 'x = "Hi"\nask(x.strip())', ['"Hi"']],
    ['a part of a list', 'const x = ["A", "B"]; ask(x.slice(-1))', ['["A", "B"]', 'open'], typescript],
    ['a copy of a list', 'const x = ["A", "B"]; ask(x.slice())', ['["A", "B"]'], typescript],
  ] as const)
    it(`of ${what}`, async () => assert.deepEqual(await valuesIn(text, language ?? python), values));

  it('of an entry that a spread may set are open', async () => {
    for (const [text, open] of [
      ['ask({"a": 1, **more})', true],
      ['ask({**more, "a": 1})', false],
      ['x = {"a": 1}\nx.update(more)\nask(x)', true],
      ['x = {"a": 1}\nask(x)', false],
    ] as const) {
      const { resolver, asked } = await resolve(text);
      assert.equal(resolver.entry(asked, 'a')?.open, open, text);
    }
  });
});
