import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Facts, Loop, Scope } from '../../../src/core/facts';
import csharp from '../../../src/core/languages/csharp';
import go from '../../../src/core/languages/go';
import java from '../../../src/core/languages/java';
import kotlin from '../../../src/core/languages/kotlin';
import type { Language } from '../../../src/core/languages/language';
import php from '../../../src/core/languages/php';
import python from '../../../src/core/languages/python';
import ruby from '../../../src/core/languages/ruby';
import rust from '../../../src/core/languages/rust';
import typescript from '../../../src/core/languages/typescript';
import { readFacts } from '../../helpers/facts';
import { show } from '../../helpers/showFacts';

/** The loops around the call of `ask`, outermost first. */
function loopsOf(facts: Facts): readonly Loop[] {
  const call = facts.calls.find(({ callee }) => (callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.property : '') === 'ask');
  assert.ok(call, 'a call of ask');
  return call.loops;
}

/** `names over items, counter to bound, exits`: an exit behind `?` stands under a condition. */
function showLoop(loop: Loop): string {
  const head = [loop.names.join(' '), loop.over ? `over ${show(loop.over)}` : '', loop.counter ? `${loop.counter} to ${show(loop.bound)}` : ''];
  const exits = loop.exits.map((exit) => exit.kind + (exit.conditional ? '?' : ''));
  return [...head, exits.join(' '), loop.retries ? 'retries' : ''].filter(Boolean).join(', ');
}

const rows: [Language, string, string][] = [
  [python, 'for x in items:\n  ask(x)\n', 'x, over items'],
  [python, 'def f():\n  for _ in range(3):\n    ask()\n', '_, over range(3), _ to 3'],
  [python, 'for i, x in enumerate(items):\n  ask(x)\n', 'i x, over enumerate(items)'],
  [python, 'while tries < 3 and not done:\n  ask()\n', 'tries to 3'],
  [python, 'while True:\n  ask()\n  if done:\n    break\n', 'break?'],
  [python, 'while True:\n  ask()\n  # no break\n', ''],
  [python, 'def f():\n  while True:\n    ask()\n    return 1\n', 'return'],
  [python, 'def f():\n  while True:\n    ask()\n    def g():\n      return 1\n', ''],
  [python, 'while True:\n  ask()\n  for x in y:\n    break\n', ''],
  [
    python,
    'def f():\n  for _ in range(3):\n    try:\n      return ask()\n    except E:\n      sleep(1)\n',
    '_, over range(3), _ to 3, return?, retries',
  ],
  [python, 'while True:\n  try:\n    r = ask()\n  except E:\n    continue\n  break\n', 'break, retries'],
  [python, 'while True:\n  try:\n    r = ask()\n  except E:\n    pass\n  else:\n    break\n', 'break?, retries'],
  [python, 'def f():\n  while True:\n    try:\n      return ask()\n    except E:\n      raise\n', 'return? raise?'],
  [python, 'while True:\n  try:\n    ask()\n    raise Done()\n  except Done:\n    pass\n', ''],
  [python, 'x = [ask(y) for y in items]\n', 'y, over items'],
  [typescript, 'for (const x of items) ask(x);', 'x, over items'],
  [typescript, 'for (let i = 0; i < n; i++) ask(i);', 'i to n'],
  [typescript, 'while (i < 3 && !done) ask();', 'i to 3'],
  [typescript, 'items.map((x) => ask(x));', 'x, over items'],
  [typescript, 'for (;;) { ask(); switch (x) { case 1: break; } }', ''],
  [typescript, 'outer: for (const a of b) { ask(); for (;;) { break outer; } }', 'a, over b, break?'],
  [typescript, 'function f() { for (;;) { try { return ask(); } catch (e) { if (++n > 3) throw e; } } }', 'return? raise?, retries'],
  [typescript, 'function f() { for (const a of b) { try { return ask(); } finally { g(); } } }', 'a, over b, return?'],
  [go, 'func f() { for i := 0; i < 3; i++ { if r, err := ask(); err == nil { return } } }', 'i to 3, return?'],
  [go, 'func f() { for i := 0; i < 3; i++ { r, err := ask()\n if err != nil { continue }\n return } }', 'i to 3, return, retries'],
  [go, 'func f() { for i := range 3 { ask() } }', 'i, over 3, i to 3'],
  [go, 'func f() { for { ask()\n select { case <-c: break } } }', ''],
  [java, 'class A { void f() { while (n < 3) { try { ask(); break; } catch (E e) { n++; } } } }', 'n to 3, break?, retries'],
  [java, 'class A { void f() { for (var x : items) { ask(x); if (y) throw e; } } }', 'x, over items, raise?'],
  [kotlin, 'fun f() { for (i in 1..3) { try { return ask() } catch (e: E) { } } }', 'i, over ?, i to 3, return?, retries'],
  [kotlin, 'fun f() { repeat(3) { n -> ask(n) } }', 'n, over 3, n to 3'],
  [kotlin, 'fun f() { while (true) { ask(); if (x) break } }', 'break?'],
  [csharp, 'class A { void F() { while (true) { try { Ask(); return; } catch (E) { } ask(); } } }', 'return?, retries'],
  [csharp, 'class A { void F() { foreach (var x in items) { ask(x); } } }', 'x, over items'],
  [php, '<?php foreach ($items as $x) { ask($x); if ($y) { break; } }', 'x, over items, break?'],
  [php, '<?php function f() { for ($i = 0; $i < 3; $i++) { try { return ask(); } catch (E $e) { } } }', 'i to 3, return?, retries'],
  [ruby, 'def f\n  3.times do |i|\n    ask(i)\n  end\nend\n', 'i, over 3, i to 3'],
  [ruby, 'while n < 3\n  begin\n    ask(1)\n    break\n  rescue E\n    n += 1\n  end\nend\n', 'n to 3, break, retries'],
  [rust, 'fn f() { for i in 0..3 { match ask() { Ok(v) => return v, Err(e) => wait(), } } }', 'i, over ?, i to 3, return?, retries'],
  [rust, "fn f() { 'outer: loop { ask(); loop { break 'outer; } } }", 'break?'],
];

