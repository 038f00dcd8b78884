import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings } from '../../src/core';
import { createTestEngine } from '../helpers/engine';

const cell = (source: string, type = 'code') => ({ cell_type: type, source: source.split(/(?<=\n)/) });
const notebook = (...cells: object[]) => JSON.stringify({ cells, metadata: { language_info: { name: 'python' } } });
const analyze = async (text: string) => (await createTestEngine()).analyze({ path: 'a.ipynb', text }, defaultSettings());

describe('notebooks', () => {
  it('lets a cell see what an earlier one imports, and counts lines within the cell', async () => {
    const call = 'client.messages.create(model=MODEL, max_tokens=5,\n  messages=[{"role": "user", "content": "Say hello to all."}])';
    const { calls, prompts } = await analyze(
      notebook(
        cell('# Title', 'markdown'),
        cell('%pip install anthropic\nimport anthropic\nclient = anthropic.Anthropic()\nMODEL = "claude-haiku-4-5"'),
        cell(`# the call\n${call}`),
      ),
    );
    assert.deepEqual(
      calls.map(({ cell, model, span }) => ({ cell, model, start: span.start })),
      [{ cell: 2, model: 'claude-haiku-4-5', start: '# the call\n'.length }],
    );
    assert.equal(prompts[0]?.cell, 2);
  });

  it('reads past shell lines and cells of other languages', async () => {
    const { calls } = await analyze(
      notebook(
        cell('%%bash\nopenai.chat.completions.create(model="x")'),
        cell('!pip install openai\nfrom openai import OpenAI\nOpenAI().embeddings.create(model="text-embedding-3-small", input=[])'),
      ),
    );
    assert.deepEqual(
      calls.map((call) => call.api),
      ['openai.embeddings'],
    );
  });

  it('keeps the edits of a fix within its cell', async () => {
    const { findProblems } = await analyze(
      notebook(cell('from openai import OpenAI'), cell('OpenAI().responses.create(model="gpt-4o", input="Say hello to all.")')),
    );
    const problem = findProblems().find((one) => one.rule === 'missing-output-limit');
    assert.equal(problem?.cell, 1);
    assert.ok(
      problem?.fixes[0]?.edits.every(
        (edit) => edit.start > 0 && edit.end <= 'OpenAI().responses.create(model="gpt-4o", input="Say hello to all.")'.length,
      ),
    );
  });

  it('takes anything that is no notebook for an unread file', async () => {
    for (const text of ['', '{', '[]', '{"cells": 5}', '{"cells": [null, {"cell_type": "code", "source": 7}]}']) {
      const { calls } = await analyze(text);
      assert.deepEqual(calls, [], text);
    }
  });
});
