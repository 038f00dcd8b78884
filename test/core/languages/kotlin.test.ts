import { describe } from 'mocha';
import kotlin from '../../../src/core/languages/kotlin';
import { testFacts, testRobustness, testValues } from '../../helpers/languageCases';

describe('Kotlin', () => {
  testValues(kotlin, (source) => `val v = ${source}\n`, [
    ['"a $x ${y.z} \\n\\$"', "'a <x> <y.z> \\n$'"],
    ['"""\n    hello $q\n      b\n""".trimIndent()', "'hello <q>\\n  b'"],
    ['"a" + b', "'a<b>'"],
    ['"hi %s".format(q)', "'hi <q>'"],
    ['System.getenv("M") ?: "gpt"', "(System.getenv('M') ?? 'gpt')"],
    ['if (x) "a" else "b"', "('a' | 'b')"],
    ['when (x) { 1 -> "a"; else -> { "b" } }', "('a' | 'b')"],
    ['listOf("a", b)', "['a', b]"],
    ['mutableListOf<M>()', '[]'],
    ['mapOf("a" to 1)', '{a: 1}'],
    ['ModelId("gpt-4o")', "'gpt-4o'"],
    ['ChatMessage(role = R.User, content = "a")', "new ChatMessage(R.User, 'a')"],
    ['P.builder().model("m").build()', "P.builder().model('m').build()"],
    ['a!!.b?.c(1)', 'a.b.c(1)'],
    ['x as String', 'x'],
    ['listOf("a", "b").joinToString(", ")', "'a, b'"],
    ['1_000L', '1000'],
    ['null', 'null'],
    ['true', 'true'],
    ['{ x: Int -> "a" }', 'fn'],
  ]);

  testFacts(kotlin, 'imports', [['reads imports', 'import a.b.*\nimport a.b.C as D\nimport x.Foo\n', ['* a.b -', 'D a.b C', 'Foo x Foo']]]);

  testFacts(kotlin, 'bindings', [
    [
      'binds fields, constructor parameters and additions',
      'class A(private val client: OpenAI, val key: String = "k") : B(key) {\n  private var model: String? = null\n  val lazyC by lazy { make(key) }\n  companion object { const val P = "x" }\n  init { model = "y" }\n  fun f(q: String, n: Int = 3) {\n    val list = mutableListOf()\n    list.add(m)\n    map["k"] = 1\n    for (u in list) { g(u) }\n  }\n}\n',
      [
        'this.client: OpenAI assign -',
        "this.key: String assign 'k'",
        'this.model: String assign null',
        'this.lazyC assign make(key)',
        "this.P assign 'x'",
        "this.model assign 'y'",
        'list assign []',
        'list append m',
        'this.map[k] set 1',
        'u item list',
      ],
    ],
  ]);

  testFacts(kotlin, 'calls', [
    [
      'reads named arguments, builder blocks and callbacks',
      'fun f() {\n  while (true) { client.ask(model = "m") }\n  val r = request {\n    model = "m"\n    messages { user("q") }\n  }\n  xs.forEach { g(it) }\n  repeat(3) { h(1) }\n}\n',
      [
        "client.ask(model='m') in while!",
        "request(fn){messages: messages(fn), model: 'm'} -> r",
        "messages(fn){user: user('q')}",
        "user('q')",
        'xs.forEach(fn)',
        'g(it) in callback',
        'repeat(3, fn)',
        'h(1) in callback',
      ],
    ],
  ]);

  testRobustness(
    kotlin,
    'import com.aallam.openai.client.OpenAI\n\nclass A(val c: OpenAI) {\n  val p = """\n    Hello gpt\n      $x\n  """.trimIndent()\n\n  suspend fun ask(q: String): String {\n    for (x in xs) { c.chat(R(model = ModelId("gpt"), messages = listOf(M(content = "gpt ${q}")))) }\n    return "a" + q\n  }\n}\n',
    ['('.repeat(800), 'a' + '.b()'.repeat(2000), '"a"' + ' + "b"'.repeat(2000), 'f { '.repeat(500)].map((text) => `val v = ${text}`),
  );
});
