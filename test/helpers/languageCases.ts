import assert from 'node:assert/strict';
import { it } from 'mocha';
import type { CallFact, Facts, Scope } from '../../src/core/facts';
import type { Language } from '../../src/core/languages/language';
import { createUnitCache, lowerTree } from '../../src/core/languages/lowering';
import { SourceFile } from '../../src/core/sourceFile';
import { createParser, readFacts } from './facts';
import { show } from './showFacts';

/** A call with its argument names, block, await, target and loops: `await client.ask(model=x) -> reply in for!`. */
export function showCall(call: CallFact): string {
  const args = call.args.map((arg) => (arg.name === null ? '' : `${arg.name}=`) + (arg.spread ? '...' : '') + show(arg.value));
  const text = `${call.awaited ? 'await ' : ''}${call.constructs ? 'new ' : ''}${show(call.callee)}(${args.join(', ')})${call.block ? show(call.block) : ''}`;
  const loops = call.loops.map((loop) => loop.kind + (loop.endless ? '!' : '')).join(' ');
  return `${text}${call.assignedTo ? ` -> ${call.assignedTo}` : ''}${loops ? ` in ${loops}` : ''}`;
}

/** Every binding of every scope, in the order of the source, with its type. */
export function showAllBindings(facts: Facts): string[] {
  const scopes = (scope: Scope): Scope[] => [scope, ...scope.children.flatMap(scopes)];
  return scopes(facts.file)
    .flatMap((scope) => scope.bindings)
    .sort((a, b) => a.span.start - b.span.start)
    .map(
      ({ name, key, kind, value, type }) =>
        `${name}${key === null ? '' : `[${key}]`}${type.length ? `: ${type.join('.')}` : ''} ${kind} ${show(value)}`,
    );
}

/** One test per row: an expression, and what it is read as when `wrap` binds it first. */
export function testValues(language: Language, wrap: (source: string) => string, rows: readonly (readonly [string, string])[]): void {
  for (const [source, expected] of rows) {
    it(`reads ${source.replace(/\s+/g, ' ')}`, async () => {
      const facts = await readFacts(wrap(source), language);
      assert.deepEqual(facts.errors, []);
      assert.equal(showAllBindings(facts)[0]?.replace(/^\S+ \w+ /, ''), expected);
      assertSpans(facts, wrap(source));
    });
  }
}

/** One test per row: a text, and its bindings, calls or imports. */
export function testFacts(language: Language, what: 'bindings' | 'calls' | 'imports', rows: readonly (readonly [string, string, string[]])[]): void {
  for (const [title, text, expected] of rows) {
    it(title, async () => {
      const facts = await readFacts(text, language);
      const shown = {
        bindings: () => showAllBindings(facts),
        calls: () => facts.calls.map(showCall),
        imports: () => facts.imports.map((fact) => `${fact.local} ${fact.module} ${fact.name ?? '-'}`),
      };
      assert.deepEqual(shown[what](), expected);
    });
  }
}

/** Text parts cover their source exactly; no string or call is noted twice. */
export function assertSpans(facts: Facts, text: string): void {
  for (const string of facts.strings) {
    for (const part of string.parts) {
      if (part.kind === 'hole' || part.span.start === part.span.end) continue;
      const length = part.escapes.reduce((sum, one) => sum + one.sourceLength - one.length, part.text.length);
      assert.equal(part.span.end - part.span.start, length, text.slice(part.span.start, part.span.end));
      if (!part.escapes.length) assert.equal(text.slice(part.span.start, part.span.end), part.text);
    }
  }
  for (const all of [facts.strings, facts.calls]) {
    const spans = all.map(({ span }) => `${span.start} ${span.end}`);
    assert.equal(new Set(spans).size, spans.length, 'noted twice');
  }
}

/** Half-typed code, and code nested too deep to follow, is read without throwing. */
export function testRobustness(language: Language, sample: string, nested: readonly string[]): void {
  it('reads a text that is cut anywhere', async () => {
    const parser = await createParser(language);
    for (let end = 0; end < sample.length; end += 3) {
      const text = sample.slice(0, end);
      const tree = parser.parse(text)!;
      assertSpans(lowerTree(tree.rootNode, text, language, createUnitCache()), text);
      tree.delete();
    }
    parser.delete();
  });

  it('survives deep nesting', async () => {
    for (const text of nested) assert.ok(await readFacts(text, language));
  });

  it('gives the same facts after each of many edits as afresh', async () => {
    const parser = await createParser(language);
    const parsers = { load: async () => parser, drop: () => {} };
    const file = new SourceFile(language, sample);
    const summary = (facts: Facts) => [showAllBindings(facts), facts.calls.map(showCall), facts.strings.map((string) => [show(string), string.span])];
    await file.read(parsers);
    for (let start = sample.lastIndexOf('gpt'); start >= 0; start = start > 0 ? sample.lastIndexOf('gpt', start - 1) : -1) {
      file.edit({ start, end: start + 3, text: start % 2 ? 'x' : 'longer' });
      assert.deepEqual(summary(await file.read(parsers)), summary(await readFacts(file.text, language)));
    }
    file.close();
    parser.delete();
  });
}
