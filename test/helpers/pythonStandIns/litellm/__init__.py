"""A stand-in for the `litellm` package, written for the tests: the same names and call surface, no network."""

from typing import Any

import stand_in
from openai import _answers
from openai.types.chat import ChatCompletion
from stand_in import Model


class ModelResponse(ChatCompletion):
    pass


class EmbeddingResponse(Model):
    model: str
    data: list[Any]


def completion(model: str, messages: Any = None, **parameters: Any) -> ModelResponse:
    answer = _answers.chat({"model": model, "messages": messages, **parameters})
    return ModelResponse(id=answer.id, model=answer.model, choices=answer.choices, usage=answer.usage)


async def acompletion(model: str, messages: Any = None, **parameters: Any) -> ModelResponse:
    await stand_in.work()
    return completion(model, messages, **parameters)


def embedding(model: str, input: Any = None, **parameters: Any) -> EmbeddingResponse:
    answer = _answers.embeddings({"model": model, "input": input, **parameters})
    return EmbeddingResponse(model=model, data=[{"object": "embedding", "index": item.index, "embedding": item.embedding} for item in answer.data])


async def aembedding(model: str, input: Any = None, **parameters: Any) -> EmbeddingResponse:
    await stand_in.work()
    return embedding(model, input, **parameters)
