from stand_in import Model


class Embedding(Model):
    index: int
    embedding: list[float]


class EmbeddingUsage(Model):
    prompt_tokens: int
    total_tokens: int


class CreateEmbeddingResponse(Model):
    model: str
    data: list[Embedding]
    usage: EmbeddingUsage
