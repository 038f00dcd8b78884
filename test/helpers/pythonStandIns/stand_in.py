"""What the stand-ins for the SDKs share: objects like pydantic's, a record of the calls, and answers made from the parameters."""

import asyncio
import json
import os
import typing
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, Generic, Optional, TypeVar

Event = TypeVar("Event")
Self = TypeVar("Self", bound="Model")

calls: list[tuple[str, dict[str, Any]]] = []
running = 0
most_running = 0


class Model:
    """An answer: fields by annotation, unset ones None, like a pydantic model of the SDKs."""

    def __init__(self, **fields: Any) -> None:
        hints = typing.get_type_hints(type(self))
        self.model_fields_set = set(fields)
        for name in hints:
            setattr(self, name, fields.get(name))

    def model_dump(self, *, mode: str = "python", exclude_unset: bool = False, by_alias: bool = False) -> dict[str, Any]:
        names = [name for name in typing.get_type_hints(type(self)) if not exclude_unset or name in self.model_fields_set]
        return {name: _dump(getattr(self, name), exclude_unset) for name in names}

    def model_dump_json(self, *, exclude_unset: bool = False, by_alias: bool = False) -> str:
        return json.dumps(self.model_dump(exclude_unset=exclude_unset), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def model_validate_json(cls: type[Self], text: Any) -> Self:
        loaded: Self = _load(cls, json.loads(text))
        return loaded

    @classmethod
    def model_validate(cls: type[Self], value: Any) -> Self:
        loaded: Self = _load(cls, value)
        return loaded

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.model_dump() == other.model_dump()  # type: ignore[attr-defined]


def _dump(value: Any, exclude_unset: bool) -> Any:
    if isinstance(value, Model):
        return value.model_dump(exclude_unset=exclude_unset)
    return [_dump(item, exclude_unset) for item in value] if isinstance(value, list) else value


def _load(hint: Any, value: Any) -> Any:
    options = typing.get_args(hint)
    if typing.get_origin(hint) is typing.Union:
        return None if value is None else _load(options[0], value)
    if typing.get_origin(hint) is list and isinstance(value, list):
        return [_load(options[0], item) for item in value]
    if isinstance(hint, type) and issubclass(hint, Model):
        if not isinstance(value, dict):
            raise ValueError(f"{hint.__name__} is no object")
        hints = typing.get_type_hints(hint)
        missing = [name for name, own in hints.items() if name not in value and typing.get_origin(own) is not typing.Union]
        if missing:
            raise ValueError(f"{hint.__name__} lacks {missing}")
        return hint(**{name: _load(hints[name], item) for name, item in value.items() if name in hints})
    return value


class Stream(Generic[Event]):
    """A streamed answer; `closed` says that its connection was given back."""

    def __init__(self, events: list[Event]) -> None:
        self._events = iter(events)
        self.sent = 0
        self.closed = False

    def __next__(self) -> Event:
        event = next(self._events)
        self.sent += 1
        return event

    def __iter__(self) -> Iterator[Event]:
        return self

    def close(self) -> None:
        self.closed = True


class AsyncStream(Generic[Event]):
    def __init__(self, events: list[Event]) -> None:
        self._events = iter(events)
        self.sent = 0
        self.closed = False

    async def __aiter__(self) -> AsyncIterator[Event]:
        for event in self._events:
            await asyncio.sleep(0)
            self.sent += 1
            yield event

    async def close(self) -> None:
        self.closed = True


def last_text(parameters: dict[str, Any]) -> str:
    """What the user said last."""
    source = parameters.get("messages") or parameters.get("input")
    if isinstance(source, str):
        return source
    content = source[-1]["content"] if source else ""
    return content if isinstance(content, str) else "".join(part.get("text", "") for part in content)


# Tests put their own function here.
answer: Callable[[str, dict[str, Any]], str] = lambda api, parameters: f"{parameters['model']} on: {last_text(parameters)}"
# How many turns of the loop an async call takes.
turns = 1


def record(api: str, parameters: dict[str, Any]) -> None:
    calls.append((api, parameters))
    path = os.environ.get("STAND_IN_LOG")
    if path:
        with open(path, "a", encoding="utf-8") as file:
            file.write(json.dumps([api, parameters], default=repr) + "\n")


async def work() -> None:
    """The time that an async call takes, in turns of the loop; counts how many run at once."""
    global running, most_running
    running += 1
    most_running = max(most_running, running)
    for _ in range(turns):
        await asyncio.sleep(0)
    running -= 1


def tokens(text: Optional[str]) -> int:
    """As a stand-in counts: 4 characters are a token."""
    return len(text or "") // 4 + 1
