"""Deadlines by law, whatever the hour: never early, never extended, never forgotten."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.legal_deadlines import (
    OVERDUE,
    Rule,
    Run,
    Told,
    Unit,
    due_at,
    next_at,
    reminds,
    shown_left,
    stages,
)

ZONES = st.sampled_from([ZoneInfo("Asia/Ho_Chi_Minh"), ZoneInfo("Europe/Berlin")])
INSTANTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)).map(  # noqa: DTZ001 made aware below
    lambda at: at.replace(tzinfo=UTC, microsecond=0)
)
LENGTHS = st.integers(1, 100)
UNITS = st.sampled_from(Unit)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def weekdays(day):
    return day.weekday() < 5


def made(unit, length):
    return Rule.model_validate(
        {
            "code": "notice",
            "names": {"vi": "Thông báo"},
            "trigger": "detected",
            "receivers": {"vi": "ai đó"},
            "basis": "Luật",
            "valid_from": "2017-11-01",
            "unit": unit,
            "length": 0 if unit is Unit.AT_ONCE else length,
        }
    )


@given(INSTANTS, LENGTHS, ZONES)
def test_calendar_days_are_days_on_the_clock_and_working_days_are_no_fewer(start, length, zone):
    days = due_at(made(Unit.DAY, length), start, zone, weekdays)
    working = due_at(made(Unit.WORKING_DAY, length), start, zone, weekdays)
    local = (start.astimezone(zone), days.astimezone(zone))
    assert (local[1].date() - local[0].date()).days == length
    assert abs(days - start - length * DAY) <= HOUR  # where clocks are changed
    assert working >= days
    assert weekdays(working.astimezone(zone).date())


@given(INSTANTS, st.timedeltas(timedelta(0), 30 * DAY), UNITS, LENGTHS, ZONES)
def test_who_detects_later_is_never_due_earlier(start, later, unit, length, zone):
    rule = made(unit, length)
    first, second = (due_at(rule, at, zone, weekdays) for at in (start, start + later))
    assert start <= first <= second + HOUR


@given(INSTANTS, UNITS, LENGTHS, ZONES)
def test_reminders_come_in_order_within_the_time_and_the_end_is_always_told(
    start, unit, length, zone
):
    rule = made(unit, length)
    run = Run(rule, start, due_at(rule, start, zone, weekdays))
    instants = [at for _, at in stages(run, zone)]
    assert instants == sorted(instants)
    assert start <= instants[0]
    assert instants[-1] == run.due_at
    assert reminds(run, Told(), run.due_at, zone) == OVERDUE


@given(INSTANTS, UNITS, LENGTHS, ZONES)
def test_following_the_alarm_clock_tells_the_end_in_time_and_goes_on_until_it_is_done(
    start, unit, length, zone
):
    rule = made(unit, length)
    run, told, now, ends = Run(rule, start, due_at(rule, start, zone, weekdays)), Told(), start, []
    for _ in range(4 * 24 * 100):
        stage = reminds(run, told, now, zone)
        if stage is not None:
            told = Told(stage, now)
            ends += [now] if stage == OVERDUE else []
        if len(ends) == 3:
            break
        following = next_at(run, told, now, zone)
        assert following is not None
        assert following > now
        now = following
    assert ends[0] == run.due_at
    assert ends == sorted(set(ends))


@given(INSTANTS, st.timedeltas(-10 * DAY, 10 * DAY))
def test_nobody_is_told_of_more_time_than_there_is(now, left):
    shown = shown_left(now + left, now)
    assert timedelta(0) <= shown <= max(left, timedelta(0))
