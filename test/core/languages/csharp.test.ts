import { describe } from 'mocha';
import csharp from '../../../src/core/languages/csharp';
import { testFacts, testRobustness, testValues } from '../../helpers/languageCases';

describe('C#', () => {
  testValues(csharp, (source) => `var v = ${source};`, [
    ['"a\\n\\u0041"', "'a\\nA'"],
    ['@"a ""b"" c\\n"', "'a \\'b\\' c\\\\n'"],
    ['"""\n    Hello "x"\n      there\n    """', "'Hello \\'x\\'\\n  there'"],
    ['$"hi {q,5:N2} {{x}} \\n"', "'hi <q> {x} \\n'"],
    ['$@"a ""{q}"" b"', "'a \\'<q>\\' b'"],
    ['$$"""\n  {{q}} {x}\n  """', "'<q> {x}'"],
    ['"a" + b', "'a<b>'"],
    ['string.Format("a {0} {1:N}", q, n)', "'a <q> <n>'"],
    ['string.Join("\\n", new[] { "a", "b" })', "'a\\nb'"],
    ['Env("M") ?? "gpt"', "(Env('M') ?? 'gpt')"],
    ['c ? "a" : "b"', "('a' | 'b')"],
    ['x switch { 1 => "a", _ => "b" }', "('a' | 'b')"],
    ['new O { Max = 5, ["k"] = 1 }', 'new O()'],
    ['new { model = "x", q }', "{model: 'x', q: q}"],
    ['new List<M> { new M("u") }', "[new M('u')]"],
    ['new Dictionary<string, int> { ["b"] = 2 }', '{b: 2}'],
    ['["a", .. rest]', "['a', ...rest]"],
    ['(1, "a")', "[1, 'a']"],
    ['(string)null!', 'null'],
    ['a?.B?.C(1)', 'a.B.C(1)'],
    ['nameof(x)', 'nameof(x)'],
    ['-1_000', '-1000'],
    ['" a ".Trim()', "'a'"],
  ]);

  testFacts(csharp, 'imports', [
    [
      'reads usings',
      'using OpenAI.Chat;\nusing static System.Math;\nusing Foo = A.B.C;\nglobal using X;\n',
      ['* OpenAI.Chat -', '* System.Math -', 'Foo A.B C', '* X -'],
    ],
  ]);

  testFacts(csharp, 'bindings', [
    [
      'binds fields, properties and targets of new()',
      'class A(string key) : B {\n  private readonly ChatClient _c = new("m", key);\n  string Name { get; set; } = "n";\n  ChatClient _d;\n  A(string k) { _d = new ChatClient("m", k); this._c = _d; }\n  void F(string q = "d") { var m = new List<M>(); m.Add(x); m.AddRange(y); o.T = 1; foreach (var u in m) { s += u; } }\n}\n',
      [
        'this.key: string assign -',
        "this._c: ChatClient assign new ChatClient('m', key)",
        "this.Name: string assign 'n'",
        'this._d: ChatClient assign -',
        "this._d assign new ChatClient('m', k)",
        'this._c assign _d',
        'm assign []',
        'm append x',
        'm extend y',
        'this.o[T] set 1',
        'u item m',
        'this.s add u',
      ],
    ],
  ]);

  testFacts(csharp, 'calls', [
    [
      'reads named arguments, await, initialisers and loops',
      'async Task F() {\n  for (;;) { var r = await c.AskAsync(m, options: o); }\n  var p = new P("k") { Max = 1 };\n  var t = xs.Select(x => g(x)).ToList();\n  F(new() { A = "b" });\n}\n',
      [
        'await c.AskAsync(m, options=o) -> r in for!',
        "new P('k'){Max: 1} -> p",
        'xs.Select(fn) -> t',
        'g(x) in callback',
        'F(new ?())',
        "new ?(){A: 'b'}",
      ],
    ],
  ]);

  testRobustness(
    csharp,
    'using OpenAI.Chat;\n\nclass A {\n  const string P = """\n    Hello gpt\n      there\n    """;\n  ChatClient c = new("gpt");\n\n  async Task<string> Ask(string q) {\n    foreach (var x in xs) { await c.AskAsync([new M($"gpt {q}")], new O { Max = 1 }); }\n    return @"a ""gpt""" + q;\n  }\n}\n',
    ['('.repeat(3000), 'a' + '.B()'.repeat(3000), '"a"' + ' + "b"'.repeat(3000), 'f(() => {'.repeat(1000)].map((text) => `var v = ${text};`),
  );
});
