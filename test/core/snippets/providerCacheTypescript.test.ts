// The edited code runs through the real SDKs.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { useFakeProviders } from '../../helpers/fakeProviders';
import { applyTo, type Body, keptPart, offersIn, plain, policy, short } from '../../helpers/providerCache';
import { load, makeFolder, typeErrors } from '../../helpers/snippets';

const typescript = `import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

const openai = new OpenAI({ apiKey: 'k', baseURL: process.env.FAKE_PROVIDER + '/v1' });
const anthropic = new Anthropic({ apiKey: 'k', baseURL: process.env.FAKE_PROVIDER });
const POLICY = '${policy}';

export async function text(question: string) {
  await anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 9, system: '${policy}', messages: [{ role: 'user', content: question }] });
}

export async function constant(question: string) {
  await anthropic.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 9,
    system: POLICY,
    messages: [{ role: 'user', content: question }],
  });
}

export async function shorthand(question: string) {
  const system = POLICY;
  await anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 9, system, messages: [{ role: 'user', content: question }] });
}

export async function template(question: string) {
  await anthropic.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 9,
    system: \`\${POLICY}
Today's question is \${question}, by a person of \${question.length}.\`,
    messages: [{ role: 'user', content: 'Answer.' }],
  });
}

export async function joined(question: string) {
  await anthropic.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 9,
    system: POLICY + ' Asked: ' + question,
    messages: [{ role: 'user', content: question }],
  });
}

export async function blocks(question: string) {
  await anthropic.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 9,
    system: [
      { type: 'text', text: POLICY },
      { type: 'text', text: question },
    ],
    messages: [{ role: 'user', content: question }],
  });
}

export async function cutBlock(question: string) {
  await anthropic.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 9,
    system: [
      { type: 'text', text: '${short}' },
      { type: 'text', text: \`\${POLICY} For \${question}\` },
    ],
    messages: [{ role: 'user', content: question }],
  });
}

export async function parts(question: string) {
  await anthropic.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 9,
    system: '${short}',
    messages: [{ role: 'user', content: [{ type: 'text', text: POLICY }, { type: 'text', text: question }] }],
  });
}

export async function examples(question: string) {
  await anthropic.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 9,
    system: POLICY,
    messages: [
      { role: 'user', content: 'May I return an opened tent?' },
      { role: 'assistant', content: 'Yes.' },
      { role: 'user', content: question },
    ],
  });
}

export async function kept(question: string) {
  const request = { model: 'claude-sonnet-4-5', max_tokens: 9, system: POLICY, messages: [{ role: 'user' as const, content: question }] };
  await anthropic.messages.create(request);
}

export async function chat(question: string) {
  await openai.chat.completions.create({
    model: 'gpt-4.1',
    messages: [
      { role: 'system', content: POLICY },
      { role: 'user', content: question },
    ],
  });
}

export async function responses(question: string) {
  await openai.responses.create({ model: 'gpt-4.1', instructions: POLICY, input: question });
}
`;

/** What each function's breakpoint keeps. */
const kept: Record<string, string> = {
  text: policy,
  constant: policy,
  shorthand: policy,
  template: `${policy}\nToday's question is `,
  joined: `${policy} Asked: `,
  blocks: policy,
  cutBlock: `${short}|${policy} For `,
  parts: `${short}|${policy}`,
  examples: `${policy}|May I return an opened tent?|Yes.`,
  kept: policy,
};

describe("the provider's prompt cache in TypeScript, through the real SDKs", () => {
  const { folder, remove } = makeFolder();
  const providers = useFakeProviders();
  const written: string[] = [];
  const { warn } = console;
  before(async () => {
    console.warn = () => {}; // that the model is deprecated
  });
  after(async () => {
    console.warn = warn;
    remove();
  });

  async function bodyOf(text: string, file: string, name: string): Promise<Body> {
    writeFileSync(path.join(folder, file), text);
    const loaded = await load<Record<string, (question: string) => Promise<void>>>(path.join(folder, file));
    providers.fake.seen.length = 0;
    await loaded[name]!('my tent');
    return providers.fake.seen[0]!.body;
  }

  for (const [name, expected] of Object.entries(kept)) {
    it(`sends the same request with a breakpoint behind the static part: ${name}`, async () => {
      const changed = await applyTo(typescript, 'sample.ts', `function ${name}(`);
      const body = await bodyOf(changed, `${name}.ts`, name);
      written.push(path.join(folder, `${name}.ts`));
      assert.equal(keptPart(body), expected);
      assert.deepEqual(plain(body), plain(await bodyOf(typescript, 'asItIs.ts', name)));
    });
  }

  for (const name of ['chat', 'responses']) {
    it(`adds a key and nothing else at OpenAI: ${name}`, async () => {
      const changed = await applyTo(typescript, 'sample.ts', `function ${name}(`);
      const { prompt_cache_key, ...body } = await bodyOf(changed, `${name}.ts`, name);
      written.push(path.join(folder, `${name}.ts`));
      assert.equal(prompt_cache_key, `sample-${name}`);
      assert.deepEqual(body, await bodyOf(typescript, 'asItIs.ts', name));
    });
  }

  it('leaves code that passes tsc --strict', function () {
    this.timeout(60_000);
    assert.equal(written.length, Object.keys(kept).length + 2);
    assert.deepEqual(typeErrors(written), []);
  });

  it('writes in the style of the file', async () => {
    const source = `import Anthropic from "@anthropic-ai/sdk"\r\nconst POLICY = "${policy}"\r\n\r\nexport const ask = (client: Anthropic, q: string) =>\r\n\tclient.messages.create({ model: "claude-sonnet-4-5", max_tokens: 9, system: \`\${POLICY} Asked: \${q}\`, messages: [] })\r\n`;
    assert.equal(
      await applyTo(source, 'sample.ts', 'ask ='),
      source.replace(
        'system: `${POLICY} Asked: ${q}`,',
        'system: [\r\n\t\t{ type: "text", text: `${POLICY} Asked: `, cache_control: { type: "ephemeral" } },\r\n\t\t{ type: "text", text: `${q}` },\r\n\t],',
      ),
    );
  });

  it('says why not, where the static part is below the minimum of the model', async () => {
    const [fix] = await offersIn(typescript.replaceAll('sonnet-4-5', 'haiku-4-5').replaceAll(policy, short), 'sample.ts', 'function text(');
    assert.match(fix?.refused ?? '', /^The static part has \d+ tokens; claude-haiku-4-5 caches from 1,024 on\.$/);
    assert.deepEqual(fix?.edits, []);
    const [openai] = await offersIn(typescript.replaceAll(policy, short), 'sample.ts', 'function chat(');
    assert.match(openai?.refused ?? '', /caches from 1,024 on\.$/);
  });

  it('is not offered where the text can not be cut, or has a breakpoint', async () => {
    const ask = (system: string) =>
      offersIn(typescript.replace(`system: '${policy}'`, `system: ${system}`), 'sample.ts', 'function text(').then((fixes) =>
        fixes.filter(({ refused }) => !refused),
      );
    assert.equal((await ask('POLICY')).length, 1);
    assert.deepEqual(await ask('`${POLICY} ${question}`.trim()'), []);
    assert.deepEqual(await ask('`Rules: ${POLICY} For ${question}`.trim()'), []);
    assert.deepEqual(await ask("[{ type: 'text', text: POLICY, cache_control: { type: 'ephemeral' } }]"), []);
  });
});
