"""The rhythm of situation reports, and how long one may be."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.course import Line
from bot.domain.errors import Refused
from bot.domain.situation import (
    LONGEST,
    Lost,
    check,
    in_short,
    last_owner,
    leads_hear,
    pause,
    told_at,
)
from bot.domain.watch_policy import WatchPolicy

HALF = timedelta(minutes=30)
START = datetime(2026, 9, 1, 19, 0, tzinfo=UTC)  # 02:00 on 2 September in Vietnam
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.mark.parametrize(
    ("missed", "times"), [(-1, 1), (0, 1), (1, 1), (2, 2), (3, 2), (4, 4), (6, 8), (60, 8)]
)
def test_whoever_stays_silent_is_asked_less_and_less_often(missed, times):
    assert pause(HALF, missed) == times * HALF


@pytest.mark.parametrize(("missed", "hear"), [(0, False), (1, False), (2, True), (3, False)])
def test_the_leads_hear_of_every_second_report_that_is_missing(missed, hear):
    assert leads_hear(missed) is hear


def test_a_report_has_a_length():
    check("x" * LONGEST)
    with pytest.raises(Refused):
        check("x" * (LONGEST + 1))


@pytest.mark.parametrize(
    ("hour", "urgent", "told"),
    [(2, True, 2), (2, False, 6), (23, False, 30), (6, False, 6), (21, False, 21)],
)
def test_leads_are_told_by_night_only_of_what_is_urgent(hour, urgent, told):
    midnight = START - timedelta(hours=2)
    at = told_at(midnight + timedelta(hours=hour), WatchPolicy(), ZONE, urgent=urgent)
    assert at == midnight + timedelta(hours=told)


@pytest.mark.parametrize(
    ("words", "parts", "shown"),
    [
        ("ba máy", 1, "ba máy"),
        ("ba  máy\nđã tắt", 1, "ba máy đã tắt"),
        ("x" * 301, 1, "x" * 299 + "…"),
        ("x" * 101, 20, "x" * 99 + "…"),
        ("x" * 41, 5_000, "x" * 39 + "…"),
        ("x" * 40, 5_000, "x" * 40),
    ],
)
def test_the_more_a_digest_holds_the_less_room_each_part_has(words, parts, shown):
    assert in_short(words, parts) == shown


def line(minute: int, kind: str, name: str | None = None, **details: object) -> Line:
    """Return a line of an incident's timeline."""
    return Line(START + timedelta(minutes=minute), kind, name, details)


TAKEN = line(0, "taken", "Minh")


@pytest.mark.parametrize(
    ("after", "name", "minute"),
    [
        ([line(35, "silent", "Minh")], "Minh", 35),
        ([line(9, "released", "Tùng")], "Minh", 9),
        ([line(5, "declined", "Hà"), line(9, "declined", "Minh")], "Minh", 9),
        ([line(5, "page-refused", "Hà"), line(9, "page-refused", "Minh")], "Minh", 9),
        ([line(9, "page-refused", "Minh"), line(35, "silent", "Minh")], "Minh", 35),
        ([line(35, "silent", "Minh"), line(40, "declined", "Minh")], "Minh", 35),
        ([line(9, "reopened", "An"), line(44, "silent", "Minh")], "Minh", 44),
        ([line(9, "objected", "An")], "Minh", 9),
        ([line(5, "assigned", "Tùng", to="Hà"), line(12, "silent", "Hà")], "Hà", 12),
        ([line(5, "silent", "Minh"), line(7, "taken", "Hà"), line(8, "released", "Hà")], "Hà", 8),
    ],
)
def test_who_had_it_last_and_until_when_is_read_from_the_timeline(after, name, minute):
    assert last_owner([TAKEN, *after]) == Lost(name, START + timedelta(minutes=minute))


def test_nobody_has_had_what_nobody_has_taken():
    assert last_owner([line(1, "declined", "Hà"), line(2, "page-refused", "Minh")]) is None
