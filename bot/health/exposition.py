"""The figures in Prometheus' text format; loaded when somebody first asks for them."""

from collections.abc import Iterator
from datetime import timedelta

from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
)
from prometheus_client.exposition import generate_latest
from prometheus_client.registry import Collector

from bot.delivery.tally import BOUNDS, Tally
from bot.domain.health import age, troubles
from bot.domain.kinds import Severity
from bot.domain.messages import Priority
from bot.health.metrics import Figures

STATES = ("pending", "claimed")


def exposition(found: Figures) -> bytes:
    """Return the figures in Prometheus' text format, with those of the operating system."""
    registry = CollectorRegistry()
    registry.register(_Shown(found))
    ProcessCollector(registry=registry)
    return generate_latest(registry)


class _Shown(Collector):
    def __init__(self, found: Figures) -> None:
        self._found = found

    def collect(self) -> Iterator[Metric]:
        yield from _ages(self._found)
        yield from _queues(self._found)
        yield from _counts(self._found.tally)
        yield from _machine(self._found)


def _gauge(name: str, said: str, value: float | timedelta) -> GaugeMetricFamily:
    number = value.total_seconds() if isinstance(value, timedelta) else value
    return GaugeMetricFamily(f"trucban_{name}", said, value=number)


def _ages(found: Figures) -> Iterator[Metric]:
    now, signs = found.now, found.signs
    yield _gauge("well", "1 while nothing is late and Telegram is heard.", not troubles(signs, now))
    yield _gauge(
        "oldest_due_seconds",
        "How late the oldest thing is that should have happened.",
        age(signs.due, now),
    )
    yield _gauge(
        "oldest_work_seconds",
        "How late the oldest picture, document or proposal is.",
        age(signs.work, now),
    )
    yield _gauge(
        "oldest_page_seconds",
        "How long the oldest page has waited to be sent.",
        age(signs.page, now),
    )
    if signs.updates_at is not None:
        yield _gauge(
            "updates_age_seconds",
            "Time since Telegram last let updates be fetched.",
            now - signs.updates_at,
        )


def _queues(found: Figures) -> Iterator[Metric]:
    waiting = GaugeMetricFamily(
        "trucban_outbox_messages",
        "Messages that wait (pending) or are in the air (claimed).",
        labels=("state", "priority"),
    )
    for state in STATES:
        for priority in Priority:
            count = found.unsent.get((state, priority), 0)
            waiting.add_metric((state, priority.name.lower()), count)
    yield waiting
    incidents = GaugeMetricFamily(
        "trucban_incidents_open", "Incidents that have not ended.", labels=("severity",)
    )
    for severity in Severity:
        incidents.add_metric((severity.value,), found.incidents.get(severity.value, 0))
    yield incidents
    yield _gauge("ladders_live", "Incidents for which people are being paged.", found.ladders)


def _counts(tally: Tally) -> Iterator[Metric]:
    sent = CounterMetricFamily(
        "trucban_messages_sent", "Messages that Telegram has taken.", labels=("priority",)
    )
    for priority in Priority:
        sent.add_metric((priority.name.lower(),), tally.sent[priority])
    yield sent
    dead = CounterMetricFamily(
        "trucban_messages_dead", "Messages that will never arrive.", labels=("reason",)
    )
    for reason, count in sorted(tally.dead.items()):
        dead.add_metric((reason,), count)
    yield dead
    yield CounterMetricFamily(
        "trucban_too_many_requests", "Calls that Telegram refused with 429.", value=tally.held
    )
    yield _page_delays(tally)


def _page_delays(tally: Tally) -> Metric:
    below, buckets = 0, []
    bounds = [*(f"{bound}" for bound in BOUNDS), "+Inf"]
    for bound, count in zip(bounds, tally.pages.counts, strict=True):
        below += count
        buckets.append((bound, below))
    return HistogramMetricFamily(
        "trucban_page_delay_seconds",
        "From a page being written down, for the first one with the report, to Telegram's answer.",
        buckets=buckets,
        sum_value=tally.pages.seconds,
    )


def _machine(found: Figures) -> Iterator[Metric]:
    process = found.process
    yield InfoMetricFamily("trucban_build", "The program.", value={"version": process.version})
    started = process.started_at.timestamp()
    yield _gauge("started_timestamp_seconds", "When the program started.", started)
    if process.clock_ahead is not None:
        yield _gauge(
            "clock_ahead_seconds",
            "How far this machine's clock is before Telegram's.",
            process.clock_ahead,
        )
    if process.disk is not None:
        yield _gauge("disk_free_bytes", "Free space where the database lies.", process.disk.free)
    if process.size is not None:
        yield _gauge("database_bytes", "Size of the database's file.", process.size)
