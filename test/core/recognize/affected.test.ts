import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Statement } from '../../../src/core/facts';
import python from '../../../src/core/languages/python';
import { createAffected } from '../../../src/core/recognize/affected';
import { createDigester } from '../../../src/core/recognize/digest';
import { readFacts } from '../../helpers/facts';

const digester = createDigester({ mayFit: () => false, otherNames: () => [] });

/** The first lines of the statements that an edit affects; those that it leaves stay the same objects, as in a document. */
async function affectedBy(text: string, from: string, to: string): Promise<string[]> {
  const edited = text.replace(from, to);
  const before = await readFacts(text, python);
  const after = await readFacts(edited, python);
  const textOf = (source: string, { span }: Statement) => source.slice(span.start, span.end);
  const kept = new Map(before.statements.map((statement) => [textOf(text, statement), statement]));
  const findAffected = createAffected(digester);
  findAffected(before, text);
  const statements = after.statements.map((statement) => {
    const same = kept.get(textOf(edited, statement));
    return same ? Object.assign(same, { span: statement.span }) : statement;
  });
  const affected = findAffected({ ...after, statements }, edited);
  return [...affected].map((statement) => textOf(edited, statement).split('\n')[0] ?? '').sort();
}

const count = (name: string) => `def ${name}(items):
    totals = {}
    for item in items:
        totals["${name}"] = note(item)
    return totals
`;

describe('affected statements', () => {
  it('leaves functions that only call variables of their own alike', async () => {
    assert.deepEqual(await affectedBy(count('first') + count('second'), 'note(item)', 'note(item, 2)'), ['def first(items):']);
  });

  it('takes in who shares a variable of the file', async () => {
    const text = `totals = {}\ndef first(item):\n    totals["a"] = note(item)\ndef second():\n    return totals\n`;
    assert.deepEqual(await affectedBy(text, 'note(item)', 'note(item, 2)'), ['def first(item):', 'def second():', 'totals = {}']);
  });

  it('takes in who passes what the function changes', async () => {
    const text = `def first(items):\n    items.append(1)\ndef second(mine):\n    first(mine)\n`;
    assert.deepEqual(await affectedBy(text, 'append(1)', 'append(2)'), ['def first(items):', 'def second(mine):']);
  });
});
