import type { Snippet } from './snippet';

/** Writes what each call used and cost, one JSON line per call (docs/usage-log.md). */
export default {
  id: 'cost-tracker',
  language: 'python',
  exports: ['with_cost_tracking', 'with_cost_tracking_async', 'ModelPrice', 'daily_report', 'on_daily_budget'],
  imports: [
    'import contextlib',
    'import datetime',
    'import inspect',
    'import json',
    'import logging',
    'import os',
    'import re',
    'import threading',
    'from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping',
    'from dataclasses import dataclass',
    'from typing import Any, Optional, TypeVar',
  ],
  requires: ['token-usage', 'wrapped'],
  code: ({ dailyBudgetUsd }) => String.raw`USAGE_LOG = os.environ.get("PROMPT_COST_LOG", "prompt-cost-usage.jsonl")
DAILY_BUDGET_USD: Optional[float] = ${dailyBudgetUsd ?? 'None'}

Tracked = TypeVar("Tracked")


@dataclass(frozen=True)
class ModelPrice:
    """List prices in USD per million tokens. A price that is left out is that of input."""

    input: float
    output: float
    cached: Optional[float] = None
    cache_write: Optional[float] = None
    cache_write_1h: Optional[float] = None


def with_cost_tracking(target: Tracked, *, provider: str, api: str, prices: Mapping[str, ModelPrice]) -> Tracked:
    """Writes a line on each call. prices by model; the cost is null for a model that they lack.

    A streamed call of OpenAI's chat API is counted only with stream_options={"include_usage": True}.
    """

    def record(answer: Any) -> Any:
        if hasattr(answer, "usage"):
            tracker = _CallTracker(provider, api, prices)
            tracker.see(answer)
            tracker.write()
            return answer
        streams = hasattr(answer, "__iter__") or hasattr(answer, "__aiter__")
        return _TrackedStream(answer, _CallTracker(provider, api, prices)) if streams else answer

    async def record_later(answer: Awaitable[Any]) -> Any:
        return record(await answer)

    def through(call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        answer = call(*args, **kwargs)
        return record_later(answer) if inspect.isawaitable(answer) else record(answer)

    return wrapped(target, through)


def with_cost_tracking_async(target: Tracked, *, provider: str, api: str, prices: Mapping[str, ModelPrice]) -> Tracked:
    """with_cost_tracking for calls that are awaited."""
    return with_cost_tracking(target, provider=provider, api=api, prices=prices)


def on_daily_budget(callback: Callable[[str, float], None], budget_usd: Optional[float] = None) -> None:
    """Calls back with the day and its cost by the call that takes the day's cost to the budget: once a day, in one process."""
    _usage_log.callback = callback
    _usage_log.budget = DAILY_BUDGET_USD if budget_usd is None else budget_usd


def daily_report(day: Optional[str] = None, path: Optional[str] = None) -> dict[str, dict[str, float]]:
    """Calls, tokens and cost by model of one day (YYYY-MM-DD, UTC; today where it is left out)."""
    wanted = day or _utc_day()
    report: dict[str, dict[str, float]] = {}
    for row in _rows_of(path or USAGE_LOG):
        if str(row.get("time", "")).startswith(wanted):
            total = report.setdefault(str(row.get("model")), {"calls": 0, "unpriced": 0})
            total["calls"] += 1
            total["unpriced"] += row.get("cost") is None
            for name in ("input", "cached", "cacheWrite", "output", "reasoning", "cost"):
                total[name] = total.get(name, 0) + (row.get(name) or 0)
    return report


class _CallTracker:
    """Gathers the counts of an answer, or of a stream's events: Anthropic sends those of input first and those of output last."""

    def __init__(self, provider: str, api: str, prices: Mapping[str, ModelPrice]) -> None:
        self._call = (provider, api)
        self._prices = prices
        self._model = ""
        self._counts: dict[str, Any] = {}
        self._written = False

    def see(self, event: Any) -> None:
        for source in (event, getattr(event, "message", None), getattr(event, "response", None)):
            self._model = str(getattr(source, "model", None) or self._model)
            usage = getattr(source, "usage", None)
            if usage is not None:
                self._counts.update({name: value for name, value in usage_fields(usage).items() if value is not None})

    def write(self) -> None:
        usage = None if self._written else token_usage_of(self._counts)
        self._written = True
        if usage is not None:
            _write_usage(*self._call, self._model, usage, self._prices)


class _TrackedStream:
    """A stream whose counts are written once it ends or is left."""

    def __init__(self, stream: Any, tracker: _CallTracker) -> None:
        self._stream = stream
        self._tracker = tracker
        # Of no method of this object: a cycle would put off the end of a stream that is left.
        self._events = _pass_on(stream, tracker)
        self._async_events = _pass_on_async(stream, tracker)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def __iter__(self) -> Iterator[Any]:
        return self._events

    def __next__(self) -> Any:
        return next(self._events)

    def __aiter__(self) -> AsyncIterator[Any]:
        return self._async_events

    async def __anext__(self) -> Any:
        return await self._async_events.__anext__()

    def __enter__(self) -> Any:
        self._stream.__enter__()
        return self

    def __exit__(self, *error: Any) -> Any:
        self._tracker.write()
        return self._stream.__exit__(*error)

    async def __aenter__(self) -> Any:
        await self._stream.__aenter__()
        return self

    async def __aexit__(self, *error: Any) -> Any:
        self._tracker.write()
        return await self._stream.__aexit__(*error)

    def close(self) -> Any:
        self._tracker.write()
        return self._stream.close()


def _pass_on(stream: Any, tracker: _CallTracker) -> Iterator[Any]:
    try:
        for event in stream:
            tracker.see(event)
            yield event
    finally:
        tracker.write()


async def _pass_on_async(stream: Any, tracker: _CallTracker) -> AsyncIterator[Any]:
    try:
        async for event in stream:
            tracker.see(event)
            yield event
    finally:
        tracker.write()


def _price_of(model: str, prices: Mapping[str, ModelPrice]) -> Optional[ModelPrice]:
    """By the model's name, without the date that answers add to it."""
    undated = re.sub(r"-(?:\d{4}-\d\d-\d\d|\d{8})$", "", model)
    return prices.get(model) or prices.get(undated)


def _cost_of(usage: TokenUsage, price: ModelPrice) -> float:
    def either(own: Optional[float]) -> float:
        return price.input if own is None else own

    return (
        usage.input * price.input
        + usage.cached * either(price.cached)
        + usage.cache_write * either(price.cache_write)
        + usage.cache_write_1h * either(price.cache_write_1h)
        + usage.output * price.output
    ) / 1_000_000


def _write_usage(provider: str, api: str, model: str, usage: TokenUsage, prices: Mapping[str, ModelPrice]) -> None:
    price = _price_of(model, prices)
    row = {
        "time": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "provider": provider,
        "api": api,
        "model": model,
        "input": usage.input,
        "cached": usage.cached,
        "cacheWrite": usage.cache_write + usage.cache_write_1h,
        "output": usage.output,
        "reasoning": usage.reasoning,
        "cost": None if price is None else _cost_of(usage, price),
    }
    try:
        _usage_log.append(row)
    except OSError as error:
        logging.getLogger(__name__).warning("Usage not written: %s", error)


def _utc_day() -> str:
    return datetime.datetime.now(datetime.timezone.utc).date().isoformat()


def _rows_of(path: str, start: int = 0) -> Iterator[dict[str, Any]]:
    """The rows from an offset on; a broken line is left out."""
    with contextlib.suppress(FileNotFoundError), open(path, "rb") as file:
        file.seek(start)
        for line in file:
            with contextlib.suppress(ValueError):
                row = json.loads(line)
                if isinstance(row, dict):
                    yield row


class _UsageLog:
    """The file and the day's cost so far. Several processes and threads may write: a line goes in whole, under a lock."""

    def __init__(self) -> None:
        self.callback: Optional[Callable[[str, float], None]] = None
        self.budget = DAILY_BUDGET_USD
        self._lock = threading.Lock()
        self._day = ""
        self._cost = 0.0
        self._read = 0

    def append(self, row: dict[str, Any]) -> None:
        line = (json.dumps(row) + "\n").encode()
        day = row["time"][:10]
        alert = False
        with self._lock:
            file = os.open(USAGE_LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
            try:
                with _locked(file):
                    if self.callback is not None and self.budget is not None:
                        before = self._cost_of(day)
                        self._cost = before + (row["cost"] or 0)
                        alert = before < self.budget <= self._cost
                        self._read = os.fstat(file).st_size + len(line)
                    os.write(file, line)
            finally:
                os.close(file)
        if alert and self.callback is not None:
            self.callback(day, self._cost)

    def _cost_of(self, day: str) -> float:
        """Reads what all processes have written since the last look."""
        if day != self._day:
            self._day, self._cost, self._read = day, 0.0, 0
        for row in _rows_of(USAGE_LOG, self._read):
            if str(row.get("time", "")).startswith(day):
                self._cost += row.get("cost") or 0
        return self._cost


@contextlib.contextmanager
def _locked(file: int) -> Iterator[None]:
    """Where the system has no such lock, appending a line at once must do."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    fcntl.flock(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)


_usage_log = _UsageLog()`,
} satisfies Snippet;
