"""A stand-in for the `anthropic` package, written for the tests: the same names and call surface, no network."""

from collections.abc import AsyncIterator, Iterator
from typing import Any, Literal, Optional, overload

import stand_in
from anthropic.types import Delta, Message, RawMessageStreamEvent, TextBlock, Usage
from stand_in import AsyncStream, Model, Stream


class Batch(Model):
    id: str
    processing_status: str


class Result(Model):
    type: str
    message: Optional[Message]


class BatchRow(Model):
    custom_id: str
    result: Result


def _message(parameters: dict[str, Any]) -> Message:
    stand_in.record("anthropic.messages", parameters)
    text = stand_in.answer("anthropic.messages", parameters)
    usage = Usage(input_tokens=stand_in.tokens(stand_in.last_text(parameters)), output_tokens=stand_in.tokens(text))
    block = TextBlock(type="text", text=text)
    name = f"msg-{len(stand_in.calls)}"
    return Message(id=name, type="message", role="assistant", model=parameters["model"], content=[block], stop_reason="end_turn", usage=usage)


def _events(parameters: dict[str, Any]) -> list[RawMessageStreamEvent]:
    message = _message(parameters)
    text = message.content[0].text
    usage = message.usage
    start = Message(**{**vars_of(message), "usage": Usage(input_tokens=usage.input_tokens, output_tokens=1, cache_read_input_tokens=7)})
    deltas = [
        RawMessageStreamEvent(type="content_block_delta", delta=Delta(type="text_delta", text=text[at : at + 4])) for at in range(0, len(text), 4)
    ]
    end = RawMessageStreamEvent(type="message_delta", delta=Delta(stop_reason="end_turn"), usage=Usage(output_tokens=usage.output_tokens))
    return [RawMessageStreamEvent(type="message_start", message=start), *deltas, end, RawMessageStreamEvent(type="message_stop")]


def vars_of(message: Message) -> dict[str, Any]:
    return {name: value for name, value in vars(message).items() if name != "model_fields_set"}


class _Batches:
    """A batch needs a second look to be done."""

    def __init__(self) -> None:
        self.requests: list[Any] = []
        self.looks = 0

    def look(self) -> Batch:
        self.looks += 1
        return Batch(id="batch-1", processing_status="ended" if self.looks > 1 else "in_progress")

    def rows(self) -> Iterator[BatchRow]:
        for request in reversed(self.requests):
            failed = "fail" in str(request["params"])
            result = Result(type="errored") if failed else Result(type="succeeded", message=_message(request["params"]))
            yield BatchRow(custom_id=request["custom_id"], result=result)


class _BatchCalls:
    def __init__(self) -> None:
        self._batches = _Batches()

    def create(self, *, requests: Any) -> Batch:
        self._batches.requests = list(requests)
        return Batch(id="batch-1", processing_status="in_progress")

    def retrieve(self, batch_id: str) -> Batch:
        return self._batches.look()

    def results(self, batch_id: str) -> Iterator[BatchRow]:
        return self._batches.rows()


class _AsyncBatchCalls:
    def __init__(self) -> None:
        self._batches = _Batches()

    async def create(self, *, requests: Any) -> Batch:
        self._batches.requests = list(requests)
        return Batch(id="batch-1", processing_status="in_progress")

    async def retrieve(self, batch_id: str) -> Batch:
        return self._batches.look()

    async def results(self, batch_id: str) -> AsyncIterator[BatchRow]:
        async def rows() -> AsyncIterator[BatchRow]:
            for row in self._batches.rows():
                yield row

        return rows()


class _Messages:
    def __init__(self) -> None:
        self.batches = _BatchCalls()

    @overload
    def create(
        self, *, model: str, max_tokens: int, messages: list[Any], stream: Literal[True], **parameters: Any
    ) -> Stream[RawMessageStreamEvent]: ...

    @overload
    def create(self, *, model: str, max_tokens: int, messages: list[Any], stream: Literal[False] = False, **parameters: Any) -> Message: ...

    def create(self, **parameters: Any) -> Any:
        return Stream(_events(parameters)) if parameters.get("stream") else _message(parameters)


class _AsyncMessages:
    def __init__(self) -> None:
        self.batches = _AsyncBatchCalls()

    @overload
    async def create(
        self, *, model: str, max_tokens: int, messages: list[Any], stream: Literal[True], **parameters: Any
    ) -> AsyncStream[RawMessageStreamEvent]: ...

    @overload
    async def create(self, *, model: str, max_tokens: int, messages: list[Any], stream: Literal[False] = False, **parameters: Any) -> Message: ...

    async def create(self, **parameters: Any) -> Any:
        await stand_in.work()
        return AsyncStream(_events(parameters)) if parameters.get("stream") else _message(parameters)


class Anthropic:
    def __init__(self, **options: Any) -> None:
        self.messages = _Messages()


class AsyncAnthropic:
    def __init__(self, **options: Any) -> None:
        self.messages = _AsyncMessages()
