import type { Snippet } from './snippet';

/** Lets so many calls run at a time: those of a gather, and those of threads. */
export default {
  id: 'rate-limit',
  language: 'python',
  exports: ['with_rate_limit', 'with_rate_limit_async', 'gather_limited'],
  imports: [
    'import asyncio',
    'import contextvars',
    'import functools',
    'import inspect',
    'import threading',
    'import weakref',
    'from collections.abc import Awaitable, Callable',
    'from typing import Any, TypeVar',
  ],
  requires: ['watched-stream', 'wrapped'],
  code: () => `Limited = TypeVar("Limited")

_loop_turns: weakref.WeakKeyDictionary[Any, dict[int, asyncio.Semaphore]] = weakref.WeakKeyDictionary()


def with_rate_limit(target: Limited, *, concurrency: int) -> Limited:
    """The target with at most so many calls at a time, in all places that name the same number; the others wait for their turn.

    A stream keeps its turn to its end. A call within another, or by the reader of a stream, goes on in that one's turn where none is free.
    """

    def through(call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if is_awaited(call):
            return _in_turn(call(*args, **kwargs), concurrency)
        turns = _thread_turns(concurrency)
        if not turns.acquire(blocking=False) and not _take_over(turns):
            turns.acquire()
        turn = _Turn(turns)
        try:
            answer = call(*args, **kwargs)
        except BaseException:
            turn.give_back()
            raise
        answer = turn.keep_for(answer)
        return _in_turn(answer, concurrency) if inspect.isawaitable(answer) else answer

    return wrapped(target, through)


def with_rate_limit_async(target: Limited, *, concurrency: int) -> Limited:
    """with_rate_limit for calls that are awaited."""
    return wrapped(target, lambda call, *args, **kwargs: _in_turn(call(*args, **kwargs), concurrency))


async def gather_limited(concurrency: int, *calls: Awaitable[Any], return_exceptions: bool = False) -> list[Any]:
    """asyncio.gather with at most so many at a time, results in the order given. Give it coroutines: a task runs already."""
    turns = asyncio.Semaphore(concurrency)

    async def run(call: Awaitable[Any]) -> Any:
        async with turns:
            return await call

    return list(await asyncio.gather(*map(run, calls), return_exceptions=return_exceptions))


class _Turn:
    """The right to run, which is given back once. Calls in the same context find it."""

    of_context: "contextvars.ContextVar[tuple[_Turn, ...]]" = contextvars.ContextVar("turns", default=())

    def __init__(self, turns: Any) -> None:
        self.turns = turns
        self.held = True
        self._lock = threading.Lock()
        self.of_context.set((*(turn for turn in self.of_context.get() if turn.held), self))

    def take(self) -> bool:
        """Takes it from whoever holds it; False where nobody does."""
        with self._lock:
            held, self.held = self.held, False
            return held

    def give_back(self) -> None:
        if self.take():
            self.turns.release()

    def keep_for(self, answer: Any) -> Any:
        """The answer, with the turn given back: at the end of a stream, at once for anything else."""
        if is_stream(answer):
            return watched_stream(answer, self.give_back)
        self.give_back()
        return answer


def _take_over(turns: Any) -> bool:
    """Takes the turn of a call around this one, which waits for it and would wait forever."""
    return any(turn.turns is turns and turn.take() for turn in _Turn.of_context.get())


async def _in_turn(call: Awaitable[Any], concurrency: int) -> Any:
    by_number = _loop_turns.setdefault(asyncio.get_running_loop(), {})
    turns = by_number.setdefault(concurrency, asyncio.Semaphore(concurrency))
    if not turns.locked() or not _take_over(turns):
        await turns.acquire()
    turn = _Turn(turns)
    try:
        answer = await call
    except BaseException:
        turn.give_back()
        raise
    return turn.keep_for(answer)


@functools.lru_cache(maxsize=None)
def _thread_turns(concurrency: int) -> threading.BoundedSemaphore:
    return threading.BoundedSemaphore(concurrency)`,
} satisfies Snippet;
