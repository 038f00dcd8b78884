import type { Snippet } from './snippet';

/** Anthropic's Message Batches: half the price, answers within a day. */
export default {
  id: 'batch-anthropic',
  language: 'python',
  exports: ['submit_anthropic_batch', 'collect_anthropic_batch', 'submit_anthropic_batch_async', 'collect_anthropic_batch_async'],
  imports: [
    'import asyncio',
    'import time',
    'from collections.abc import Mapping',
    'from typing import Any, NamedTuple',
    'from anthropic import Anthropic, AsyncAnthropic',
    'from anthropic.types import Message',
  ],
  requires: [],
  code: () => `# Source: Anthropic's guide to message batches.
ANTHROPIC_BATCH_LIMIT = 100_000


class AnthropicBatchAnswers(NamedTuple):
    """By custom id: the answers, and what went wrong with the others (errored, canceled, expired)."""

    answers: dict[str, Message]
    errors: dict[str, Any]


def submit_anthropic_batch(client: Anthropic, requests: Mapping[str, Mapping[str, Any]]) -> str:
    """Sends requests (parameters by your own id) and returns the batch's id. Keep it: the answers come within 24 hours."""
    return client.messages.batches.create(requests=_anthropic_batch_rows(requests)).id


def collect_anthropic_batch(client: Anthropic, batch_id: str, *, poll_seconds: float = 60) -> AnthropicBatchAnswers:
    """Waits for a batch to end and returns what it has."""
    while client.messages.batches.retrieve(batch_id).processing_status != "ended":
        time.sleep(poll_seconds)
    result = AnthropicBatchAnswers({}, {})
    for row in client.messages.batches.results(batch_id):
        _read_anthropic_row(row, result)
    return result


async def submit_anthropic_batch_async(client: AsyncAnthropic, requests: Mapping[str, Mapping[str, Any]]) -> str:
    """submit_anthropic_batch for a client that is awaited."""
    return (await client.messages.batches.create(requests=_anthropic_batch_rows(requests))).id


async def collect_anthropic_batch_async(client: AsyncAnthropic, batch_id: str, *, poll_seconds: float = 60) -> AnthropicBatchAnswers:
    """collect_anthropic_batch for a client that is awaited."""
    while (await client.messages.batches.retrieve(batch_id)).processing_status != "ended":
        await asyncio.sleep(poll_seconds)
    result = AnthropicBatchAnswers({}, {})
    async for row in await client.messages.batches.results(batch_id):
        _read_anthropic_row(row, result)
    return result


def _anthropic_batch_rows(requests: Mapping[str, Mapping[str, Any]]) -> Any:
    if not 0 < len(requests) <= ANTHROPIC_BATCH_LIMIT:
        raise ValueError(f"A batch takes 1 to {ANTHROPIC_BATCH_LIMIT} requests, not {len(requests)}.")
    return [{"custom_id": custom_id, "params": dict(parameters)} for custom_id, parameters in requests.items()]


def _read_anthropic_row(row: Any, into: AnthropicBatchAnswers) -> None:
    if row.result.type == "succeeded":
        into.answers[row.custom_id] = row.result.message
    else:
        into.errors[row.custom_id] = row.result`,
} satisfies Snippet;
