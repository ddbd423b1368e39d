"""Figures over plain rows: what counts, and for how much."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.catalog import load
from bot.domain.duty import Night
from bot.domain.escalation import Policy, Step, Target
from bot.domain.incident import Status
from bot.domain.kinds import Severity
from bot.domain.statistics import (
    Call,
    Called,
    Case,
    Measure,
    Times,
    promised,
    statistics,
    times,
)

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
START = int(datetime(2026, 9, 2, 2, 0, tzinfo=UTC).timestamp())  # 09:00 on a Wednesday there
HOUR = 3600
MEASURE = Measure(
    VIETNAM,
    Night(time(22), time(6)),
    {"critical": 300, "high": 600, "normal": 900, "low": 1800},
    START + 100 * HOUR,
)


def case(**more):
    usual = Case(START, "malware", "high", 1, "citizen", "closed", True, 60, HOUR, False)
    return usual._replace(**more)


def count(*cases, calls=(), measure=MEASURE):
    return statistics(cases, calls, measure)


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ([], Times()),
        ([None], Times()),
        ([7], Times(1, 7, 7, 7, 7)),
        ([1, 4], Times(2, 2, 2, 4, 4)),
        ([3, 1, 2, None], Times(3, 2, 2, 3, 3)),
        (range(1, 11), Times(10, 5, 5, 9, 10)),
        (range(1, 101), Times(100, 50, 50, 90, 100)),
    ],
)
def test_lengths_have_mean_median_ninth_decile_and_longest(lengths, expected):
    assert times(lengths) == expected


def test_nothing_is_counted_of_nothing():
    counted = count()
    assert (counted.all.incidents, counted.pages, counted.rejected, counted.kinds) == (0, 0, 0, ())
    assert [one.asked for one in counted.kept] == [0, 0, 0, 0]
    assert len(counted.hours) == 24
    assert len(counted.weekdays) == 7


def test_kinds_agencies_and_sources_stand_in_the_order_of_their_numbers():
    counted = count(
        case(kind="phishing", agency=2),
        case(kind="malware", agency=0),
        case(kind="malware", source="team"),
    )
    assert [(one.key, one.incidents) for one in counted.kinds] == [("malware", 2), ("phishing", 1)]
    assert [one.key for one in counted.agencies] == ["0", "1", "2"]
    assert [one.key for one in counted.sources] == ["citizen", "team"]


def test_hours_and_weekdays_are_those_of_the_teams_clocks():
    counted = count(case(), case(opened=START + 16 * HOUR))  # 01:00 on Thursday
    assert [one.key for one in counted.hours if one.incidents] == ["1", "9"]
    assert [one.key for one in counted.weekdays if one.incidents] == ["3", "4"]


@pytest.mark.parametrize(
    ("more", "asked", "kept"),
    [
        ({}, 1, 1),
        ({"until_taken": 600}, 1, 1),
        ({"until_taken": 601}, 1, 0),
        ({"until_taken": None, "status": "received"}, 1, 0),
        ({"until_taken": None, "status": "not_incident"}, 0, 0),
        ({"until_taken": None, "status": "received", "opened": MEASURE.now - 5}, 0, 0),
        ({"pages": False, "until_taken": 9999}, 0, 0),
    ],
)
def test_a_promise_is_kept_broken_or_not_yet_due(more, asked, kept):
    high = next(one for one in count(case(**more)).kept if one.severity == "high")
    assert (high.within, high.asked, high.kept) == (600, asked, kept)


def test_what_was_no_incident_counts_as_rejected_and_what_came_back_as_reopened():
    statuses = (Status.NOT_INCIDENT, Status.DUPLICATE, Status.REFERRED, Status.CLOSED)
    counted = count(*(case(status=status.value) for status in statuses), case(reopened=True))
    assert (counted.rejected, counted.ended(Status.CLOSED), counted.reopened) == (3, 2, 1)


def test_pages_are_counted_by_person_and_by_night():
    night = START + 13 * HOUR  # 22:00 there
    calls = (
        Call(1, "Nam", START, 2),
        Call(1, "Nam", night, 1),
        Call(2, "Hà", night - 60, 1),
        Call(2, "Hà", night + 8 * HOUR - 60, 3),
        Call(2, "Hà", night + 8 * HOUR, 1),
    )
    counted = count(calls=calls)
    assert counted.called == (Called(2, "Hà", 5, 3), Called(1, "Nam", 3, 1))
    assert (counted.pages, counted.by_night) == (8, 4)


def test_a_night_may_lie_within_one_day():
    measure = Measure(VIETNAM, Night(time(0), time(5)), MEASURE.promises, MEASURE.now)
    calls = Call(1, "Nam", START - 8 * HOUR, 1), Call(1, "Nam", START, 1)
    assert count(calls=calls, measure=measure).by_night == 1


def policy(*afters, repeat=900):
    steps = tuple(Step(after=timedelta(seconds=s), notify=(Target.ON_DUTY,)) for s in afters)
    repeat_every = timedelta(seconds=repeat)
    return Policy(repeat_every=repeat_every, acknowledge_expires=repeat_every, steps=steps)


def test_the_first_people_have_until_the_second_step():
    assert promised(policy(0, 300, 600)) == timedelta(seconds=300)
    assert promised(policy(60, 300)) == timedelta(seconds=360)
    assert promised(policy(0)) == timedelta(seconds=900)


def test_every_shipped_ladder_promises_something():
    catalog = load()
    for severity in Severity:
        assert promised(catalog.ladder(severity)) > timedelta(0)
