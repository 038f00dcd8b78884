import type { Snippet } from './snippet';

/** An exact-match cache of answers, over a store in the process or in Redis. */
export default {
  id: 'response-cache',
  language: 'python',
  exports: ['with_response_cache', 'with_response_cache_async', 'response_key'],
  imports: [
    'import hashlib',
    'import importlib',
    'import inspect',
    'import json',
    'import logging',
    'from collections.abc import Callable',
    'from typing import Any, Optional, Protocol, TypeVar, Union',
  ],
  requires: ['wrapped'],
  code: () => String.raw`Cached = TypeVar("Cached")

_cache_logger = logging.getLogger(__name__)

# The classes that answers are read back into. An answer of any other class is not kept.
ANSWER_CLASSES = {
    "openai.chat.completions": ("openai.types.chat", "ChatCompletion"),
    "openai.responses": ("openai.types.responses", "Response"),
    "openai.embeddings": ("openai.types", "CreateEmbeddingResponse"),
    "anthropic.messages": ("anthropic.types", "Message"),
    "litellm.completion": ("litellm", "ModelResponse"),
    "litellm.embedding": ("litellm", "EmbeddingResponse"),
}


class ResponseStore(Protocol):
    """Keeps texts for a time. Never raises: what it cannot do counts as not kept."""

    def get(self, key: str) -> Optional[Union[str, bytes]]: ...

    def set(self, key: str, text: str) -> None: ...


class AsyncResponseStore(Protocol):
    async def get(self, key: str) -> Optional[Union[str, bytes]]: ...

    async def set(self, key: str, text: str) -> None: ...


def with_response_cache(target: Cached, *, provider: str, api: str, store: ResponseStore, namespace: str = "") -> Cached:
    """Calls with the same parameters get the answer that was kept. Streams always go through."""

    def through(call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        key = None if kwargs.get("stream") else response_key(provider, api, namespace, [args, kwargs])
        if key is None:
            return call(*args, **kwargs)
        answer = _answer_of(api, store.get(key))
        if answer is None:
            answer = call(*args, **kwargs)
            text = _text_of_answer(api, answer)
            if text is not None:
                store.set(key, text)
        return answer

    return wrapped(target, through)


def with_response_cache_async(
    target: Cached, *, provider: str, api: str, store: Union[ResponseStore, AsyncResponseStore], namespace: str = ""
) -> Cached:
    """with_response_cache for calls that are awaited."""

    async def through(call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        key = None if kwargs.get("stream") else response_key(provider, api, namespace, [args, kwargs])
        if key is None:
            return await call(*args, **kwargs)
        kept = store.get(key)
        answer = _answer_of(api, await kept if inspect.isawaitable(kept) else kept)
        if answer is None:
            answer = await call(*args, **kwargs)
            text = _text_of_answer(api, answer)
            if text is not None:
                done = store.set(key, text)
                if inspect.isawaitable(done):
                    await done
        return answer

    return wrapped(target, through)


def response_key(provider: str, api: str, namespace: str, arguments: Any) -> Optional[str]:
    """A hash of all that decides an answer, whatever the order of the parameters.

    None where a value has no stable text (a file, a set, an object of your own): such a call must not be cached.
    """
    try:
        text = json.dumps([provider, api, namespace, arguments], default=_plain_value, sort_keys=True, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        _cache_logger.warning("Not cached, a parameter has no stable text: %s", error)
        return None
    return "llm:" + hashlib.sha256(text.encode()).hexdigest()


def _plain_value(value: Any) -> Any:
    """The JSON form of an SDK's own objects, such as an earlier answer in a list of messages."""
    if hasattr(value, "model_dump") and not isinstance(value, type):
        return value.model_dump(mode="json", exclude_unset=True)
    raise TypeError(type(value).__name__)


def _answer_class(api: str) -> Any:
    module, name = ANSWER_CLASSES[api]
    return getattr(importlib.import_module(module), name)


def _text_of_answer(api: str, answer: Any) -> Optional[str]:
    """The answer as JSON; None for a stream, a raw response or the like."""
    if api not in ANSWER_CLASSES or type(answer) is not _answer_class(api):
        return None
    # Fields that the API did not send stay unset: an answer that is sent again must look as it came.
    text: str = answer.model_dump_json(exclude_unset=True, by_alias=True)
    return text


def _answer_of(api: str, text: Optional[Union[str, bytes]]) -> Any:
    """The answer that was kept; None where there is none, or where another version of the SDK wrote it."""
    if text is None or api not in ANSWER_CLASSES:
        return None
    try:
        return _answer_class(api).model_validate_json(text)
    except ValueError as error:
        _cache_logger.warning("Unreadable answer in the cache: %s", error)
        return None`,
} satisfies Snippet;
