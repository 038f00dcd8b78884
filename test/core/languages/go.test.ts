import { describe } from 'mocha';
import go from '../../../src/core/languages/go';
import { testFacts, testRobustness, testValues } from '../../helpers/languageCases';

describe('Go', () => {
  testValues(go, (source) => `package x\nvar v = ${source}\n`, [
    ['"a\\n\\u0041"', "'a\\nA'"],
    ['`raw \\n "x"`', "'raw \\\\n \\'x\\''"],
    ['"a" + b + "c"', "'a<b>c'"],
    ['fmt.Sprintf("hi %s, %d%%", name, 3)', "'hi <name>, <3>%'"],
    ['fmt.Sprintf(Prompt, x)', "'<Prompt>'"],
    ['openai.String("x")', "'x'"],
    ['openai.F([]string{"a"})', "['a']"],
    ['param.NewOpt(4_096)', '4096'],
    ['&T{A: 1}', '{A: 1}'],
    ['openai.Msg{Role: "user", Content: q}', "{Role: 'user', Content: q}"],
    ['[]openai.Msg{{Role: "user"}}', "[{Role: 'user'}]"],
    ['map[string]any{"a": 1, "b": nil}', '{a: 1, b: null}'],
    ['strings.TrimSpace("  a\\n")', "'a'"],
    ['strings.Join([]string{"a", "b"}, ", ")', "'a, b'"],
    ['cmp.Or(os.Getenv("M"), "gpt")', "(os.Getenv('M') ?? 'gpt')"],
    ['0x10', '16'],
    ['-1.5', '-1.5'],
    ['true', 'true'],
    ['func(x int) string { return "a" }', 'fn'],
    ['openai.ChatModel("gpt-4o")', "'gpt-4o'"],
    ['m["k"]', 'm.k'],
  ]);

  testFacts(go, 'imports', [
    [
      'names a package by its path',
      'package x\nimport (\n\t"fmt"\n\t"github.com/openai/openai-go/v2"\n\t"github.com/sashabaranov/go-openai"\n\toai "a/b"\n\t. "c/d"\n\t_ "e/f"\n)\n',
      ['fmt fmt -', 'openai github.com/openai/openai-go/v2 -', 'openai github.com/sashabaranov/go-openai -', 'oai a/b -', '* c/d -'],
    ],
  ]);

  testFacts(go, 'bindings', [
    [
      'binds fields, receivers and assignments',
      'package x\ntype C struct { api *openai.Client; Model string }\nfunc (c *C) Ask(q string) {\n\tc.Model = "m"\n\tmsgs := []M{}\n\tmsgs = append(msgs, a, b...)\n\tp.Max = 3\n\tx, err := f()\n\ts += "y"\n\tfor _, m := range msgs { g(m) }\n}\n',
      [
        'this.api: openai.Client assign -',
        'this.Model: string assign -',
        "this.Model assign 'm'",
        'msgs assign []',
        'msgs append a',
        'msgs extend b',
        'p[Max] set 3',
        'x assign f()',
        'err assign -',
        "s add 'y'",
        'm item msgs',
      ],
    ],
  ]);

  testFacts(go, 'calls', [
    [
      'reads calls, receivers and loops',
      'package x\nfunc (c *C) Ask() {\n\tfor i := 0; i < 3; i++ { r, err := c.api.Chat.New(ctx, openai.P{Model: "m"}) }\n\tfor { f() }\n\tgo func() { g() }()\n\tlo.Map(xs, func(x int, _ int) string { return h(x) })\n}\n',
      ["this.api.Chat.New(ctx, {Model: 'm'}) -> r in for", 'f() in for!', 'fn()', 'g()', 'lo.Map(xs, fn)', 'h(x) in callback'],
    ],
  ]);

  testRobustness(
    go,
    'package x\n\nimport "github.com/openai/openai-go"\n\ntype C struct{ api *openai.Client }\n\nconst Prompt = `You are gpt`\n\nfunc (c *C) A() { c.x = "gpt" }\n\nfunc (c *C) B(q string) string {\n\tif r := c.api.New(ctx, openai.P{Model: "gpt", M: []M{{R: "a\\n"}}}); r != nil {\n\t\treturn fmt.Sprintf("%s", q)\n\t}\n\treturn "b"\n}\n',
    ['('.repeat(3000), 'a' + '.b()'.repeat(3000), '"a"' + ' + "b"'.repeat(3000), 'func() { f('.repeat(1500)].map(
      (text) => `package x\nvar v = ${text}`,
    ),
  );
});
