import type { Snippet } from './snippet';

/** What helpers that follow a streamed answer to its end share. */
export default {
  id: 'watched-stream',
  language: 'python',
  exports: ['is_stream', 'watched_stream'],
  imports: ['from collections.abc import Callable', 'from typing import Any'],
  requires: [],
  code: () => `def is_stream(answer: Any) -> bool:
    """Does an answer come event by event? Other answers of the SDKs can be looped over as well, by their fields."""
    return hasattr(answer, "__next__") or hasattr(answer, "__aiter__")


def watched_stream(stream: Any, ended: Callable[[], None], seen: Callable[[Any], None] = lambda event: None) -> Any:
    """The stream, with a call at each event, and one or more when it ends, fails, is closed or is left."""
    return _WatchedStream(stream, ended, seen)


class _WatchedStream:
    def __init__(self, stream: Any, ended: Callable[[], None], seen: Callable[[Any], None]) -> None:
        self._stream = stream
        self._ended = ended
        self._seen = seen
        self._events = stream.__aiter__() if hasattr(stream, "__aiter__") else iter(stream)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def __iter__(self) -> Any:
        return self

    def __next__(self) -> Any:
        try:
            event = next(self._events)
        except BaseException:
            self._ended()
            raise
        self._seen(event)
        return event

    def __aiter__(self) -> Any:
        return self

    async def __anext__(self) -> Any:
        try:
            event = await self._events.__anext__()
        except BaseException:
            self._ended()
            raise
        self._seen(event)
        return event

    def __enter__(self) -> Any:
        self._stream.__enter__()
        return self

    def __exit__(self, *error: Any) -> Any:
        self._ended()
        return self._stream.__exit__(*error)

    async def __aenter__(self) -> Any:
        await self._stream.__aenter__()
        return self

    async def __aexit__(self, *error: Any) -> Any:
        self._ended()
        return await self._stream.__aexit__(*error)

    def close(self) -> Any:
        self._ended()
        return self._stream.close()

    def __del__(self) -> None:
        self._ended()`,
} satisfies Snippet;
