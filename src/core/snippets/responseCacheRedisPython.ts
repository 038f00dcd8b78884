import type { Snippet } from './snippet';

/** Keeps answers in Redis, for all processes. A dead or slow Redis costs a moment, never the answer. */
export default {
  id: 'response-cache-redis',
  language: 'python',
  exports: ['redis_store', 'RedisStore'],
  imports: [
    'import asyncio',
    'import importlib',
    'import logging',
    'import os',
    'import time',
    'import weakref',
    'from collections.abc import Callable',
    'from typing import Any, Optional, Union',
  ],
  requires: ['response-cache', 'response-cache-memory'],
  code: ({ cacheTtlSeconds }) => `REDIS_URL = os.environ.get("REDIS_URL") or "redis://localhost:6379/0"
# After this time the call is made without the cache, and after a failure Redis is left alone for a while.
REDIS_TIMEOUTS: dict[str, Any] = {"socket_connect_timeout": 0.25, "socket_timeout": 0.25}
REDIS_REST_SECONDS = 10.0


class RedisStore:
    """Texts in Redis, each for a time. Where Redis is down or slow, nothing is kept.

    Without the redis package, or with a URL that is none, answers are kept in this process.
    """

    def __init__(self, url: str, ttl_seconds: int) -> None:
        self._url = url
        self._ttl = ttl_seconds
        self._rests_until = 0.0
        self._failures: tuple[type[BaseException], ...] = (OSError, asyncio.TimeoutError)
        self._redis: Any = None
        try:
            self._redis = self._connect("redis", "redis.retry")
            self._failures += (importlib.import_module("redis").RedisError,)
        except (ImportError, ValueError) as error:
            logging.getLogger(__name__).warning("Response cache in this process, without Redis: %s", error)
        # Connections belong to an event loop, so that each loop has a client of its own.
        self._of_loop: weakref.WeakKeyDictionary[Any, Any] = weakref.WeakKeyDictionary()

    def get(self, key: str) -> Optional[Union[str, bytes]]:
        if self._redis is None:
            return memory_store.get(key)
        kept: Optional[bytes] = self._ask(lambda client: client.get(key))
        return kept

    def set(self, key: str, text: str) -> None:
        if self._redis is None:
            return memory_store.set(key, text)
        self._ask(lambda client: client.set(key, text, ex=self._ttl))

    async def get_async(self, key: str) -> Optional[Union[str, bytes]]:
        if self._redis is None:
            return memory_store.get(key)
        kept: Optional[bytes] = await self._ask_async(lambda client: client.get(key))
        return kept

    async def set_async(self, key: str, text: str) -> None:
        if self._redis is None:
            return memory_store.set(key, text)
        await self._ask_async(lambda client: client.set(key, text, ex=self._ttl))

    def _ask(self, ask: Callable[[Any], Any]) -> Any:
        if time.monotonic() < self._rests_until:
            return None
        try:
            return ask(self._redis)
        except self._failures as error:
            return self._rest(error)

    async def _ask_async(self, ask: Callable[[Any], Any]) -> Any:
        if time.monotonic() < self._rests_until:
            return None
        try:
            return await ask(self._client())
        except self._failures as error:
            return self._rest(error)

    def _client(self) -> Any:
        loop = asyncio.get_running_loop()
        if loop not in self._of_loop:
            self._of_loop[loop] = self._connect("redis.asyncio", "redis.asyncio.retry")
        return self._of_loop[loop]

    def _connect(self, package: str, retries: str) -> Any:
        # No retries: they would only delay the call.
        retry = importlib.import_module(retries).Retry(importlib.import_module("redis.backoff").NoBackoff(), 0)
        return importlib.import_module(package).Redis.from_url(self._url, **REDIS_TIMEOUTS, retry=retry)

    def _rest(self, error: BaseException) -> None:
        logging.getLogger(__name__).warning("Response cache without Redis: %s", error)
        self._rests_until = time.monotonic() + REDIS_REST_SECONDS


redis_store = RedisStore(REDIS_URL, ttl_seconds=${cacheTtlSeconds})`,
} satisfies Snippet;
