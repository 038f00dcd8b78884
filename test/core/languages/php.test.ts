import { describe } from 'mocha';
import php from '../../../src/core/languages/php';
import { testFacts, testRobustness, testValues } from '../../helpers/languageCases';

describe('PHP', () => {
  testValues(php, (source) => `<?php\n$v = ${source};\n`, [
    ['"a\\n\\u{41}\\q"', "'a\\nA\\\\q'"],
    ["'it\\'s\\n'", "'it's\\\\n'"],
    ['"a $x {$y->z} {$w[\'k\']}"', "'a <$x> <$y->z> <$w['k']>'"],
    ['"a" . $b . 1', "'a<$b><1>'"],
    ['<<<EOT\n    Hello {$name}\n      there\n    EOT', "'Hello <$name>\\n  there'"],
    ["<<<'EOT'\nraw $x\nEOT", "'raw $x'"],
    ['sprintf("%s and %d", $a, 3)', "'<a> and <3>'"],
    ['implode("\\n", ["a", "b"])', "'a\\nb'"],
    ['str_replace("{x}", $v, self::PROMPT)', 'this.PROMPT'],
    ['trim(" a ")', "'a'"],
    ['getenv("M") ?: "gpt"', "(getenv('M') ?? 'gpt')"],
    ['env("M", "gpt")', "(? ?? 'gpt')"],
    ['$a ?? "d"', "(a ?? 'd')"],
    ['$a ? "b" : "c"', "('b' | 'c')"],
    ['["a" => 1, ...$o, $k => 2]', '{a: 1, ...o, ?: 2}'],
    ['["a", ...$r]', "['a', ...r]"],
    ['array_merge($a, ["b"])', "[...a, 'b']"],
    ['new Foo(key: "x")', "new Foo('x')"],
    ['fn($x) => $x', 'fn'],
    ['match ($x) { 1 => "a", default => "b" }', "('a' | 'b')"],
    ['Foo::BAR', 'Foo.BAR'],
    ['$x?->y()?->z', 'x.y().z'],
    ['(string) $s', 's'],
    ['-1_000', '-1000'],
    ['null', 'null'],
    ['true', 'true'],
  ]);

  testFacts(php, 'imports', [
    [
      'reads use declarations',
      '<?php\nuse OpenAI\\Client;\nuse OpenAI\\Laravel\\Facades\\OpenAI as AI;\nuse Foo\\{Bar, Baz as Q};\nuse OpenAI;\n',
      ['Client OpenAI Client', 'AI OpenAI\\Laravel\\Facades OpenAI', 'Bar Foo Bar', 'Q Foo Baz', 'OpenAI OpenAI -'],
    ],
  ]);

  testFacts(php, 'bindings', [
    [
      'binds properties, promotions and additions',
      '<?php\nconst A = "x";\nclass Foo extends Bar {\n  private const PROMPT = "p";\n  private ?Client $client = null;\n  function __construct(private Client $c, string $k = "d") {\n    $this->client = make($k);\n    $messages[] = ["role" => "user"];\n    $messages = [...$messages, 1];\n    $a["k"] = 1;\n    $o->p = 2;\n    $s .= "y";\n    foreach ($list as $i => $v) { f($v); }\n  }\n}\n',
      [
        "A assign 'x'",
        "this.PROMPT assign 'p'",
        'this.client: Client assign null',
        'this.c: Client assign c',
        'this.client assign make(k)',
        "messages append {role: 'user'}",
        'messages append 1',
        'a[k] set 1',
        'o[p] set 2',
        "s add 'y'",
        'v item list',
      ],
    ],
  ]);

  testFacts(php, 'calls', [
    [
      'reads chains, named arguments and loops',
      '<?php\nwhile (true) { $r = $this->client->chat()->create(["model" => "m"]); }\nOpenAI::client($key);\narray_map(fn($x) => f($x, n: 1), $list);\n',
      [
        "this.client.chat().create({model: 'm'}) -> r in while!",
        'this.client.chat() in while!',
        'OpenAI.client(key)',
        'array_map(fn, list)',
        'f(x, n=1) in callback',
      ],
    ],
  ]);

  testRobustness(
    php,
    '<?php\nuse OpenAI\\Client;\n\nclass A {\n  const P = <<<EOT\n    Hello gpt\n      {$x}\n    EOT;\n\n  function ask(string $q): string {\n    foreach ($xs as $x) {\n      $this->client->chat()->create(["model" => "gpt", "messages" => [["content" => "gpt $q"]]]);\n    }\n    return "a" . $q;\n  }\n}\n',
    ['('.repeat(3000), '$a' + '->b()'.repeat(3000), '"a"' + ' . "b"'.repeat(3000), 'f(function () {'.repeat(1000)].map(
      (text) => `<?php\n$v = ${text};`,
    ),
  );
});
