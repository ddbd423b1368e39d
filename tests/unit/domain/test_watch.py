from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from time import tzset
from zoneinfo import ZoneInfo

import pytest

from bot.catalog import load
from bot.domain.errors import Refused
from bot.domain.roster import Shift
from bot.domain.watch import (
    LONGEST,
    Plan,
    Seats,
    Slot,
    Watch,
    filled,
    period,
    slots,
    spans,
)
from bot.domain.watch_policy import Hours

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
BERLIN = ZoneInfo("Europe/Berlin")
KIRITIMATI = ZoneInfo("Pacific/Kiritimati")
PATTERNS = {pattern.code: pattern.shifts for pattern in load().watch.patterns}
TWELVES, EIGHTS, WHOLE = (PATTERNS[c] for c in ("two_twelves", "three_eights", "whole_day"))
DAY = timedelta(days=1)


def hours(*written: str) -> tuple[Hours, ...]:
    pairs = (one.split("-") for one in written)
    return tuple(
        Hours(start=time.fromisoformat(start), end=time.fromisoformat(end)) for start, end in pairs
    )


def local(text: str, zone: ZoneInfo = VIETNAM) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


def written(found: list[tuple[datetime, datetime]], zone: ZoneInfo = VIETNAM) -> list[str]:
    """Return spans as people would say them: the day and time of each begin and end."""
    return [
        f"{start.astimezone(zone):%d/%m %H:%M}-{end.astimezone(zone):%d/%m %H:%M}"
        for start, end in found
    ]


def a_watch(first: date, last: date, plan: Plan, zone: ZoneInfo = VIETNAM) -> Watch:
    start, end = period(first, last, plan.hours, zone)
    return Watch(1, "Trực lễ", start, end, plan)


@pytest.mark.parametrize(
    ("first", "last", "pattern", "begins", "ends"),
    [
        ("2027-04-29", "2027-05-03", TWELVES, "2027-04-29T07:30", "2027-05-04T07:30"),
        ("2027-04-29", "2027-05-03", EIGHTS, "2027-04-29T06:00", "2027-05-04T06:00"),
        ("2027-04-29", "2027-04-29", WHOLE, "2027-04-29T07:30", "2027-04-30T07:30"),
        ("2027-04-29", "2027-04-30", hours("07:30-17:30"), "2027-04-29T07:30", "2027-04-30T17:30"),
        ("2027-04-29", "2027-04-30", hours("19:30-07:30"), "2027-04-29T19:30", "2027-05-01T07:30"),
        ("2027-04-29", "2027-04-29", hours("00:00-12:00", "12:00-00:00"),
         "2027-04-29T00:00", "2027-04-30T00:00"),
        ("2027-12-30", "2028-01-02", TWELVES, "2027-12-30T07:30", "2028-01-03T07:30"),
        ("2028-02-28", "2028-02-29", TWELVES, "2028-02-28T07:30", "2028-03-01T07:30"),
    ],
)  # fmt: skip
def test_a_watch_begins_and_ends_with_its_shifts(first, last, pattern, begins, ends):
    found = period(date.fromisoformat(first), date.fromisoformat(last), pattern, VIETNAM)
    assert found == (local(begins), local(ends))


def test_days_in_the_wrong_order_are_refused_and_a_single_day_is_not():
    day = date(2027, 4, 30)
    with pytest.raises(Refused) as refused:
        period(day, day - DAY, TWELVES, VIETNAM)
    assert refused.value.text_id == "refused-watch-backwards"
    start, end = period(day, day, TWELVES, VIETNAM)
    assert end - start == DAY


def test_a_watch_of_a_quarter_is_the_longest():
    first = date(2027, 1, 1)
    period(first, first + LONGEST - DAY, TWELVES, VIETNAM)
    with pytest.raises(Refused) as refused:
        period(first, first + LONGEST, TWELVES, VIETNAM)
    assert refused.value.text_id == "refused-watch-long"


