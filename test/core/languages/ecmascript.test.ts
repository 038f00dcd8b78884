import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CallFact, Facts } from '../../../src/core/facts';
import javascript from '../../../src/core/languages/javascript';
import type { Language } from '../../../src/core/languages/language';
import typescript from '../../../src/core/languages/typescript';
import tsx from '../../../src/core/languages/typescriptreact';
import { readFacts } from '../../helpers/facts';
import { show, showBindings, showString } from '../../helpers/showFacts';

function callNamed(facts: Facts, name: string): CallFact {
  const call = facts.calls.find(({ callee }) => (callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '') === name);
  assert.ok(call, `a call of ${name}`);
  return call;
}

const read = (text: string, language: Language = typescript) => readFacts(text, language);

async function bindings(text: string, language?: Language): Promise<string[]> {
  return showBindings((await read(text, language)).file);
}

/** The first value that the text binds. */
async function firstValue(source: string, language?: Language): Promise<string> {
  const [binding] = (await read(`const value = ${source};`, language)).file.bindings;
  return show(binding?.value ?? null);
}

describe('JavaScript and TypeScript', () => {
  const imports: [string, string[]][] = [
    ['import OpenAI from "openai"', ['OpenAI openai default']],
    ['import { OpenAI as O, type Uploadable } from "openai"', ['O openai OpenAI', 'Uploadable openai Uploadable']],
    ['import { default as O } from "openai"', ['O openai default']],
    ['import * as sdk from "@anthropic-ai/sdk"', ['sdk @anthropic-ai/sdk -']],
    ['import Default, { A } from "m"', ['Default m default', 'A m A']],
    ['import type { Message } from "m"', ['Message m Message']],
    ['import fs = require("fs")', ['fs fs -']],
    ['const OpenAI = require("openai")', ['OpenAI openai -']],
    ['const OpenAI = require("openai").default;', ['OpenAI openai default']],
    ['const { OpenAI, Azure: B } = require("openai")', ['OpenAI openai OpenAI', 'B openai Azure']],
    ['const { default: O } = await import("openai")', ['O openai default']],
    ['const O = (await import("openai")).OpenAI', ['O openai OpenAI']],
    ['export { a } from "m"; export * from "n"', ['export(a) m a', '* n -']],
    ['export { a as b, default as c } from "m"', ['export(b) m a', 'export(c) m default']],
    ['export * as n from "m"', ['export(n) m -']],
    ['const a = 1, b = 2; export { a as b, a }', []],
    ['import "side-effect"', []],
  ];
  for (const [text, expected] of imports) {
    it(`reads the imports of ${text}`, async () => {
      const facts = await read(text);
      assert.deepEqual(
        facts.imports.map((fact) => `${fact.local} ${fact.module} ${fact.name ?? '-'}`),
        expected,
      );
      assert.deepEqual(facts.strings, []);
    });
  }

  it('gives a module that is loaded inside an expression a name of its own', async () => {
    const facts = await read('const client = new (require("openai").OpenAI)();');
    assert.equal(show(facts.file.bindings[0]?.value ?? null), 'new import("openai").OpenAI()');
    assert.deepEqual(
      facts.imports.map(({ local, module }) => [local, module]),
      [['import("openai")', 'openai']],
    );
  });

  const values: [string, string][] = [
    ['"a" + name + `b${other.x}c`', "'a<name>b<other.x>c'"],
    ['BASE + EXTRA', "'<BASE><EXTRA>'"],
    ['1024 * 4 - 96', '4000'],
    ['-1', '-1'],
    ['1_000', '1000'],
    ['0x1f', '31'],
    ['process.env.MODEL ?? "gpt-4o"', "(process.env.MODEL ?? 'gpt-4o')"],
    ['a || b || "c"', "(a ?? b ?? 'c')"],
    ['ready && "text"', "(null | 'text')"],
    ['long ? "a" : "b"', "('a' | 'b')"],
    ['["a", x, `c`].join("\\n")', "'a\\n<x>\\nc'"],
    ['["a", ok && "b"].filter(Boolean).join(" ")', '\'a <ok && "b">\''.replaceAll('"', '\\"').replace(/\\"b\\"/, "\\'b\\'")],
    ['[a, b].join()', "'<a>,<b>'"],
    ['`\n  a\n`.trim()', "'a'"],
    ['"a {x}".replace("{x}", y)', "'a {x}'"],
    ['dedent`\n    one\n      two\n  `', "'one\\n  two'"],
    ['dedent(`\n    one\n    two`)', "'one\\ntwo'"],
    ['String.raw`a\\n`', "'a\\\\n'"],
    ['sql`select ${x}`', "sql('select <x>')"],
    [
      'new OpenAI({ apiKey, "base-url": url, [k]: 1, ["lit"]: 2, ...rest, run() {} })',
      'new OpenAI({apiKey: apiKey, base-url: url, ?: 1, lit: 2, ...rest, run: fn})',
    ],
    ['(await client?.chat!["completions"].create(x as Y)) satisfies Z', 'client.chat.completions.create(x)'],
    ['<OpenAI>client', 'client'],
    ['["a"].concat(more)', "['a', ...more]"],
    ['docs.map((d) => ({ role: "user", content: d.text }))', "each {role: 'user', content: d.text}"],
    ['undefined', 'null'],
    ['String(x)', 'String(x)'],
    ['JSON.stringify(x)', 'JSON.stringify(x)'],
    ['f(...xs, /re/)', 'f(...xs, ?)'],
    ['other = "text"', "'text'"],
  ];
  for (const [source, expected] of values) {
    it(`reads the value of ${JSON.stringify(source)}`, async () => {
      assert.equal(await firstValue(source), expected);
    });
  }

  it('decodes escapes and says where each stands', async () => {
    const source = 'const x = "a\\n\\u0041\\x42\\u{1F600}\\\nz\\q\\0";';
    const [string] = (await read(source)).strings;
    const [part] = string?.parts ?? [];
    assert.ok(part?.kind === 'text');
    assert.equal(part.text, 'a\nAB😀zq\0');
    assert.equal(source.slice(part.span.start, part.span.end), 'a\\n\\u0041\\x42\\u{1F600}\\\nz\\q\\0');
    assert.deepEqual(
      part.escapes.map(({ at, length, sourceLength }) => [at, length, sourceLength]),
      [
        [1, 1, 2],
        [2, 1, 6],
        [3, 1, 4],
        [4, 2, 9],
        [6, 0, 2],
        [7, 1, 2],
        [8, 1, 2],
      ],
    );
  });

  it('reads line ends of template literals as the program does', async () => {
    const [string] = (await read('const x = `a\r\nb`;')).strings;
    const [part] = string?.parts ?? [];
    assert.ok(part?.kind === 'text');
    assert.equal(part.text, 'a\nb');
    assert.deepEqual(part.escapes, [{ at: 1, length: 1, sourceLength: 2 }]);
  });

  it('gives the parts of a template their own places', async () => {
    const source = 'const x = `ab${ name }cd`;';
    const [string] = (await read(source)).strings;
    assert.deepEqual(
      string?.parts.map((part) => source.slice(part.span.start, part.span.end)),
      ['ab', '${ name }', 'cd'],
    );
    const [, hole] = string?.parts ?? [];
    assert.ok(hole?.kind === 'hole');
    assert.equal(hole.name, 'name');
    assert.equal(show(hole.value), 'name');
  });

  it('shortens the name of a long hole', async () => {
    const [string] = (await read('const x = `${aaaaaaaaaaaaaaaaaaaaaaaa(bbbbbbbbbbbbbbbbbbbbbbbb,\n ccc)}`;')).strings;
    const [hole] = string?.parts ?? [];
    assert.ok(hole?.kind === 'hole');
    assert.equal(hole.name.length, 40);
    assert.doesNotMatch(hole.name, /\n/);
  });

  const bound: [string, string[]][] = [
    ['let x; x = 1; x += "a"; x++', ['x assign -', 'x assign 1', "x add 'a'", 'x assign ?']],
    ['const { model = "m", opts: { n }, ...rest } = config', ["model assign (config.model ?? 'm')", 'n assign config.opts.n', 'rest assign ?']],
    ['const [a, , b = 2] = [1, 2, 3]', ['a assign 1', 'b assign (3 ?? 2)']],
    ['const [state, setState] = useState("x")', ['state assign ?', 'setState assign ?']],
    ['body.model = "m"; body["n"] = 1; body[key] = 2', ["body[model] set 'm'", 'body[n] set 1', 'body set 2']],
    ['list.push(a, ...more); list.unshift(b)', ['list append a', 'list extend more', 'list append b']],
    ['Object.assign(target, a, { b: 1 })', ['target extend a', 'target extend {b: 1}']],
    ['for (const item of items) {}', ['item item items']],
    ['for (const { a, b: [c] } of items) {}', ['{ a, b: [c] } item items', 'a assign { a, b: [c] }.a', 'c assign ?']],
    ['for (const key in items) {}', ['key assign ?']],
    ['({ a, b } = c)', ['a assign c.a', 'b assign c.b']],
    ['a = b = "x"', ["b assign 'x'", "a assign 'x'"]],
    ['x ??= "d"', ["x assign 'd'"]],
    ['enum Model { Small = "gpt-4o-mini", Large = "gpt-4o", None }', ["Model assign {Small: 'gpt-4o-mini', Large: 'gpt-4o', None: ?}"]],
    ['export const PROMPT = `p`; export default { a: 1 }', ["PROMPT assign 'p'"]],
    ['namespace N { export const x = 1 }', ['x assign 1']],
    ['exports.PROMPT = "p"', ["exports[PROMPT] set 'p'"]],
    ['try {} catch (error) {}', ['error assign ?']],
    ['{ using x = open(); }', ['x assign open()']],
  ];
  for (const [source, expected] of bound) {
    it(`reads the bindings of ${source}`, async () => {
      assert.deepEqual(await bindings(source), expected);
    });
  }

  it('keeps declared and cast types without their wrappers', async () => {
    const facts = await read(`
      let a: OpenAI | null; let b: Promise<Readonly<openai.OpenAI>>; const c = x as Client; const d: { a: B } = x; const e: "lit" | Mode = x;
    `);
    assert.deepEqual(
      facts.file.bindings.map(({ type }) => type),
      [['OpenAI'], ['openai', 'OpenAI'], ['Client'], [], ['Mode']],
    );
  });

  it('says how deep in branches a binding stands', async () => {
    const facts = await read('let a = 1; if (x) a = 2; else if (y) { a = 3 } switch (z) { case 1: a = 4 } try { a = 5 } finally { a = 6 } { a = 7 }');
    assert.deepEqual(
      facts.file.bindings.map(({ depth }) => depth),
      [0, 1, 1, 1, 1, 1, 0],
    );
  });

  it('reads fields, parameter properties and accessors as members of the class', async () => {
    const facts = await read(`
      @Injectable()
      export class Service extends base.Base<T> implements I {
        private static model = "m";
        #secret: string;
        handler = async () => { go(); };
        constructor(private readonly openai: OpenAI, plain: string) { super(); this.other = plain; this.opts.x = 1; }
        get prompt() { return "p"; }
        async run(input: string): Promise<Reply> { return this.openai.chat(input); }
      }
    `);
    const [scope] = facts.file.children;
    assert.ok(scope);
    assert.deepEqual([scope.kind, scope.name, scope.bases, scope.decorators], ['class', 'Service', ['base.Base'], ['Injectable']]);
    assert.deepEqual(showBindings(scope), [
      "this.model assign 'm'",
      'this.#secret assign -',
      'this.handler assign fn',
      'this.openai assign openai',
      'this.other assign plain',
      'this.opts[x] set 1',
      "this.prompt assign 'p'",
    ]);
    assert.deepEqual(
      scope.bindings.map(({ type }) => type),
      [[], ['string'], [], ['OpenAI'], [], [], []],
    );
    assert.deepEqual(
      scope.children.map(({ name }) => name),
      ['handler', 'constructor', 'prompt', 'run'],
    );
    const run = scope.children.at(-1);
    assert.deepEqual([run?.type, run?.params.map(({ name }) => name), run?.returns.map(show)], [['Reply'], ['input'], ['this.openai.chat(input)']]);
    assert.equal(callNamed(facts, 'chat').scope, run);
  });

  it('keeps the positions of parameters and adds the destructured names behind them', async () => {
    const facts = await read('function f({ client, model: m = "x" }: { client: OpenAI; model?: string }, n = 1, ...rest: string[]) {}');
    const [scope] = facts.file.children;
    assert.deepEqual(
      scope?.params.map((param) => [param.name, show(param.default), param.type, param.rest]),
      [
        ['{ client, model: m = "x" }', '-', [], false],
        ['n', '1', [], false],
        ['rest', '-', ['string'], true],
        ['client', '-', ['OpenAI'], false],
        ['m', "'x'", ['string'], false],
      ],
    );
    const pattern = '{ client, model: m = "x" }';
    assert.deepEqual(
      scope?.bindings.map((binding) => [binding.name, show(binding.value), binding.type]),
      [
        ['client', `${pattern}.client`, ['OpenAI']],
        ['m', `(${pattern}.model ?? 'x')`, ['string']],
      ],
    );
  });

  it('names functions after what they are assigned to, and reads what arrows give', async () => {
    const facts = await read('const f = async (a) => "x"; const g = function h() { return 1; }; function k() {}');
    assert.deepEqual(
      facts.file.children.map((scope) => [scope.name, scope.returns.map(show)]),
      [
        ['f', ["'x'"]],
        ['g', ['1']],
        ['k', []],
      ],
    );
  });

  const loops: [string, string[]][] = [
    ['for (const a of as) target()', ['for']],
    ['for (const a of target()) {}', []],
    ['for (let i = 0; i < 3; i++) target()', ['for']],
    ['for (;;) target()', ['for endless']],
    ['while (true) { target() }', ['while endless']],
    ['while (more) target()', ['while']],
    ['do { target() } while (1)', ['while endless']],
    ['while (a) for (const b of bs) target()', ['while', 'for']],
    ['items.map(async (item) => target(item))', ['callback']],
    ['await Promise.all(items.map((item) => limit(() => target(item))))', ['callback']],
    ['Array.from(items, (item) => target(item))', ['callback']],
    ['pMap(items, async (item) => { await target(item) })', ['callback']],
    ['items.reduce((all, item) => target(item), [])', ['callback']],
    ['for (const a of as) ask().then(() => target())', ['for']],
    ['for (const a of as) (async () => { await target() })()', ['for']],
    ['for (const a of as) { const later = () => target() }', []],
    ['ask().then(() => target())', []],
    ['useCallback(() => target(), [])', []],
    ['for (const a of as) { class B { m() { target() } } }', []],
  ];
  for (const [source, expected] of loops) {
    it(`reads the loops around the call in ${source}`, async () => {
      const call = callNamed(await read(source), 'target');
      assert.deepEqual(
        call.loops.map(({ kind, endless }) => `${kind}${endless ? ' endless' : ''}`),
        expected,
      );
    });
  }

  it('binds the item that a callback is given', async () => {
    const facts = await read('MODELS.forEach((model) => ask(model)); xs.reduce((sum, x) => ask(x), 0)');
    assert.deepEqual(facts.file.children.flatMap(showBindings), ['model item MODELS', 'x item xs']);
  });

  it('places calls, their names, lists and statements', async () => {
    const source = 'export const reply = await client.chat\n  .create({ model, n: 1, }, opts);';
    const facts = await read(source);
    const call = callNamed(facts, 'create');
    const at = ({ start, end }: { start: number; end: number }) => source.slice(start, end);
    assert.ok(call.callee.kind === 'member');
    assert.equal(at(call.span), source.slice(source.indexOf('client'), -1));
    assert.equal(at(call.callee.propertySpan), 'create');
    assert.equal(at(call.statement), source);
    assert.equal(at(call.list.span), '({ model, n: 1, }, opts)');
    assert.deepEqual([call.list.style, call.list.trailingComma, call.list.items.map(at)], ['positional', false, ['{ model, n: 1, }', 'opts']]);
    const object = call.args[0]?.value;
    assert.ok(object?.kind === 'object');
    assert.deepEqual([object.list.style, object.list.trailingComma, object.list.items.map(at)], ['property', true, ['model', 'n: 1']]);
    assert.deepEqual([call.awaited, call.constructs, call.assignedTo], [true, false, 'reply']);
  });

  it('sees a trailing comma behind a comment but none inside one', async () => {
    const facts = await read('f(a /* , */); g(a, // last\n);');
    assert.deepEqual(
      facts.calls.map(({ list }) => list.trailingComma),
      [false, true],
    );
  });

  it('reads what JSX embeds, but not its text and plain attributes', async () => {
    const facts = await read('const x = <A b="plain" c={f("in attribute")} {...g()}>text {h(`in child`)}<B d={<C e={k()} />} /></A>;', tsx);
    assert.deepEqual(
      facts.calls.map(({ callee }) => show(callee)),
      ['f', 'g', 'h', 'k'],
    );
    assert.deepEqual(facts.strings.map(showString), ["'in attribute'", "'in child'"]);
  });

  it('notes only strings that are values', async () => {
    const facts = await read(`
      'use strict';
      type T = "type"; interface I { a: "b" }
      const a: "lit" = "value";
      const b = { "key": "entry", "m"() { return "returned"; } };
      if (x === "compared") f("argument", ["item"]);
      switch (x) { case "case": break }
      b["index"].c = "a" + x + "b";
    `);
    assert.deepEqual(facts.strings.map(showString), ["'value'", "'entry'", "'returned'", "'argument'", "'item'", "'a<x>b'"]);
  });

  it('notes comments that silence problems, wherever they stand', async () => {
    const facts = await read('// prompt-cost-ignore-next-line a\nf({ // prompt-cost-ignore b\n a: 1, /* other */ }); // prompt-cost-ignore c\n');
    assert.deepEqual(
      facts.comments.map(({ text }) => text.at(-1)),
      ['a', 'b', 'c'],
    );
  });

  it('reads JavaScript files with JSX, types or modern syntax', async () => {
    const facts = await read('const f = (a: string) => <B>{g(a)}</B>; class C { static #x = h(); }', javascript);
    assert.deepEqual(
      facts.calls.map(({ callee }) => show(callee)),
      ['g', 'h'],
    );
    assert.deepEqual(facts.errors, []);
  });
});
