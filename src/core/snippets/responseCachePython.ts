import type { Snippet } from './snippet';

/** Answers calls from a store; the stores themselves are snippets of their own. */
export default {
  id: 'response-cache',
  language: 'python',
  exports: ['with_response_cache', 'with_response_cache_async', 'response_key', 'ResponseStore'],
  imports: [
    'import asyncio',
    'import concurrent.futures',
    'import hashlib',
    'import importlib',
    'import json',
    'import logging',
    'import threading',
    'from collections.abc import Callable',
    'from typing import Any, Optional, Protocol, TypeVar, Union',
  ],
  requires: ['wrapped'],
  code: () => `Cached = TypeVar("Cached")

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

    async def get_async(self, key: str) -> Optional[Union[str, bytes]]: ...

    async def set_async(self, key: str, text: str) -> None: ...


def with_response_cache(
    target: Cached, *, provider: str, api: str, store: ResponseStore, namespace: str = "", awaited: bool = False
) -> Cached:
    """The target with calls answered from the store: same parameters, host and account, same answer. Equal calls at once share a request.

    namespace keeps tenants apart: give each one its own where answers must not be shared.
    """

    def through(call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        name = getattr(call, "__name__", "")
        key = response_key(provider, api, namespace, [name, _account_of(target), args, kwargs]) if _is_cacheable(kwargs) else None
        if key is None:
            return call(*args, **kwargs)
        if awaited or is_awaited(call):
            return later(key, call, *args, **kwargs)
        with _Underway(key, None) as underway:
            if not underway.leads:
                answer = _answer_of(api, underway.text.result())
                return call(*args, **kwargs) if answer is None else answer
            text = store.get(key)
            answer = _answer_of(api, text)
            if answer is None:
                answer = call(*args, **kwargs)
                text = _text_of_answer(api, answer)
                if text is not None:
                    store.set(key, str(text))
            underway.text.set_result(text)
            return answer

    async def later(key: str, call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with _Underway(key, asyncio.get_running_loop()) as underway:
            if not underway.leads:
                answer = _answer_of(api, await asyncio.shield(asyncio.wrap_future(underway.text)))
                return await call(*args, **kwargs) if answer is None else answer
            text = await store.get_async(key)
            answer = _answer_of(api, text)
            if answer is None:
                answer = await call(*args, **kwargs)
                text = _text_of_answer(api, answer)
                if text is not None:
                    await store.set_async(key, str(text))
            underway.text.set_result(text)
            return answer

    return wrapped(target, through)


def with_response_cache_async(target: Cached, *, provider: str, api: str, store: ResponseStore, namespace: str = "") -> Cached:
    """with_response_cache for calls that are awaited."""
    return with_response_cache(target, provider=provider, api=api, store=store, namespace=namespace, awaited=True)


def response_key(provider: str, api: str, namespace: str, call: Any) -> Optional[str]:
    """The same call has the same key, in whatever order its parameters stand.

    None where a value has no stable text (a file, a set, an object of your own): such a call must not be cached.
    """
    try:
        text = json.dumps([provider, api, namespace, call], default=_plain_value, sort_keys=True, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        logging.getLogger(__name__).warning("Not cached, a parameter has no stable text: %s", error)
        return None
    return "prompt-cost:" + hashlib.sha256(text.encode()).hexdigest()


class _Underway:
    """The first of equal calls leads; the others, of threads or of one event loop, wait for its text. None: they ask themselves."""

    _all: dict[Any, "concurrent.futures.Future[Optional[Union[str, bytes]]]"] = {}
    _lock = threading.Lock()

    def __init__(self, key: str, loop: Any) -> None:
        self._key = (key, loop)
        with self._lock:
            self.leads = self._key not in self._all
            self.text = self._all.setdefault(self._key, concurrent.futures.Future())

    def __enter__(self) -> "_Underway":
        return self

    def __exit__(self, _kind: Any, error: Optional[BaseException], _trace: Any) -> None:
        if not self.leads:
            return
        with self._lock:
            self._all.pop(self._key, None)
        if isinstance(error, Exception):
            self.text.set_exception(error)
        elif error is not None:
            self.text.set_result(None)


def _is_cacheable(parameters: dict[str, Any]) -> bool:
    """Only what is pure and complete: no stream, background job, conversation or stored thread, nor tools that the provider runs."""
    changing = ("stream", "background", "previous_response_id", "conversation", "web_search_options", "mcp_servers", "container")
    body = {**parameters, **(parameters.get("extra_body") or {})}
    if any(body.get(name) for name in changing) or body.get("store") is True:
        return False
    tools = body.get("tools")
    kinds = [tool.get("type") or "custom" for tool in tools if isinstance(tool, dict)] if isinstance(tools, (list, tuple)) else []
    return all(kind in ("function", "custom") for kind in kinds)


def _account_of(target: Any) -> list[Optional[str]]:
    """Host and account of an SDK's object."""
    client = getattr(target, "_client", None)
    values = [getattr(client, name, None) for name in ("base_url", "api_key", "auth_token", "organization", "project")]
    return [None if value is None or callable(value) else str(value) for value in values]


def _plain_value(value: Any) -> Any:
    """The JSON form of an SDK's own objects, such as an earlier answer in a list of messages."""
    if hasattr(value, "model_dump") and not isinstance(value, type):
        return value.model_dump(mode="json", exclude_unset=True)
    raise TypeError(type(value).__name__)


def _answer_class(api: str) -> Any:
    module, name = ANSWER_CLASSES[api]
    return getattr(importlib.import_module(module), name)


def _text_of_answer(api: str, answer: Any) -> Optional[str]:
    """The answer as JSON; None for a raw response or the like."""
    if api not in ANSWER_CLASSES or type(answer) is not _answer_class(api):
        return None
    if (getattr(answer, "status", None) or "completed") != "completed":
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
        logging.getLogger(__name__).warning("Unreadable answer in the cache: %s", error)
        return None`,
} satisfies Snippet;
