"""The roll-up (tổng hợp) of a campaign: who has answered, what it comes to, who is missing or late.

Counted over plain rows and at one instant, so that it is made anew whenever a late answer comes.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from bot.domain.campaign import is_late
from bot.domain.typed import unaccented

YES, NO = "yes", "no"
Name = tuple[tuple[str, int], ...]
_FIGURES = re.compile(r"(\d+)")


class Mark(StrEnum):
    """How far one assignment is, the best first."""

    DONE = "done"
    LATE = "late"  # done, after its deadline
    EXEMPT = "exempt"  # it does not apply there
    RETURNED = "returned"  # the team wants it corrected
    STARTED = "started"
    OPENED = "opened"
    SILENT = "silent"  # nobody there has looked at it
    UNREACHABLE = "unreachable"  # there is nobody whom it could be sent to


FINISHED = frozenset({Mark.DONE, Mark.LATE})
_MARKS = {
    "accepted": Mark.EXEMPT,
    "not_applicable": Mark.EXEMPT,
    "returned": Mark.RETURNED,
    "started": Mark.STARTED,
}


class Question(Struct, frozen=True):
    """What was asked: `kind` as in the campaign's questions, `choices` by code.

    `of` is the code of the number that this one is a part of.
    """

    code: str
    kind: str
    name: str
    choices: Mapping[str, str] = field(default_factory=dict)
    of: str = ""


class Reply(Struct, frozen=True):
    """One assignment as it is counted; the agency's `group` is its kind, or whoever is above it."""

    agency: str
    mark: Mark
    due_at: datetime
    group: str = ""
    system: str = ""
    done_at: datetime | None = None
    reason: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)
    contacts: tuple[str, ...] = ()
    agency_id: int = 0

    @property
    def is_open(self) -> bool:
        """Whether the agency still owes it."""
        return self.mark not in FINISHED and self.mark is not Mark.EXEMPT

    def is_overdue(self, now: datetime) -> bool:
        """Whether it is owed and its deadline has passed."""
        return self.is_open and is_late(now, self.due_at)

    @property
    def name(self) -> str:
        """The agency, with the system where each system has its own."""
        return f"{self.agency} · {self.system}" if self.system else self.agency


class Sum(Struct, frozen=True):
    """What all answers to one question come to; `total` of `whole` for a number of something."""

    question: Question
    answered: int = 0
    total: int = 0
    whole: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None

    @property
    def permille(self) -> int | None:
        """Thousandths of the whole, never rounded up; None without a whole."""
        return self.total * 1000 // self.whole if self.whole else None


class Standing(Struct, frozen=True):
    """How many of some assignments are how far."""

    name: str
    counts: Mapping[Mark, int]
    overdue: int = 0

    @property
    def all(self) -> int:
        """How many there are."""
        return sum(self.counts.values())

    @property
    def asked(self) -> int:
        """How many are asked for: all but those to which it does not apply."""
        return self.all - self.counts.get(Mark.EXEMPT, 0)

    @property
    def finished(self) -> int:
        """How many are done, late or not."""
        return sum(self.counts.get(mark, 0) for mark in FINISHED)

    @property
    def permille(self) -> int | None:
        """Thousandths that are done, never rounded up; None when nothing was asked."""
        return self.finished * 1000 // self.asked if self.asked else None


class Rollup(Struct, frozen=True):
    """A campaign in figures at an instant; `missing` the longest overdue first, then by name."""

    made_at: datetime
    whole: Standing
    groups: tuple[Standing, ...]
    sums: tuple[Sum, ...]
    replies: tuple[Reply, ...]
    missing: tuple[Reply, ...]
    late: tuple[Reply, ...]


def mark_of(
    state: str,
    *,
    reason: str = "",
    late: bool = False,
    opened: bool = False,
    reachable: bool = True,
) -> Mark:
    """Return how far an assignment in a state is; with a reason what was accepted is that."""
    if state in ("done", "accepted") and not (state == "accepted" and reason):
        return Mark.LATE if late else Mark.DONE
    if state in _MARKS:
        return _MARKS[state]
    if opened:
        return Mark.OPENED
    return Mark.SILENT if reachable else Mark.UNREACHABLE


def roll_up(questions: Sequence[Question], replies: Iterable[Reply], now: datetime) -> Rollup:
    """Count a campaign as it is now; answers of what is not done yet are not summed."""
    known = tuple(replies)
    finished = [reply for reply in known if reply.mark in FINISHED]
    groups: dict[str, list[Reply]] = {}
    for reply in known:
        groups.setdefault(reply.group, []).append(reply)
    return Rollup(
        now,
        standing("", known, now),
        tuple(standing(name, groups[name], now) for name in sorted(groups, key=alphabetical)),
        tuple(summed(question, finished) for question in questions),
        known,
        tuple(sorted((reply for reply in known if reply.is_open), key=_owed)),
        tuple(sorted((reply for reply in known if reply.mark is Mark.LATE), key=_owed)),
    )


def standing(name: str, replies: Sequence[Reply], now: datetime) -> Standing:
    """Count how far some assignments are."""
    counts = Counter(reply.mark for reply in replies)
    return Standing(name, counts, sum(reply.is_overdue(now) for reply in replies))


def _owed(reply: Reply) -> tuple[datetime, Name, Name]:
    return reply.due_at, alphabetical(reply.agency), alphabetical(reply.system)


def alphabetical(name: str) -> Name:
    """Return what names are sorted by: accents left out, and number 10 after number 9."""
    parts = _FIGURES.split(unaccented(name))
    return tuple((part, 0) if n % 2 == 0 else ("", int(part)) for n, part in enumerate(parts))


def summed(question: Question, replies: Sequence[Reply]) -> Sum:
    """Add up what was answered to one question; what was left out counts for nothing."""
    known = [reply.answers for reply in replies]
    if question.of:
        pairs = ((each.get(question.code), each.get(question.of)) for each in known)
        return _parts(question, [pair for pair in pairs if None not in pair])
    found = [answers.get(question.code) for answers in known]
    given = [answer for answer in found if answer not in (None, "", [])]
    adds = _ADDS.get(question.kind, _counted)
    return adds(question, given)


def _counted(question: Question, given: Sequence[Any]) -> Sum:
    return Sum(question, len(given))


def _numbers(question: Question, given: Sequence[Any]) -> Sum:
    return Sum(question, len(given), sum(given))


def _parts(question: Question, given: Sequence[Any]) -> Sum:
    return Sum(question, len(given), sum(part for part, _ in given), sum(of for _, of in given))


def _yes_or_no(question: Question, given: Sequence[Any]) -> Sum:
    yes = sum(answer is True for answer in given)
    return Sum(question, len(given), counts={YES: yes, NO: len(given) - yes})


def _choices(question: Question, given: Sequence[Any]) -> Sum:
    """Count each choice in its order; one that the question no longer has comes last."""
    counts = dict.fromkeys(question.choices, 0) | dict.fromkeys(given, 0)
    for answer in given:
        counts[answer] += 1
    return Sum(question, len(given), counts=counts)


def _dates(question: Question, given: Sequence[Any]) -> Sum:
    days = [day if isinstance(day, date) else date.fromisoformat(day) for day in given]
    return Sum(question, len(given), first=min(days, default=None), last=max(days, default=None))


_ADDS: Mapping[str, Callable[[Question, Sequence[Any]], Sum]] = {
    "number": _numbers,
    "number_of": _parts,
    "yes_no": _yes_or_no,
    "choice": _choices,
    "date": _dates,
}
