"""What must hold of reminders and periods in any year, with any days off."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.deadlines import last_working, parse_deadline
from bot.domain.obligations import Every, Obligation, Reminders
from bot.domain.periods import turns_due, turns_opening
from bot.domain.reminders import is_reminded, is_told_above, reminder_days

DAY = timedelta(days=1)
DATES = st.dates(date(2024, 1, 1), date(2032, 12, 31))
OFF = st.frozensets(st.integers(0, 120), max_size=30)


@st.composite
def policies(draw):
    """Any way of reminding."""
    return Reminders(
        before=tuple(draw(st.lists(st.integers(1, 60), max_size=6))),
        on_the_day=draw(st.booleans()),
        overdue_every=draw(st.integers(1, 5)),
        overdue_for=draw(st.integers(0, 30)),
    )


@st.composite
def calendars(draw, around):
    """Weekends, and any other days off from two months before a day to two after."""
    off = {around + (number - 60) * DAY for number in draw(OFF)}
    return lambda day: day.weekday() < 5 and day not in off


def lived(policy, due, start, working, done_on=None, days=150):
    """Return the days on which somebody hears of it, who is told first on `start`."""
    heard, said = start, []
    for number in range(1, days):
        today = start + number * DAY
        if done_on is not None and today > done_on:
            break
        if is_reminded(policy, due, heard, today, working):
            said.append(today)
            heard = today
    return said


@given(st.data(), policies(), DATES, st.integers(0, 60))
def test_nobody_is_reminded_on_a_day_off_or_twice_a_day(data, policy, due, ahead):
    working = data.draw(calendars(due))
    said = lived(policy, due, due - ahead * DAY, working)
    assert all(working(day) for day in said)
    assert len(set(said)) == len(said)
    assert not any(is_reminded(policy, due, day, day, working) for day in said)


@given(st.data(), policies(), DATES, st.integers(1, 60))
def test_every_reminder_before_the_deadline_has_its_day(data, policy, due, ahead):
    working = data.draw(calendars(due))
    start = due - ahead * DAY
    said = [day for day in lived(policy, due, start, working) if day <= due]
    assert said == [day for day in reminder_days(policy, due, working) if day > start]
    for days in policy.before:
        meant = last_working(due - days * DAY, working)
        assert meant <= start or meant in said


@given(st.data(), policies(), DATES)
def test_what_is_overdue_is_said_on_the_first_working_day_after(data, policy, due):
    working = data.draw(calendars(due))
    late = [day for day in lived(policy, due, due - DAY, working) if day > due]
    first = due + DAY
    while not working(first):
        first += DAY
    assert late[0] == first


@given(st.data(), policies(), DATES, st.integers(0, 90))
def test_an_outage_of_any_length_loses_no_reminder_and_repeats_none(data, policy, due, away):
    working = data.draw(calendars(due))
    start = due - 40 * DAY
    usual = lived(policy, due, start, working)
    back = start + (1 + away) * DAY
    while not working(back):
        back += DAY
    missed = [day for day in usual if day <= back]
    assert is_reminded(policy, due, start, back, working) >= bool(missed)


@given(st.data(), DATES, st.integers(1, 60), st.integers(1, 30))
def test_those_above_hear_no_sooner_and_no_more_than_weekly(data, due, after, days):
    working = data.draw(calendars(due))
    told, said = None, []
    for number in range(after + 7 * days):
        today = due + number * DAY
        if is_told_above(after, due, told, today, working):
            said.append(today)
            told = today
    assert all((day - due).days >= after and working(day) for day in said)
    assert all(later - sooner >= 7 * DAY for sooner, later in pairwise(said))


@st.composite
def obligations(draw):
    """Any obligation that comes back."""
    every = draw(st.sampled_from([each for each in Every if each is not Every.ONCE]))
    due = {
        Every.WEEK: st.sampled_from(["by weekday 5", "before weekday 1", "end of period"]),
        Every.MONTH: st.sampled_from(
            ["by day 31", "before day 1 of next month", "by day 5 of next month", "end of period"]
        ),
    }.get(every, st.sampled_from(["end of period", "last working day", "by day 30"]))
    return Obligation(
        code="x",
        names={"vi": "X"},
        why={"vi": "vì"},
        basis="luật",
        confidence="R",
        every=every,
        due=(parse_deadline(draw(due)),),
        opens_before=draw(st.integers(1, 366)),
        receiver={"vi": "Đội"},
    )


def workdays(day):
    return day.weekday() < 5


@given(obligations(), DATES, st.integers(1, 400))
def test_days_cut_anywhere_have_the_same_turns(duty, start, length):
    end = start + length * DAY
    middle = start + length // 2 * DAY
    for found in (turns_opening, turns_due):
        whole = found(duty, start, end, workdays)
        assert (found(duty, start, middle, workdays) + found(duty, middle, end, workdays)) == whole
        assert len({turn.key for turn in whole}) == len(whole)


@given(obligations(), DATES)
def test_every_turn_opens_once_before_it_is_due(duty, start):
    due = turns_due(duty, start, start + 800 * DAY, workdays)
    opened = turns_opening(duty, start - 366 * DAY, start + 800 * DAY, workdays)
    keys = [turn.key for turn in opened]
    assert all(keys.count(turn.key) == 1 for turn in due)
    assert all(turn.opens < turn.due for turn in due)


@given(st.integers(2024, 2040), st.integers(1, 12))
def test_months_end_where_the_calendar_ends_them(year, month):
    duty = Obligation(
        code="x",
        names={"vi": "X"},
        why={"vi": "vì"},
        basis="luật",
        confidence="R",
        every=Every.MONTH,
        due=(parse_deadline("by day 31"),),
        receiver={"vi": "Đội"},
    )
    following = date(year + month // 12, month % 12 + 1, 1)
    (turn,) = turns_due(duty, date(year, month, 1), following, workdays)
    assert turn.due == following - DAY
    assert turn.key == f"{year}-{month:02d}"
