"""The plan of a draft as a dialogue that begins at its end: everything is known, any of it changes.

What is not answered anew stays as it was, also what was once typed in other words.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.domain.answers import Answer, State
from bot.domain.form import Form, Question, Takes
from bot.domain.roster import Shift
from bot.domain.typed import Choice
from bot.domain.watch import Plan, Seats, Watch, filled, slots
from bot.domain.watch_form import (
    Wanted,
    check_first,
    check_last,
    check_name,
    patterns,
    presets,
    refuse_unread,
    seats_of,
    yes_no,
)
from bot.domain.watch_policy import Hours, WatchBook
from bot.domain.watch_words import hours_text, read_day, read_hours, read_seats, seats_text

EDIT = "watchedit"
_SAME = "same"
_YES, _NO = "yes", "no"


class Draft(Struct, frozen=True):
    """A draft as it is now: its name, first and last day, and plan."""

    name: str
    first: date
    last: date
    plan: Plan


def draft_of(watch: Watch, zone: ZoneInfo) -> Draft:
    """Return a watch by the days on which its shifts begin."""
    begins = [slot.start.astimezone(zone).date() for slot in slots(watch, zone)]
    return Draft(watch.name, min(begins), max(begins), watch.plan)


def known(plan: Plan) -> Mapping[str, Answer]:
    """Return the answers that the dialogue begins with: all is as it was."""
    same = dict.fromkeys(("name", "first", "last", "hours", "seats"), _SAME)
    said = same | {
        "deep": _YES if plan.two_deep else _NO,
        "still": _YES if plan.still_asked else _NO,
    }
    return {key: Answer(choice=choice, complete=True) for key, choice in said.items()}


def edit_form(book: WatchBook, draft: Draft, language: str, today: date, so_far: State) -> Form:
    """Return the questions about a draft's plan; what it is now is the first choice of each."""
    first = _day(so_far, "first", draft.first, today)
    return Form(
        EDIT,
        (
            _question("name", draft.name, ("tên", "name"), check_name),
            _question(
                "first",
                f"{draft.first:%d/%m/%Y}",
                ("từ ngày", "ngày đầu", "from", "first day"),
                lambda text: check_first(text, today),
            ),
            _question(
                "last",
                f"{draft.last:%d/%m/%Y}",
                ("đến ngày", "ngày cuối", "to", "last day"),
                lambda text: check_last(text, first, today),
            ),
            _question(
                "hours",
                hours_text(draft.plan.hours),
                ("ca", "giờ", "hours"),
                lambda text: refuse_unread(read_hours(text)),
                patterns(book, language),
            ),
            _question(
                "seats",
                seats_text(draft.plan.seats, book, language),
                ("vị trí", "người", "posts"),
                lambda text: refuse_unread(read_seats(text, book.posts)),
                seats_of(presets(book), book, language),
            ),
            Question("deep", Takes.CHOICE, yes_no("deep"), 2, words=("hai người", "two")),
            Question("still", Takes.CHOICE, yes_no("still"), 2, words=("hỏi", "ask")),
        ),
    )


def _question(
    key: str,
    now: str,
    words: tuple[str, ...],
    check: Callable[[str], None],
    others: Sequence[Choice] = (),
) -> Question:
    """Return a question with what is so now as its first choice; the same is not offered twice."""
    same = Choice(_SAME, caption=now)
    different = tuple(each for each in others if not (each.caption or "").endswith(f"({now})"))
    choices = (same, *(each for each in different if each.caption != now))
    return Question(key, Takes.TEXT, choices, words=words, check=check)


def _day(state: State, key: str, now: date, after: date) -> date:
    answer = state.answer(key)
    return now if answer.choice == _SAME or not answer.text else read_day(answer.text, after)


def wanted(state: State, book: WatchBook, draft: Draft, began: date) -> Wanted:
    """Return what the draft is to be; `began` is the day on which the person began to answer."""
    name = state.answer("name")
    first = _day(state, "first", draft.first, began)
    plan = Plan(
        seats=_seats(state, book, draft.plan),
        hours=_hours(state, book, draft.plan),
        two_deep=state.answer("deep").choice == _YES,
        still_asked=state.answer("still").choice == _YES,
    )
    return Wanted(
        draft.name if name.choice == _SAME else name.text.strip(),
        first,
        _day(state, "last", draft.last, first),
        plan,
    )


def _seats(state: State, book: WatchBook, now: Plan) -> tuple[Seats, ...]:
    answer = state.answer("seats")
    if answer.choice == _SAME:
        return now.seats
    return presets(book).get(answer.choice or "") or read_seats(answer.text, book.posts)


def _hours(state: State, book: WatchBook, now: Plan) -> tuple[Hours, ...]:
    answer = state.answer("hours")
    if answer.choice == _SAME:
        return now.hours
    for each in book.patterns:
        if each.code == answer.choice:
            return each.shifts
    return read_hours(answer.text)


def without_place(watch: Watch, shifts: Sequence[Shift], zone: ZoneInfo) -> list[Shift]:
    """Return the shifts for which a watch has no place, earliest first."""
    kept = {shift.id for _, shift in filled(slots(watch, zone), shifts) if shift is not None}
    left = (shift for shift in shifts if shift.id not in kept)
    return sorted(left, key=lambda shift: (shift.start, shift.post, shift.id))
