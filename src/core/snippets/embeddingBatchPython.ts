import type { Snippet } from './snippet';

/** Embeddings of many texts by few calls, each text once. */
export default {
  id: 'embedding-batch',
  language: 'python',
  exports: ['embed_all', 'embed_all_async'],
  imports: [
    'import hashlib',
    'import json',
    'from collections import OrderedDict',
    'from collections.abc import Awaitable, Callable, Iterator, MutableMapping, Sequence',
    'from typing import Any, Optional',
  ],
  requires: [],
  code: () => `# What one call takes. A token has at least one byte, so that so many bytes are never too many tokens.
EMBEDDING_INPUTS = 2048
EMBEDDING_BYTES = 300_000
EMBEDDING_CACHE_SIZE = 10_000

EmbeddingCache = MutableMapping[str, list[float]]

_embeddings: OrderedDict[str, list[float]] = OrderedDict()


def embed_all(
    create: Callable[..., Any], texts: Sequence[str], *, cache: Optional[EmbeddingCache] = None, **parameters: Any
) -> list[list[float]]:
    """One vector per text, in order: by array calls, and only for texts that were not embedded before.

    create is client.embeddings.create, parameters are those of it (model, dimensions). cache keeps vectors by hash: a bounded
    one of this process unless you give another, such as a shelve.
    """
    keys = [_embedding_key(text, parameters) for text in texts]
    known = _kept_embeddings(keys, cache)
    for batch in _embedding_batches(keys, texts, known):
        _keep_embeddings(create(input=list(batch.values()), **parameters), batch, known, cache)
    return [list(known[key]) for key in keys]


async def embed_all_async(
    create: Callable[..., Awaitable[Any]], texts: Sequence[str], *, cache: Optional[EmbeddingCache] = None, **parameters: Any
) -> list[list[float]]:
    """embed_all for a method that is awaited."""
    keys = [_embedding_key(text, parameters) for text in texts]
    known = _kept_embeddings(keys, cache)
    for batch in _embedding_batches(keys, texts, known):
        _keep_embeddings(await create(input=list(batch.values()), **parameters), batch, known, cache)
    return [list(known[key]) for key in keys]


def _embedding_key(text: str, parameters: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps([text, parameters], sort_keys=True).encode()).hexdigest()


def _kept_embeddings(keys: Sequence[str], cache: Optional[EmbeddingCache]) -> dict[str, list[float]]:
    kept = _embeddings if cache is None else cache
    return {key: kept[key] for key in keys if key in kept}


def _embedding_batches(keys: Sequence[str], texts: Sequence[str], known: dict[str, list[float]]) -> Iterator[dict[str, str]]:
    batch: dict[str, str] = {}
    size = 0
    for key, text in zip(keys, texts):
        if key in known or key in batch:
            continue
        length = len(text.encode("utf-8", "replace"))
        if batch and (len(batch) == EMBEDDING_INPUTS or size + length > EMBEDDING_BYTES):
            yield batch
            batch, size = {}, 0
        batch[key] = text
        size += length
    if batch:
        yield batch


def _keep_embeddings(
    response: Any, batch: dict[str, str], known: dict[str, list[float]], cache: Optional[EmbeddingCache]
) -> None:
    # LiteLLM gives dictionaries.
    rows = [item if isinstance(item, dict) else {"index": item.index, "embedding": item.embedding} for item in response.data]
    vectors = [row["embedding"] for row in sorted(rows, key=lambda row: int(row["index"]))]
    if len(vectors) != len(batch):
        raise RuntimeError(f"{len(vectors)} embeddings for {len(batch)} texts.")
    kept = _embeddings if cache is None else cache
    for key, vector in zip(batch, vectors):
        known[key] = kept[key] = list(vector)
    while cache is None and len(_embeddings) > EMBEDDING_CACHE_SIZE:
        _embeddings.popitem(last=False)`,
} satisfies Snippet;
