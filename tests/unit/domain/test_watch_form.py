from datetime import date
from typing import Any

import pytest

from bot.catalog import load
from bot.domain.answers import SUMMARY, Part, State
from bot.domain.errors import Refused
from bot.domain.form import Form
from bot.domain.turn import Then, begin, pressed, typed
from bot.domain.watch import Plan, Seats
from bot.domain.watch_form import (
    LONGEST_NAME,
    Days,
    Offers,
    file_form,
    presets,
    usual_plan,
    wanted,
    watch_form,
)
from bot.domain.watch_words import read_hours

BOOK = load().watch
TODAY = date(2026, 11, 22)
TET = Days("Tết Nguyên đán 2027", date(2027, 2, 3), date(2027, 2, 11))
LAST = Plan(seats=(Seats(post="gác cổng", people=2),), hours=read_hours("07:30-07:30"))
NOTHING, TET_OR_AS_LAST = Offers(), Offers((TET,), LAST)


def form(offers: Offers = NOTHING, so_far: State | None = None) -> Form:
    return watch_form(BOOK, offers, "vi", TODAY, so_far)


def answered(*answers: str, offers: Offers = NOTHING) -> State:
    """Return the state after typing each answer to the question that is asked then."""
    state = begin(form(offers))
    for number, answer in enumerate(answers):
        part = Part(chat_id=1, message_id=number, text=answer)
        turn = typed(form(offers, state), state, part)
        assert turn.then is Then.ASK
        state = turn.state
    return state


def test_a_watch_is_planned_by_typing():
    state = answered(
        "Trực lễ 30/4", "30/4", "3/5", "07:30-19:30, 19:30-07:30", "trực ban 2, chỉ huy", "có", "2"
    )
    assert state.question == SUMMARY
    asked = wanted(state, BOOK, NOTHING, TODAY)
    assert (asked.name, asked.first, asked.last) == (
        "Trực lễ 30/4", date(2027, 4, 30), date(2027, 5, 3),
    )  # fmt: skip
    assert asked.plan == Plan(
        seats=(Seats(post="primary", people=2), Seats(post="commander")),
        hours=read_hours("07:30-19:30, 19:30-07:30"),
        two_deep=True,
        still_asked=False,
    )


@pytest.mark.parametrize(
    ("written", "shifts"),
    [("3 ca", 3), ("3x8", 3), ("3×8", 3), ("2 ca", 2), ("2 x 12", 2), ("24h", 1), ("cả ngày", 1)],  # noqa: RUF001 what people type
)
def test_a_pattern_is_chosen_in_the_words_of_the_trade(written: str, shifts: int):
    state = answered("Trực bão", "30/4", "3/5", written, "1", "có", "có")
    assert len(wanted(state, BOOK, NOTHING, TODAY).plan.hours) == shifts


def test_a_holiday_is_known_without_its_year():
    assert answered("tet nguyen dan", offers=TET_OR_AS_LAST).question == "hours"


def test_a_holiday_brings_its_days_along():
    state = answered("Tết Nguyên đán 2027", offers=TET_OR_AS_LAST)
    assert state.question == "hours"
    state = answered(
        "1", "three_eights", "1", "không", "không",
        offers=TET_OR_AS_LAST,
    )  # fmt: skip
    asked = wanted(state, BOOK, TET_OR_AS_LAST, TODAY)
    assert (asked.name, asked.first, asked.last) == (TET.name, TET.first, TET.last)
    assert len(asked.plan.hours) == 3
    assert asked.plan.seats == LAST.seats


def test_a_holiday_exchanged_for_a_name_asks_for_the_days():
    state = answered("1", "two_twelves", "all", "có", "có", offers=TET_OR_AS_LAST)
    assert state.question == SUMMARY
    here = form(TET_OR_AS_LAST, state)
    state = pressed(here, state, SUMMARY, "-change").state
    state = pressed(here, state, "change", "name").state
    part = Part(chat_id=1, message_id=90, text="Đại hội")
    assert typed(here, state, part).state.question == "first"


