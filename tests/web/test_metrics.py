"""Prometheus reads the figures over loopback; they are numbers, never names or words."""

from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from msgspec.structs import replace
from prometheus_client.parser import text_string_to_metric_families

from bot.delivery.tally import Tally
from bot.domain.health import Disk, Process, Signs, Waiting
from bot.domain.messages import Priority
from bot.health.exposition import exposition
from bot.health.metrics import Figures
from bot.web import Web

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def figures(**told):
    process = Process(version="0.1.0", started_at=NOW - 10 * MINUTE, updates_at=NOW - MINUTE / 2)
    signs = Signs(started_at=process.started_at, updates_at=process.updates_at)
    usual: dict[str, Any] = {"now": NOW, "signs": signs, "process": process, "tally": Tally()}
    return Figures(**usual | told)


def read(found):
    """Return {(name, labels…): value} as Prometheus itself reads it."""
    families = text_string_to_metric_families(exposition(found).decode())
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in families
        for sample in family.samples
    }


def test_with_nothing_to_do_all_is_well():
    found = read(figures())
    assert found["trucban_well",] == 1
    assert found["trucban_oldest_due_seconds",] == found["trucban_oldest_page_seconds",] == 0
    assert found["trucban_updates_age_seconds",] == 30
    assert found["trucban_outbox_messages", "page", "pending"] == 0
    assert found["trucban_incidents_open", "critical"] == 0
    assert found["trucban_build_info", "0.1.0"] == 1
    assert found["process_resident_memory_bytes",] > 0


def test_what_waits_is_told_by_its_age():
    signs = figures().signs
    late = replace(
        signs,
        due=Waiting("ladder", NOW - 3 * MINUTE),
        work=Waiting("make-roster", NOW - 2 * MINUTE),
        page=Waiting("incident-page", NOW - MINUTE),
    )
    found = read(figures(signs=late))
    assert found["trucban_well",] == 0
    assert found["trucban_oldest_due_seconds",] == 180
    assert found["trucban_oldest_work_seconds",] == 120
    assert found["trucban_oldest_page_seconds",] == 60


def test_queues_incidents_and_ladders_are_counted():
    unsent = {("pending", Priority.PAGE): 2, ("claimed", Priority.CARD): 1}
    found = read(figures(unsent=unsent, incidents={"critical": 3}, ladders=4))
    assert found["trucban_outbox_messages", "page", "pending"] == 2
    assert found["trucban_outbox_messages", "card", "claimed"] == 1
    assert found["trucban_incidents_open", "critical"] == 3
    assert found["trucban_ladders_live",] == 4


def test_what_was_sent_died_and_was_held_is_counted_from_the_start_on():
    tally = Tally(held=5)
    tally.add_sent(Priority.PAGE, NOW, NOW + timedelta(milliseconds=40), is_page=True)
    tally.add_sent(Priority.PAGE, NOW, NOW + 2 * MINUTE, is_page=True)
    tally.add_sent(Priority.ANSWER, NOW, NOW + MINUTE, is_page=False)
    tally.add_dead("blocked")
    tally.add_dead("Bad Request: something of An's, 0912 345 678")
    found = read(figures(tally=tally))
    assert found["trucban_messages_sent_total", "page"] == 2
    assert found["trucban_messages_sent_total", "answer"] == 1
    assert found["trucban_messages_dead_total", "blocked"] == 1
    assert found["trucban_messages_dead_total", "other"] == 1
    assert found["trucban_too_many_requests_total",] == 5
    assert found["trucban_page_delay_seconds_bucket", "0.05"] == 1
    assert found["trucban_page_delay_seconds_bucket", "60.0"] == 1
    assert found["trucban_page_delay_seconds_bucket", "+Inf"] == 2
    assert found["trucban_page_delay_seconds_count",] == 2
    assert found["trucban_page_delay_seconds_sum",] == pytest.approx(120.04)
    assert "0912" not in exposition(figures(tally=tally)).decode()


def test_what_is_not_known_is_left_out():
    process = Process("0.1.0", NOW)
    quiet = read(figures(process=process, signs=Signs(started_at=NOW)))
    for name in ("updates_age_seconds", "clock_ahead_seconds", "disk_free_bytes", "database_bytes"):
        assert (f"trucban_{name}",) not in quiet
    known = replace(process, clock_ahead=-MINUTE, disk=Disk(7, 9), size=5)
    found = read(figures(process=known))
    assert found["trucban_clock_ahead_seconds",] == -60
    assert (found["trucban_disk_free_bytes",], found["trucban_database_bytes",]) == (7, 5)


async def test_they_are_served_beside_the_health_page():
    async def health():
        return {"ok": True}

    async def take_in(updates):
        raise AssertionError(updates)

    async def metrics():
        return exposition(figures())

    web = Web("127.0.0.1:0", take_in, health, "", None, metrics)
    port = await web.start()
    try:
        async with aiohttp.ClientSession() as client:
            async with client.get(f"http://127.0.0.1:{port}/metrics") as answer:
                assert answer.status == 200
                assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
                assert "trucban_well 1.0" in await answer.text()
            async with client.post(f"http://127.0.0.1:{port}/metrics") as answer:
                assert answer.status == 405
    finally:
        await web.stop()