@pytest.mark.parametrize(
    ("start", "end", "pattern", "expected"),
    [
        pytest.param(
            "2027-04-29T07:30", "2027-04-30T07:30", TWELVES,
            ["29/04 07:30-29/04 19:30", "29/04 19:30-30/04 07:30"],
            id="a shift crosses midnight",
        ),
        pytest.param(
            "2027-04-30T06:00", "2027-05-01T06:00", EIGHTS,
            ["30/04 06:00-30/04 14:00", "30/04 14:00-30/04 22:00", "30/04 22:00-01/05 06:00"],
            id="a month ends in a shift",
        ),
        pytest.param(
            "2027-12-31T07:30", "2028-01-01T07:30", WHOLE, ["31/12 07:30-01/01 07:30"],
            id="a year ends in a shift",
        ),
        pytest.param(
            "2028-02-28T19:30", "2028-03-01T07:30", hours("19:30-07:30"),
            ["28/02 19:30-29/02 07:30", "29/02 19:30-01/03 07:30"],
            id="a leap day has its night",
        ),
        pytest.param(
            "2027-02-28T19:30", "2027-03-02T07:30", hours("19:30-07:30"),
            ["28/02 19:30-01/03 07:30", "01/03 19:30-02/03 07:30"],
            id="a year without one goes on to March",
        ),
        pytest.param(
            "2027-04-29T12:00", "2027-04-29T20:00", TWELVES,
            ["29/04 12:00-29/04 19:30", "29/04 19:30-29/04 20:00"],
            id="what sticks out is cut off at both ends",
        ),
        pytest.param(
            "2027-04-29T02:00", "2027-04-29T05:00", TWELVES, ["29/04 02:00-29/04 05:00"],
            id="a night that began the day before",
        ),
        pytest.param(
            "2027-04-29T08:00", "2027-04-29T07:00", TWELVES, [], id="an end before the start",
        ),
        pytest.param(
            "2027-04-29T08:00", "2027-04-29T08:00", TWELVES, [], id="no length within a shift",
        ),
        pytest.param(
            "2027-04-29T07:30", "2027-04-29T07:30", TWELVES, [], id="no length between shifts",
        ),
        pytest.param(
            "2027-04-29T18:00", "2027-04-30T06:00", hours("07:30-17:30"), [],
            id="hours without any shift",
        ),
        pytest.param(
            "2027-04-29T07:30", "2027-04-30T07:30", (*TWELVES, *TWELVES),
            ["29/04 07:30-29/04 19:30", "29/04 19:30-30/04 07:30"],
            id="a pattern that says everything twice",
        ),
        pytest.param(
            "2027-04-29T06:00", "2027-04-29T18:00", hours("06:00-14:00", "13:00-18:00"),
            ["29/04 06:00-29/04 14:00", "29/04 13:00-29/04 18:00"],
            id="overlapping shifts keep their own times",
        ),
    ],
)  # fmt: skip
def test_a_period_is_divided_into_shifts(start, end, pattern, expected):
    assert written(spans(local(start), local(end), pattern, VIETNAM)) == expected


@pytest.mark.parametrize("pattern", [TWELVES, EIGHTS, WHOLE], ids=["12", "8", "24"])
@pytest.mark.parametrize("zone", [VIETNAM, BERLIN, KIRITIMATI], ids=str)
@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2027-02-03", "2027-02-11"),  # Tết
        ("2027-12-30", "2028-01-03"),
        ("2028-02-27", "2028-03-02"),
        ("2027-03-27", "2027-03-29"),  # clocks go forward in Berlin
        ("2027-10-30", "2027-11-01"),  # and back
    ],
)
def test_whole_days_are_covered_without_gap_or_overlap(pattern, zone, first, last):
    start, end = period(date.fromisoformat(first), date.fromisoformat(last), pattern, zone)
    found = spans(start, end, pattern, zone)
    assert (found[0][0], found[-1][1]) == (start, end)
    assert all(one[1] == other[0] for one, other in pairwise(found))


