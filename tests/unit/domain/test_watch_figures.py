"""A watch in figures, down to the minute and the thousandth."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.stood import Arrival, Event, Stay
from bot.domain.watch import slots
from bot.domain.watch_figures import (
    Answers,
    Facts,
    Gap,
    Received,
    Wait,
    answers,
    cover,
    days,
    figures,
    last_day,
    waits,
)
from tests.rosters import ANNA, BINH, CHI, VIETNAM, a_plan, a_watch, at

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
ONE_POST = slots(a_watch(days=1), VIETNAM)
NEW_YORK = ZoneInfo("America/New_York")


def stay(person, start, end, post="primary"):
    return Stay(person * 100 + int(start), person, post, at(start), at(end))


def test_what_everybody_stood_is_covered_whole():
    whole = cover(ONE_POST, [stay(ANNA, -0.2, 12.3), stay(BINH, 11.9, 24)], at(0), at(24))
    assert (whole.asked, whole.stood, whole.permille, whole.gaps) == (
        24 * HOUR,
        24 * HOUR,
        1000,
        (),
    )


def test_a_late_relief_leaves_a_gap_of_just_that_length():
    found = cover(ONE_POST, [stay(ANNA, 0, 12), stay(BINH, 12.5, 24)], at(0), at(24))
    assert found.gaps == (Gap("primary", at(12), at(12.5), 0, 1),)
    assert (found.stood, found.permille) == (timedelta(hours=23.5), 979)


def test_a_gap_over_two_shifts_is_one():
    found = cover(ONE_POST, [stay(ANNA, 0, 10)], at(0), at(24))
    assert found.gaps == (Gap("primary", at(10), at(24), 0, 1),)
    assert found.gaps[0].length == 14 * HOUR


def test_the_missing_second_is_never_rounded_away():
    found = cover(ONE_POST, [stay(ANNA, 1 / 3600, 24)], at(0), at(24))
    assert found.permille == 999


def test_where_two_are_asked_for_one_is_half_and_nobody_counts_twice():
    watch = a_watch(plan=a_plan("primary").model_copy(update={"seats": (_two_seats(),)}))
    twice = [stay(ANNA, 0, 24), stay(ANNA, 0, 24)]
    found = cover(slots(watch, VIETNAM), twice, at(0), at(24))
    assert (found.asked, found.stood, found.permille) == (48 * HOUR, 24 * HOUR, 500)
    assert found.gaps == (Gap("primary", at(0), at(24), 1, 2),)
    three = [*twice, stay(BINH, 0, 24), stay(CHI, 0, 24)]
    assert cover(slots(watch, VIETNAM), three, at(0), at(24)).permille == 1000


def _two_seats():
    return a_plan("primary").seats[0].model_copy(update={"people": 2})


def test_only_the_period_looked_at_is_measured():
    found = cover(ONE_POST, [stay(ANNA, 0, 12)], at(6), at(18))
    assert (found.asked, found.stood) == (12 * HOUR, 6 * HOUR)
    assert cover(ONE_POST, [], at(30), at(40)).permille is None


def paged(hours, incident=1):
    return Event("paged", at(hours), incident_id=incident)


def taken(hours, incident=1, person=ANNA):
    return Event("taken", at(hours), None, person, {}, incident)


@pytest.mark.parametrize(
    ("events", "found"),
    [
        ([paged(0), taken(0.1)], [Wait(1, at(0), at(0.1))]),
        ([paged(0), paged(0.1), paged(0.2), taken(0.3)], [Wait(1, at(0), at(0.3))]),
        ([paged(0)], [Wait(1, at(0))]),
        ([taken(0.1)], []),
        ([paged(0), Event("rejected", at(1), incident_id=1)], []),
        (
            [paged(0), taken(0.1), Event("silent", at(1), incident_id=1), paged(1), taken(1.5)],
            [Wait(1, at(0), at(0.1)), Wait(1, at(1), at(1.5))],
        ),
        (
            [paged(0), paged(0.5, 2), taken(0.6, 2), taken(2)],
            [Wait(1, at(0), at(2)), Wait(2, at(0.5), at(0.6))],
        ),
        (
            [paged(0), Event("assigned", at(0.1), incident_id=1), taken(0.2)],
            [Wait(1, at(0), at(0.2))],
        ),
    ],
)
def test_a_call_waits_from_its_first_page_until_somebody_takes_it(events, found):
    assert waits(events) == found


@pytest.mark.parametrize(
    ("minutes", "middle", "worst"),
    [([4], 4, 4), ([9, 1], 5, 9), ([30, 1, 2], 2, 30), ([4, 1, 3, 2], 2.5, 4)],
)
def test_answers_have_a_median_and_a_worst(minutes, middle, worst):
    calls = [Wait(number, at(0), at(0) + m * MINUTE) for number, m in enumerate(minutes)]
    found = answers([*calls, Wait(99, at(1))])
    assert found == Answers(len(minutes) + 1, len(minutes), middle * MINUTE, worst * MINUTE)


def test_without_answers_there_is_no_median():
    assert answers([]) == Answers()
    assert answers([Wait(1, at(0))]) == Answers(calls=1)


def test_a_period_counts_what_begins_in_it():
    facts = Facts(
        slots=ONE_POST,
        stays=[stay(ANNA, 0, 24)],
        arrivals=[(at(0), Arrival.ON_TIME), (at(12), Arrival.LATE), (at(24), Arrival.MISSED)],
        pages=[at(-1), at(0), at(23.9), at(24)],
        waits=[Wait(1, at(-0.1), at(1)), Wait(2, at(1), at(2))],
        received=[
            Received(1, "deface", "high", "closed", at(-0.1)),
            Received(2, "phishing", "low", "duplicate", at(1)),
            Received(3, "ransomware", "critical", "received", at(2)),
            Received(4, "phishing", "high", "received", at(3)),
        ],
        notes=[at(5), at(25)],
        rejects=frozenset({"duplicate"}),
    )
    found = figures(facts, at(0), at(24))
    assert (found.came(Arrival.ON_TIME), found.came(Arrival.LATE)) == (1, 1)
    assert found.came(Arrival.MISSED) == 0
    assert (found.pages, found.notes) == (2, 1)
    assert found.answers == Answers(1, 1, HOUR, HOUR)
    assert (found.incidents, found.rejected) == (3, 1)
    assert list(found.kinds.items()) == [("phishing", 2), ("ransomware", 1)]
    assert found.severities == {"critical": 1, "high": 1, "low": 1}
    assert found.crossed["phishing", "low"] == found.crossed["phishing", "high"] == 1
    assert found.cover.permille == 1000


@pytest.mark.parametrize(
    ("now", "first"),
    [
        (datetime(2026, 9, 2, 0, 0, tzinfo=UTC), date(2026, 9, 1)),
        (datetime(2026, 9, 2, 9, 0, tzinfo=UTC), date(2026, 9, 1)),
        (datetime(2026, 9, 1, 23, 59, 59, tzinfo=UTC), date(2026, 8, 31)),
    ],
)
def test_the_last_day_ends_when_clocks_last_showed_the_hour(now, first):
    start, end = last_day(now, time(7), VIETNAM)
    assert start == datetime.combine(first, time(7), VIETNAM)
    assert end - start == 24 * HOUR


def test_a_day_on_which_clocks_change_is_an_hour_shorter():
    start, end = last_day(datetime(2026, 3, 8, 12, tzinfo=UTC), time(7), NEW_YORK)
    assert end - start == 23 * HOUR


def test_the_days_of_a_period_are_cut_to_it():
    found = days(at(0), at(36), VIETNAM)
    assert [(day, end - start) for day, start, end in found] == [
        (date(2026, 9, 1), timedelta(hours=16.5)),
        (date(2026, 9, 2), timedelta(hours=19.5)),
    ]
    assert days(at(0), at(0), VIETNAM) == []


def test_a_drill_is_counted_apart():
    facts = Facts(
        received=[
            Received(1, "deface", "high", "closed", at(1)),
            Received(2, "ransomware", "critical", "closed", at(2), drill=True),
        ]
    )
    counted = figures(facts, at(0), at(24))
    assert (counted.incidents, counted.drills, counted.kinds) == (1, 1, {"deface": 1})
