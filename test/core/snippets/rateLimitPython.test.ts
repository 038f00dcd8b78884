// The inserted Python runs for real; `openai` and `litellm` are small stand-ins with the same call surface (test/helpers/pythonStandIns).
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { runPython } from '../../helpers/runPython';

const ids = ['rate-limit'];

const chat = `import litellm, openai

stand_in.turns = 3


def question(number):
    return {"model": "m", "messages": [{"role": "user", "content": str(number)}]}


`;

describe('the rate limiter in Python', () => {
  it('lets so many awaited calls run at a time, with the answers in order', async () => {
    const script = `${chat}async def main():
    completions = openai.AsyncOpenAI().chat.completions
    await asyncio.gather(*[completions.create(**question(number)) for number in range(20)])
    show(stand_in.most_running)
    for limit in (with_rate_limit, with_rate_limit_async):
        stand_in.most_running = 0
        answers = await asyncio.gather(*[limit(completions, concurrency=3).create(**question(number)) for number in range(20)])
        show([stand_in.most_running, [answer.choices[0].message.content for answer in answers] == [f"m on: {number}" for number in range(20)]])`;
    assert.deepEqual(await runPython(ids, script), [20, [3, true], [3, true]]);
  });

  it('counts all places that name the same number together, and starts anew in another event loop', async () => {
    const script = `${chat}async def both():
    completions = openai.AsyncOpenAI().chat.completions
    calls = [with_rate_limit_async(completions, concurrency=2).create(**question(1)) for _ in range(5)]
    calls += [with_rate_limit_async(litellm, concurrency=2).acompletion(**question(2)) for _ in range(5)]
    await asyncio.gather(*calls)
    show(stand_in.most_running)

asyncio.run(both())
asyncio.run(both())`;
    assert.deepEqual(await runPython(ids, script), [2, 2]);
  });

  it('gives the place of a failed call to the next one', async () => {
    const script = `${chat}async def main():
    def answer(api, parameters):
        if stand_in.last_text(parameters) in "012":
            raise openai.OpenAIError("down")
        return "ok"
    stand_in.answer = answer
    completions = with_rate_limit_async(openai.AsyncOpenAI().chat.completions, concurrency=2)
    answers = await asyncio.gather(*[completions.create(**question(number)) for number in range(6)], return_exceptions=True)
    show([type(answer).__name__ for answer in answers])`;
    const failed = Array(3).fill('OpenAIError');
    assert.deepEqual(await runPython(ids, script), [[...failed, ...Array(3).fill('ChatCompletion')]]);
  });

  it('bounds the calls of threads', async () => {
    const script = `${chat}import threading
from concurrent.futures import ThreadPoolExecutor
lock, running, most, ready = threading.Lock(), 0, 0, threading.Event()
def answer(api, parameters):
    global running, most
    with lock:
        running += 1
        most = max(most, running)
        if running == 2:
            ready.set()
    ready.wait(5)
    with lock:
        running -= 1
    return "ok"
stand_in.answer = answer
client = openai.OpenAI()
with ThreadPoolExecutor(8) as pool:
    answers = list(pool.map(lambda number: with_rate_limit(client.chat.completions, concurrency=2).create(**question(number)), range(16)))
show([most, len(answers)])`;
    assert.deepEqual(await runPython(ids, script), [[2, 16]]);
  });

  it('gathers with a bound, results in order, and errors raised or given back', async () => {
    const script = `${chat}async def main():
    running, most = 0, 0
    async def work(number):
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1
        if number == 4:
            raise ValueError("four")
        return number
    show([await gather_limited(3, *[work(number) for number in (3, 1, 2)]), await gather_limited(3)])
    result = await gather_limited(3, *[work(number) for number in range(8)], return_exceptions=True)
    show([most, [str(value) for value in result]])
    try:
        await gather_limited(3, *[work(number) for number in (4, 5)])
    except ValueError as error:
        show(str(error))`;
    assert.deepEqual(await runPython(ids, script), [[[3, 1, 2], []], [3, ['0', '1', '2', '3', 'four', '5', '6', '7']], 'four']);
  });
});
