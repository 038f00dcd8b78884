// The edited code runs through stand-ins with the SDKs' call surface (test/helpers/pythonStandIns).
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyTo, type Body, keptPart, offersIn, plain, policy, short } from '../../helpers/providerCache';
import { inFolder, runIn } from '../../helpers/runPython';

const python = `import anthropic
import litellm
import openai

client = anthropic.Anthropic()
later = anthropic.AsyncAnthropic()
gpt = openai.OpenAI()
gpt_later = openai.AsyncOpenAI()
POLICY = '${policy}'


def text(question):
    client.messages.create(model='claude-sonnet-4-5', max_tokens=9, system='${policy}', messages=[{'role': 'user', 'content': question}])

async def awaited(question):
    await later.messages.create(
        model='claude-sonnet-4-5',
        max_tokens=9,
        system=POLICY,
        messages=[{'role': 'user', 'content': question}],
    )

def f_string(question):
    client.messages.create(
        model='claude-sonnet-4-5',
        max_tokens=9,
        system=f"""{POLICY}
Answer {question!r} as {{JSON}}.""",
        messages=[{'role': 'user', 'content': question}],
    )

async def adjacent(question):
    await later.messages.create(
        model='claude-sonnet-4-5',
        max_tokens=9,
        system=(
            '${policy} '
            'Be brief. '
            f'It is about {question}.'
        ),
        messages=[{'role': 'user', 'content': question}],
    )

def joined(question):
    client.messages.create(model='claude-sonnet-4-5', max_tokens=9, system=POLICY + ' Asked: ' + question, messages=[{'role': 'user', 'content': question}])

def blocks(question):
    client.messages.create(
        model='claude-sonnet-4-5',
        max_tokens=9,
        system=[{'type': 'text', 'text': '${short}'}, {'type': 'text', 'text': f'{POLICY} For {question}'}],
        messages=[{'role': 'user', 'content': question}],
    )

def parts(question):
    client.messages.create(
        model='claude-sonnet-4-5',
        max_tokens=9,
        messages=[
            {
                'role': 'user',
                'content': [
                    {
                        'type': 'text',
                        'text': POLICY,
                    },
                    {
                        'type': 'text',
                        'text': question,
                    },
                ],
            }
        ],
    )

async def kept(question):
    request = {'model': 'claude-sonnet-4-5', 'max_tokens': 9, 'system': POLICY, 'messages': [{'role': 'user', 'content': question}]}
    await later.messages.create(**request)

def lite(question):
    litellm.completion(model='anthropic/claude-sonnet-4-5', messages=[{'role': 'system', 'content': POLICY}, {'role': 'user', 'content': question}])

async def lite_awaited(question):
    await litellm.acompletion(model='claude-sonnet-4-5', messages=[{'role': 'system', 'content': f'{POLICY} Asked: {question}'}, {'role': 'user', 'content': question}])

def chat(question):
    gpt.chat.completions.create(model='gpt-4.1', messages=[{'role': 'system', 'content': POLICY}, {'role': 'user', 'content': question}])

async def responses(question):
    await gpt_later.responses.create(
        model='gpt-4.1',
        instructions=f'{POLICY} Asked: {question}',
        input=question,
    )
`;

const keptInPython: Record<string, string> = {
  text: policy,
  awaited: policy,
  f_string: `${policy}\nAnswer `,
  adjacent: `${policy} Be brief. It is about `,
  joined: `${policy} Asked: `,
  blocks: `${short}|${policy} For `,
  parts: policy,
  kept: policy,
  lite: policy,
  lite_awaited: `${policy} Asked: `,
};

describe("the provider's prompt cache in Python", () => {
  /** The requests of the function in the file as it is, and in the file as the action leaves it. */
  async function bodiesOf(name: string): Promise<[before: Body, after: Body]> {
    const changed = await applyTo(python, 'sample.py', `def ${name}(`);
    const main = `import asyncio, inspect, json, stand_in
import plain, changed
for module in (plain, changed):
    stand_in.calls.clear()
    answer = module.${name}('my tent')
    if inspect.iscoroutine(answer):
        asyncio.run(answer)
    print(json.dumps(stand_in.calls[0][1]))`;
    return inFolder({ 'main.py': main, 'plain.py': python, 'changed.py': changed }, async (folder) => {
      const { printed, stderr } = await runIn(folder);
      assert.equal(printed.length, 2, `${stderr}\n${changed}`);
      return printed as [Body, Body];
    });
  }

  for (const [name, expected] of Object.entries(keptInPython)) {
    it(`sends the same request with a breakpoint behind the static part: ${name}`, async () => {
      const [before, after] = await bodiesOf(name);
      assert.equal(keptPart(after).replace(/^\|/, ''), expected);
      assert.deepEqual(plain(after), plain(before));
    });
  }

  for (const name of ['chat', 'responses']) {
    it(`adds a key and nothing else at OpenAI: ${name}`, async () => {
      const [before, { prompt_cache_key, ...after }] = await bodiesOf(name);
      assert.equal(prompt_cache_key, `sample-${name}`);
      assert.deepEqual(after, before);
    });
  }

  it('keeps to the quotes and the lines of the file', async () => {
    assert.ok(
      (await applyTo(python, 'sample.py', 'def parts(')).includes(`                        'text': POLICY,
                        'cache_control': {'type': 'ephemeral'},
                    },`),
    );
    assert.ok(
      (await applyTo(python, 'sample.py', 'def f_string(')).includes(`        system=[
            {'type': 'text', 'text': f"""{POLICY}
Answer """, 'cache_control': {'type': 'ephemeral'}},
            {'type': 'text', 'text': f"""{question!r} as {{JSON}}."""},
        ],`),
    );
  });

  it('is refused below the minimum, and not offered for a text made by a method', async () => {
    const [refused] = await offersIn(python.replaceAll(policy, short), 'sample.py', 'def awaited(');
    assert.match(refused?.refused ?? '', /^The static part has \d tokens; claude-sonnet-4-5 caches from 1,024 on\.$/);
    const made = python.replace("POLICY + ' Asked: ' + question", "(POLICY + ' Asked: {}').format(question)");
    assert.deepEqual(
      (await offersIn(made, 'sample.py', 'def joined(')).filter(({ edits }) => edits.length),
      [],
    );
  });
});
