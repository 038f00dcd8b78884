import type { Snippet } from './snippet';

/** Reads the token counts of an answer, each provider by its own rule. */
export default {
  id: 'token-usage',
  language: 'python',
  exports: ['token_usage_of', 'usage_fields', 'TokenUsage'],
  imports: ['from collections.abc import Mapping', 'from dataclasses import dataclass', 'from typing import Any, Optional'],
  requires: [],
  code: () => `@dataclass(frozen=True)
class TokenUsage:
    """Tokens of one call. The kinds of input do not overlap; reasoning is part of output."""

    input: int
    cached: int
    cache_write: int
    cache_write_1h: int
    output: int
    reasoning: int


def usage_fields(value: Any) -> dict[str, Any]:
    if isinstance(value, Mapping):
        return dict(value)
    return dict(value.model_dump()) if hasattr(value, "model_dump") else dict(vars(value))


def token_usage_of(fields: dict[str, Any]) -> Optional[TokenUsage]:
    """Reads the counts by each provider's own rule: OpenAI's input includes cached tokens, Anthropic's does not."""
    if not fields:
        return None

    def count(*path: str) -> int:
        value: Any = fields
        for name in path:
            value = usage_fields(value).get(name) if value is not None else None
        return int(value or 0)

    write_1h = count("cache_creation", "ephemeral_1h_input_tokens")
    write = max(0, count("cache_creation_input_tokens") - write_1h)
    if "prompt_tokens" in fields:
        cached = count("prompt_tokens_details", "cached_tokens") or count("cache_read_input_tokens")
        fresh = max(0, count("prompt_tokens") - cached - write - write_1h)
        reasoning = count("completion_tokens_details", "reasoning_tokens")
        return TokenUsage(fresh, cached, write, write_1h, count("completion_tokens"), reasoning)
    reasoning = count("output_tokens_details", "reasoning_tokens")
    if "input_tokens_details" in fields:
        cached = count("input_tokens_details", "cached_tokens")
        return TokenUsage(max(0, count("input_tokens") - cached), cached, 0, 0, count("output_tokens"), reasoning)
    return TokenUsage(count("input_tokens"), count("cache_read_input_tokens"), write, write_1h, count("output_tokens"), reasoning)`,
} satisfies Snippet;