def test_a_new_first_day_asks_for_the_last_again():
    state = answered("Tết", "28/2/2027", "1/3", "whole_day", "all", "có", "có")
    here = form(NOTHING, state)
    state = pressed(here, state, SUMMARY, "-change").state
    state = pressed(here, state, "change", "first").state
    state = typed(here, state, Part(chat_id=1, message_id=91, text="27/2/2028")).state
    assert state.question == "last"
    state = typed(form(NOTHING, state), state, Part(chat_id=1, message_id=92, text="29/2")).state
    asked = wanted(state, BOOK, NOTHING, TODAY)
    assert (asked.first, asked.last) == (date(2028, 2, 27), date(2028, 2, 29))


def test_days_across_the_new_year_are_read_in_order():
    state = answered("Tết Dương lịch", "30/12", "2/1", "whole_day", "all", "có", "có")
    asked = wanted(state, BOOK, NOTHING, TODAY)
    assert (asked.first, asked.last) == (date(2026, 12, 30), date(2027, 1, 2))


def test_days_are_counted_from_when_the_dialogue_began():
    state = answered("Đêm nay", "mai", "mai", "whole_day", "all", "có", "có")
    asked = wanted(state, BOOK, NOTHING, TODAY)
    assert (asked.first, asked.last) == (date(2026, 11, 23), date(2026, 11, 24))


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        (["x" * (LONGEST_NAME + 1)], "refused-watch-name"),
        (["Trực\nlễ"], "refused-watch-name"),
        (["Trực lễ", "hôm qua"], "refused-watch-day"),
        (["Trực lễ", "1/1/2026"], "refused-watch-past"),
        (["Trực lễ", "30/4/2027", "29/4/2027"], "refused-watch-backwards"),
        (["Trực lễ", "30/4/2027", "30/4/2028"], "refused-watch-long"),
        (["Trực lễ", "30/4", "3/5", "sáng, chiều"], "refused-watch-hours"),
        (["Trực lễ", "30/4", "3/5", "whole_day", "7"], "refused-watch-post"),
    ],
)
def test_what_cannot_be_is_refused_where_it_is_asked(answers: list[str], reason: str):
    *before, last = answers
    state = answered(*before)
    with pytest.raises(Refused) as refused:
        typed(form(NOTHING, state), state, Part(chat_id=1, message_id=99, text=last))
    assert refused.value.text_id == reason


def test_the_posts_of_the_last_watch_are_the_first_button():
    seats = next(q for q in form(TET_OR_AS_LAST).questions if q.key == "seats")
    assert [choice.code for choice in seats.choices] == ["last", "usual", "deep", "all"]
    assert seats.choices[0].caption == "gác cổng 2"


def test_presets_that_would_be_the_same_are_offered_once():
    one = BOOK.model_copy(update={"posts": BOOK.posts[1:2]})
    assert list(presets(one)) == ["usual"]


@pytest.mark.parametrize("left_out", ["primary", "commander"])
def test_a_catalog_with_other_posts_has_presets_and_a_usual_plan(left_out: str):
    posts = tuple(post for post in BOOK.posts if post.code != left_out)
    book = BOOK.model_copy(update={"posts": posts})
    assert left_out not in {seats.post for seats in usual_plan(book, None).seats}


def test_the_usual_plan_is_the_last_one_or_two_shifts_a_day():
    assert usual_plan(BOOK, LAST) == LAST
    plan = usual_plan(BOOK, None)
    assert [seats.post for seats in plan.seats] == ["commander", "primary", "backup"]
    assert len(plan.hours) == 2


def test_a_roster_file_is_all_that_is_asked_for():
    asked: Any = file_form()
    assert [question.key for question in asked.questions] == ["file"]
    assert not asked.confirm
