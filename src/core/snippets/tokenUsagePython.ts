import { counterFormsIn } from './counterForms';
import type { Snippet } from './snippet';

/** Reads the token counts of an answer, each provider by its own rule. */
export default {
  id: 'token-usage',
  language: 'python',
  exports: ['token_usage_of', 'usage_fields', 'TokenUsage'],
  imports: ['from collections.abc import Mapping', 'from dataclasses import dataclass', 'from typing import Any, Optional'],
  requires: [],
  code: () => `# By family of answers: the fields that hold its counts. The first row that fits is read.
COUNTER_FORMS: list[dict[str, Any]] = ${counterFormsIn('python')}


@dataclass(frozen=True)
class TokenUsage:
    """Tokens of one call, and its searches. The kinds of input do not overlap; reasoning is part of output, sound is not."""

    input: int
    cached: int
    cache_write: int
    cache_write_1h: int
    output: int
    reasoning: int
    audio_input: int = 0
    audio_output: int = 0
    searches: int = 0


def usage_fields(value: Any) -> dict[str, Any]:
    if isinstance(value, Mapping):
        return dict(value)
    return dict(value.model_dump()) if hasattr(value, "model_dump") else dict(getattr(value, "__dict__", {}))


def token_usage_of(fields: dict[str, Any], provider: str = "") -> Optional[TokenUsage]:
    """The counts of an answer's usage; None for a form that no row knows."""

    def fits(form: dict[str, Any]) -> bool:
        return any(fields.get(name) is not None for name in form["when"]) and provider in form.get("providers", [provider])

    known = list(filter(fits, COUNTER_FORMS))
    if not known:
        return None
    form = known[0]

    def count(path: str) -> int:
        value: Any = fields
        for name in path.split("."):
            value = usage_fields(value).get(name)
        return int(value) if isinstance(value, (int, float)) else 0

    def first(kind: str) -> int:
        return next(filter(None, map(count, form.get(kind, []))), 0)

    whole = sum(map(count, form["input"]))
    cached, write_1h, audio, spoken = first("cached"), first("cacheWrite1h"), first("audioInput"), first("audioOutput")
    write = max(0, first("cacheWrite") - write_1h)
    fresh = max(0, whole - cached - write - write_1h - audio) if form["cacheInside"] else whole
    output, reasoning, total = sum(map(count, form["output"])), first("reasoning"), first("total")
    if form["cacheInside"] and total:
        output = max(output, total - whole)
    elif reasoning > output:
        output += reasoning
    return TokenUsage(
        fresh, cached, write, write_1h, max(0, output - spoken), reasoning, audio, spoken, first("searches")
    )`,
} satisfies Snippet;
