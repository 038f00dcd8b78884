"""Sums up long threads at the end of a shift."""

import anthropic

from prompts import SUMMARY_PROMPT

client = anthropic.Anthropic()


def summarize_thread(messages: list[str]) -> str:
    thread = "\n---\n".join(messages)
    response = client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=1024,
        system=SUMMARY_PROMPT,
        messages=[{"role": "user", "content": f"The thread:\n{thread}"}],
    )
    return response.content[0].text


def name_thread(summary: str) -> str:
    """A call with nothing to complain about: small model, short prompt, tight limit."""
    response = client.messages.create(
        model="claude-haiku-4-5",
        max_tokens=32,
        system="Name the thread in at most six words.",
        messages=[{"role": "user", "content": summary}],
    )
    return response.content[0].text
