import { describe } from 'mocha';
import ruby from '../../../src/core/languages/ruby';
import { testFacts, testRobustness, testValues } from '../../helpers/languageCases';

describe('Ruby', () => {
  testValues(ruby, (source) => `v = ${source}\n`, [
    ['"a\\n\\u0041"', "'a\\nA'"],
    ["'a\\'b\\n'", "'a'b\\\\n'"],
    ['"hi #{name}!"', "'hi <name>!'"],
    ['%q(a b)', "'a b'"],
    ['%Q(a #{b})', "'a <b>'"],
    ['%w[a b]', "['a', 'b']"],
    ['"a" "b" + c', "'ab<c>'"],
    ['<<~TEXT.strip\n  Hello #{name}\n    there\\n\nTEXT', "'Hello <name>\\n  there'"],
    ["<<-'EOS'\n  raw #{x}\n  EOS", "'  raw #{x}\\n'"],
    ['"hi %s" % x', "'hi <x>'"],
    ['format("a %s %{b}", q, b: 1)', "'a <q> <1>'"],
    ['ENV.fetch("M", "gpt")', "(? ?? 'gpt')"],
    ['ENV["M"] || "gpt"', "(ENV.M ?? 'gpt')"],
    ['c ? "a" : "b"', "('a' | 'b')"],
    ['if x then "a" else "b" end', "('a' | 'b')"],
    ['{ a: 1, :b => 2, "c" => 3, q:, **o }', '{a: 1, b: 2, c: 3, q: q, ...o}'],
    ['[1, *x]', '[1, ...x]'],
    ['["a", "b"].join(", ")', "'a, b'"],
    ['PROMPT.sub("{x}", y)', 'PROMPT'],
    ['A::B.new(key: "k")', "new A.B('k')"],
    ['A::B::C', 'A.B.C'],
    ['->(x) { "a" }', 'fn'],
    ['-1_000', '-1000'],
    ['nil', 'null'],
    ['@x', 'this.x'],
  ]);

  testFacts(ruby, 'imports', [['reads requires', 'require "openai"\nrequire_relative "./x"\n', ['* openai -', '* ./x -']]]);

  testFacts(ruby, 'bindings', [
    [
      'binds constants, instance variables and additions',
      'class A < B::C\n  PROMPT = "p"\n  def initialize(key, model: "m")\n    @client = make(key)\n    @messages << { role: "user" }\n    @messages.push(a)\n    h[:k] = 1\n    o.x = 2\n    s += "y"\n    t ||= "d"\n  end\nend\n',
      [
        "this.PROMPT assign 'p'",
        'this.client assign make(key)',
        "this.messages append {role: 'user'}",
        'this.messages append a',
        'h[k] set 1',
        'o[x] set 2',
        "s add 'y'",
        "t assign 'd'",
      ],
    ],
  ]);

  testFacts(ruby, 'calls', [
    [
      'reads keyword arguments, blocks and loops',
      'loop do ask(1) end\nxs.each { |x| client.chat(parameters: { model: "m", q: x }) }\nwhile y do f(2) end\nA.configure { |c| c.key = "k" }\n',
      [
        'loop()',
        'ask(1) in while!',
        'xs.each()',
        "client.chat(parameters={model: 'm', q: x}) in callback",
        'f(2) in while',
        "A.configure(){key: 'k'}",
      ],
    ],
  ]);

  testRobustness(
    ruby,
    'require "openai"\n\nclass A\n  PROMPT = <<~TEXT\n    Hello gpt\n      #{name}\n  TEXT\n\n  def ask(q)\n    xs.each do |x|\n      @client.chat(parameters: { model: "gpt", messages: [{ role: "user", content: "#{q} gpt" }] })\n    end\n    "a" + q\n  end\nend\n',
    ['('.repeat(3000), 'a' + '.b()'.repeat(3000), '"a"' + ' + "b"'.repeat(3000), 'f do\n'.repeat(1000)].map((text) => `v = ${text}`),
  );
});
