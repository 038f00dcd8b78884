import type { Snippet } from './snippet';

/** Keeps answers in Redis, for all processes. A dead or slow Redis costs a moment, never the answer. */
export default {
  id: 'response-cache-redis',
  language: 'python',
  exports: ['redis_store', 'redis_store_async', 'RedisStore', 'AsyncRedisStore'],
  imports: [
    'import asyncio',
    'import logging',
    'import os',
    'import time',
    'import weakref',
    'from collections.abc import Awaitable, Callable',
    'from typing import Any, Optional',
    'import redis',
    'import redis.asyncio',
    'import redis.asyncio.retry',
    'import redis.backoff',
    'import redis.retry',
  ],
  requires: ['response-cache'],
  code: ({ cacheTtlSeconds }) => String.raw`REDIS_URL = os.environ.get("REDIS_URL", "redis://localhost:6379/0")
# After this time the call is made without the cache, and after a failure Redis is left alone for a while.
REDIS_TIMEOUT_SECONDS = 0.25
REDIS_PAUSE_SECONDS = 5.0


class RedisStore:
    """Texts in Redis, each for a time. Where Redis is down or slow, nothing is kept."""

    def __init__(self, url: str, ttl_seconds: int) -> None:
        self._ttl = ttl_seconds
        self._paused_until = 0.0
        self._redis: Any = redis.Redis.from_url(
            url,
            socket_connect_timeout=REDIS_TIMEOUT_SECONDS,
            socket_timeout=REDIS_TIMEOUT_SECONDS,
            retry=redis.retry.Retry(redis.backoff.NoBackoff(), 0),
        )

    def get(self, key: str) -> Optional[bytes]:
        kept: Optional[bytes] = self._try(lambda: self._redis.get(key))
        return kept

    def set(self, key: str, text: str) -> None:
        self._try(lambda: self._redis.set(key, text, ex=self._ttl))

    def _try(self, work: Callable[[], Any]) -> Any:
        if time.monotonic() < self._paused_until:
            return None
        try:
            return work()
        except (redis.RedisError, OSError) as error:
            logging.getLogger(__name__).warning("No response cache: %s", error)
            self._paused_until = time.monotonic() + REDIS_PAUSE_SECONDS
            return None


class AsyncRedisStore:
    """RedisStore for code that awaits. Connections belong to an event loop, so that each loop has a client of its own."""

    def __init__(self, url: str, ttl_seconds: int) -> None:
        self._url = url
        self._ttl = ttl_seconds
        self._paused_until = 0.0
        self._clients: weakref.WeakKeyDictionary[Any, Any] = weakref.WeakKeyDictionary()

    async def get(self, key: str) -> Optional[bytes]:
        kept: Optional[bytes] = await self._try(lambda client: client.get(key))
        return kept

    async def set(self, key: str, text: str) -> None:
        await self._try(lambda client: client.set(key, text, ex=self._ttl))

    def _client(self) -> Any:
        loop = asyncio.get_running_loop()
        if loop not in self._clients:
            self._clients[loop] = redis.asyncio.Redis.from_url(
                self._url,
                socket_connect_timeout=REDIS_TIMEOUT_SECONDS,
                socket_timeout=REDIS_TIMEOUT_SECONDS,
                retry=redis.asyncio.retry.Retry(redis.backoff.NoBackoff(), 0),
            )
        return self._clients[loop]

    async def _try(self, work: Callable[[Any], Awaitable[Any]]) -> Any:
        if time.monotonic() < self._paused_until:
            return None
        try:
            return await work(self._client())
        except (redis.RedisError, OSError, asyncio.TimeoutError) as error:
            logging.getLogger(__name__).warning("No response cache: %s", error)
            self._paused_until = time.monotonic() + REDIS_PAUSE_SECONDS
            return None


redis_store = RedisStore(REDIS_URL, ttl_seconds=${cacheTtlSeconds})
redis_store_async = AsyncRedisStore(REDIS_URL, ttl_seconds=${cacheTtlSeconds})`,
} satisfies Snippet;
