"""Finds the help articles that fit a ticket."""

import math

from openai import OpenAI

client = OpenAI()


def embed_articles(articles: dict[str, str]) -> dict[str, list[float]]:
    vectors = {}
    for name, text in articles.items():
        response = client.embeddings.create(model="text-embedding-3-large", input=text)
        vectors[name] = response.data[0].embedding
    return vectors


def find_articles(query: str, vectors: dict[str, list[float]], count: int = 3) -> list[str]:
    wanted = client.embeddings.create(model="text-embedding-3-large", input=query).data[0].embedding
    return sorted(vectors, key=lambda name: -similarity(wanted, vectors[name]))[:count]


def similarity(a: list[float], b: list[float]) -> float:
    dot = sum(x * y for x, y in zip(a, b))
    return dot / (math.hypot(*a) * math.hypot(*b))
