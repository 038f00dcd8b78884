// The inserted Python runs for real; `openai`, `anthropic` and `litellm` are small stand-ins with the same call surface (test/helpers/pythonStandIns).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { inFolder, pythonHelpers, runIn, runPython } from '../../helpers/runPython';

const ids = ['cost-tracker'];

const read = `

def rows():
    with open(USAGE_LOG, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


class Answer:
    """An answer with the counts that a test gives it."""

    def __init__(self, model, **usage):
        self.model = model
        self.usage = {name: value for name, value in usage.items()}


def record(provider, api, *answers):
    create = with_cost_tracking(lambda answer: answer, provider=provider, api=api)
    for answer in answers:
        create(answer)


`;

describe('the cost tracker in Python', () => {
  it('writes a line per call, with its place, and gives the answer back', async () => {
    const script = `import openai
${read}client = openai.OpenAI()


def greet():
    return with_cost_tracking(client.chat.completions, provider="openai", api="openai.chat.completions").create(
        model="gpt-4o", messages=[{"role": "user", "content": "x" * 399}]
    )


show(greet().choices[0].message.content[:12])
[row] = rows()
show([row[name] for name in ("v", "provider", "api", "model", "label", "file", "function", "promptHash", "input", "output", "ok")])
show("cost" in row)`;
    const [content, row, cost] = await runPython(ids, script);
    assert.equal(content, 'gpt-4o on: x');
    // 399 + 11 characters are 103 tokens for the stand-in.
    assert.deepEqual(row, [2, 'openai', 'openai.chat.completions', 'gpt-4o', null, 'main.py', 'greet', null, 100, 103, true]);
    assert.equal(cost, false);
  });

  it('counts streams at their end, at OpenAI, Responses and Anthropic, also when they are left early', async () => {
    const script = `import anthropic, openai
${read}client = openai.OpenAI()
chat = with_cost_tracking(client.chat.completions, provider="openai", api="chat")
question = {"model": "m", "messages": [{"role": "user", "content": "Hello you"}], "stream": True}
with_usage = chat.create(**question, stream_options={"include_usage": True})
show("".join(chunk.choices[0].delta.content or "" for chunk in with_usage if chunk.choices))
show(len(list(chat.create(**question))))
responses = with_cost_tracking(client.responses, provider="openai", api="responses")
show("".join(event.delta or "" for event in responses.create(model="m", input="Hello you", stream=True)))
messages = with_cost_tracking(anthropic.Anthropic().messages, provider="anthropic", api="messages")
question["max_tokens"] = 9
show(len(list(messages.create(**question))))
stream = messages.create(**question)
show(next(stream).type)
stream.close()
show(stream.closed)
for event in messages.create(**question):
    break
for row in rows():
    show([row[name] for name in ("api", "model", "input", "cached", "output")])`;
    assert.deepEqual(await runPython(ids, script), [
      'm on: Hello you',
      5,
      'm on: Hello you',
      7,
      'message_start',
      true,
      ['chat', 'm', 3, 0, 4],
      ['responses', 'm', 3, 0, 4],
      ['messages', 'm', 3, 7, 4],
      ['messages', 'm', 3, 7, 1],
      ['messages', 'm', 3, 7, 1],
    ]);
  });

  it('works for awaited calls and streams, in both forms', async () => {
    const script = `import anthropic, litellm, openai
${read}async def main():
    question = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}
    options = {"provider": "p"}
    client = openai.AsyncOpenAI()
    await with_cost_tracking_async(client.chat.completions, api="chat", **options).create(**question)
    await asyncio.gather(*[with_cost_tracking(client.chat.completions, api="gathered", **options).create(**question) for _ in range(2)])
    messages = with_cost_tracking_async(anthropic.AsyncAnthropic().messages, api="messages", **options)
    await messages.create(**question, max_tokens=9)
    async for event in await messages.create(**question, max_tokens=9, stream=True):
        pass
    await with_cost_tracking_async(litellm, api="litellm", **options).acompletion(**question)
    show([[row["api"], row["input"], row["cached"], row["output"]] for row in rows()])`;
    assert.deepEqual(await runPython(ids, script), [
      [
        ['chat', 1, 0, 3],
        ['gathered', 1, 0, 3],
        ['gathered', 1, 0, 3],
        ['messages', 1, 0, 3],
        ['messages', 1, 7, 3],
        ['litellm', 1, 0, 3],
      ],
    ]);
  });

  it('lets the answer through where the log cannot be written, and errors of the call too', async () => {
    const script = `import logging, openai
logging.disable()
${read}tracked = with_cost_tracking(openai.OpenAI().chat.completions, provider="openai", api="chat")
show(tracked.create(model="m", messages=[]).model)
def fail(api, parameters):
    raise openai.OpenAIError("down")
stand_in.answer = fail
try:
    tracked.create(model="m", messages=[])
except openai.OpenAIError as error:
    show(str(error))`;
    assert.deepEqual(await runPython(ids, script, { env: { PROMPT_COST_LOG: 'no/such/folder/log.jsonl' } }), ['m', 'down']);
    const failed = `${script}\nshow([[row["ok"], row["model"], row["id"]] for row in rows()])`;
    assert.deepEqual((await runPython(ids, failed)).at(-1), [
      [true, 'm', 'chat-1'],
      [false, 'm', null],
    ]);
  });

  it('reports a day by model, both versions of lines, and leaves broken lines and other days out', async () => {
    const script = `${read}record("p", "chat", Answer("a", prompt_tokens=2, completion_tokens=3), Answer("a", prompt_tokens=4, completion_tokens=1), Answer("b", prompt_tokens=1, completion_tokens=1))
with open(USAGE_LOG, "a") as file:
    file.write('{"time": "2020-01-01T00:00:00.000Z", "model": "a", "input": 7, "cost": 0.5}\\nnot json\\n[1]\\n{"time": "2020')
show(daily_report(cost_of=lambda row: row["input"] + row["output"] if row["model"] == "a" else None))
show(daily_report("2020-01-01"))
show(daily_report("2020-01-02"))
show(daily_report(path="missing.jsonl"))`;
    const [today, past, none, missing] = (await runPython(ids, script)) as Record<string, Record<string, number>>[];
    const empty = { cached: 0, cacheWrite: 0, cacheWrite1h: 0, output: 0, reasoning: 0 };
    assert.deepEqual(today, {
      a: { ...empty, calls: 2, unpriced: 0, input: 6, output: 4, cost: 10 },
      b: { ...empty, calls: 1, unpriced: 1, input: 1, output: 1, cost: 0 },
    });
    assert.deepEqual(past, { a: { ...empty, calls: 1, unpriced: 0, input: 7, cost: 0.5 } });
    assert.deepEqual([none, missing], [{}, {}]);
  });

  it('calls back once a day when the cost reaches the budget of the settings', async () => {
    const script = `${read}told = []
on_daily_budget(lambda day, cost: told.append(cost), lambda row: row["input"])
for tokens in (2, 1, 1, 5):
    record("p", "chat", Answer("a", prompt_tokens=tokens, completion_tokens=0))
    show(told)`;
    assert.deepEqual(await runPython(ids, script, { settings: { dailyBudgetUsd: 4 } }), [[], [], [4], [4]]);
    assert.deepEqual(await runPython(ids, script), [[], [], [], []]);
  });

  it('gives the paid answer back where the callback or the prices raise', async () => {
    const script = `import logging
logging.disable()
${read}def fail(*given):
    raise RuntimeError("mine")


for callback, cost_of in ((fail, lambda row: 1), (print, fail)):
    on_daily_budget(callback, cost_of, 0.5)
    show(with_cost_tracking(lambda: Answer("a", prompt_tokens=1, completion_tokens=0), provider="p", api="x")().model)
show(len(rows()))`;
    assert.deepEqual(await runPython(ids, script), ['a', 'a', 2]);
  });

  it('reads a line of a long log once, and sets the log aside past its size', async () => {
    const script = `import prompt_cost_helpers as helpers
${read}today = daily_report.__globals__["_utc_day"]()
with open(USAGE_LOG, "w") as file:
    for _ in range(100_000):
        file.write('{"time": "' + today + 'T00:00:00.000Z", "model": "a", "cost": 0}\\n')
told = []
read = []
on_daily_budget(lambda day, cost: told.append(cost), lambda row: read.append(row) or 1, 3)
parse = json.loads
json.loads = lambda text: read.append(text) or parse(text)
for _ in range(5):
    record("p", "x", Answer("a", prompt_tokens=1, completion_tokens=0))
show([len(read), told])
helpers.USAGE_LOG_BYTES = 100
json.loads = parse
record("p", "x", Answer("a", prompt_tokens=1, completion_tokens=0))
show([len(rows()), sum(total["calls"] for total in daily_report().values())])
on_daily_budget(lambda day, cost: told.append(cost), lambda row: 1, 7)
record("p", "x", Answer("a", prompt_tokens=1, completion_tokens=0))
show(told)`;
    assert.deepEqual(await runPython(ids, script), [
      [5, [3]],
      [1, 100_006],
      [3, 7],
    ]);
  });

  it('keeps whole lines of processes and threads that write at once, and alerts in one of them', async () => {
    const main = `import threading
from prompt_cost_helpers import *


class Answer:
    model = "a" * 5000
    usage = {"prompt_tokens": 1, "completion_tokens": 0}


on_daily_budget(lambda day, cost: print(round(cost)), lambda row: row["input"], 100)
create = with_cost_tracking(lambda: Answer(), provider="p", api="x")
threads = [threading.Thread(target=lambda: [create() for _ in range(25)]) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
`;
    await inFolder({ 'prompt_cost_helpers.py': pythonHelpers(ids), 'main.py': main }, async (folder) => {
      const runs = await Promise.all([1, 2, 3].map(() => runIn(folder)));
      assert.deepEqual(runs.map(({ stderr }) => stderr).join(''), '');
      assert.deepEqual(
        runs.flatMap(({ printed }) => printed),
        [100],
      );
      const lines = readFileSync(join(folder, 'prompt-cost-usage.jsonl'), 'utf8').trim().split('\n');
      assert.equal(lines.length, 150);
      for (const line of lines) assert.equal(JSON.parse(line).input, 1);
    });
  });
});
