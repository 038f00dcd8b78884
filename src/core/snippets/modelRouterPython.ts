import type { Snippet } from './snippet';

/** Sends what is simple to a smaller model of the same provider. */
export default {
  id: 'model-router',
  language: 'python',
  exports: ['with_model_router', 'with_model_router_async', 'is_complex'],
  imports: ['import logging', 'import re', 'from collections.abc import Callable, Mapping', 'from typing import Any, TypeVar'],
  requires: ['wrapped'],
  code: () => String.raw`Routed = TypeVar("Routed")

_router_logger = logging.getLogger(__name__)

# Words that ask for more than looking up, sorting or rewording. Add those of your own subject.
REASONING_WORDS = re.compile(
    r"\b(?:analy[sz]e|compare|debug|derive|design|plan|prove|reason|refactor|step[ -]by[ -]step|trade-?offs?|why)\b", re.IGNORECASE
)
CODE_SIGNS = re.compile(r"${'```'}|^\s*(?:async def|class|const|def|function|import|SELECT)\b|[;{]\s*$", re.MULTILINE)


# What the larger model would answer with, too: a wrong request, key or right.
REPEATED_ERRORS = (400, 401, 403, 422)


def is_complex(parameters: Mapping[str, Any]) -> bool:
    """Does a call need the larger model? Judges what the user said: length, code, words that ask for reasoning."""
    text = _said_by_user(parameters)
    return len(text) > 2000 or bool(CODE_SIGNS.search(text) or REASONING_WORDS.search(text))


def with_model_router(
    target: Routed, *, small: str, complex_when: Callable[[Mapping[str, Any]], bool] = is_complex, awaited: bool = False
) -> Routed:
    """The target with simple calls sent to the small model first, and to the call's own where that fails."""

    def through(call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        # LiteLLM takes these two by position as well.
        parameters = {**dict(zip(("model", "messages"), args)), **kwargs}
        if len(args) > 2 or complex_when(parameters):
            return call(*args, **kwargs)
        if awaited or is_awaited(call):
            return later(call, parameters)
        try:
            return call(**{**parameters, "model": small})
        except Exception as error:
            if getattr(error, "status_code", None) in REPEATED_ERRORS:
                raise
            _router_logger.warning("%s failed, the larger model answers: %s", small, error)
            return call(**parameters)

    async def later(call: Callable[..., Any], parameters: dict[str, Any]) -> Any:
        try:
            return await call(**{**parameters, "model": small})
        except Exception as error:
            if getattr(error, "status_code", None) in REPEATED_ERRORS:
                raise
            _router_logger.warning("%s failed, the larger model answers: %s", small, error)
            return await call(**parameters)

    return wrapped(target, through)


def with_model_router_async(target: Routed, *, small: str, complex_when: Callable[[Mapping[str, Any]], bool] = is_complex) -> Routed:
    """with_model_router for calls that are awaited."""
    return with_model_router(target, small=small, complex_when=complex_when, awaited=True)


def _said_by_user(parameters: Mapping[str, Any]) -> str:
    """The texts of the call without its system prompt, which is the same for easy and hard questions."""
    texts: list[str] = []

    def collect(value: Any) -> None:
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, Mapping):
            if value.get("role") not in ("system", "developer"):
                collect([value.get("content"), value.get("text")])
        elif isinstance(value, (list, tuple)):
            for item in value:
                collect(item)

    collect([parameters.get("messages"), parameters.get("input")])
    return "\n".join(texts)`,
} satisfies Snippet;
