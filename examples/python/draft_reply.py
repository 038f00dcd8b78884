"""Drafts the answer that an agent then edits and sends."""

from openai import AsyncOpenAI

from prompts import REPLY_PROMPT_TEMPLATE

client = AsyncOpenAI()

DRAFT_INSTRUCTIONS = """
    You write answers for the support desk of Northwind Outdoor.

    Please keep in mind that the customer is always to be treated with respect at all times.
    Please keep the answer under 150 words.


    Never promise a refund unless the policy says so.
"""


async def draft_reply(ticket_text: str, customer_name: str, order_id: str, policy: str, agent_name: str) -> str:
    response = await client.responses.create(
        model="gpt-4.1-mini",
        instructions=DRAFT_INSTRUCTIONS,
        input=REPLY_PROMPT_TEMPLATE.format(
            customer_name=customer_name,
            order_id=order_id,
            ticket_text=ticket_text,
            policy=policy,
            agent_name=agent_name,
        ),
    )
    return response.output_text


async def check_against_policy(draft: str, policy: str) -> bool:
    """Lets a reasoning model look for promises that the policy does not cover."""
    response = await client.chat.completions.create(
        model="o3",
        messages=[
            {"role": "system", "content": "Answer yes if the draft keeps to the policy, else no and the sentence that breaks it."},
            {"role": "user", "content": f"Policy:\n{policy}\n\nDraft:\n{draft}"},
        ],
        max_tokens=4000,
    )
    return (response.choices[0].message.content or "").lower().startswith("yes")