def test_the_night_of_a_changed_clock_is_longer_or_shorter():
    lengths = {}
    for day in (date(2027, 3, 27), date(2027, 10, 30), date(2027, 7, 1)):
        start, end = period(day, day, TWELVES, BERLIN)
        lengths[day.month] = [until - since for since, until in spans(start, end, TWELVES, BERLIN)]
    twelve, hour = timedelta(hours=12), timedelta(hours=1)
    assert lengths == {3: [twelve, twelve - hour], 10: [twelve, twelve + hour], 7: [twelve] * 2}


def test_a_shift_that_the_changed_clock_swallows_is_none():
    start, end = local("2027-03-28T00:00", BERLIN), local("2027-03-28T12:00", BERLIN)
    found = spans(start, end, hours("02:10-03:05"), BERLIN)
    assert all(since < until for since, until in found)


@pytest.fixture
def far_away(monkeypatch):
    """The machine keeps the time of another continent."""
    with monkeypatch.context() as machine:
        machine.setenv("TZ", "America/New_York")
        tzset()
        yield
    tzset()


@pytest.mark.usefixtures("far_away")
def test_times_of_day_are_the_teams_and_not_the_machines():
    noon = datetime(2027, 4, 29, 12, 0, tzinfo=UTC)
    assert noon.astimezone().utcoffset() == timedelta(hours=-4)
    day = date(2027, 4, 29)
    start, end = period(day, day, TWELVES, VIETNAM)
    assert start == datetime(2027, 4, 29, 0, 30, tzinfo=UTC)
    assert spans(start, end, TWELVES, VIETNAM) == [
        (start, start + timedelta(hours=12)),
        (start + timedelta(hours=12), end),
    ]


PLAN = Plan(seats=(Seats(post="commander"), Seats(post="primary", people=2)), hours=TWELVES)
WATCH = a_watch(date(2027, 4, 29), date(2027, 4, 30), PLAN)


def test_every_shift_has_a_place_for_each_seat_in_the_plans_order():
    found = slots(WATCH, VIETNAM)
    assert len(found) == 12
    assert [(slot.post, slot.seat) for slot in found[:3]] == [
        ("commander", 0), ("primary", 0), ("primary", 1),
    ]  # fmt: skip
    assert found == sorted(found, key=lambda slot: slot.start)
    assert len(set(found)) == len(found)


def test_a_plan_names_a_post_once_with_all_its_people():
    with pytest.raises(ValueError, match="twice"):
        Plan(seats=(Seats(post="primary"), Seats(post="primary")), hours=TWELVES)
    assert Plan(seats=(Seats(post="primary", people=2),), hours=TWELVES).seats[0].people == 2


def test_a_plan_comes_back_from_json_as_it_was():
    assert Plan.model_validate(PLAN.model_dump(mode="json")) == PLAN


def a_shift(number: int, slot: Slot, person_id: int) -> Shift:
    return Shift(number, slot.start, slot.end, slot.post, person_id, WATCH.id)


def test_a_shift_fills_one_place_and_the_next_one_the_other_seat():
    places = slots(WATCH, VIETNAM)[:3]
    first, second = a_shift(7, places[1], 1), a_shift(8, places[2], 2)
    assert filled(places, [second, first]) == [
        (places[0], None), (places[1], first), (places[2], second),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [{"start": WATCH.start + DAY}, {"end": WATCH.end}, {"post": "backup"}],
    ids=["another day", "another end", "another post"],
)
def test_a_shift_that_does_not_fit_exactly_fills_nothing(change):
    slot = slots(WATCH, VIETNAM)[0]
    values = {"start": slot.start, "end": slot.end, "post": slot.post} | change
    assert filled([slot], [Shift(7, **values, person_id=1)]) == [(slot, None)]


def test_a_third_shift_at_a_post_of_two_fills_nothing():
    places = slots(WATCH, VIETNAM)[:3]
    three = [a_shift(number, places[1], number) for number in (1, 2, 3)]
    assert [shift.person_id for _, shift in filled(places, three) if shift] == [1, 2]
