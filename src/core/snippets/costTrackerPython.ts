import type { Snippet } from './snippet';

/** Writes what each call used, one JSON line per call (docs/usage-log.md). */
export default {
  id: 'cost-tracker',
  language: 'python',
  exports: ['with_cost_tracking', 'with_cost_tracking_async', 'daily_report', 'on_daily_budget'],
  imports: [
    'import contextlib',
    'import datetime',
    'import glob',
    'import inspect',
    'import json',
    'import logging',
    'import os',
    'import sys',
    'import threading',
    'from collections.abc import Awaitable, Callable, Iterator',
    'from typing import Any, Optional, TypeVar',
  ],
  requires: ['token-usage', 'watched-stream', 'wrapped'],
  code: ({ dailyBudgetUsd }) => String.raw`USAGE_LOG = os.environ.get("PROMPT_COST_LOG") or "prompt-cost-usage.jsonl"
# Past this size the log is set aside under the time, and a new one begun.
USAGE_LOG_BYTES = 64 * 1024 * 1024
DAILY_BUDGET_USD: Optional[float] = ${dailyBudgetUsd ?? 'None'}

Tracked = TypeVar("Tracked")
UsageRow = dict[str, Any]


def with_cost_tracking(
    target: Tracked, *, provider: str, api: str, label: Optional[str] = None, prompt_hash: Optional[str] = None
) -> Tracked:
    """Writes a line on each call, with the place where this function is called. Prices are looked up when the log is read.

    A streamed call of OpenAI's chat API is counted only with stream_options={"include_usage": True}.
    """
    return _tracked(target, _call_key(provider, api, label, prompt_hash, sys._getframe(1)))


def with_cost_tracking_async(
    target: Tracked, *, provider: str, api: str, label: Optional[str] = None, prompt_hash: Optional[str] = None
) -> Tracked:
    """with_cost_tracking for calls that are awaited."""
    return _tracked(target, _call_key(provider, api, label, prompt_hash, sys._getframe(1)))


def on_daily_budget(
    callback: Callable[[str, float], None],
    cost_of: Callable[[UsageRow], Optional[float]],
    budget_usd: Optional[float] = DAILY_BUDGET_USD,
) -> None:
    """Calls back with the day and its cost by the call that takes the day's cost to the budget: once a day, in one process.

    cost_of gives the USD of a line of the log, or None where it is unknown; lines of version 1 say their own. The log is read here,
    and later only what has been added.
    """
    _usage_log.watch(callback, cost_of, budget_usd)


def daily_report(
    day: Optional[str] = None, path: Optional[str] = None, cost_of: Callable[[UsageRow], Optional[float]] = lambda row: None
) -> dict[str, dict[str, float]]:
    """Calls, tokens and cost by model of one day (YYYY-MM-DD, UTC; today where it is left out). unpriced counts calls without a cost."""
    wanted = day or _utc_day()
    report: dict[str, dict[str, float]] = {}
    for file in _log_files(path or USAGE_LOG):
        for row in _rows_of(file):
            if not str(row.get("time", "")).startswith(wanted) or row.get("ok") is False:
                continue
            total = report.setdefault(str(row.get("model")), {"calls": 0, "unpriced": 0, "cost": 0})
            cost = _cost_of(row, cost_of)
            total["calls"] += 1
            total["unpriced"] += cost is None
            total["cost"] += cost or 0
            for name in ("input", "cached", "cacheWrite", "cacheWrite1h", "output", "reasoning"):
                total[name] = total.get(name, 0) + (row.get(name) or 0)
    return report


def _call_key(provider: str, api: str, label: Optional[str], prompt_hash: Optional[str], frame: Any) -> UsageRow:
    path, name = frame.f_code.co_filename, frame.f_code.co_name
    with contextlib.suppress(ValueError):
        relative = os.path.relpath(path)
        path = path if relative.startswith("..") else relative
    return {
        "provider": provider,
        "api": api,
        "label": label,
        "file": path.replace(os.sep, "/"),
        "line": frame.f_lineno,
        "function": None if name.startswith("<") else name,
        "promptHash": prompt_hash,
    }


def _tracked(target: Tracked, key: UsageRow) -> Tracked:
    def record(answer: Any, tracker: _CallTracker) -> Any:
        if hasattr(answer, "usage") or hasattr(answer, "usage_metadata"):
            tracker.see(answer)
            tracker.write()
            return answer
        return watched_stream(answer, tracker.write, tracker.see) if is_stream(answer) else answer

    async def record_later(answer: Awaitable[Any], tracker: _CallTracker) -> Any:
        with tracker.failures():
            answered = await answer
        return record(answered, tracker)

    def through(call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        tracker = _CallTracker(key, str(kwargs.get("model") or ""))
        with tracker.failures():
            answer = call(*args, **kwargs)
        return record_later(answer, tracker) if inspect.isawaitable(answer) else record(answer, tracker)

    return wrapped(target, through)


class _CallTracker:
    """Gathers the counts of an answer, or of a stream's events: Anthropic sends those of input first and those of output last."""

    def __init__(self, key: UsageRow, model: str) -> None:
        self._key = key
        self._said: UsageRow = {"model": model}
        self._counts: dict[str, Any] = {}
        self._written = False

    def see(self, event: Any) -> None:
        for source in (event, getattr(event, "message", None), getattr(event, "response", None)):
            usage = getattr(source, "usage", None) or getattr(source, "usage_metadata", None)
            if usage is not None:
                self._counts.update({name: value for name, value in usage_fields(usage).items() if value is not None})
            for name, fields in (("model", ("model", "model_version")), ("id", ("id", "response_id")), ("tier", ("service_tier",))):
                for field in fields:
                    value = getattr(source, field, None)
                    if isinstance(value, str) and value:
                        self._said[name] = value

    def write(self) -> None:
        usage = None if self._written else token_usage_of(self._counts, self._key["provider"])
        self._written = True
        if usage is not None:
            said = {"tier": self._counts.get("service_tier"), **self._said}
            extra: UsageRow = {"searches": usage.searches, "audioInput": usage.audio_input, "audioOutput": usage.audio_output}
            extra.update({"region": self._counts.get("inference_geo"), "speed": self._counts.get("speed")})
            _write_usage(self._key, said, usage, True, extra)

    @contextlib.contextmanager
    def failures(self) -> Iterator[None]:
        try:
            yield
        except Exception:
            _write_usage(self._key, self._said, TokenUsage(0, 0, 0, 0, 0, 0), False, {})
            raise


def _write_usage(key: UsageRow, said: UsageRow, usage: TokenUsage, ok: bool, extra: UsageRow) -> None:
    now = datetime.datetime.now(datetime.timezone.utc)
    row = {
        "v": 2,
        "time": now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "id": said.get("id"),
        "provider": key["provider"],
        "api": key["api"],
        "model": said["model"],
        "tier": said.get("tier"),
        "label": key["label"],
        "file": key["file"],
        "line": key["line"],
        "function": key["function"],
        "promptHash": key["promptHash"],
        "input": usage.input,
        "cached": usage.cached,
        "cacheWrite": usage.cache_write,
        "cacheWrite1h": usage.cache_write_1h,
        "output": usage.output,
        "reasoning": usage.reasoning,
        "ok": ok,
        **{name: value for name, value in extra.items() if value},
    }
    # Whatever goes wrong here, the answer is paid for and goes to the caller.
    try:
        _usage_log.append(row)
    except Exception as error:
        logging.getLogger(__name__).warning("Usage not written: %s", error)


def _cost_of(row: UsageRow, cost_of: Callable[[UsageRow], Optional[float]]) -> Optional[float]:
    """Lines of version 1 say their cost. None where pricing fails."""
    try:
        cost: Optional[float] = row["cost"] if "cost" in row else cost_of(row)
    except Exception as error:
        logging.getLogger(__name__).warning("Usage not priced: %s", error)
        return None
    return cost


def _utc_day() -> str:
    return datetime.datetime.now(datetime.timezone.utc).date().isoformat()


def _log_files(path: str) -> list[str]:
    """The log and the parts of it that were set aside, the oldest first."""
    stem, ending = os.path.splitext(path)
    return [*sorted(glob.glob(glob.escape(stem) + "-[0-9]*Z" + glob.escape(ending))), path]


def _rows_of(path: str, start: int = 0) -> Iterator[UsageRow]:
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
        self._callback: Optional[Callable[[str, float], None]] = None
        self._price: Callable[[UsageRow], Optional[float]] = lambda row: None
        self._budget: Optional[float] = None
        self._lock = threading.Lock()
        self._day = ""
        self._cost = 0.0
        self._read = 0

    def watch(
        self, callback: Callable[[str, float], None], price: Callable[[UsageRow], Optional[float]], budget: Optional[float]
    ) -> None:
        with self._lock:
            self._callback, self._price, self._budget = callback, price, budget
            self._day, self._cost, self._read = _utc_day(), 0.0, 0
            if budget is not None:
                for file in _log_files(USAGE_LOG)[:-1]:
                    if self._day.replace("-", "") in os.path.basename(file):
                        self._add(file, 0)
                with contextlib.suppress(FileNotFoundError):
                    self._catch_up(os.stat(USAGE_LOG).st_size)

    def append(self, row: UsageRow) -> None:
        line = (json.dumps(row) + "\n").encode()
        day = row["time"][:10]
        alert = False
        with self._lock:
            self._set_aside()
            file = os.open(USAGE_LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
            try:
                with _locked(file):
                    before = self._cost_before(day, os.fstat(file).st_size)
                    os.write(file, line)
                if before is not None and self._budget is not None:
                    self._read += len(line)
                    self._cost = before + (_cost_of(row, self._price) or 0)
                    alert = before < self._budget <= self._cost
            finally:
                os.close(file)
        if alert and self._callback is not None:
            self._callback(day, self._cost)

    def _cost_before(self, day: str, size: int) -> Optional[float]:
        if self._callback is None or self._budget is None:
            return None
        if day != self._day:
            self._day, self._cost = day, 0.0
        self._catch_up(size)
        return self._cost

    def _catch_up(self, size: int) -> None:
        """Reads what other processes have written since the last look."""
        start = self._read if self._read <= size else 0
        if start < size:
            self._add(USAGE_LOG, start)
        self._read = size

    def _add(self, file: str, start: int) -> None:
        for row in _rows_of(file, start):
            if str(row.get("time", "")).startswith(self._day):
                self._cost += _cost_of(row, self._price) or 0

    def _set_aside(self) -> None:
        with contextlib.suppress(OSError):
            if os.stat(USAGE_LOG).st_size > USAGE_LOG_BYTES:
                stem, ending = os.path.splitext(USAGE_LOG)
                os.rename(USAGE_LOG, stem + datetime.datetime.now(datetime.timezone.utc).strftime("-%Y%m%dT%H%M%S%fZ") + ending)
                self._read = 0


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
