import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, hintsOf, hoverOn, open, problemsWhen, until, write } from '../editor';

const lines = (...values: object[]) => `${values.map((value) => JSON.stringify(value)).join('\n')}\n`;
const chat = (...contents: string[]) => ({ messages: contents.map((content, index) => ({ role: index % 2 ? 'assistant' : 'user', content })) });
const request = { custom_id: 'a', method: 'POST', url: '/v1/responses', body: { model: 'gpt-4o-mini', input: 'Hi', max_output_tokens: 50 } };
const client = 'from openai import OpenAI\nclient = OpenAI()\nMODEL = "gpt-4o"\n';
const call = 'client.responses.create(model=MODEL, input="Say hello to all of them.")';

const any = (labels: string[], pattern: RegExp) =>
  assert.ok(
    labels.some((label) => pattern.test(label)),
    labels.join('\n') || 'no hints',
  );

/** Files that hold prompts or data, and notebooks. */
export function files(): void {
  before(async () => {
    await write('CLAUDE.md', 'Answer in French.\n');
    await open('CLAUDE.md');
    await activate();
  });

  describe('A prompt or data file', () => {
    for (const [name, text, hint] of [
      ['AGENTS.md', 'Answer in French.\n', /^\d+ tok per session · \$[\d.]+ · \$[\d.]+ per 1,000 sessions$/],
      ['.cursorrules', 'Answer in French.\n', /^\d+ tok per session/],
      ['.cursor/rules/style.mdc', '---\nalwaysApply: true\n---\nAnswer in French.\n', /^\d+ tok per session/],
      ['train.jsonl', lines(chat('q', 'a'), chat('q', 'a')), /^(?:≈ )?25 epochs × \d+ tok · \$[\d.]+ · gpt-/],
      ['batch.jsonl', lines(request), /^1 request · ≈ \$[\d.]+ · gpt-4o-mini$/],
      ['prompts/greet.txt', 'You are kind. Greet {name}.\n', /^\d+ tok$/],
      ['greet.prompty', '---\nmodel:\n  id: gpt-4o\n---\nsystem:\nBe kind.\n', /^\$2\.50 in, \$10\.00 out per million tokens$/],
      ['greet.prompt.md', 'Be kind to everyone.\n', /^\d+ tok$/],
      ['promptfooconfig.yaml', 'prompts:\n  - "You are kind. Greet {{name}}."\n', /^\d+ tok$/],
    ] as const) {
      it(`shows what it costs: ${name}`, async () => {
        await write(name, text);
        any(await hintsOf(await open(name)), hint);
      });
    }

    it('says on hover what its figures rest on', async () => {
      await write('AGENTS.md', 'Answer in French.\n');
      assert.match(await hoverOn(await open('AGENTS.md'), 'Answer'), /\*\*Loaded into every session\*\*[\s\S]*Price: /);
    });

    it('has its problems', async () => {
      await write('wrong.jsonl', `${lines(chat('q', 'a'))}{"messages": [\n`);
      await problemsWhen(await open('wrong.jsonl'), (rules) => rules.includes('invalid-record'));
    });

    it('is left alone where it is only Markdown or JSON', async () => {
      await write('notes.md', 'You are kind. Greet {name}.\n');
      assert.deepEqual(await hintsOf(await open('notes.md')), []);
    });
  });

  describe('A notebook', () => {
    const cell = (source: string) => ({ cell_type: 'code', metadata: {}, execution_count: null, outputs: [], source });
    const notebookOf = async (name: string, ...sources: string[]) => {
      const metadata = { language_info: { name: 'python' } };
      const uri = await write(name, JSON.stringify({ cells: sources.map(cell), metadata, nbformat: 4, nbformat_minor: 5 }));
      const notebook = await vscode.workspace.openNotebookDocument(uri);
      await vscode.window.showNotebookDocument(notebook);
      return notebook.getCells().map(({ document }) => document);
    };

    it('shows in a cell what an earlier cell makes of it, and its problems', async () => {
      const [, second] = await notebookOf('first.ipynb', client, call);
      assert.ok(second);
      any(await hintsOf(second), /^≈ \d+ tok · \$[\d.]+ · gpt-4o$/);
      assert.match(await hoverOn(second, 'create('), /\| \*\*gpt-4o\*\* \|/);
      const problems = await problemsWhen(second, (rules) => rules.includes('missing-output-limit'));
      assert.ok(problems.every(({ range }) => range.start.line === 0));
    });

    it('follows an edit of another cell', async () => {
      const [first, second] = await notebookOf('second.ipynb', '', call);
      assert.ok(first && second);
      any(await hintsOf(second), /price unknown · model unknown$/);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(first.uri, new vscode.Position(0, 0), client);
      const changed = until(vscode.workspace.onDidChangeTextDocument, () => first.getText() === client);
      await vscode.workspace.applyEdit(edit);
      await changed;
      any(await hintsOf(second), /^≈ \d+ tok · \$[\d.]+ · gpt-4o$/);
      await problemsWhen(second, (rules) => rules.includes('missing-output-limit'));
    });
  });
}
