// The inserted Python runs for real; `openai`, `anthropic` and `litellm` are small stand-ins with the same call surface (test/helpers/pythonStandIns).
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { runPython } from '../../helpers/runPython';

describe('many items in one prompt, in Python', () => {
  const ids = ['prompt-batch'];
  /** A model that answers each numbered item in upper case, in the way of `form`. */
  const model = `import re

asked = []
form = "[{number}] {answer}"


def ask(text):
    asked.append(text)
    items = re.findall(r'<item n="\\d+">\\n(.*?)\\n</item>', text, re.DOTALL)
    return "\\n".join(form.format(number=number, answer=item.upper()) for number, item in enumerate(items, 1)) if items else text.upper()


`;

  it('asks for many at once and gives one answer per item, in order', async () => {
    const script = `${model}items = [f"item {number}" for number in range(45)]
show([ask_in_batches(ask, items) == [item.upper() for item in items], len(asked)])
show([ask_in_batches(ask, items, size=7)[44], len(asked)])
show([ask_in_batches(ask, []), ask_in_batches(ask, ["one"]), asked[-1]])`;
    assert.deepEqual(await runPython(ids, script), [
      [true, 3],
      ['ITEM 44', 10],
      [[], ['ONE'], 'one'],
    ]);
  });

  it('reads answers of several lines and in any script', async () => {
    const script = `${model}form = "[{number}]\\n{answer}\\n"
items = ["zwei\\nZeilen", "日本", "a [1] b", "x"]
show(ask_in_batches(ask, items))`;
    assert.deepEqual(await runPython(ids, script), [['ZWEI\nZEILEN', '日本', 'A [1] B', 'X']]);
  });

  it('asks one by one where the numbers do not match the items', async () => {
    const script = `${model}def spoiled(spoil):
    calls = []
    def ask_spoiled(text):
        calls.append(text)
        answer = ask(text)
        return spoil(answer) if text.startswith("<item") else answer
    show([ask_in_batches(ask_spoiled, ["a", "b", "c"]), len(calls)])

spoiled(lambda answer: answer)
spoiled(lambda answer: answer.replace("[2] B\\n", ""))
spoiled(lambda answer: answer + "\\n[4] D")
spoiled(lambda answer: answer.replace("[2]", "[3]"))
spoiled(lambda answer: "\\n".join(reversed(answer.split("\\n"))))
spoiled(lambda answer: "Sure!\\n" + answer)
spoiled(lambda answer: answer.replace("[2] B", "[2]"))
spoiled(lambda answer: "")`;
    const answers = ['A', 'B', 'C'];
    assert.deepEqual(await runPython(ids, script), [[answers, 1], ...Array(7).fill([answers, 4])]);
  });

  it('awaits', async () => {
    const script = `${model}async def ask_later(text):
    await asyncio.sleep(0)
    return ask(text)


async def main():
    show([await ask_in_batches_async(ask_later, ["a", "b", "c"], size=2), len(asked)])`;
    assert.deepEqual(await runPython(ids, script), [[['A', 'B', 'C'], 2]]);
  });
});

