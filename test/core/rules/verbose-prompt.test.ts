import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyFix, checkRule, javascript, python, testRule } from '../../helpers/rules';

const wordy = 'Your task is to sort the letters. Due to the fact that they are old, read them twice.';
const rest = 'Name the sender, the day, the town and the reason of each letter in this order. '.repeat(2).trim();

testRule('verbose-prompt', {
  valid: [
    { name: 'a concise prompt', code: `${python}SYSTEM_PROMPT = "Sort the letters. Name the sender of each."` },
    { name: 'a saving under three tokens', code: `${python}SYSTEM_PROMPT = "Please sort the letters. ${rest}"` },
    {
      name: 'a saving under an own threshold',
      settings: { ruleOptions: { 'verbose-prompt': { minimumTokens: 50, largePercent: 50 } } },
      code: `${python}SYSTEM_PROMPT = "${wordy}"`,
    },
    {
      name: 'a small share of a long prompt',
      code: `${python}SYSTEM_PROMPT = "${wordy} ${rest} ${rest.replaceAll('letter', 'parcel')} ${rest.replaceAll('letter', 'card')} ${rest.replaceAll('letter', 'book')} ${rest.replaceAll('letter', 'coin')}"`,
    },
    { name: 'text that is no prompt', code: `${python}print("Due to the fact that it rains.")` },
  ],
  invalid: [
    {
      name: 'a small share that is worth a dollar a month',
      settings: { callsPerDay: 5000 },
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": ⟦"${wordy} ${rest} ${rest.replaceAll('letter', 'parcel')} ${rest.replaceAll('letter', 'card')} ${rest.replaceAll('letter', 'book')} ${rest.replaceAll('letter', 'coin')}"⟧}])`,
      messages: [/about \$[1-9]/],
    },
    {
      name: 'a wordy prompt, with the money where a call is known',
      settings: { callsPerDay: 1000 },
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": ⟦"${wordy}"⟧}])`,
      severity: 'information',
      messages: [/^\d+ of \d+ tokens can go \(\d+ %\): about \$0\.\d+ a month at 1,000 calls a day\.$/],
    },
    {
      name: 'a wordy prompt that no call uses, without money',
      code: `${python}SYSTEM_PROMPT = ⟦"${wordy}"⟧`,
      messages: [/^\d+ of \d+ tokens can go \(\d+ %\)\.$/],
    },
    {
      name: 'a small share as a hint',
      settings: { ruleOptions: { 'verbose-prompt': { minimumTokens: 5, minimumPercent: 1 } } },
      code: `${python}SYSTEM_PROMPT = ⟦"${wordy} ${rest} ${rest.replaceAll('letter', 'parcel')} ${rest.replaceAll('letter', 'card')} ${rest.replaceAll('letter', 'book')} ${rest.replaceAll('letter', 'coin')}"⟧`,
      severity: 'hint',
    },
    { name: 'a template literal', path: 'a.ts', code: `${javascript}const SYSTEM_PROMPT = ⟦\`${wordy} \${letters}\`⟧;` },
  ],
});

describe('the fixes of verbose-prompt', () => {
  it('shorten the whole prompt after a look, and each place alone', async () => {
    const { text, problems } = await checkRule('verbose-prompt', `${python}SYSTEM_PROMPT = "${wordy}"`);
    const fixes = problems[0]?.fixes ?? [];
    const whole = fixes.find(({ title }) => /^Compress prompt \(balanced, saves \d+ tokens\)$/.test(title));
    assert.ok(whole, JSON.stringify(fixes.map(({ title }) => title)));
    assert.deepEqual([whole.preview, whole.preferred, whole.safe], [true, true, false]);
    const after = applyFix(text, whole.edits);
    assert.equal(after, `${python}SYSTEM_PROMPT = "Sort the letters. Because they are old, read them twice."`);
    assert.deepEqual((await checkRule('verbose-prompt', after)).problems, []);
    const single = fixes.filter(({ edits }) => edits.length === 1 && edits.every((edit) => whole.edits.some(({ start }) => start === edit.start)));
    assert.ok(single.length >= whole.edits.length);
    for (const fix of single) assert.ok((fix.tokensSaved ?? 0) > 0);
  });
  it('are safe where the level is', async () => {
    const settings = { compress: { level: 'safe' } };
    const { problems } = await checkRule('verbose-prompt', `${python}SYSTEM_PROMPT = "${wordy}"`, { settings });
    const whole = problems[0]?.fixes[0];
    assert.match(whole?.title ?? '', /^Compress prompt \(safe, saves \d+ tokens\)$/);
    assert.equal(whole?.safe, true);
  });
  it('say what a cached prompt saves at the price of reading', async () => {
    const facts = Array.from({ length: 600 }, (_, index) => `Room ${index} has ${index + 2} windows.`).join('\n');
    const code = `import anthropic\nclient = anthropic.Anthropic()\ndef ask(m):\n    return client.messages.create(model="claude-opus-4-7", max_tokens=50, messages=m, system=[{"type": "text", "text": """${wordy}\n${facts}""", "cache_control": {"type": "ephemeral"}}])`;
    const { problems } = await checkRule('verbose-prompt', code, {
      settings: { ruleOptions: { 'verbose-prompt': { minimumTokens: 3, minimumPercent: 0 } } },
    });
    assert.match(problems[0]?.message ?? '', /can go \(.*%\)\. They are read from the cache: each later call saves \$0\.0000\d+, not \$0\.000\d+\.$/);
    assert.ok((problems[0]?.fixes.length ?? 0) > 0);
  });
  it('are not offered where they would cost the prompt cache', async () => {
    const facts = Array.from({ length: 130 }, (_, index) => `Room ${index} of the house has ${index + 2} windows and a door to the garden.`).join(
      '\n',
    );
    const call = (text: string) =>
      `import anthropic\nclient = anthropic.Anthropic()\ndef ask(m):\n    return client.messages.create(model="claude-opus-4-7", max_tokens=50, messages=m, system=[{"type": "text", "text": """${text}""", "cache_control": {"type": "ephemeral"}}])`;
    const { problems } = await checkRule('verbose-prompt', call(`${wordy}\n${facts}`), {
      settings: { ruleOptions: { 'verbose-prompt': { minimumTokens: 3, minimumPercent: 0 } } },
    });
    assert.match(
      problems[0]?.message ?? '',
      /under the 4,096 tokens that claude-opus-4-7 caches, and its 3,\d+ tokens cost \$0\.015\d* with each later call instead of \$0\.0015\d*\.$/,
    );
    assert.deepEqual(problems[0]?.fixes, []);
  });
});
