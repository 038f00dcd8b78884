import type { Snippet } from './snippet';

/** Keeps answers in Redis, for all processes. A dead or slow Redis costs a moment, never the answer. */
export default {
  id: 'response-cache-redis',
  language: 'python',
  exports: ['redis_store', 'RedisStore'],
  imports: [
    'import asyncio',
    'import logging',
    'import os',
    'import time',
    'import weakref',
    'from collections.abc import Callable',
    'from typing import Any, Optional',
    'import redis',
    'import redis.asyncio',
    'import redis.asyncio.retry',
    'import redis.backoff',
    'import redis.retry',
  ],
  requires: ['response-cache'],
  code: ({ cacheTtlSeconds }) => `REDIS_URL = os.environ.get("REDIS_URL", "redis://localhost:6379/0")
# After this time the call is made without the cache, and after a failure Redis is left alone for a while.
REDIS_TIMEOUTS: dict[str, Any] = {"socket_connect_timeout": 0.25, "socket_timeout": 0.25}
REDIS_REST_SECONDS = 10.0


class RedisStore:
    """Texts in Redis, each for a time. Where Redis is down or slow, nothing is kept."""

    def __init__(self, url: str, ttl_seconds: int) -> None:
        self._url = url
        self._ttl = ttl_seconds
        self._rests_until = 0.0
        # No retries: they would only delay the call.
        options: dict[str, Any] = {**REDIS_TIMEOUTS, "retry": redis.retry.Retry(redis.backoff.NoBackoff(), 0)}
        self._redis: Any = redis.Redis.from_url(url, **options)
        # Connections belong to an event loop, so that each loop has a client of its own.
        self._of_loop: weakref.WeakKeyDictionary[Any, Any] = weakref.WeakKeyDictionary()

    def get(self, key: str) -> Optional[bytes]:
        kept: Optional[bytes] = self._ask(lambda client: client.get(key))
        return kept

    def set(self, key: str, text: str) -> None:
        self._ask(lambda client: client.set(key, text, ex=self._ttl))

    async def get_async(self, key: str) -> Optional[bytes]:
        kept: Optional[bytes] = await self._ask_async(lambda client: client.get(key))
        return kept

    async def set_async(self, key: str, text: str) -> None:
        await self._ask_async(lambda client: client.set(key, text, ex=self._ttl))

    def _ask(self, ask: Callable[[Any], Any]) -> Any:
        if time.monotonic() < self._rests_until:
            return None
        try:
            return ask(self._redis)
        except (redis.RedisError, OSError) as error:
            return self._rest(error)

    async def _ask_async(self, ask: Callable[[Any], Any]) -> Any:
        if time.monotonic() < self._rests_until:
            return None
        try:
            return await ask(self._client())
        except (redis.RedisError, OSError, asyncio.TimeoutError) as error:
            return self._rest(error)

    def _client(self) -> Any:
        loop = asyncio.get_running_loop()
        if loop not in self._of_loop:
            options: dict[str, Any] = {**REDIS_TIMEOUTS, "retry": redis.asyncio.retry.Retry(redis.backoff.NoBackoff(), 0)}
            self._of_loop[loop] = redis.asyncio.Redis.from_url(self._url, **options)
        return self._of_loop[loop]

    def _rest(self, error: BaseException) -> None:
        logging.getLogger(__name__).warning("Response cache without Redis: %s", error)
        self._rests_until = time.monotonic() + REDIS_REST_SECONDS


redis_store = RedisStore(REDIS_URL, ttl_seconds=${cacheTtlSeconds})`,
} satisfies Snippet;
