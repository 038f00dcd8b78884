import type { Snippet } from './snippet';

/** Many items in one prompt, with numbered answers. */
export default {
  id: 'prompt-batch',
  language: 'python',
  exports: ['ask_in_batches', 'ask_in_batches_async'],
  imports: ['import re', 'from collections.abc import Awaitable, Callable, Iterator, Sequence', 'from typing import Optional'],
  requires: [],
  code: () => String.raw`PROMPT_BATCH_SIZE = 20


def ask_in_batches(ask: Callable[[str], str], items: Sequence[str], size: int = PROMPT_BATCH_SIZE) -> list[str]:
    """One answer per item, in order, with one call for many items.

    ask sends a text to the model and gives back its answer. It holds the instruction (for one item), and an output limit
    that has room for size answers. Where the answers do not match the items, these are asked one by one.
    """
    answers: list[str] = []
    for batch in _batches_of(items, size):
        together = _read_numbered(ask(_number(batch)), len(batch)) if len(batch) > 1 else None
        answers += together if together is not None else [ask(item) for item in batch]
    return answers


async def ask_in_batches_async(ask: Callable[[str], Awaitable[str]], items: Sequence[str], size: int = PROMPT_BATCH_SIZE) -> list[str]:
    """ask_in_batches for a function that is awaited."""
    answers: list[str] = []
    for batch in _batches_of(items, size):
        together = _read_numbered(await ask(_number(batch)), len(batch)) if len(batch) > 1 else None
        answers += together if together is not None else [await ask(item) for item in batch]
    return answers


def _batches_of(items: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def _number(items: Sequence[str]) -> str:
    parts = [f"<item n=\"{number}\">\n{_enclosed(item)}\n</item>" for number, item in enumerate(items, 1)]
    task = f"Do your task for each of the {len(items)} items on its own."
    form = "Begin each answer on a new line with its number in brackets: [1], [2], ..."
    return "\n".join([*parts, task, form])


def _enclosed(item: str) -> str:
    """No item can end itself or begin another."""
    return re.sub(r"<(?=/?item\b)", "&lt;", item, flags=re.IGNORECASE)


def _read_numbered(text: str, count: int) -> Optional[list[str]]:
    """The answers by their numbers; None unless these are 1 to count, each once and in order."""
    parts = re.split(r"^[ \t]*\[(\d+)\][ \t]*:?", text, flags=re.MULTILINE)
    if parts[0].strip() or [int(number) for number in parts[1::2]] != list(range(1, count + 1)):
        return None
    answers = [answer.strip() for answer in parts[2::2]]
    return answers if all(answers) else None`,
} satisfies Snippet;
