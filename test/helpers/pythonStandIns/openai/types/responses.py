from typing import Optional

from stand_in import Model


class InputTokensDetails(Model):
    cached_tokens: int


class OutputTokensDetails(Model):
    reasoning_tokens: int


class ResponseUsage(Model):
    input_tokens: int
    output_tokens: int
    input_tokens_details: InputTokensDetails
    output_tokens_details: OutputTokensDetails


class OutputText(Model):
    type: str
    text: str


class OutputMessage(Model):
    type: str
    content: list[OutputText]


class Response(Model):
    id: str
    model: str
    output: list[OutputMessage]
    usage: Optional[ResponseUsage]

    @property
    def output_text(self) -> str:
        return "".join(part.text for message in self.output for part in message.content)


class ResponseStreamEvent(Model):
    type: str
    delta: Optional[str]
    response: Optional[Response]
