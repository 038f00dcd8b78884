"""Questions that must not leave the house go to the model in the cellar."""

from openai import OpenAI

client = OpenAI(base_url="http://localhost:8000/v1", api_key="unused")


def answer_internally(question: str, handbook: str) -> str:
    response = client.chat.completions.create(
        model="northwind-support-7b",
        messages=[
            {"role": "system", "content": "Answer from the handbook only. Say so when it has no answer."},
            {"role": "user", "content": f"{handbook}\n\nQuestion: {question}"},
        ],
        max_tokens=400,
    )
    return response.choices[0].message.content or ""
