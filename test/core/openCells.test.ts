import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { analysisOfCell, type Cell, defaultSettings, type EngineCells } from '../../src/core';
import { createTestEngine } from '../helpers/engine';

const settings = defaultSettings();
const cells = (...texts: string[]): Cell[] => texts.map((text) => ({ text, languageId: 'python' }));
const client = '%pip install openai\nfrom openai import OpenAI\nclient = OpenAI()\nRULES = "Answer in French and be kind."';
const call = 'client.responses.create(model="gpt-4o", instructions=RULES, input="Say hello to all.")';

const engine = createTestEngine();

async function open(...texts: string[]): Promise<EngineCells> {
  return (await engine).openCells(cells(...texts), 'python', 'a.ipynb');
}

describe('cells that are edited', () => {
  it('are read like cells that were so from the start', async () => {
    const document = await open(client, '', call);
    await document.analyze(settings);
    for (const texts of [
      [client, `# first 😀\n${call}`, call],
      [client, call],
      ['# no client', call],
      [client.replace('%pip', '# pip'), `!ls\n${call}`, `%%bash\n${call}`],
    ]) {
      document.update(cells(...texts));
      const edited = await document.analyze(settings);
      const fresh = await (await open(...texts)).analyze(settings);
      const places = ({ calls, prompts, findProblems }: typeof edited) => [
        calls.map(({ cell, span, nameSpan, modelSpan, model }) => ({ cell, span, nameSpan, modelSpan, model })),
        prompts.map(({ cell, span, segments }) => ({ cell, span, segments })),
        findProblems().map(({ cell, span, message, fixes }) => ({ cell, span, message, fixes })),
      ];
      assert.deepEqual(places(edited), places(fresh));
    }
  });

  it('keep their analysis until they change', async () => {
    const document = await open(client, call);
    const first = await document.analyze(settings);
    assert.equal(await document.analyze(settings), first);
    document.update(cells(client, `${call}\n`));
    assert.notEqual(await document.analyze(settings), first);
  });

  it('count every place that is shown within the cell', async () => {
    const [found] = (await (await open(client, call)).analyze(settings)).calls;
    const shown = (span: { start: number; end: number } | null | undefined) => span && call.slice(span.start, span.end);
    assert.equal(shown(found?.span), call);
    assert.equal(shown(found?.nameSpan), 'create');
    assert.equal(shown(found?.modelSpan), '"gpt-4o"');
  });
});

describe('the analysis of one cell', () => {
  it('has what stands in it, and the prompts of other cells that its calls use', async () => {
    const whole = await (await open(client, call)).analyze(settings);
    const first = analysisOfCell(whole, 0);
    const second = analysisOfCell(whole, 1);
    assert.equal(first.calls.length, 0);
    assert.deepEqual(
      first.prompts.map(({ name, call: user }) => ({ name, user })),
      [{ name: 'RULES', user: null }],
    );
    assert.equal(second.calls.length, 1);
    assert.deepEqual(second.estimates, whole.estimates);
    const texts = second.calls[0]?.prompts.map((index) => second.prompts[index]?.segments.map((part) => 'text' in part && part.text).join(''));
    assert.deepEqual(texts, ['Answer in French and be kind.', 'Say hello to all.']);
    assert.deepEqual(
      second.prompts.map(({ cell, span }) => [cell, span.start < 0]),
      [
        [1, false],
        [0, true],
      ],
    );
    assert.deepEqual([second.totals.calls, second.totals.prompts], [1, 1]);
    assert.ok(second.findProblems().length);
    assert.ok(second.findProblems().every(({ cell }) => cell === 1));
  });
});
