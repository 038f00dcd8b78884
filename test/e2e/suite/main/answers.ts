import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, hintsOf, hoverOn, open, problemsWhen, ruleOf } from '../editor';

/** What the extension shows of a file that nobody touches. */
export function answers(): void {
  describe('An open file', () => {
    before(async () => {
      // By opening a file alone it activates too: the run by mouse and keys sees that.
      await activate();
    });

    for (const [file, call] of [
      ['python/triage.py', /^[≈≥] [\d,]+ tok · (?:≥ )?\$[\d.]+ · gpt-4o$/],
      ['typescript/src/chatRoute.ts', /^[≈≥] [\d,]+ tok · (?:≥ )?\$[\d.]+ · gpt-4o$/],
      ['fixture/answer.py', /^[≈≥] [\d,]+ tok · (?:≥ )?\$[\d.]+ · gpt-4o$/],
      ['fixture/answer.ts', /^[≈≥] [\d,]+ tok · (?:≥ )?\$[\d.]+ · gpt-4o$/],
    ] as const) {
      it(`has hints at calls and prompts: ${file}`, async () => {
        const labels = await hintsOf(await open(file));
        assert.ok(
          labels.some((label) => call.test(label)),
          labels.join('\n'),
        );
        assert.ok(
          labels.some((label) => /^\d+ tok$/.test(label)),
          labels.join('\n'),
        );
      });
    }

    it('says that it does not know a price', async () => {
      const labels = await hintsOf(await open('python/in_house.py'));
      assert.ok(
        labels.some((label) => label.endsWith('price unknown · northwind-support-7b')),
        labels.join('\n'),
      );
    });

    it('shows the cost table on hover', async () => {
      const text = await hoverOn(await open('fixture/answer.py'), 'create(');
      assert.match(text, /^\*\*≈ \$[\d.]+\*\* typically/);
      assert.match(text, /\| Billed as \| Quantity \| Price \| Cost \| Basis \|/);
      assert.match(text, /\| Model \| Input \| Per call \| Per 1,000 calls \|/);
      assert.match(text, /\| \*\*gpt-4o\*\* \|/);
      assert.match(text, /\| gpt-6-luna \|/);
      assert.match(text, /Price: \$2\.50 in, \$10\.00 out per million tokens\./);
    });

    it('shows tokens and placeholders of a prompt on hover', async () => {
      assert.match(await hoverOn(await open('fixture/answer.py'), 'You are a support agent'), /\*\*System prompt\*\*[\s\S]*counted with o200k_base/);
    });

    it('has its problems, each with the page of its rule', async () => {
      const document = await open('fixture/answer.py');
      const problems = await problemsWhen(document, (rules) => rules.includes('missing-output-limit') && rules.includes('verbose-prompt'));
      for (const problem of problems) {
        assert.ok(typeof problem.code === 'object' && problem.code.target.path.endsWith(`/docs/rules/${ruleOf(problem)}.md`));
      }
    });

    it('may be untitled', async () => {
      const content = 'from openai import OpenAI\nOpenAI().responses.create(model="gpt-4o", input="Say hello", max_output_tokens=10)\n';
      const document = await vscode.workspace.openTextDocument({ language: 'python', content });
      const labels = await hintsOf(document);
      assert.ok(labels.includes('2 tok'), labels.join('\n'));
      assert.ok(
        labels.some((label) => /^≈ \d+ tok · \$[\d.]+ · gpt-4o$/.test(label)),
        labels.join('\n'),
      );
    });
  });

  it('Every command of the palette is there', async () => {
    const { extension } = await activate();
    const present = await vscode.commands.getCommands(true);
    const declared = extension.packageJSON.contributes.commands.map(({ command }: { command: string }) => command);
    assert.ok(declared.length >= 8);
    assert.deepEqual(
      declared.filter((command: string) => !present.includes(command)),
      [],
    );
  });
}
