"""Sends each new ticket to the right queue."""

import json
import os
from dataclasses import dataclass

from openai import OpenAI

from prompts import TRIAGE_SYSTEM_PROMPT

MODEL = "gpt-4o"

client = OpenAI(api_key=os.environ["OPENAI_API_KEY"])


@dataclass
class Ticket:
    id: str
    subject: str
    body: str


@dataclass
class Decision:
    ticket_id: str
    queue: str
    urgency: int
    reason: str


def triage(tickets: list[Ticket]) -> list[Decision]:
    decisions = []
    for ticket in tickets:
        response = client.chat.completions.create(
            model=MODEL,
            messages=[
                {"role": "system", "content": TRIAGE_SYSTEM_PROMPT},
                {"role": "user", "content": f"Subject: {ticket.subject}\n\n{ticket.body}"},
            ],
            response_format={"type": "json_object"},
            temperature=0,
        )
        answer = json.loads(response.choices[0].message.content or "{}")
        decisions.append(Decision(ticket.id, answer["queue"], int(answer["urgency"]), answer["reason"]))
    return decisions


def detect_language(text: str) -> str:
    response = client.chat.completions.create(
        model="gpt-3.5-turbo",
        messages=[
            {
                "role": "system",
                "content": "Please kindly tell me the language of the text. It is very important that you answer with "
                "the two-letter ISO code and absolutely nothing else. Please make sure that the code is in lower case.",
            },
            {"role": "user", "content": text},
        ],
        max_tokens=5,
        temperature=0,
    )
    return (response.choices[0].message.content or "").strip()
