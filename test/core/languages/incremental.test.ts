import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Edit } from 'web-tree-sitter';
import type { Facts, Scope } from '../../../src/core/facts';
import { createUnitCache, lowerTree, noteEdit } from '../../../src/core/languages/lowering';
import ruby from '../../../src/core/languages/ruby';
import typescript from '../../../src/core/languages/typescript';
import { SourceFile } from '../../../src/core/sourceFile';
import { createParser, readFacts } from '../../helpers/facts';

/** A generator of numbers in [0, 1) that gives the same ones for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The facts as text. Scopes stand as children of each other, and elsewhere as a reference; statements only say how much is in them. */
function serialize(facts: Facts): string {
  const reference = (scope: Scope | null) => scope && `${scope.kind} ${scope.name} ${scope.span.start}`;
  const statements = facts.statements.map((one) => [one.reads, ...[one.calls, one.strings, one.bindings, one.children].map(({ length }) => length)]);
  const { imports, file, calls, strings, objects, comments, errors } = facts;
  return JSON.stringify({ imports, file, calls, strings, objects, comments, errors, statements }, (key, value) =>
    key === 'scope' || key === 'parent' || key === 'from' ? reference(value) : value,
  );
}

/** Compares long JSON texts; a failure shows only where they part. */
function assertSameFacts(actual: string, expected: string, message: string): void {
  if (actual === expected) return;
  const split = (text: string) => text.split(/(?<=[,{}[\]])/);
  const [left, right] = [split(actual), split(expected)];
  const at = left.findIndex((line, index) => line !== right[index]);
  assert.deepEqual(left.slice(at - 12, at + 12), right.slice(at - 12, at + 12), message);
}

function block(index: number): string {
  return `import { a${index} as b } from "m${index}";
// prompt-cost-ignore ${index}
export class Service${index % 5} extends Base${index} {
  private model = "gpt-${index}";
  constructor(private readonly client: OpenAI, { limit = ${index} }: Options) {
    this.limit = limit;
    if (limit) this.limit = 1;
  }
  async run(items: string[]) {
    const prompt = \`Text ${index} \${this.model}\`;
    for (const item of items) {
      const messages = [{ role: "user", content: prompt + item }];
      messages.push({ role: "user", content: "more" });
      await this.client.chat.completions.create({ model: this.model, messages });
    }
    return class Inner { value = "x"; get() { return this.value; } };
  }
}
const value${index} = items.map((item) => call({ item, text: "a" + item }));
value${index}.key = { model: process.env.X ?? "m", n: ${index} };
function run({ a = "b" }) {
  while (true) { ask(a); }
}
`;
}

const pieces = [
  'x',
  '"',
  '`',
  '{',
  '}',
  '(',
  ')',
  ';',
  '\n',
  ' ',
  '${',
  '// ',
  'a.b = "c";\n',
  'class Service1 { m = f("x"); }\n',
  'call("new", ',
  '}\n',
  'await ',
  ',',
];

interface Change {
  start: number;
  end: number;
  text: string;
}

function randomEdit(text: string, random: () => number): Change {
  const pick = (below: number) => Math.floor(random() * below);
  const lines = text.split('\n');
  const lineStart = (line: number) => lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
  const kind = pick(4);
  if (kind === 0) {
    const start = pick(text.length);
    return { start, end: Math.min(text.length, start + pick(3)), text: pieces[pick(pieces.length)] ?? '' };
  }
  const first = pick(lines.length);
  const start = lineStart(first);
  const end = Math.min(text.length, lineStart(Math.min(lines.length, first + 1 + pick(kind === 1 ? 2 : 25))));
  if (kind === 1) return { start, end, text: '' };
  if (kind === 2) return { start, end: start, text: text.slice(start, end) };
  return { start, end: start, text: block(pick(12)) };
}

function pointAt(text: string, offset: number): { row: number; column: number } {
  const before = text.slice(0, offset);
  return { row: before.split('\n').length - 1, column: offset - before.lastIndexOf('\n') - 1 };
}

