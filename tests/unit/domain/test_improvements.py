"""Improvements: when people are reminded of them, and what the dialogue takes."""

from datetime import date

import pytest

from bot.domain.answers import Answer, Part, State
from bot.domain.errors import Refused
from bot.domain.improvements import (
    Improvement,
    ImprovementState,
    asked,
    check_what,
    improvement_form,
    member_named,
    next_reminder,
)

TODAY = date(2026, 11, 2)  # a Monday
DUE = date(2026, 11, 20)  # a Friday
MEMBERS = [(1, "Lê Văn Bình"), (2, "Trần Thị Bình"), (3, "Nguyễn An")]


def weekdays(day):
    return day.isoweekday() <= 5


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        (date(2026, 11, 2), date(2026, 11, 17)),
        (date(2026, 11, 17), date(2026, 11, 20)),
        (date(2026, 11, 20), date(2026, 11, 23)),  # Monday, the first working day after
        (date(2026, 11, 23), date(2026, 11, 30)),
        (date(2026, 11, 28), date(2026, 12, 7)),  # a week later is a Saturday
    ],
)
def test_it_is_brought_up_before_on_and_after_its_day_then_weekly(heard, expected):
    assert next_reminder(DUE, heard, weekdays) == expected


def test_a_day_off_is_told_on_the_working_day_before_it():
    assert next_reminder(date(2026, 11, 22), date(2026, 11, 19), weekdays) == DUE


def test_reminders_come_on_working_days_alone_and_always_later():
    day = TODAY
    for _ in range(20):
        following = next_reminder(DUE, day, weekdays)
        assert following > day
        assert weekdays(following)
        day = following


def test_only_what_is_open_is_overdue():
    one = Improvement(1, 1, "SC-2026-0001", "x", 1, "Bình", DUE)
    assert one.is_overdue(date(2026, 11, 21))
    assert not one.is_overdue(DUE)
    done = Improvement(1, 1, "x", "x", 1, "Bình", DUE, ImprovementState.DONE)
    assert not done.is_overdue(date(2026, 12, 1))


def test_a_member_is_known_by_a_part_of_the_name_that_only_one_has():
    assert member_named("an", MEMBERS) == 3
    assert member_named("le van binh", MEMBERS) == 1


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("Bình", "refused-which-member"),
        ("Chi", "refused-no-such-member"),
        ("", "refused-no-such-member"),
    ],
)
def test_who_is_nobody_or_several_is_refused(words, refusal):
    with pytest.raises(Refused) as refused:
        member_named(words, MEMBERS)
    assert refused.value.text_id == refusal


def answered(**said):
    answers = {
        key: Answer(parts=(Part(chat_id=1, message_id=1, text=words),), complete=True)
        for key, words in said.items()
    }
    return State(question="summary", answers=answers)


def test_what_was_asked_is_read_back():
    state = answered(what=" Bật sao lưu ", owner="nguyen an", due="30/11")
    assert asked(state, MEMBERS, TODAY) == ("Bật sao lưu", 3, date(2026, 11, 30))


def test_somebody_who_has_left_meanwhile_is_refused():
    state = answered(what="x", due="30/11").with_answer("owner", Answer(choice="m9", complete=True))
    with pytest.raises(Refused):
        asked(state, MEMBERS, TODAY)


@pytest.mark.parametrize(("words", "is_taken"), [("2/11", True), ("1/11/2026", False)])
def test_a_day_that_has_passed_is_refused(words, is_taken):
    due = improvement_form(MEMBERS, TODAY).questions[2]
    if is_taken:
        due.check(words)
    else:
        with pytest.raises(Refused):
            due.check(words)


@pytest.mark.parametrize("words", ["", "   ", "x" * 501])
def test_nothing_and_too_much_are_refused(words):
    with pytest.raises(Refused):
        check_what(words)
