from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.duty import Duty, Night, duty_of, total

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
BERLIN = ZoneInfo("Europe/Berlin")
HOLIDAY = {date(2026, 9, 2)}


def at(text: str, zone: ZoneInfo = HANOI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def hours(**lengths: float) -> Duty:
    return Duty(**{name: timedelta(hours=length) for name, length in lengths.items()})


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-09-03T07:30", "2026-09-03T19:30", hours(all=12)),
        ("2026-09-03T19:30", "2026-09-04T07:30", hours(all=12, night=8)),
        ("2026-09-01T19:30", "2026-09-02T07:30", hours(all=12, night=8, holiday=7.5)),
        ("2026-09-02T19:30", "2026-09-03T07:30", hours(all=12, night=8, holiday=4.5)),
        ("2026-09-02T00:00", "2026-09-03T00:00", hours(all=24, night=8, holiday=24)),
        ("2026-09-04T05:00", "2026-09-04T06:00", hours(all=1, night=1)),
        ("2026-09-04T05:00", "2026-09-04T05:00", Duty()),
        ("2026-09-04T06:00", "2026-09-04T05:00", Duty()),
        ("2026-08-31T22:00", "2026-09-03T06:00", hours(all=56, night=24, holiday=24)),
    ],
)
def test_a_shift_costs_hours_nights_and_holidays(start, end, expected):
    assert duty_of(at(start), at(end), HANOI, Night(), HOLIDAY) == expected


def test_the_days_are_the_teams_whatever_zone_the_instants_are_written_in():
    start, end = at("2026-09-01T19:30"), at("2026-09-02T07:30")
    elsewhere = (start.astimezone(BERLIN), end.astimezone(BERLIN))
    assert duty_of(*elsewhere, HANOI, Night(), HOLIDAY) == duty_of(
        start, end, HANOI, Night(), HOLIDAY
    )


def test_a_night_with_a_changed_clock_has_as_many_hours_as_were_really_stood():
    start, end = at("2026-10-24T22:00", BERLIN), at("2026-10-25T06:00", BERLIN)
    assert duty_of(start, end, BERLIN, Night(), set()) == hours(all=9, night=9)


def test_a_night_within_one_day_is_counted_there():
    night = Night(time(0, 0), time(5, 0))
    start, end = at("2026-09-03T20:00"), at("2026-09-04T20:00")
    assert duty_of(start, end, HANOI, night, set()) == hours(all=24, night=5)


def test_duties_add_up():
    assert total([hours(all=1, night=1), hours(all=2, holiday=1)]) == hours(
        all=3, night=1, holiday=1
    )
