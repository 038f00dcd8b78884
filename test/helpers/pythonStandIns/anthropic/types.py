from typing import Optional

from stand_in import Model


class CacheCreation(Model):
    ephemeral_5m_input_tokens: int
    ephemeral_1h_input_tokens: int


class Usage(Model):
    input_tokens: Optional[int]
    output_tokens: int
    cache_creation_input_tokens: Optional[int]
    cache_read_input_tokens: Optional[int]
    cache_creation: Optional[CacheCreation]


class TextBlock(Model):
    type: str
    text: str


class Message(Model):
    id: str
    type: str
    role: str
    model: str
    content: list[TextBlock]
    stop_reason: Optional[str]
    usage: Usage


class Delta(Model):
    type: Optional[str]
    text: Optional[str]
    stop_reason: Optional[str]


class RawMessageStreamEvent(Model):
    type: str
    message: Optional[Message]
    delta: Optional[Delta]
    usage: Optional[Usage]
