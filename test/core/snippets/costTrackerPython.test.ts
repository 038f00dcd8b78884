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
        return [{name: value for name, value in json.loads(line).items() if name != "time"} for line in file]


class Answer:
    """An answer with the counts that a test gives it."""

    def __init__(self, model, **usage):
        self.model = model
        self.usage = {name: value for name, value in usage.items()}


def record(provider, api, prices, *answers):
    create = with_cost_tracking(lambda answer: answer, provider=provider, api=api, prices=prices)
    for answer in answers:
        create(answer)


`;

const row = (given: object) => ({ cached: 0, cacheWrite: 0, output: 0, reasoning: 0, cost: null, ...given });

describe('the cost tracker in Python', () => {
  it('writes a line per call and gives the answer back', async () => {
    const script = `import openai
${read}client = openai.OpenAI()
prices = {"gpt-4o": ModelPrice(input=2.5, output=10, cached=1.25)}
tracked = with_cost_tracking(client.chat.completions, provider="openai", api="openai.chat.completions", prices=prices)
answer = tracked.create(model="gpt-4o", messages=[{"role": "user", "content": "x" * 399}])
show(answer.choices[0].message.content[:12])
show(rows())
show(sorted(json.loads(open(USAGE_LOG).read())))`;
    const [content, rows, names] = await runPython(ids, script);
    assert.equal(content, 'gpt-4o on: x');
    // 399 + 11 characters are 103 tokens for the stand-in: (100 × 2.5 + 103 × 10) / 1,000,000
    assert.deepEqual(rows, [row({ provider: 'openai', api: 'openai.chat.completions', model: 'gpt-4o', input: 100, output: 103, cost: 0.00128 })]);
    assert.deepEqual(names, ['api', 'cacheWrite', 'cached', 'cost', 'input', 'model', 'output', 'provider', 'reasoning', 'time']);
  });

  it("prices cached, cache-write and reasoning tokens by each provider's own rule", async () => {
    const script = `${read}prices = {"m": ModelPrice(input=2, output=10, cached=0.5, cache_write=2.5, cache_write_1h=4)}
record("openai", "chat", prices,
    Answer("m", prompt_tokens=1000, completion_tokens=500, prompt_tokens_details={"cached_tokens": 600}, completion_tokens_details={"reasoning_tokens": 300}))
record("openai", "responses", prices,
    Answer("m", input_tokens=1000, output_tokens=500, input_tokens_details={"cached_tokens": 600}, output_tokens_details={"reasoning_tokens": 300}))
record("anthropic", "messages", prices,
    Answer("m", input_tokens=1000, output_tokens=500, cache_read_input_tokens=600, cache_creation_input_tokens=300,
        cache_creation={"ephemeral_5m_input_tokens": 200, "ephemeral_1h_input_tokens": 100}),
    Answer("m", input_tokens=1000, output_tokens=500, cache_read_input_tokens=None, cache_creation_input_tokens=300))
record("anthropic", "litellm", prices,
    Answer("m", prompt_tokens=1900, completion_tokens=500, prompt_tokens_details={"cached_tokens": 600}, cache_read_input_tokens=600, cache_creation_input_tokens=300))
record("openai", "embeddings", prices, Answer("m", prompt_tokens=1000, total_tokens=1000))
for row in rows():
    show([row[name] for name in ("api", "input", "cached", "cacheWrite", "output", "reasoning")] + [round(row["cost"] * 1_000_000, 6)])`;
    assert.deepEqual(await runPython(ids, script), [
      ['chat', 400, 600, 0, 500, 300, 400 * 2 + 600 * 0.5 + 500 * 10],
      ['responses', 400, 600, 0, 500, 300, 400 * 2 + 600 * 0.5 + 500 * 10],
      ['messages', 1000, 600, 300, 500, 0, 1000 * 2 + 600 * 0.5 + 200 * 2.5 + 100 * 4 + 500 * 10],
      ['messages', 1000, 0, 300, 500, 0, 1000 * 2 + 300 * 2.5 + 500 * 10],
      ['litellm', 1000, 600, 300, 500, 0, 1000 * 2 + 600 * 0.5 + 300 * 2.5 + 500 * 10],
      ['embeddings', 1000, 0, 0, 0, 0, 1000 * 2],
    ]);
  });

  it('knows a model behind its date, and has no cost for one without a price', async () => {
    const script = `${read}prices = {"gpt-4o": ModelPrice(input=1, output=1), "gpt-4o-2024-05-13": ModelPrice(input=5, output=5)}
