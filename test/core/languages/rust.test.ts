import { describe } from 'mocha';
import rust from '../../../src/core/languages/rust';
import { testFacts, testRobustness, testValues } from '../../helpers/languageCases';

describe('Rust', () => {
  testValues(rust, (source) => `fn f() { let v = ${source}; }`, [
    ['"a\\\n   b\\n\\u{41}"', "'ab\\nA'"],
    ['r#"a "x" \\n"#', "'a \\'x\\' \\\\n'"],
    ['"a".to_string()', "'a'"],
    ['String::from("a") + "b" + &c', "'ab<c>'"],
    ['format!("hi {} {name} {{}} {:?}", q, z)', "'hi <q> <name> {} <z>'"],
    ['format!("a {x}", x = y)', "'a <y>'"],
    ['Some("a".into())', "'a'"],
    ['env::var("M").unwrap_or_else(|_| "gpt".to_string())', "(env.var('M') ?? 'gpt')"],
    ['env::var("M").unwrap_or("gpt".into())', "(env.var('M') ?? 'gpt')"],
    ['M { role: Role::User, n: 1, q, ..b }', '{...b, role: Role.User, n: 1, q: q}'],
    ['vec![M::default().content("a").build()?, M { r: "x" }, &y]', "[M.default().content('a').build(), {r: 'x'}, y]"],
    [
      'json!({"model": "x", "messages": [{"role": "user", "content": p}], "n": null})',
      "{model: 'x', messages: [{role: 'user', content: p}], n: null}",
    ],
    ['concat!("a", "b")', "'ab'"],
    ['[1, 2]', '[1, 2]'],
    ['(1, "a")', "[1, 'a']"],
    ['Vec::new()', '[]'],
    ['Client::new()', 'new Client()'],
    ['if a { "x" } else { "y" }', "('x' | 'y')"],
    ['match x { Some(_) => "a", None => { "b" } }', "('a' | 'b')"],
    ['1_000u32', '1000'],
    ['-1.5', '-1.5'],
    ['None', 'null'],
    ['|x| "a"', 'fn'],
    ['*x as u32', 'x'],
  ]);

  testFacts(rust, 'imports', [
    [
      'reads use trees',
      'use async_openai::{types::{A, B as C}, Client};\nuse std::env;\nuse foo::*;\nuse a::{self, b};\n',
      ['A async_openai::types A', 'C async_openai::types B', 'Client async_openai Client', 'env std env', '* foo -', 'a a -', 'b a b'],
    ],
  ]);

  testFacts(rust, 'bindings', [
    [
      'binds constants, fields and additions',
      'const P: &str = "p";\nstruct A { client: Client<C>, model: Option<String> }\nimpl A {\n  const Q: u32 = 1;\n  fn f(&mut self, q: String) {\n    self.model = Some(q);\n    let mut m: Vec<M> = vec![];\n    m.push(x); m.extend(y); o.t = 1; s += "z";\n    for u in m { g(u); }\n  }\n}\n',
      [
        "P: str assign 'p'",
        'this.client: Client.C assign -',
        'this.model: String assign -',
        'this.Q: u32 assign 1',
        'this.model assign q',
        'm: Vec.M assign []',
        'm append x',
        'm extend y',
        'o[t] set 1',
        "s add 'z'",
        'u item m',
      ],
    ],
  ]);

  testFacts(rust, 'calls', [
    [
      'reads chains, await, constructors and loops',
      'async fn f() {\n  loop { let r = self.client.chat().create(q).await?; }\n  let c = Client::new();\n  xs.iter().map(|x| g(x));\n  opt.map(|x| h(x));\n  println!("{}", k(1));\n}\n',
      [
        'await this.client.chat().create(q) -> r in while!',
        'this.client.chat() in while!',
        'new Client() -> c',
        'xs.iter().map(fn)',
        'xs.iter()',
        'g(x) in callback',
        'opt.map(fn)',
        'h(x)',
        'k(1)',
      ],
    ],
  ]);

  testRobustness(
    rust,
    'use async_openai::Client;\n\nconst P: &str = r#"gpt "x""#;\n\nimpl A {\n  async fn ask(&self, q: &str) -> Result<String, E> {\n    let m = vec![M { role: Role::User, content: format!("gpt {}", q) }];\n    for x in xs { self.c.create(R { model: "gpt".into(), m, ..d }).await?; }\n    Ok("a\\n".to_string())\n  }\n}\n\nimpl A { fn b(&self) { self.x = "gpt"; } }\n',
    [
      '('.repeat(3000),
      'a' + '.b()'.repeat(3000),
      '"a"' + ' + "b"'.repeat(3000),
      'f(|| {'.repeat(1000),
      'vec!['.repeat(1000),
      `vec![x${'.b()'.repeat(3000)}]`,
    ].map((text) => `fn f() { let v = ${text}; }`),
  );
});
