// What the actions make of Python files runs for real; `openai`, `anthropic` and `litellm` are small stand-ins with the same call
// surface (test/helpers/pythonStandIns), Redis is real where it is installed.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { defaultSettings, type Settings } from '../../../src/core/config';
import type { Fix } from '../../../src/core/types';
import { createTestEngine } from '../../helpers/engine';
import { hasRedisServer, type RedisServer, startRedis } from '../../helpers/redisServer';
import { applyFix } from '../../helpers/rules';
import { hasPythonRedis, inFolder, pythonHelpers, runIn } from '../../helpers/runPython';

const engine = createTestEngine();
const examples = Object.fromEntries(
  readdirSync('examples/python')
    .filter((name) => name.endsWith('.py'))
    .map((name) => [name, readFileSync(join('examples/python', name), 'utf8')]),
);

/** Files beyond the examples: the other SDKs and ways to write a call. */
const others: Record<string, string> = {
  'async_calls.py': `import asyncio

from anthropic import AsyncAnthropic

client = AsyncAnthropic()


async def ask(text: str) -> str:
    message = await client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=300,
        temperature=0,
        messages=[{"role": "user", "content": text}],
    )
    return message.content[0].text


async def ask_all(texts: list[str]) -> list[str]:
    return await asyncio.gather(*[ask(text) for text in texts])
`,
  'gathered.py': `import asyncio
from openai import AsyncOpenAI

client = AsyncOpenAI()

async def ask_all(texts):
    answers = await asyncio.gather(*(client.chat.completions.create(model='gpt-4o', temperature=0, messages=[{'role': 'user', 'content': text}]) for text in texts))
    return [answer.choices[0].message.content for answer in answers]
`,
  'lite.py': `import litellm
from litellm import acompletion


def ask(text):
\tanswer = litellm.completion(model='gpt-4o', temperature=0, messages=[{'role': 'user', 'content': text}])
\treturn answer.choices[0].message.content


async def ask_later(text):
\tanswer = await acompletion(model='gpt-4o', temperature=0, messages=[{'role': 'user', 'content': text}])
\treturn answer.choices[0].message.content
`,
  'streams.py': `from openai import AsyncOpenAI, OpenAI


def ask(text):
    stream = OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}], stream=True)
    return "".join(chunk.choices[0].delta.content or "" for chunk in stream if chunk.choices)


async def ask_later(text):
    parts = []
    async for chunk in await AsyncOpenAI().chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": text}],
        stream=True,
    ):
        if chunk.choices:
            parts.append(chunk.choices[0].delta.content or "")
    return "".join(parts)


def ask_responses(text):
    return "".join(event.delta or "" for event in OpenAI().responses.create(model="gpt-4o", input=text, stream=True))
`,
};

/** How each file is used; the answers must be the same with and without a refactoring. */
const uses: Record<string, string> = {
  'async_calls.py': 'asyncio.run(m.ask_all(["a", "a", "Grüße"]))',
  'draft_reply.py': '[asyncio.run(m.draft_reply("t", "c", "1", "p", "a")), asyncio.run(m.check_against_policy("d", "p"))]',
  'gathered.py': 'asyncio.run(m.ask_all(["a", "b", "a"]))',
  'in_house.py': '[m.answer_internally("q", "h"), m.answer_internally("q", "h")]',
  'knowledge_base.py': 'm.find_articles("tent", m.embed_articles({"a": "tent", "b": "stove", "c": "tent"}), 2)',
  'lite.py': '[m.ask("a"), m.ask("a"), asyncio.run(m.ask_later("a"))]',
  'prompts.py': 'm.SUMMARY_PROMPT',
  'streams.py': '[m.ask("a"), asyncio.run(m.ask_later("b")), m.ask_responses("c")]',
  'summarize.py': '[m.summarize_thread(["a", "b"]), m.name_thread("s")]',
  'triage.py': '[[vars(d) for d in m.triage([m.Ticket("1", "s", "b"), m.Ticket("2", "s", "b")])], m.detect_language("hola")]',
};

/** Uses the file in each folder named on the command line; prints its answers, and how many calls went out. */
const driver = (file: string) => `import asyncio, importlib, json, os, py_compile, sys, time, stand_in

time.sleep = lambda seconds: None
sleep = asyncio.sleep
asyncio.sleep = lambda seconds, result=None: sleep(0, result)
stand_in.answer = lambda api, parameters: json.dumps({"queue": "other", "urgency": 1, "reason": stand_in.last_text(parameters)})
home = os.getcwd()
for folder in sorted(os.listdir("."), key=lambda name: int(name) if name.isdigit() else -1):
    if not folder.isdigit():
        continue
    os.chdir(os.path.join(home, folder))
    py_compile.compile("${file}", cfile="compiled.pyc", doraise=True)
    kept = set(sys.modules)
    sys.path.insert(0, os.getcwd())
    stand_in.calls.clear()
    m = importlib.import_module("${file.replace('.py', '')}")
    answers = ${uses[file]}
    print(json.dumps({"answers": answers, "calls": len(stand_in.calls)}))
    sys.path.pop(0)
    for name in ("prompts", "prompt_cost_helpers", "${file.replace('.py', '')}"):
        sys.modules.pop(name, None)
`;