describe('The head and the end of a loop', () => {
  for (const [language, text, expected] of rows) {
    it(`are read from ${language.id}: ${text.replace(/\s+/g, ' ')}`, async () => {
      const [loop] = loopsOf(await readFacts(text, language));
      assert.ok(loop);
      assert.equal(showLoop(loop), expected);
    });
  }
});

const reads: [Language, string, string[]][] = [
  [python, 'def f(r):\n  u = r.usage\n  u.total = 1\n  # r.cost\n  return u["tokens"], r.get("id")\n', ['usage', 'tokens', 'get', 'id']],
  [typescript, 'function f({ usage }) { const { id: x } = usage; x.a = usage["n"]; /* r.cost */ }', ['usage', 'id', 'n']],
  [go, 'func f() { x := r.Usage\n x.Total = 1 }', ['Usage']],
  [java, 'class A { void f() { r.usage().total(); } }', ['usage', 'total']],
  [kotlin, 'fun f() { r.usage?.total }', ['usage', 'total']],
  [csharp, 'class A { void F() { var x = r.Usage; x.Total = 1; } }', ['Usage']],
  [php, "<?php function f($r) { $x = $r['usage']; $x->total = 1; }", ['usage']],
  [ruby, 'def f\n  r.usage["total"]\nend\n', ['usage', 'total']],
  [rust, 'fn f() { let x = r.usage; x.total = 1; }', ['usage']],
];

describe('Members that a function reads', () => {
  for (const [language, text, expected] of reads) {
    it(`are noted in ${language.id}, those that it writes and those in comments are not`, async () => {
      const facts = await readFacts(text, language);
      const functions = (scope: Scope): Scope[] => [scope, ...scope.children.flatMap(functions)];
      const [scope] = functions(facts.file).filter(({ kind }) => kind === 'function');
      const found = facts.statements.flatMap((statement) => statement.reads).filter((read) => read.scope === scope);
      assert.deepEqual(
        found.sort((a, b) => a.span.start - b.span.start).map(({ property }) => property),
        expected,
      );
    });
  }
});
