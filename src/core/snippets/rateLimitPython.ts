import type { Snippet } from './snippet';

/** Bounds how many calls run at once: those of a gather, and those of threads. */
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
  code: () => String.raw`Limited = TypeVar("Limited")

_loop_limits: weakref.WeakKeyDictionary[Any, dict[int, asyncio.Semaphore]] = weakref.WeakKeyDictionary()


def with_rate_limit(target: Limited, *, concurrency: int) -> Limited:
    """At most so many calls at a time, in all places that name the same number; the others wait for their turn."""

    def through(call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with _thread_limit(concurrency):
            answer = call(*args, **kwargs)
        return _take_turn(answer, concurrency) if inspect.isawaitable(answer) else answer

    return wrapped(target, through)


def with_rate_limit_async(target: Limited, *, concurrency: int) -> Limited:
    """with_rate_limit for calls that are awaited."""
    return wrapped(target, lambda call, *args, **kwargs: _take_turn(call(*args, **kwargs), concurrency))


async def gather_limited(concurrency: int, *calls: Awaitable[Any], return_exceptions: bool = False) -> list[Any]:
    """asyncio.gather, at most so many at a time, results in the order given. Give it coroutines: a task runs already."""
    turns = asyncio.Semaphore(concurrency)

    async def run(call: Awaitable[Any]) -> Any:
        async with turns:
            return await call

    return list(await asyncio.gather(*map(run, calls), return_exceptions=return_exceptions))


async def _take_turn(call: Awaitable[Any], concurrency: int) -> Any:
    turns = _loop_limits.setdefault(asyncio.get_running_loop(), {}).setdefault(concurrency, asyncio.Semaphore(concurrency))
    async with turns:
        return await call


@functools.lru_cache(maxsize=None)
def _thread_limit(concurrency: int) -> threading.BoundedSemaphore:
    return threading.BoundedSemaphore(concurrency)`,
} satisfies Snippet;
