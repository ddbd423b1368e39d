"""Improvements (việc cải thiện): what is to become better after an incident, by whom, by when.

They outlive their incident. All days are the team's; reminders come on working days alone.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from bot.domain.answers import State
from bot.domain.campaign_form import day_of, read_deadline
from bot.domain.deadlines import DAY, Working, last_working, next_working
from bot.domain.errors import Refused
from bot.domain.form import Form, Question, Takes
from bot.domain.typed import Choice, unaccented

IMPROVEMENT, UNNEEDED = "improvement", "unneeded"
LONGEST = 500
BEFORE = timedelta(days=3)
WEEK = timedelta(days=7)
_OFFERED = (7, 14, 30)
_SHOWN = 20
_FARTHEST = timedelta(days=730)


class ImprovementState(StrEnum):
    """What became of one."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"  # not needed after all


class Improvement(Struct, frozen=True):
    """One thing to be made better; `code` is its incident's, `owner` who does it."""

    id: int
    incident_id: int
    code: str
    what: str
    owner_id: int
    owner: str
    due_on: date
    state: ImprovementState = ImprovementState.OPEN
    added_by_id: int = 0
    settled_by: str | None = None
    settled_at: datetime | None = None
    reason: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state is ImprovementState.OPEN

    def is_overdue(self, today: date) -> bool:
        """Tell whether it should have been done before today."""
        return self.is_open and self.due_on < today


class Progress(Struct, frozen=True):
    """How many are open now, how many of these are overdue, how many were done in a period."""

    open: int = 0
    overdue: int = 0
    done: int = 0

    def __bool__(self) -> bool:
        """Return whether there is anything to tell."""
        return bool(self.open or self.done)


def next_reminder(due: date, heard_on: date, working: Working) -> date:
    """Return the next day on which it is brought up: before, on and after its last day, weekly."""
    planned = (last_working(due - BEFORE, working), last_working(due, working))
    coming = [day for day in planned if day > heard_on]
    if coming:
        return coming[0]
    first_after = next_working(due, working)
    if heard_on < first_after:
        return first_after
    later = heard_on + WEEK
    return later if working(later) else next_working(later, working)


Members = Sequence[tuple[int, str]]
"""Who may do it: (id, name)."""


def improvement_form(members: Members, today: date) -> Form:
    """Return what is asked: what, who, by when."""
    named = tuple(Choice(f"m{person_id}", caption=name) for person_id, name in members[:_SHOWN])
    days = tuple(
        Choice(f"d{day:%Y%m%d}", caption=f"{day:%d/%m/%Y}", words=(f"{day:%d/%m}",))
        for day in (today + days * DAY for days in _OFFERED)
    )
    return Form(
        IMPROVEMENT,
        (
            Question("what", Takes.TEXT, check=check_what, words=("việc", "what")),
            Question(
                "owner",
                Takes.TEXT,
                named,
                2,
                check=lambda words: _check_member(words, members),
                words=("ai", "người", "who"),
            ),
            Question(
                "due",
                Takes.TEXT,
                days,
                3,
                check=lambda words: _check_due(read_deadline(words, today), today),
                words=("hạn", "ngày", "by when"),
            ),
        ),
    )


def check_what(words: str) -> None:
    """Refuse what says nothing, or too much for one task."""
    if not 0 < len(words.strip()) <= LONGEST:
        raise Refused("refused-improvement-long", most=LONGEST)


def member_named(words: str, members: Members) -> int:
    """Return the one member who is meant; Refused when there is none or more than one."""
    wanted = unaccented(words)
    exact = [person_id for person_id, name in members if unaccented(name) == wanted]
    part = [(person_id, name) for person_id, name in members if _has(name, wanted)]
    if len(exact) == 1:
        return exact[0]
    if len(part) == 1:
        return part[0][0]
    if part:
        names = {"list": [name for _, name in part[:5]]}
        raise Refused("refused-which-member", name=words.strip()[:40], names=names)
    raise Refused("refused-no-such-member", name=words.strip()[:40] or "—")


def _has(name: str, wanted: str) -> bool:
    return bool(wanted) and f" {wanted} " in f" {unaccented(name)} "


def _check_member(words: str, members: Members) -> None:
    member_named(words, members)


def _check_due(day: date, today: date) -> None:
    if not today <= day <= today + _FARTHEST:
        raise Refused("refused-improvement-due")


def asked(state: State, members: Members, today: date) -> tuple[str, int, date]:
    """Return what is to be done, by whom, by when; Refused when that cannot be any more."""
    choice = state.answer("owner").choice
    known = {f"m{person_id}": person_id for person_id, _ in members}
    if choice is None:
        owner = member_named(state.answer("owner").text, members)
    elif choice in known:
        owner = known[choice]
    else:
        raise Refused("refused-no-such-member", name="?")
    due = day_of(state, "due", today)
    if due is None:
        raise Refused("refused-form-unready")
    return state.answer("what").text.strip(), owner, due


def unneeded_form() -> Form:
    """Return the one question: why it is not needed after all."""
    return Form(
        UNNEEDED,
        (Question("reason", Takes.TEXT, check=check_what, words=("lý do", "reason")),),
        confirm=False,
    )
