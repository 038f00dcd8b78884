import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readSettings } from '../../../src/core';
import { applyEdits } from '../../../src/core/compress/spans';
import { createTestEngine } from '../../helpers/engine';

const engine = createTestEngine();
const { settings } = readSettings({ ruleOptions: { 'verbose-prompt': { minimumTokens: 1, minimumPercent: 0 } } });

/** The file after the compressor's fixes of all its prompts. */
async function compressed(path: string, text: string): Promise<string> {
  const problems = (await (await engine).analyze({ path, text }, settings)).findProblems();
  const edits = problems.filter(({ rule }) => rule === 'verbose-prompt').flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  return applyEdits(
    text,
    edits.sort((a, b) => a.start - b.start),
  );
}

const call = (content: string) =>
  `from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": ${content}}])\n`;
const wordy = 'Your task is to answer the question of the guest in order to help.';
const brief = 'Answer the question of the guest to help.';

describe('compressing where a prompt stands', () => {
  const literals: [string, (text: string) => string][] = [
    ['behind a continued line', (text) => `"""\\\n${text}\n"""`],
    ['behind a continued line and a placeholder', (text) => `f"""{guest} calls.\\\n\n${text}\\\n\n${text}\n"""`],
    ['between continued lines', (text) => `"""Be kind.\n\\\n${text}\n\\\n${text}"""`],
    ['behind escapes', (text) => `"Say \\"yes\\" \\u2013 or \\"no\\".\\n${text}"`],
    ['in literals side by side', (text) => `("Be kind.\\n"\n  "${text}\\n"\n  f"{guest}\\n"\n  "${text}")`],
    ['with doubled braces', (text) => `f"Write {{}} for {guest}.\\n${text}"`],
  ];
  for (const [place, literal] of literals)
    it(`${place} edits the right words`, async () => assert.equal(await compressed('a.py', call(literal(wordy))), call(literal(brief))));

  it('in a text that is dedented edits the right words', async () => {
    const source = (text: string) => `from textwrap import dedent\n${call(`dedent("""\\\n        ${text}\n        ${text}\n        """)`)}`;
    assert.equal(await compressed('a.py', source(wordy)), source(brief));
  });

  it('in a template literal edits the right words', async () => {
    const source = (text: string) =>
      `import OpenAI from 'openai';\nnew OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: \`\\\n${text} \${guest}\\\n\n${text}\` }] });\n`;
    assert.equal(await compressed('a.ts', source(wordy)), source(brief));
  });
});
