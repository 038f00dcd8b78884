import type { Snippet } from './snippet';

/** Keeps answers in the process: the least recently used ones go first. */
export default {
  id: 'response-cache-memory',
  language: 'python',
  exports: ['memory_store', 'MemoryStore'],
  imports: ['import threading', 'import time', 'from collections import OrderedDict', 'from typing import Optional'],
  requires: ['response-cache'],
  code: ({ cacheTtlSeconds }) => `class MemoryStore:
    """Texts of this process, each for a time; the least recently used go first. Safe between threads."""

    def __init__(self, size: int, ttl_seconds: float) -> None:
        self._entries: OrderedDict[str, tuple[float, str]] = OrderedDict()
        self._lock = threading.Lock()
        self._size = size
        self._ttl = ttl_seconds

    def get(self, key: str) -> Optional[str]:
        with self._lock:
            ends, text = self._entries.get(key, (0.0, ""))
            if ends <= time.monotonic():
                self._entries.pop(key, None)
                return None
            self._entries.move_to_end(key)
            return text

    def set(self, key: str, text: str) -> None:
        with self._lock:
            self._entries[key] = (time.monotonic() + self._ttl, text)
            self._entries.move_to_end(key)
            while len(self._entries) > self._size:
                self._entries.popitem(last=False)

    async def get_async(self, key: str) -> Optional[str]:
        return self.get(key)

    async def set_async(self, key: str, text: str) -> None:
        self.set(key, text)


memory_store = MemoryStore(size=1000, ttl_seconds=${cacheTtlSeconds})`,
} satisfies Snippet;