describe('Reading a file again after an edit', () => {
  for (let seed = 1; seed <= 3; seed++) {
    it(`gives the facts of a fresh pass after each of 45 random edits (seed ${seed})`, async () => {
      const random = createRandom(seed);
      const parser = await createParser(typescript);
      const cache = createUnitCache();
      let text = Array.from({ length: 12 }, (_, index) => block(index)).join('');
      let tree = parser.parse(text);
      assert.ok(tree);
      lowerTree(tree.rootNode, text, typescript, cache);
      const undo: Change[][] = [];
      for (let step = 0; step < 45; step++) {
        // every third step takes the last edits back, so that broken code heals again; every fourth makes two at once
        const back = step % 3 === 2 ? undo.pop() : undefined;
        const made: Change[] = [];
        const taken: Change[] = [];
        let next = text;
        for (let count = back?.length ?? (step % 4 === 3 ? 2 : 1); count > 0; count--) {
          const edit = back?.[back.length - count] ?? randomEdit(next, random);
          const newEnd = edit.start + edit.text.length;
          made.push(edit);
          taken.unshift({ start: edit.start, end: newEnd, text: next.slice(edit.start, edit.end) });
          const edited = next.slice(0, edit.start) + edit.text + next.slice(edit.end);
          tree.edit(
            new Edit({
              startIndex: edit.start,
              oldEndIndex: edit.end,
              newEndIndex: newEnd,
              startPosition: pointAt(next, edit.start),
              oldEndPosition: pointAt(next, edit.end),
              newEndPosition: pointAt(edited, newEnd),
            }),
          );
          noteEdit(cache, edit);
          next = edited;
        }
        if (!back) undo.push(taken);
        const before = tree;
        text = next;
        tree = parser.parse(text, before);
        before.delete();
        assert.ok(tree);
        const reused = serialize(lowerTree(tree.rootNode, text, typescript, cache));
        const fresh = serialize(lowerTree(tree.rootNode, text, typescript, createUnitCache()));
        assertSameFacts(reused, fresh, `step ${step}: ${JSON.stringify(made)}`);
      }
      tree.delete();
      parser.delete();
    });
  }

  it('gives a class that is written in pieces the head of the pieces as they stand now', async () => {
    const parser = await createParser(ruby);
    const file = new SourceFile(ruby, 'class A < B\n  x = 1\nend\nclass A\n  def m\n  end\nend\n');
    const parsers = { load: async () => parser, drop: () => {} };
    await file.read(parsers);
    for (const [from, to] of [
      ['B', 'Other::Base'],
      ['x = 1', 'x = 1\n  y = 2'],
      [' < Other::Base', ''],
    ] as const) {
      const start = file.text.indexOf(from);
      file.edit({ start, end: start + from.length, text: to });
      assertSameFacts(serialize(await file.read(parsers)), serialize(await readFacts(file.text, ruby)), `${from} to ${to}`);
    }
    file.close();
    parser.delete();
  });

  it('takes facts of untouched statements and members from the pass before', async () => {
    const parser = await createParser(typescript);
    const cache = createUnitCache();
    const text = 'const a = f("a");\nclass B { m() { g("b"); } n() { h("c"); } }\n';
    const at = text.indexOf('"b"') + 1;
    const passes = ['', 'b'].map((typed) => {
      const version = text.slice(0, at) + typed + text.slice(at);
      const tree = parser.parse(version);
      assert.ok(tree);
      noteEdit(cache, { start: at, end: at, text: typed });
      const { calls } = lowerTree(tree.rootNode, version, typescript, cache);
      tree.delete();
      return calls;
    });
    parser.delete();
    const [before, after] = passes;
    assert.deepEqual(
      after?.map((call, index) => call === before?.[index]),
      [true, false, true],
    );
    assert.equal(after?.[2]?.span.start, text.indexOf('h(') + 1);
  });
});
