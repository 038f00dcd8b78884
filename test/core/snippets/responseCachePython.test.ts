// The inserted Python runs for real; `openai`, `anthropic` and `litellm` are small stand-ins with the same call surface (test/helpers/pythonStandIns).
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { runPython } from '../../helpers/runPython';

const memory = ['response-cache-memory'];

/** Makes `ask(**changes)`, a cached call of OpenAI's chat API; `count()` says how many calls went out. */
const chat = `import openai

client = openai.OpenAI()


def ask(text="Hi", namespace="", provider="openai", **changes):
    parameters = {"model": "gpt-4o", "temperature": 0, "messages": [{"role": "user", "content": text}], **changes}
    cached = with_response_cache(client.chat.completions, provider=provider, api="openai.chat.completions", namespace=namespace, store=memory_store)
    return cached.create(**parameters)


def count():
    return len(stand_in.calls)


`;

describe('the response cache in Python', () => {
  it('answers the same call from the cache, with the same answer', async () => {
    const script = `${chat}first, second = ask(), ask()\nshow([first == second, first is second, type(second).__name__, second.choices[0].message.content, count()])`;
    assert.deepEqual(await runPython(memory, script), [[true, false, 'ChatCompletion', 'gpt-4o on: Hi', 1]]);
  });

  it('calls again when any parameter, the provider or the namespace differs', async () => {
    const script = `${chat}ask()
for changes in [
    {"model": "gpt-4o-mini"}, {"temperature": 0.5}, {"temperature": None}, {"seed": 1}, {"seed": True}, {"seed": "1"}, {"top_p": 1}, {"top_p": 1.0},
    {"text": "hi"}, {"text": "Hi "}, {"max_tokens": 5}, {"tools": []}, {"tools": [{"type": "function"}]}, {"stop": ["a", "b"]}, {"stop": ["b", "a"]},
    {"namespace": "tenant-1"}, {"namespace": "tenant-2"}, {"provider": "azure"}, {"extra_headers": {"x": "1"}}, {"response_format": {"type": "json_object"}},
]:
    before = count()
    ask(**changes)
    if count() != before + 1:
        show(changes)
    ask(**changes)
    if count() != before + 1:
        show(["not kept", changes])
show(count())`;
    assert.deepEqual(await runPython(memory, script), [21]);
  });

  it('makes one request of fifty equal calls at once, of threads and of a gather', async () => {
    const script = `${chat}import threading
stand_in.turns = 3
threads = [threading.Thread(target=ask) for _ in range(50)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
show(count())


async def main():
    cached = with_response_cache(openai.AsyncOpenAI().chat.completions, provider="openai", api="openai.chat.completions", store=memory_store)
    question = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}
    answers = await asyncio.gather(*[cached.create(**question) for _ in range(50)])
    show([count(), len({id(answer) for answer in answers}), len({answer.choices[0].message.content for answer in answers})])`;
    assert.deepEqual(await runPython(memory, script), [1, [2, 50, 1]]);
  });

  it('leaves out what changes state or is not finished, and keeps hosts and accounts apart', async () => {
    const script = `${chat}for changes in [
    {"background": True}, {"previous_response_id": "r"}, {"conversation": "c"}, {"store": True}, {"tools": [{"type": "web_search"}]},
    {"tools": [{"type": "mcp"}]}, {"web_search_options": {"a": 1}},
]:
    before = count()
    ask(**changes)
    ask(**changes)
    if count() != before + 2:
        show(changes)
from types import SimpleNamespace
keys = {
    json.dumps(with_response_cache.__globals__["_account_of"](SimpleNamespace(_client=SimpleNamespace(base_url=url, api_key=key))))
    for url in "ab" for key in "cd"
}
show(len(keys))`;
    assert.deepEqual(await runPython(memory, script), [4]);
  });

  it('finds the answer whatever the order of parameters and of keys', async () => {
    const script = `${chat}part = with_response_cache(client.chat.completions, provider="openai", api="openai.chat.completions", store=memory_store)
part.create(model="m", seed=1, messages=[{"role": "user", "content": "Hi"}])
part.create(messages=[{"content": "Hi", "role": "user"}], seed=1, model="m")
show(count())`;
    assert.deepEqual(await runPython(memory, script), [1]);
  });

  it('keeps texts in any script apart, and gives them back unchanged', async () => {
    const script = `${chat}texts = ["Grüße", "Gru\\u0308ße", "你好", "😀", "\\ud800", "a\\u2028b", "\\u202eabc"]
answers = [ask(text).choices[0].message.content for text in texts]
again = [ask(text).choices[0].message.content for text in texts]
show([count(), answers == again, [answer == f"gpt-4o on: {text}" for text, answer in zip(texts, again)].count(True)])`;
    assert.deepEqual(await runPython(memory, script), [[7, true, 7]]);
  });

  it('forgets an answer after its time, and the least recently used one when it is full', async () => {
    const script = `import time
now = 100.0
time.monotonic = lambda: now
store = MemoryStore(size=2, ttl_seconds=60)
store.set("a", "1")
store.set("b", "2")
store.get("a")
store.set("c", "3")
show([store.get(key) for key in "abc"])
now = 159.9
show(store.get("a"))
now = 160.0
show(store.get("a"))`;
    assert.deepEqual(await runPython(memory, script), [['1', null, '3'], '1', null]);
  });

  it('takes the time from the settings', async () => {
    const script = `import time
now = 0.0
time.monotonic = lambda: now
${chat}ask()
now = 119.0
ask()
show(count())
now = 120.0
ask()
show(count())`;
    assert.deepEqual(await runPython(memory, script, { settings: { cacheTtlSeconds: 120 } }), [1, 2]);
  });

  it('does not cache what has no stable text, nor streams, nor answers of another class', async () => {
    const script = `import logging
logging.disable()
${chat}for changes in [{"user": object()}, {"tools": {"a", "b"}}, {"seed": float("nan")}, {"stream": True}, {"file": b"bytes"}]:
    ask(**changes)
    ask(**changes)
show(count())
client.chat.completions.parse = lambda **parameters: stand_in.calls.append(("parse", parameters)) or {"parsed": True}
part = with_response_cache(client.chat.completions, provider="openai", api="openai.chat.completions", store=memory_store)
show([part.parse(model="m"), part.parse(model="m"), len(stand_in.calls)])
with_response_cache(client.chat.completions, provider="x", api="x.chat", store=memory_store).create(model="m", messages=[])
show(with_response_cache(client.chat.completions, provider="x", api="x.chat", store=memory_store).create(model="m", messages=[]).model)`;
    assert.deepEqual(await runPython(memory, script), [10, [{ parsed: true }, { parsed: true }, 12], 'm']);
  });

  it('sends an earlier answer again as it came: fields that were not sent stay unset', async () => {
    const script = `${chat}ask()
message = ask().choices[0].message
show(message.model_dump(exclude_unset=True))
ask(messages=[message, {"role": "user", "content": "And?"}])
ask(messages=[message, {"role": "user", "content": "And?"}])
show(count())`;
    assert.deepEqual(await runPython(memory, script), [{ role: 'assistant', content: 'gpt-4o on: Hi' }, 2]);
  });

  it('calls again where another version wrote the answer, and lets errors of the call through without keeping them', async () => {
    const script = `import logging
logging.disable()
${chat}ask()
for key in list(memory_store._entries):
    memory_store.set(key, '{"id": 1}')
show([ask().choices[0].message.content, ask().model, count()])
def fail(api, parameters):
    raise openai.OpenAIError("down")
stand_in.answer, good = fail, stand_in.answer
try:
    ask("Other")
except openai.OpenAIError as error:
    show(str(error))
stand_in.answer = good
show(ask("Other").choices[0].message.content)`;
    assert.deepEqual(await runPython(memory, script), [['gpt-4o on: Hi', 'gpt-4o', 2], 'down', 'gpt-4o on: Other']);
  });

  it('works for the Responses API, Anthropic and LiteLLM', async () => {
    const script = `import anthropic, litellm, openai
for _ in range(2):
    response = with_response_cache(openai.OpenAI().responses, provider="openai", api="openai.responses", store=memory_store).create(model="m", input="Hi")
    message = with_response_cache(anthropic.Anthropic().messages, provider="anthropic", api="anthropic.messages", store=memory_store).create(
        model="c", max_tokens=9, messages=[{"role": "user", "content": [{"type": "text", "text": "Hi"}]}]
    )
    answer = with_response_cache(litellm, provider="openai", api="litellm.completion", store=memory_store).completion("l", [{"role": "user", "content": "Hi"}])
    bare = with_response_cache(litellm.completion, provider="openai", api="litellm.completion", store=memory_store)("l", [{"role": "user", "content": "Yo"}])
show([response.output_text, message.content[0].text, answer.choices[0].message.content, bare.choices[0].message.content])
show([api for api, _ in stand_in.calls])`;
    assert.deepEqual(await runPython(memory, script), [
      ['m on: Hi', 'c on: Hi', 'l on: Hi', 'l on: Yo'],
      ['openai.responses', 'anthropic.messages', 'openai.chat.completions', 'openai.chat.completions'],
    ]);
  });

  it('works for awaited calls, in both forms and inside gather', async () => {
    const script = `import anthropic, litellm, openai
async def main():
    options = {"provider": "openai", "api": "openai.chat.completions", "store": memory_store}
    client = openai.AsyncOpenAI()
    question = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}
    first = await with_response_cache_async(client.chat.completions, **options).create(**question)
    second = await with_response_cache_async(client.chat.completions, **options).create(**question)
    gathered = await asyncio.gather(*[with_response_cache(client.chat.completions, **options).create(**question) for _ in range(3)])
    show([first == second, all(first == answer for answer in gathered), len(stand_in.calls)])
    for _ in range(2):
        options = {"provider": "anthropic", "api": "anthropic.messages", "store": memory_store}
        await with_response_cache_async(anthropic.AsyncAnthropic().messages, **options).create(model="c", max_tokens=9, messages=[])
        options = {"provider": "openai", "api": "litellm.completion", "store": memory_store}
        await with_response_cache_async(litellm, **options).acompletion(model="l", messages=[])
    show(len(stand_in.calls))
    stream = await with_response_cache_async(client.chat.completions, **options).create(**question, stream=True)
    show("".join([chunk.choices[0].delta.content or "" async for chunk in stream]))`;
    assert.deepEqual(await runPython(memory, script), [[true, true, 1], 3, 'm on: Hi']);
  });
});
