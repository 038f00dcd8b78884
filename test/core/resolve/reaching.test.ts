import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { reachingAssignments } from '../../../src/core/resolve/reaching';
import { show } from '../../helpers/showFacts';
import { resolve } from './source';

async function reaching(text: string): Promise<string[]> {
  const { resolver, asked } = await resolve(text);
  assert.equal(asked.kind, 'name');
  const found = asked.kind === 'name' ? resolver.declaration(asked) : null;
  if (!found || asked.kind !== 'name') return [];
  const bindings = reachingAssignments(found.bindings, asked.span.start, found.scope === asked.scope, found.param !== null);
  return bindings.map(({ value }) => show(value));
}

describe('reaching assignments', () => {
  for (const [what, text, expected] of [
    ['the last that is certain', 'x = 1\nx = 2\nask(x)\n', ['2']],
    ['those behind it that may be passed', 'x = 1\nx = 2\nif c:\n    x = 3\nask(x)\n', ['2', '3']],
    ['the one that it is in the middle of changing', 'x = 1\nx = ask(x)\n', ['1']],
    ['one that stands later, where none stands before', 'def f():\n    ask(x)\nx = 1\n', ['1']],
    ['none for a parameter that is assigned later', 'def f(x):\n    ask(x)\n    x = 1\n', []],
    ['that of the same branch alone', 'x = 1\nif c:\n    x = 2\n    ask(x)\nelse:\n    x = 3\n', ['2']],
  ] as const)
    it(`are ${what}`, async () => assert.deepEqual(await reaching(text), expected));
});