usage = {"prompt_tokens": 1_000_000, "completion_tokens": 0}
models = ["gpt-4o", "gpt-4o-2024-08-06", "gpt-4o-2024-05-13", "gpt-4o-20240806", "gpt-4o-mini", "gpt-4o-mini-2024-07-18", ""]
record("openai", "chat", prices, *[Answer(model, **usage) for model in models])
show([row["cost"] for row in rows()])`;
    assert.deepEqual(await runPython(ids, script), [[1, 1, 5, 1, null, null, null]]);
  });

  it('counts streams at their end, at OpenAI, Responses and Anthropic, also when they are left early', async () => {
    const script = `import anthropic, openai
${read}client = openai.OpenAI()
chat = with_cost_tracking(client.chat.completions, provider="openai", api="chat", prices={})
question = {"model": "m", "messages": [{"role": "user", "content": "Hello you"}], "stream": True}
with_usage = chat.create(**question, stream_options={"include_usage": True})
show("".join(chunk.choices[0].delta.content or "" for chunk in with_usage if chunk.choices))
show(len(list(chat.create(**question))))
responses = with_cost_tracking(client.responses, provider="openai", api="responses", prices={})
show("".join(event.delta or "" for event in responses.create(model="m", input="Hello you", stream=True)))
messages = with_cost_tracking(anthropic.Anthropic().messages, provider="anthropic", api="messages", prices={})
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
    options = {"provider": "p", "prices": {"m": ModelPrice(1, 1)}}
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
${read}tracked = with_cost_tracking(openai.OpenAI().chat.completions, provider="openai", api="chat", prices={})
show(tracked.create(model="m", messages=[]).model)
def fail(api, parameters):
    raise openai.OpenAIError("down")
stand_in.answer = fail
try:
    tracked.create(model="m", messages=[])
except openai.OpenAIError as error:
    show(str(error))`;
    assert.deepEqual(await runPython(ids, script, { env: { PROMPT_COST_LOG: 'no/such/folder/log.jsonl' } }), ['m', 'down']);
  });

  it('reports a day by model and leaves broken lines and other days out', async () => {
    const script = `${read}prices = {"a": ModelPrice(1, 1)}
record("p", "chat", prices, Answer("a", prompt_tokens=2, completion_tokens=3), Answer("a", prompt_tokens=4, completion_tokens=1), Answer("b", prompt_tokens=1, completion_tokens=1))
with open(USAGE_LOG, "a") as file:
    file.write('{"time": "2020-01-01T00:00:00.000Z", "model": "a", "input": 7, "cost": 0.5}\\nnot json\\n[1]\\n{"time": "2020')
show(daily_report())
show(daily_report("2020-01-01"))
show(daily_report("2020-01-02"))
show(daily_report(path="missing.jsonl"))`;
    const [today, past, none, missing] = (await runPython(ids, script)) as Record<string, Record<string, number>>[];
    const empty = { cached: 0, cacheWrite: 0, output: 0, reasoning: 0 };
    assert.deepEqual(today, {
      a: { ...empty, calls: 2, unpriced: 0, input: 6, output: 4, cost: 0.00001 },
      b: { ...empty, calls: 1, unpriced: 1, input: 1, output: 1, cost: 0 },
    });
    assert.deepEqual(past, { a: { ...empty, calls: 1, unpriced: 0, input: 7, cost: 0.5 } });
    assert.deepEqual([none, missing], [{}, {}]);
  });

  it('calls back once a day when the cost reaches the budget of the settings', async () => {
    const script = `${read}prices = {"a": ModelPrice(1_000_000, 0)}
told = []
on_daily_budget(lambda day, cost: told.append(cost))
for tokens in (2, 1, 1, 5):
    record("p", "chat", prices, Answer("a", prompt_tokens=tokens, completion_tokens=0))
    show(told)`;
    assert.deepEqual(await runPython(ids, script, { settings: { dailyBudgetUsd: 4 } }), [[], [], [4], [4]]);
    assert.deepEqual(await runPython(ids, script), [[], [], [], []]);
  });

  it('keeps whole lines of processes and threads that write at once, and alerts in one of them', async () => {
    const main = `import threading
from prompt_cost_helpers import *


class Answer:
    model = "a" * 5000
    usage = {"prompt_tokens": 1, "completion_tokens": 0}


on_daily_budget(lambda day, cost: print(round(cost)), 100)
create = with_cost_tracking(lambda: Answer(), provider="p", api="x", prices={Answer.model: ModelPrice(1_000_000, 0)})
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
      for (const line of lines) assert.equal(JSON.parse(line).cost, 1);
    });
  });
});
