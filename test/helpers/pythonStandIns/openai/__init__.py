"""A stand-in for the `openai` package, written for the tests: the same names and call surface, no network."""

from typing import Any, Literal, Optional, overload

import stand_in
from openai import _answers
from openai.types import CreateEmbeddingResponse
from openai.types.chat import ChatCompletion, ChatCompletionChunk
from openai.types.responses import Response, ResponseStreamEvent
from stand_in import AsyncStream, Model, Stream


class OpenAIError(Exception):
    pass


class File(Model):
    id: str


class Text(Model):
    text: str


class Batch(Model):
    id: str
    status: str
    output_file_id: Optional[str]
    error_file_id: Optional[str]
    errors: Optional[str]


class _Batches:
    """Files and batches of a client. A batch needs a second look to be done."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.looks = 0

    def upload(self, file: tuple[str, bytes]) -> File:
        name = f"file-{len(self.files)}"
        self.files[name] = file[1].decode()
        return File(id=name)

    def retrieve(self) -> Batch:
        self.looks += 1
        if self.looks < 2:
            return Batch(id="batch-1", status="in_progress")
        output, errors = _answers.batch_files(self.files["file-0"].encode())
        self.files.update(output=output, errors=errors)
        return Batch(id="batch-1", status="completed", output_file_id="output" if output else None, error_file_id="errors" if errors else None)


class _Completions:
    @overload
    def create(self, *, model: str, messages: list[Any], stream: Literal[True], **parameters: Any) -> Stream[ChatCompletionChunk]: ...

    @overload
    def create(self, *, model: str, messages: list[Any], stream: Literal[False] = False, **parameters: Any) -> ChatCompletion: ...

    def create(self, **parameters: Any) -> Any:
        return Stream(_answers.chat_chunks(parameters)) if parameters.get("stream") else _answers.chat(parameters)


class _Responses:
    @overload
    def create(self, *, model: str, stream: Literal[True], **parameters: Any) -> Stream[ResponseStreamEvent]: ...

    @overload
    def create(self, *, model: str, stream: Literal[False] = False, **parameters: Any) -> Response: ...

    def create(self, **parameters: Any) -> Any:
        return Stream(_answers.response_events(parameters)) if parameters.get("stream") else _answers.response(parameters)


class _Embeddings:
    def create(self, *, model: str, input: Any, **parameters: Any) -> CreateEmbeddingResponse:
        return _answers.embeddings({"model": model, "input": input, **parameters})


class _Files:
    def __init__(self, batches: _Batches) -> None:
        self._batches = batches

    def create(self, *, file: Any, purpose: str) -> File:
        return self._batches.upload(file)

    def content(self, name: str) -> Text:
        return Text(text=self._batches.files[name])


class _BatchCalls:
    def __init__(self, batches: _Batches) -> None:
        self._batches = batches

    def create(self, *, input_file_id: str, endpoint: str, completion_window: str) -> Batch:
        return Batch(id="batch-1", status="validating")

    def retrieve(self, batch_id: str) -> Batch:
        return self._batches.retrieve()


class _Chat:
    completions = _Completions()


class OpenAI:
    def __init__(self, **options: Any) -> None:
        batches = _Batches()
        self.chat = _Chat()
        self.responses = _Responses()
        self.embeddings = _Embeddings()
        self.files = _Files(batches)
        self.batches = _BatchCalls(batches)


class _AsyncCompletions:
    @overload
    async def create(self, *, model: str, messages: list[Any], stream: Literal[True], **parameters: Any) -> AsyncStream[ChatCompletionChunk]: ...

    @overload
    async def create(self, *, model: str, messages: list[Any], stream: Literal[False] = False, **parameters: Any) -> ChatCompletion: ...

    async def create(self, **parameters: Any) -> Any:
        await stand_in.work()
        return AsyncStream(_answers.chat_chunks(parameters)) if parameters.get("stream") else _answers.chat(parameters)


class _AsyncResponses:
    @overload
    async def create(self, *, model: str, stream: Literal[True], **parameters: Any) -> AsyncStream[ResponseStreamEvent]: ...

    @overload
    async def create(self, *, model: str, stream: Literal[False] = False, **parameters: Any) -> Response: ...

    async def create(self, **parameters: Any) -> Any:
        await stand_in.work()
        return AsyncStream(_answers.response_events(parameters)) if parameters.get("stream") else _answers.response(parameters)


class _AsyncEmbeddings:
    async def create(self, *, model: str, input: Any, **parameters: Any) -> CreateEmbeddingResponse:
        await stand_in.work()
        return _answers.embeddings({"model": model, "input": input, **parameters})


class _AsyncFiles(_Files):
    async def create(self, *, file: Any, purpose: str) -> File:  # type: ignore[override]
        return self._batches.upload(file)

    async def content(self, name: str) -> Text:  # type: ignore[override]
        return Text(text=self._batches.files[name])


class _AsyncBatchCalls(_BatchCalls):
    async def create(self, *, input_file_id: str, endpoint: str, completion_window: str) -> Batch:  # type: ignore[override]
        return Batch(id="batch-1", status="validating")

    async def retrieve(self, batch_id: str) -> Batch:  # type: ignore[override]
        return self._batches.retrieve()


class _AsyncChat:
    completions = _AsyncCompletions()


class AsyncOpenAI:
    def __init__(self, **options: Any) -> None:
        batches = _Batches()
        self.chat = _AsyncChat()
        self.responses = _AsyncResponses()
        self.embeddings = _AsyncEmbeddings()
        self.files = _AsyncFiles(batches)
        self.batches = _AsyncBatchCalls(batches)
