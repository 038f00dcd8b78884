import { describe } from 'mocha';
import python from '../../../src/core/languages/python';
import { testFacts, testRobustness, testValues } from '../../helpers/languageCases';

describe('Python', () => {
  testValues(python, (source) => `v = ${source}\n`, [
    ['"a\\n\\x41" \'b\'', "'a\\nAb'"],
    ['r"a\\n"', "'a\\\\n'"],
    ['f"hi {q!r:>5} {{x}}"', "'hi <q> {x}'"],
    ['"a" + b + "c"', "'a<b>c'"],
    ['SYSTEM_PROMPT + text', "'<SYSTEM_PROMPT><text>'"],
    ['[1] + more', '[1, ...more]'],
    ['"a %s %(n)s" % x', "'a <%s> <n>'"],
    ['"a {} {n}".format(x, n=y)', "'a <> <n>'"],
    ['"\\n".join(["a", b])', "'a\\n<b>'"],
    ['textwrap.dedent("""\n  a\n    b""")', "'\\na\\n  b'"],
    ['os.getenv("M", "gpt")', "(? ?? 'gpt')"],
    ['a or "b"', "(a ?? 'b')"],
    ['"a" if c else "b"', "('a' | 'b')"],
    ['{"a": 1, **rest, k: 2}', '{a: 1, ...rest, ?: 2}'],
    ['dict(a=1, **rest)', '{a: 1, ...rest}'],
    ['{"a": 1} | more', '{a: 1, ...more}'],
    ['prompt | llm | StrOutputParser()', 'prompt | llm | new StrOutputParser()'],
    ['(prompt | llm) | parser', 'prompt | llm | parser'],
    ['prompt.__or__(llm)', 'prompt | llm'],
    ['(1, "a")', "[1, 'a']"],
    ['[f(x) for x in xs]', 'each f(x)'],
    ['{k: v for k, v in p.items() if v}', '{...p}'],
    ['(yes := "a")', "'a'"],
    ['-1_000', '-1000'],
    ['2 * 512', '1024'],
    ['await client.chat(x)', 'client.chat(x)'],
    ['a["b"].c', 'a.b.c'],
    ['str(x)', 'x'],
    ['lambda x: x', 'fn'],
  ]);

  testFacts(python, 'bindings', [
    [
      'binds what a with statement names',
      'with A("k") as a, open(p) as (b, c), d.e() as self.f:\n  pass\nasync def g():\n  async with B() as h:\n    pass\n',
      ["a assign new A('k')", 'b assign -', 'c assign -', 'this.f assign d.e()', 'h assign new B()'],
    ],
    ['binds what an expression names', 'if (n := f()) > 1:\n  pass\n', ['n assign f()']],
    [
      'binds fields, members and keys',
      'class A:\n  x = 1\n  def m(self, q="d"):\n    self.x = q\n    self.y["k"] = 2\n    o.p = 3\n    l.append(4)\n    l.extend(m)\n    d.update(a=5)\n    s += "t"\n',
      ['this.x assign 1', 'this.x assign q', 'this.y[k] set 2', 'o[p] set 3', 'l append 4', 'l extend m', 'd[a] set 5', "s add 't'"],
    ],
    [
      'binds several targets',
      'a = b = 1\nc, d = 2, 3\nfor i, x in enumerate(xs):\n  pass\n',
      ['a assign 1', 'b assign 1', 'c assign 2', 'd assign 3', 'i item ?', 'x item xs'],
    ],
  ]);

  testFacts(python, 'imports', [
    [
      'reads imports',
      'import openai\nimport a.b\nimport a.b as c\nfrom .d import e, f as g\nfrom h import *\n',
      ['openai openai -', 'a a -', 'c a.b -', 'e .d e', 'g .d f', '* h -'],
    ],
  ]);

  testFacts(python, 'calls', [
    [
      'reads keywords, spreads, awaits and handed-on functions',
      'async def f():\n  while True:\n    r = await c.ask(m, *a, k=1, **o)\n  await asyncio.to_thread(c.ask, m)\n',
      ['await c.ask(m, ...a, k=1, ...o) -> r in while!', 'await asyncio.to_thread(c.ask, m)', 'c.ask(m)'],
    ],
  ]);

  testRobustness(
    python,
    'from openai import OpenAI\n\nclass A(B):\n    """doc gpt"""\n    m: str = "gpt"\n\n    @tool("gpt")\n    def f(self, q: Annotated[str, "gpt"] = "gpt") -> str:\n        """doc gpt"""\n        for x in xs:\n            try:\n                return self.c.ask(f"gpt {q}", model="gpt")\n            except E:\n                continue\n',
    [
      ...['('.repeat(3000), `a${'.b()'.repeat(3000)}`, `"a"${' + "b"'.repeat(3000)}`, 'lambda: '.repeat(1000)].map((text) => `v = ${text}\n`),
      `${Array.from({ length: 90 }, (_, depth) => `${' '.repeat(depth)}if x:\n`).join('')}${' '.repeat(90)}f("a")\n`,
    ],
  );
});