describe('the Batch API in Python', () => {
  const requests = `requests = {
    f"ticket-{number}": {"model": "m", "max_tokens": 9, "messages": [{"role": "user", "content": text}]}
    for number, text in enumerate(["Grüße", "please fail", "a\\u2028b"])
}
`;

  it('sends JSONL to OpenAI and collects answers and errors by custom id', async () => {
    const script = `import openai
client = openai.OpenAI()
${requests}name = submit_openai_batch(client, requests)
lines = [json.loads(line) for line in client.files._batches.files["file-0"].split("\\n")]
show([name, lines[0], [line["custom_id"] for line in lines]])
answers, errors = collect_openai_batch(client, name, poll_seconds=0)
show({name: body["choices"][0]["message"]["content"] for name, body in sorted(answers.items())})
show(errors)`;
    const body = { model: 'm', max_tokens: 9, messages: [{ role: 'user', content: 'Grüße' }] };
    assert.deepEqual(await runPython(['batch-openai'], script), [
      ['batch-1', { custom_id: 'ticket-0', method: 'POST', url: '/v1/chat/completions', body }, ['ticket-0', 'ticket-1', 'ticket-2']],
      { 'ticket-0': 'm on: Grüße', 'ticket-2': 'm on: a\u2028b' },
      { 'ticket-1': { status_code: 400, body: { error: 'no' } } },
    ]);
  });

  it('does so awaited, for another endpoint, and refuses none or too many', async () => {
    const script = `import openai
${requests}async def main():
    client = openai.AsyncOpenAI()
    name = await submit_openai_batch_async(client, requests, endpoint="/v1/responses")
    show(json.loads(client.files._batches.files["file-0"].split("\\n")[0])["url"])
    result = await collect_openai_batch_async(client, name, poll_seconds=0)
    show([sorted(result.answers), sorted(result.errors)])
    for count in (0, OPENAI_BATCH_LIMIT + 1):
        try:
            await submit_openai_batch_async(client, dict.fromkeys(map(str, range(count)), {}))
        except ValueError as error:
            show(str(error))
    client.batches.retrieve = lambda name: asyncio.sleep(0, openai.Batch(id=name, status="failed", errors="bad line 3"))
    try:
        await collect_openai_batch_async(client, name)
    except RuntimeError as error:
        show(str(error))`;
    assert.deepEqual(await runPython(['batch-openai'], script), [
      '/v1/responses',
      [['ticket-0', 'ticket-2'], ['ticket-1']],
      'A batch takes 1 to 50000 requests, not 0.',
      'A batch takes 1 to 50000 requests, not 50001.',
      'The batch was refused: bad line 3',
    ]);
  });

  it("works with Anthropic's message batches, awaited too", async () => {
    const script = `import anthropic
${requests}def shown(result):
    show({name: message.content[0].text for name, message in sorted(result.answers.items())})
    show({name: error.type for name, error in result.errors.items()})

client = anthropic.Anthropic()
name = submit_anthropic_batch(client, requests)
shown(collect_anthropic_batch(client, name, poll_seconds=0))
async def main():
    client = anthropic.AsyncAnthropic()
    shown(await collect_anthropic_batch_async(client, await submit_anthropic_batch_async(client, requests), poll_seconds=0))`;
    const shown = [{ 'ticket-0': 'm on: Grüße', 'ticket-2': 'm on: a\u2028b' }, { 'ticket-1': 'errored' }];
    assert.deepEqual(await runPython(['batch-anthropic'], script), [...shown, ...shown]);
  });
});

describe('embeddings of many texts in Python', () => {
  const ids = ['embedding-batch'];
  const client = `import litellm, openai

client = openai.OpenAI()


def sent():
    return [len(parameters["input"]) for _, parameters in stand_in.calls]


`;

  it('embeds all texts by arrays, in order, each text once', async () => {
    const script = `${client}texts = ["tent", "stove", "tent", "Grüße", "日本"]
alone = {text: client.embeddings.create(model="e", input=text).data[0].embedding for text in set(texts)}
stand_in.calls.clear()
show([embed_all(client.embeddings.create, texts, model="e") == [alone[text] for text in texts], sent()])
show([embed_all(client.embeddings.create, ["stove", "new"], model="e")[0] == alone["stove"], sent()])
embed_all(client.embeddings.create, ["stove"], model="e", dimensions=256)
embed_all(client.embeddings.create, ["stove"], model="f")
show([sent(), embed_all(client.embeddings.create, [], model="e")])`;
    assert.deepEqual(await runPython(ids, script), [
      [true, [4]],
      [true, [4, 1]],
      [[4, 1, 1, 1], []],
    ]);
  });

  it('keeps to 2,048 texts and to the tokens of one call', async () => {
    const script = `${client}show(len(embed_all(client.embeddings.create, [str(number) for number in range(5000)], model="e")))
show(sent())
stand_in.calls.clear()
embed_all(client.embeddings.create, ["a" * 200_000, "b" * 100_000, "c", "d" * 400_000, "e"], model="e")
show(sent())`;
    assert.deepEqual(await runPython(ids, script), [5000, [2048, 2048, 904], [2, 1, 1, 1]]);
  });

  it('takes another cache, keeps its own small, and refuses an answer of another length', async () => {
    const script = `${client}import prompt_cost_helpers, shelve
with shelve.open("vectors") as cache:
    embed_all(client.embeddings.create, ["a", "b"], model="e", cache=cache)
with shelve.open("vectors") as cache:
    embed_all(client.embeddings.create, ["b", "c"], model="e", cache=cache)
show([sent(), len(prompt_cost_helpers._embeddings)])
prompt_cost_helpers.EMBEDDING_CACHE_SIZE = 3
vectors = embed_all(client.embeddings.create, [str(number) for number in range(10)], model="e")
show([len(vectors), len(prompt_cost_helpers._embeddings)])
try:
    embed_all(lambda **parameters: client.embeddings.create(model="e", input="one"), ["x", "y"], model="e")
except RuntimeError as error:
    show(str(error))`;
    assert.deepEqual(await runPython(ids, script), [[[2, 1], 0], [10, 3], '1 embeddings for 2 texts.']);
  });

  it('works for LiteLLM and awaited calls', async () => {
    const script = `${client}async def main():
    first = embed_all(litellm.embedding, ["a", "b"], model="e")
    second = await embed_all_async(openai.AsyncOpenAI().embeddings.create, ["a", "c"], model="e")
    third = await embed_all_async(litellm.aembedding, ["c", "d"], model="e")
    show([first[0] == second[0], second[1] == third[0], sent()])`;
    assert.deepEqual(await runPython(ids, script), [[true, true, [2, 1, 1]]]);
  });
});

