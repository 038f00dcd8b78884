import type { Snippet } from './snippet';

/** What helpers that stand around calls share: the methods of an object, or a function, go through a function of ours. */
export default {
  id: 'wrapped',
  language: 'python',
  exports: ['wrapped', 'is_awaited'],
  imports: ['import functools', 'import inspect', 'from collections.abc import Callable', 'from typing import Any, TypeVar, cast'],
  requires: [],
  code: () => `Wrapped = TypeVar("Wrapped")


class _Wrapped:
    def __init__(self, target: Any, through: Callable[..., Any]) -> None:
        self._target = target
        self._through = through

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._through(self._target, *args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._target, name)
        if not callable(value):
            return value

        @functools.wraps(value)
        def method(*args: Any, **kwargs: Any) -> Any:
            return self._through(value, *args, **kwargs)

        return method


def wrapped(target: Wrapped, through: Callable[..., Any]) -> Wrapped:
    """Stands for an SDK's object or function: through gets each method that is called, and its arguments."""
    return cast(Wrapped, _Wrapped(target, through))


def is_awaited(call: Callable[..., Any]) -> bool:
    """Is it the method of an async client? The SDKs decorate their methods, so the innermost function tells."""
    return inspect.iscoroutinefunction(inspect.unwrap(call))`,
} satisfies Snippet;
