import type { Snippet } from './snippet';

/** What all wrappers share: calls of an object's methods, or of a function, go through a function of ours. */
export default {
  id: 'wrapped',
  language: 'python',
  exports: ['wrapped'],
  imports: ['import functools', 'from collections.abc import Callable', 'from typing import Any, TypeVar, cast'],
  requires: [],
  code: () => String.raw`Wrapped = TypeVar("Wrapped")


class _Wrapped:
    def __init__(self, target: Any, through: Callable[..., Any]) -> None:
        self._target = target
        self._through = through

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._through(self._target, *args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._target, name)
        return functools.partial(self._through, value) if callable(value) else value


def wrapped(target: Wrapped, through: Callable[..., Any]) -> Wrapped:
    """Stands for an SDK's object or function: through gets each method called, with its arguments."""
    return cast(Wrapped, _Wrapped(target, through))`,
} satisfies Snippet;