describe('stopping a stream in Python', () => {
  const ids = ['stream-stop'];
  const client = `import anthropic, litellm, openai
stand_in.answer = lambda api, parameters: "word" * 50
question = {"model": "m", "messages": [{"role": "user", "content": "Hi"}], "stream": True}


`;

  it('breaks off after so many tokens and closes the stream, at OpenAI, Responses and Anthropic', async () => {
    const script = `${client}streams = [
    openai.OpenAI().chat.completions.create(**question),
    openai.OpenAI().responses.create(model="m", input="Hi", stream=True),
    anthropic.Anthropic().messages.create(**question, max_tokens=100),
]
for stream in streams:
    events = list(stop_stream(stream, max_tokens=10))
    show([len(events), stream.sent, stream.closed])`;
    assert.deepEqual(await runPython(ids, script), [
      [10, 10, true],
      [10, 10, true],
      [11, 11, true],
    ]);
  });

  it('lets a shorter answer end by itself, with its usage, and closes a stream that is left', async () => {
    const script = `${client}stream = openai.OpenAI().chat.completions.create(**question, stream_options={"include_usage": True})
events = list(stop_stream(stream, max_tokens=60))
show([len(events), events[-1].usage.completion_tokens, stream.closed])
stream = openai.OpenAI().chat.completions.create(**question)
for event in stop_stream(stream, max_tokens=10):
    break
show([stream.sent, stream.closed])
show(len(list(stop_stream(iter([]), max_tokens=1))))`;
    assert.deepEqual(await runPython(ids, script), [[52, 51, true], [1, true], 0]);
  });

  it('counts thinking, tool arguments and texts in any script', async () => {
    const script = `${client}from types import SimpleNamespace as Event
def count(*deltas):
    return len(list(stop_stream(iter([Event(delta=delta) for delta in deltas]), max_tokens=2)))
show([count(*[Event(thinking="1234")] * 5), count(*[Event(partial_json="1234")] * 5), count(*["日本語!"] * 5), count(*[Event(text=None)] * 5)])
call = Event(function=Event(arguments="12345678"))
chunks = [Event(choices=[Event(delta=Event(content=None, tool_calls=[call]))])] * 5
show(len(list(stop_stream(iter(chunks), max_tokens=2))))`;
    assert.deepEqual(await runPython(ids, script), [[2, 2, 1, 5], 1]);
  });

  it('awaits', async () => {
    const script = `${client}async def main():
    for stream in [await openai.AsyncOpenAI().chat.completions.create(**question), await anthropic.AsyncAnthropic().messages.create(**question, max_tokens=100)]:
        events = [event async for event in stop_stream_async(stream, max_tokens=10)]
        show([len(events), stream.sent, stream.closed])`;
    assert.deepEqual(await runPython(ids, script), [
      [10, 10, true],
      [11, 11, true],
    ]);
  });
});
