import { describe } from 'mocha';
import java from '../../../src/core/languages/java';
import { testFacts, testRobustness, testValues } from '../../helpers/languageCases';

describe('Java', () => {
  testValues(java, (source) => `class A { void f() { var v = ${source}; } }`, [
    ['"a\\n\\u0041"', "'a\\nA'"],
    ['"""\n    Hello "x"\\n\n      there\n    """', "'Hello \\'x\\'\\n\\n  there\\n'"],
    ['"a" + b + 1_000L', "'a<b><1_000L>'"],
    ['String.format("hi %s", q)', "'hi <q>'"],
    ['"hi %s".formatted(q)', "'hi <q>'"],
    ['" a ".strip()', "'a'"],
    ['List.of("a", b)', "['a', b]"],
    ['Map.of("k", 1)', '{k: 1}'],
    ['Optional.ofNullable(x).orElse("gpt")', "(x ?? 'gpt')"],
    ['c ? "a" : "b"', "('a' | 'b')"],
    ['new String[] {"a"}', "['a']"],
    ['new ArrayList<>()', '[]'],
    ['(String) null', 'null'],
    ['switch (x) { case 1 -> "a"; default -> "b"; }', "('a' | 'b')"],
    ['P.builder().model("m").build()', "P.builder().model('m').build()"],
    ['new Foo("k")', "new Foo('k')"],
    ['String.join("\\n", "a", "b")', "'a\\nb'"],
    ['-1.5f', '-1.5'],
    ['this.x', 'this.x'],
  ]);

  testFacts(java, 'imports', [['reads imports', 'import a.b.C;\nimport a.*;\nimport static a.B.c;\n', ['C a.b C', '* a -', 'c a.B c']]]);

  testFacts(java, 'bindings', [
    [
      'binds fields with and without this',
      'class A extends B<C> {\n  static final String P = "p";\n  private OpenAIClient client;\n  A(String k) { client = make(k); this.k = k; }\n  void f(List<String> xs) { var m = new ArrayList<String>(); m.add("a"); m.addAll(xs); for (String x : xs) { s += x; } }\n  record R(String q) {}\n}\n',
      [
        "this.P: String assign 'p'",
        'this.client: OpenAIClient assign -',
        'this.client assign make(k)',
        'this.k assign k',
        'm assign []',
        "m append 'a'",
        'm extend xs',
        'x: String item xs',
        'this.s add x',
        'this.q: String assign -',
      ],
    ],
  ]);

  testFacts(java, 'calls', [
    [
      'reads builder chains, callbacks and annotations',
      'class A {\n  @SystemMessage("You") String ask(String q) {\n    while (true) { client.create(P.builder().build()); }\n  }\n  void g() { xs.stream().map(x -> h(x)); opt.map(x -> k(x)); }\n}\n',
      [
        "new SystemMessage('You')",
        'client.create(P.builder().build()) in while!',
        'P.builder().build() in while!',
        'P.builder() in while!',
        'xs.stream().map(fn)',
        'xs.stream()',
        'h(x) in callback',
        'opt.map(fn)',
        'k(x)',
      ],
    ],
  ]);

  testRobustness(
    java,
    'import com.openai.client.OpenAIClient;\n\nclass A {\n  static final String P = """\n      Hello gpt\n        there\n      """;\n  OpenAIClient c = make("gpt");\n\n  String ask(String q) {\n    for (var x : xs) {\n      c.chat().create(P.builder().model("gpt").build());\n    }\n    return "a" + q;\n  }\n}\n',
    ['('.repeat(3000), 'a' + '.b()'.repeat(3000), '"a"' + ' + "b"'.repeat(3000), 'f(() -> {'.repeat(1000)].map(
      (text) => `class A { void f() { var v = ${text}; } }`,
    ),
  );
});