/** All that is offered anywhere in a file and can be done. */
async function fixesOf(path: string, text: string, settings: Settings): Promise<Fix[]> {
  const analysis = await (await engine).analyze({ text, path }, settings);
  assert.equal(analysis.syntaxErrors ?? 0, 0, text);
  return (analysis.refactorings?.({ start: 0, end: text.length }) ?? []).filter(({ refused }) => !refused);
}

/** A file after an action, with the snippets that its helper module then has. */
interface Variant {
  title: string;
  text: string;
  module: { name: string; snippets: string[] } | null;
}

/** Uses the file as it is and in each variant; checks that the answers are the same, and that no more calls went out. */
async function checkAnswers(file: string, plain: string, variants: Variant[], env: Record<string, string>): Promise<void> {
  await inFolder({ 'main.py': driver(file) }, async (folder) => {
    const all: Variant[] = [{ title: 'as it is', text: plain, module: null }, ...variants];
    all.forEach(({ text, module }, index) => {
      const own = join(folder, String(index));
      mkdirSync(own);
      for (const [name, content] of Object.entries(examples)) writeFileSync(join(own, name), content);
      writeFileSync(join(own, file), text);
      if (module) writeFileSync(join(own, module.name), pythonHelpers(module.snippets));
    });
    const { printed, stderr } = await runIn(folder, { OPENAI_API_KEY: 'none', ...env });
    assert.equal(printed.length, all.length, `${all[printed.length]?.title}: ${stderr}\n${all[printed.length]?.text}`);
    const [first, ...changed] = printed as { answers: unknown; calls: number }[];
    changed.forEach(({ answers, calls }, index) => {
      const { title, text } = variants[index]!;
      assert.deepEqual(answers, first!.answers, `${title}:\n${text}`);
      // Where the answers do not tell the items apart, each is asked again alone.
      const most = first!.calls + (title.startsWith('Put many items') ? 1 : 0);
      assert.ok(calls > 0 && calls <= most, `${title}: ${calls} calls instead of ${first!.calls}`);
    });
  });
}

describe('the actions on Python files', function () {
  this.timeout(120_000);
  let redis: RedisServer | null = null;
  before(async () => {
    if (hasRedisServer() && hasPythonRedis()) redis = await startRedis();
  });
  after(() => redis?.stop());

  for (const [file, text] of Object.entries({ ...examples, ...others })) {
    for (const helperPlacement of ['module', 'inline'] as const) {
      const settings = { ...defaultSettings(), helperPlacement };
      const offersOf = async (source: string) => (await fixesOf(file, source, settings)).filter(({ title }) => redis || !/Redis/.test(title));
      const check = (variants: Variant[]) => {
        redis?.command('FLUSHALL');
        return checkAnswers(file, text, variants, redis ? { REDIS_URL: redis.url } : {});
      };

      it(`leave ${file} with the same answers, and are not offered again (helpers ${helperPlacement})`, async () => {
        const offered = await offersOf(text);
        assert.equal(offered.length > 0, file !== 'prompts.py');
        const variants = offered.map(({ title, edits, helpers }) => {
          assert.ok(!helpers || helperPlacement === 'module');
          return { title, text: applyFix(text, edits), module: helpers ? { name: helpers.module, snippets: helpers.snippets } : null };
        });
        const titled = (found: Fix[], title: string) => found.filter((fix) => fix.title === title).length;
        for (const { title, text: after } of variants) {
          assert.equal(titled(await offersOf(after), title), titled(offered, title) - 1, `${title}:\n${after}`);
        }
        if (variants.length) await check(variants);
      });

      it(`leave ${file} with the same answers when applied one around the other (helpers ${helperPlacement})`, async () => {
        let after = text;
        const snippets = new Set<string>();
        let name: string | null = null;
        for (let step = 0; step < 20; step++) {
          const next = (await offersOf(after)).find(({ title }) => /^(?:Record what|Let \d|Cache the answers in this|Send simple)/.test(title));
          if (!next) break;
          after = applyFix(after, next.edits);
          for (const id of next.helpers?.snippets ?? []) snippets.add(id);
          name = next.helpers?.module ?? name;
        }
        assert.equal(after !== text, file !== 'prompts.py');
        if (after !== text) await check([{ title: 'all of them', text: after, module: name ? { name, snippets: [...snippets] } : null }]);
      });
    }
  }
});
