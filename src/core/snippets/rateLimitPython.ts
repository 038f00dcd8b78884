import type { Snippet } from './snippet';

/** Lets so many calls run at a time: those of a gather, and those of threads. */
export default {
  id: 'rate-limit',
  language: 'python',
  exports: ['with_rate_limit', 'with_rate_limit_async', 'gather_limited'],
  imports: [
    'import asyncio',
    'import functools',
    'import inspect',
    'import threading',
    'import weakref',
    'from collections.abc import Awaitable, Callable',
    'from typing import Any, TypeVar',
  ],
  requires: ['wrapped'],
  code: () => `Limited = TypeVar("Limited")

_loop_turns: weakref.WeakKeyDictionary[Any, dict[int, asyncio.Semaphore]] = weakref.WeakKeyDictionary()


def with_rate_limit(target: Limited, *, concurrency: int) -> Limited:
    """The target with at most so many calls at a time, in all places that name the same number; the others wait for their turn."""

    def through(call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if is_awaited(call):
            return _in_turn(call(*args, **kwargs), concurrency)
        with _thread_turns(concurrency):
            answer = call(*args, **kwargs)
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


async def _in_turn(call: Awaitable[Any], concurrency: int) -> Any:
    by_number = _loop_turns.setdefault(asyncio.get_running_loop(), {})
    async with by_number.setdefault(concurrency, asyncio.Semaphore(concurrency)):
        return await call


@functools.lru_cache(maxsize=None)
def _thread_turns(concurrency: int) -> threading.BoundedSemaphore:
    return threading.BoundedSemaphore(concurrency)`,
} satisfies Snippet;
