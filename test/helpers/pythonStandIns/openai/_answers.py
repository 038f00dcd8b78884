"""The answers of the stand-in, the same for its sync and its async client."""

import hashlib
import json
from typing import Any

import stand_in
from openai.types import CreateEmbeddingResponse, Embedding, EmbeddingUsage
from openai.types.chat import (
    ChatCompletion,
    ChatCompletionChunk,
    ChatCompletionMessage,
    Choice,
    ChoiceDelta,
    ChunkChoice,
    CompletionTokensDetails,
    CompletionUsage,
    PromptTokensDetails,
)
from openai.types.responses import InputTokensDetails, OutputMessage, OutputText, OutputTokensDetails, Response, ResponseStreamEvent, ResponseUsage


def chat(parameters: dict[str, Any]) -> ChatCompletion:
    stand_in.record("openai.chat.completions", parameters)
    text = stand_in.answer("openai.chat.completions", parameters)
    message = ChatCompletionMessage(role="assistant", content=text)
    choice = Choice(index=0, finish_reason="stop", message=message)
    return ChatCompletion(id=f"chat-{len(stand_in.calls)}", model=parameters["model"], choices=[choice], usage=chat_usage(parameters, text))


def chat_usage(parameters: dict[str, Any], text: str) -> CompletionUsage:
    prompt, completion = stand_in.tokens(stand_in.last_text(parameters)), stand_in.tokens(text)
    return CompletionUsage(
        prompt_tokens=prompt,
        completion_tokens=completion,
        total_tokens=prompt + completion,
        prompt_tokens_details=PromptTokensDetails(cached_tokens=0),
        completion_tokens_details=CompletionTokensDetails(reasoning_tokens=0),
    )


def chat_chunks(parameters: dict[str, Any]) -> list[ChatCompletionChunk]:
    stand_in.record("openai.chat.completions", parameters)
    text = stand_in.answer("openai.chat.completions", parameters)
    pieces = [text[at : at + 4] for at in range(0, len(text), 4)]
    chunks = [
        ChatCompletionChunk(id="c", model=parameters["model"], choices=[ChunkChoice(index=0, delta=ChoiceDelta(content=piece))]) for piece in pieces
    ]
    chunks.append(ChatCompletionChunk(id="c", model=parameters["model"], choices=[ChunkChoice(index=0, delta=ChoiceDelta(), finish_reason="stop")]))
    if (parameters.get("stream_options") or {}).get("include_usage"):
        chunks.append(ChatCompletionChunk(id="c", model=parameters["model"], choices=[], usage=chat_usage(parameters, text)))
    return chunks


def response(parameters: dict[str, Any]) -> Response:
    stand_in.record("openai.responses", parameters)
    text = stand_in.answer("openai.responses", parameters)
    usage = ResponseUsage(
        input_tokens=stand_in.tokens(stand_in.last_text(parameters)),
        output_tokens=stand_in.tokens(text),
        input_tokens_details=InputTokensDetails(cached_tokens=0),
        output_tokens_details=OutputTokensDetails(reasoning_tokens=0),
    )
    message = OutputMessage(type="message", content=[OutputText(type="output_text", text=text)])
    return Response(id=f"resp-{len(stand_in.calls)}", model=parameters["model"], output=[message], usage=usage)


def response_events(parameters: dict[str, Any]) -> list[ResponseStreamEvent]:
    whole = response(parameters)
    text = whole.output_text
    deltas = [ResponseStreamEvent(type="response.output_text.delta", delta=text[at : at + 4]) for at in range(0, len(text), 4)]
    return [*deltas, ResponseStreamEvent(type="response.completed", response=whole)]


def embeddings(parameters: dict[str, Any]) -> CreateEmbeddingResponse:
    stand_in.record("openai.embeddings", parameters)
    texts = [parameters["input"]] if isinstance(parameters["input"], str) else parameters["input"]
    if len(texts) > 2048:
        raise ValueError("too many inputs")
    data = [Embedding(index=index, embedding=[byte / 255 for byte in hashlib.sha256(text.encode()).digest()[:4]]) for index, text in enumerate(texts)]
    # The API promises an index, not an order.
    return CreateEmbeddingResponse(model=parameters["model"], data=data[::-1], usage=EmbeddingUsage(prompt_tokens=1, total_tokens=1))


def batch_files(lines: bytes) -> tuple[str, str]:
    """What a batch of these lines answers: its output file and its error file."""
    output, errors = [], []
    for line in lines.decode().split("\n"):
        row = json.loads(line)
        if "fail" in json.dumps(row["body"]):
            errors.append({"custom_id": row["custom_id"], "response": {"status_code": 400, "body": {"error": "no"}}, "error": None})
        else:
            answer = response if row["url"] == "/v1/responses" else chat
            body = answer(row["body"]).model_dump()
            output.append({"custom_id": row["custom_id"], "response": {"status_code": 200, "body": body}, "error": None})
    return tuple("\n".join(json.dumps(row, ensure_ascii=False) for row in reversed(rows)) + "\n" if rows else "" for rows in (output, errors))  # type: ignore[return-value]
