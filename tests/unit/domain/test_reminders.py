from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.obligations import Reminders
from bot.domain.reminders import is_reminded, is_told_above, next_hour, reminder_days, within

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
USUAL = Reminders()
DAY = timedelta(days=1)
HOLIDAYS = {date(2026, 9, 1), date(2026, 9, 2), date(2026, 8, 31)}
EIGHT, FIVE = time(8), time(17)


def working(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def every_day(start, end, due, policy=USUAL):
    """Return the days on which somebody who was first told on `start` is reminded."""
    heard, days, day = start, [], start
    while day < end:
        day += DAY
        if is_reminded(policy, due, heard, day, working):
            days.append(day)
            heard = day
    return days


def test_the_calendar_of_the_clean_up_of_may_and_june():
    due = date(2026, 6, 24)
    assert every_day(date(2026, 5, 1), date(2026, 7, 12), due) == [
        date(2026, 5, 25),  # 30 days before
        date(2026, 6, 10),  # 14
        date(2026, 6, 17),  # 7
        date(2026, 6, 19),  # 3 days before is a Sunday: Friday
        date(2026, 6, 23),  # 1
        date(2026, 6, 24),  # the day
        *(date(2026, 6, day) for day in (25, 26, 29, 30)),
        *(date(2026, 7, day) for day in (1, 2, 3, 6, 7, 8)),  # 14 days over
    ]


def test_what_is_long_overdue_is_brought_up_once_a_week():
    due = date(2026, 6, 24)
    late = [day for day in every_day(due, date(2026, 8, 10), due) if day > date(2026, 7, 8)]
    assert late == [date(2026, 7, 15), date(2026, 7, 22), date(2026, 7, 29), date(2026, 8, 5)]


def test_nothing_is_said_in_the_holidays_but_before_and_after():
    due = date(2026, 9, 2)
    assert reminder_days(USUAL, due, working)[-2:] == (date(2026, 8, 26), date(2026, 8, 28))
    said = every_day(date(2026, 8, 20), date(2026, 9, 6), due)
    assert said == [
        *(date(2026, 8, 26), date(2026, 8, 28)),
        *(date(2026, 9, 3), date(2026, 9, 4)),
    ]


def test_whoever_is_taken_in_late_hears_only_of_what_is_still_ahead():
    assert every_day(date(2026, 6, 17), date(2026, 6, 24), date(2026, 6, 24)) == [
        date(2026, 6, 19),
        date(2026, 6, 23),
        date(2026, 6, 24),
    ]


def test_what_was_missed_during_an_outage_is_said_once():
    due, today = date(2026, 6, 24), date(2026, 6, 22)
    assert is_reminded(USUAL, due, date(2026, 6, 1), today, working)
    assert not is_reminded(USUAL, due, today, today, working)


def test_a_way_of_reminding_may_leave_days_out():
    sparing = Reminders(before=(7,), on_the_day=False, overdue_every=3, overdue_for=0)
    due = date(2026, 6, 24)
    assert every_day(date(2026, 6, 1), date(2026, 7, 10), due, sparing) == [
        date(2026, 6, 17),
        date(2026, 6, 25),
        date(2026, 7, 2),
        date(2026, 7, 9),
    ]


def test_overdue_may_be_said_every_few_working_days():
    slower = Reminders(before=(), on_the_day=False, overdue_every=3)
    assert every_day(date(2026, 6, 1), date(2026, 7, 4), date(2026, 6, 24), slower) == [
        date(2026, 6, 25),
        date(2026, 6, 30),
        date(2026, 7, 3),
    ]


def test_the_head_hears_of_it_after_three_days_and_then_once_a_week():
    due, told, days = date(2026, 6, 24), None, []
    for number in range(30):
        day = due + number * DAY
        if is_told_above(3, due, told, day, working):
            days.append(day)
            told = day
    assert days == [date(2026, 6, 29), date(2026, 7, 6), date(2026, 7, 13), date(2026, 7, 20)]


def test_nought_means_never():
    assert not is_told_above(0, date(2026, 1, 1), None, date(2026, 6, 1), working)


@pytest.mark.parametrize(
    ("at", "begins"),
    [
        ("2026-06-24 08:30", "2026-06-24 08:30"),
        ("2026-06-24 07:00", "2026-06-24 08:00"),
        ("2026-06-24 17:00", "2026-06-25 08:00"),
        ("2026-06-26 23:00", "2026-06-29 08:00"),
        ("2026-06-27 10:00", "2026-06-29 08:00"),
        ("2026-06-27 03:00", "2026-06-29 08:00"),
        ("2026-08-28 18:00", "2026-09-03 08:00"),
    ],
)
def test_what_has_time_waits_for_the_hours_of_offices(at, begins):
    def local(written):
        return datetime.fromisoformat(written).replace(tzinfo=HANOI).astimezone(UTC)

    assert next_hour(local(at), EIGHT, FIVE, HANOI, working) == local(begins)
    assert within(local(at), EIGHT, FIVE, HANOI, working) is (at == begins)
