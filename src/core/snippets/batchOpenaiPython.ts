import type { Snippet } from './snippet';

/** OpenAI's Batch API: half the price, answers within a day. */
export default {
  id: 'batch-openai',
  language: 'python',
  exports: ['submit_openai_batch', 'collect_openai_batch', 'submit_openai_batch_async', 'collect_openai_batch_async'],
  imports: [
    'import asyncio',
    'import json',
    'import time',
    'from collections.abc import Mapping',
    'from typing import Any, Literal, NamedTuple',
    'from openai import AsyncOpenAI, OpenAI',
  ],
  requires: [],
  code: () => String.raw`# Source: OpenAI's guide to the Batch API.
OPENAI_BATCH_LIMIT = 50_000
OPENAI_BATCH_ENDED = ("completed", "failed", "expired", "cancelled")
OpenAIBatchEndpoint = Literal["/v1/chat/completions", "/v1/responses", "/v1/embeddings"]


class OpenAIBatchAnswers(NamedTuple):
    """By custom id: the body of each answer as the endpoint gives it, and what went wrong with the others."""

    answers: dict[str, Any]
    errors: dict[str, Any]


def submit_openai_batch(
    client: OpenAI, requests: Mapping[str, Mapping[str, Any]], *, endpoint: OpenAIBatchEndpoint = "/v1/chat/completions"
) -> str:
    """Sends requests (parameters by your own id) and returns the batch's id. Keep it: the answers come within 24 hours."""
    file = client.files.create(file=("batch.jsonl", _openai_batch_lines(requests, endpoint)), purpose="batch")
    return client.batches.create(input_file_id=file.id, endpoint=endpoint, completion_window="24h").id


def collect_openai_batch(client: OpenAI, batch_id: str, *, poll_seconds: float = 60) -> OpenAIBatchAnswers:
    """Waits for a batch to end and returns what it has; an expired batch has a part."""
    while (batch := client.batches.retrieve(batch_id)).status not in OPENAI_BATCH_ENDED:
        time.sleep(poll_seconds)
    files = [client.files.content(name).text for name in (batch.output_file_id, batch.error_file_id) if name]
    return _read_openai_batch(batch, files)


async def submit_openai_batch_async(
    client: AsyncOpenAI, requests: Mapping[str, Mapping[str, Any]], *, endpoint: OpenAIBatchEndpoint = "/v1/chat/completions"
) -> str:
    """submit_openai_batch for a client that is awaited."""
    file = await client.files.create(file=("batch.jsonl", _openai_batch_lines(requests, endpoint)), purpose="batch")
    batch = await client.batches.create(input_file_id=file.id, endpoint=endpoint, completion_window="24h")
    return batch.id


async def collect_openai_batch_async(client: AsyncOpenAI, batch_id: str, *, poll_seconds: float = 60) -> OpenAIBatchAnswers:
    """collect_openai_batch for a client that is awaited."""
    while (batch := await client.batches.retrieve(batch_id)).status not in OPENAI_BATCH_ENDED:
        await asyncio.sleep(poll_seconds)
    files = [(await client.files.content(name)).text for name in (batch.output_file_id, batch.error_file_id) if name]
    return _read_openai_batch(batch, files)


def _openai_batch_lines(requests: Mapping[str, Mapping[str, Any]], endpoint: str) -> bytes:
    if not 0 < len(requests) <= OPENAI_BATCH_LIMIT:
        raise ValueError(f"A batch takes 1 to {OPENAI_BATCH_LIMIT} requests, not {len(requests)}.")
    lines = [
        json.dumps({"custom_id": custom_id, "method": "POST", "url": endpoint, "body": body}, ensure_ascii=False)
        for custom_id, body in requests.items()
    ]
    return "\n".join(lines).encode()


def _read_openai_batch(batch: Any, files: list[str]) -> OpenAIBatchAnswers:
    if batch.status == "failed":
        raise RuntimeError(f"The batch was refused: {batch.errors}")
    result = OpenAIBatchAnswers({}, {})
    # Not splitlines(): a text may hold other line separators than this one.
    for row in [json.loads(line) for file in files for line in file.split("\n") if line.strip()]:
        response = row.get("response")
        if response and response["status_code"] == 200:
            result.answers[row["custom_id"]] = response["body"]
        else:
            result.errors[row["custom_id"]] = row.get("error") or response
    return result`,
} satisfies Snippet;
