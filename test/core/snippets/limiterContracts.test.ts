// What the rate limiter promises, once for both languages.
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { after, describe, it } from 'mocha';
import { type Contract, type Helpers, testContracts } from '../../helpers/helperContracts';
import { runPython } from '../../helpers/runPython';
import { load, makeFolder, writeHelpers } from '../../helpers/snippets';

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
/** Lets all go on that need not wait for something outside. */
const settle = () => wait(20);

async function* threeEvents(): AsyncGenerator<number> {
  yield* [1, 2, 3];
}

const limiter: Contract[] = [
  {
    name: 'goes on in its turn where a call is made within another of the same number',
    python: `inner = with_rate_limit(lambda: "inner", concurrency=1)
show(with_rate_limit(with_rate_limit(inner, concurrency=1), concurrency=1)())


async def main():
    async def answer():
        return "awaited"
    inner = with_rate_limit_async(answer, concurrency=1)
    show(await with_rate_limit_async(with_rate_limit_async(inner, concurrency=1), concurrency=1)())`,
    async typescript({ withRateLimit }) {
      const nested = (text: string) => {
        const inner = withRateLimit(async () => text, { concurrency: 1 });
        return withRateLimit(withRateLimit(inner, { concurrency: 1 }), { concurrency: 1 })();
      };
      return [await nested('inner'), await nested('awaited')];
    },
    expected: ['inner', 'awaited'],
  },
  {
    name: 'never lets more run than the number, within calls of the same number either',
    python: `async def main():
    running, most = 0, 0
    async def leaf():
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.001)
        running -= 1
        return 1
    limited = with_rate_limit_async(leaf, concurrency=2)
    async def several():
        return sum(await asyncio.gather(*[limited() for _ in range(4)]))
    outer = with_rate_limit_async(several, concurrency=2)
    show([sum(await asyncio.gather(*[outer() for _ in range(5)])), most])`,
    async typescript({ withRateLimit }) {
      let running = 0;
      let most = 0;
      const limited = withRateLimit(
        async () => {
          most = Math.max(most, ++running);
          await wait(1);
          running--;
          return 1;
        },
        { concurrency: 2 },
      );
      const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
      const outer = withRateLimit(async () => sum(await Promise.all([1, 2, 3, 4].map(() => limited()))), { concurrency: 2 });
      return [[sum(await Promise.all([1, 2, 3, 4, 5].map(() => outer()))), most]];
    },
    expected: [[20, 2]],
  },
  {
    name: 'keeps the turn of a stream to its end, and no longer where it fails or is left',
    python: `class Broken:
    def __aiter__(self):
        return self
    async def __anext__(self):
        raise ValueError("broken")


async def main():
    async def events():
        for event in (1, 2, 3):
            yield event
    async def opened(stream=None):
        return stream or events()
    limited = with_rate_limit_async(opened, concurrency=1)
    async def other():
        return await with_rate_limit_async(asyncio.sleep, concurrency=1)(0, "done")

    async def read_whole(stream, waiting):
        async for _ in stream:
            await asyncio.sleep(0.02)
            show(waiting.done())
    async def leave(stream, waiting):
        async for _ in stream:
            break
    async def fail(stream, waiting):
        try:
            await leave(stream, waiting)
        except ValueError as error:
            show(str(error))
    for read, given in ((read_whole, None), (leave, None), (fail, Broken())):
        stream = await limited(given)
        context = __import__("contextvars").Context()
        waiting = context.run(asyncio.ensure_future, other())
        await asyncio.sleep(0.02)
        show(waiting.done())
        await read(stream, waiting)
        del stream
        show(await waiting)`,
    async typescript({ withRateLimit }) {
      const printed: unknown[] = [];
      const limited = withRateLimit(async (stream: AsyncIterable<number>) => stream, { concurrency: 1 });
      const other = withRateLimit(async () => 'done', { concurrency: 1 });
      const leave = async (stream: AsyncIterable<number>) => {
        for await (const _ of stream) break;
      };
      const broken: AsyncIterable<number> = { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('broken')) }) };
      const reads: [(stream: AsyncIterable<number>, isDone: () => boolean) => Promise<void>, AsyncIterable<number>][] = [
        [
          async (stream, isDone) => {
            for await (const _ of stream) {
              await settle();
              printed.push(isDone());
            }
          },
          threeEvents(),
        ],
        [leave, threeEvents()],
        [(stream) => leave(stream).catch((error: Error) => void printed.push(error.message)), broken],
      ];
      for (const [read, given] of reads) {
        const stream = await limited(given);
        let done = false;
        const waiting = other().finally(() => {
          done = true;
        });
        await settle();
        printed.push(done);
        await read(stream, () => done);
        printed.push(await waiting);
      }
      return printed;
    },
    expected: [false, false, false, false, 'done', false, 'done', false, 'broken', 'done'],
  },
];

describe('the rate limiter of both languages', () => {
  const { folder, remove } = makeFolder();
  after(remove);
  const ids = ['rate-limit'];
  const helpers = load<Helpers>(writeHelpers(folder, ids));

  testContracts(limiter, ids, helpers);

  it('lets the reader of a stream call by the same number, in Python', async () => {
    const script = `def stream():
    yield from range(3)
limited = with_rate_limit(lambda: "done", concurrency=1)
show([limited() for _ in with_rate_limit(stream, concurrency=1)()])`;
    assert.deepEqual(await runPython(ids, script), [['done', 'done', 'done']]);
  });

  it('gives the turn of a stream back that nobody reads, in TypeScript', async () => {
    const { withRateLimit } = await helpers;
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      await withRateLimit(async () => threeEvents(), { concurrency: 1 })();
      const waiting = withRateLimit(async () => 'done', { concurrency: 1 })();
      mock.timers.tick(10_000);
      assert.equal(await waiting, 'done');
    } finally {
      mock.timers.reset();
    }
  });
});
