import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings } from '../../../src/core';
import { createTestEngine } from '../../helpers/engine';
import { read } from './read';

const notebook = (...cells: string[]) =>
  JSON.stringify({ cells: cells.map((source) => ({ cell_type: 'code', source })), metadata: { language_info: { name: 'python' } } });
const CLIENT = 'import anthropic\nclient = anthropic.Anthropic()';
const CALL = 'client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])';

/** Name, cells behind one that makes the client, how often the call is found. */
const CELLS: [string, string[], number][] = [
  ['sees in one cell what another makes', [CALL], 1],
  ['passes over shell lines that go on', ['!pip install a \\\n  b c', CALL], 1],
  ['passes over magic lines, and what is asked of them', ['%matplotlib inline\nfiles = !ls -l\nclient?\n?client', CALL], 1],
  ['keeps a line that starts with the rest of a formatted text', [`x = ("%s"\n  % name)\n${CALL}`], 1],
  ['reads a cell that is timed or written to a Python file', [`%%time\n${CALL}`, `%%writefile app.py\n${CALL}`], 2],
  ['reads a statement that is timed', [`%time answer = ${CALL}\nif x:\n    %time ${CALL}`], 2],
  ['passes over cells in another language', [`%%bash\n${CALL}`, `%%writefile notes.txt\n${CALL}`], 0],
];

describe('recognition in notebooks', () => {
  for (const [name, cells, count] of CELLS) {
    it(name, async () => {
      const { calls } = await read('a.ipynb', notebook(CLIENT, ...cells));
      assert.deepEqual(calls, Array(count).fill('anthropic.messages claude-sonnet-4-5 9'));
    });
  }

  it('tells the cell of a definition, and counts its place in there', async () => {
    const helper =
      'def ask(question):\n  return client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[{"role": "user", "content": question}])';
    const engine = await createTestEngine();
    const { calls } = await engine.analyze({ path: 'a.ipynb', text: notebook(CLIENT, helper, 'ask("Who are you?")') }, defaultSettings());
    const definition = { of: 'model', path: null, cell: 1, span: { start: helper.indexOf('client'), end: helper.length }, line: null };
    assert.deepEqual(
      calls.map(({ cell, definitions }) => ({ cell, definitions })),
      [{ cell: 2, definitions: [definition] }],
    );
  });

  it('keeps lines of a long string that begin like magic', async () => {
    const { prompts } = await read(
      'a.ipynb',
      notebook('SYSTEM_PROMPT = """Show each picture so:\n![name](link)\n%name stands for the name."""\n!ls'),
    );
    assert.deepEqual(prompts, ['system: Show each picture so:\n![name](link)\n%name stands for the name.']);
  });
});
