from typing import Any, Optional

from stand_in import Model


class FunctionCall(Model):
    arguments: Optional[str]


class ToolCall(Model):
    function: Optional[FunctionCall]


class ChatCompletionMessage(Model):
    role: str
    content: Optional[str]
    refusal: Optional[str]


class Choice(Model):
    index: int
    finish_reason: str
    message: ChatCompletionMessage


class PromptTokensDetails(Model):
    cached_tokens: Optional[int]


class CompletionTokensDetails(Model):
    reasoning_tokens: Optional[int]


class CompletionUsage(Model):
    prompt_tokens: int
    completion_tokens: int
    total_tokens: int
    prompt_tokens_details: Optional[PromptTokensDetails]
    completion_tokens_details: Optional[CompletionTokensDetails]


class ChatCompletion(Model):
    id: str
    model: str
    choices: list[Choice]
    usage: Optional[CompletionUsage]


class ChoiceDelta(Model):
    content: Optional[str]
    tool_calls: Optional[list[ToolCall]]


class ChunkChoice(Model):
    index: int
    delta: ChoiceDelta
    finish_reason: Optional[str]


class ChatCompletionChunk(Model):
    id: str
    model: str
    choices: list[ChunkChoice]
    usage: Optional[CompletionUsage]


ChatCompletionMessageParam = dict[str, Any]
