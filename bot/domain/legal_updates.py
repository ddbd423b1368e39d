"""Updates by law (cập nhật): who has got a report, what has changed since, and who must hear of it.

TT 20/2017/TT-BTTTT Đ9.2.a: what changes after something was sent goes to the same receivers. What
each of them knows is what was so when the newest thing was sent that went to them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from bot.domain.incident import REJECTED, Incident, Status
from bot.domain.kinds import Names
from bot.domain.seriousness import EFFECTS, Assessment, Mark

Essentials = Mapping[str, str]
History = Sequence[tuple[datetime, Essentials]]


class Aspect(StrEnum):
    """What is essential about an incident: other bodies act on it."""

    KIND = "kind"
    SEVERITY = "severity"
    SERIOUS = "serious"
    SCOPE = "scope"
    STATUS = "status"


SCOPE = (*EFFECTS, Mark.BEYOND, Mark.HARM, Mark.PERSONAL, Mark.SENSITIVE)
_OVER = frozenset({Status.WRAPPING_UP, Status.CLOSED})
_MINUTE = timedelta(minutes=1)


def essentials(incident: Incident, assessment: Assessment) -> dict[str, str]:
    """Return what is essential about an incident now, each aspect as one word or several."""
    return {
        Aspect.KIND: incident.kind,
        Aspect.SEVERITY: incident.severity.value,
        Aspect.SERIOUS: _serious(assessment),
        Aspect.SCOPE: " ".join(mark.value for mark in SCOPE if mark in assessment.marks),
        Aspect.STATUS: _status(incident.status),
    }


def _serious(assessment: Assessment) -> str:
    if assessment.decision is not None:
        return "decided" if assessment.decision.serious else "ordinary"
    return "proposed" if assessment.proposed_at is not None else "none"


def _status(status: Status) -> str:
    """Phases are how the team works: to others it is open, solved, or no incident after all."""
    if status in REJECTED:
        return status.value
    return "solved" if status in _OVER else "open"


class Sending(Struct, frozen=True):
    """Something that went out, and to whom; `since` is when what it updates had changed."""

    at: datetime
    to: tuple[Names, ...]
    since: datetime | None = None

    @property
    def knows(self) -> datetime:
        """Up to when what has happened is in it; who types a time of day leaves the seconds out."""
        told = self.at if self.at.second or self.at.microsecond else self.at + _MINUTE
        return max(told, self.since) if self.since is not None else told


class Change(Struct, frozen=True):
    """One aspect, as the receiver who knows least was told it, and as it is now."""

    aspect: Aspect
    before: str
    now: str


class Behind(Struct, frozen=True):
    """Who does not know yet what has changed."""

    to: tuple[Names, ...]
    changes: tuple[Change, ...]


def receivers(names: Names) -> tuple[Names, ...]:
    """Return each receiver of a list with commas; what follows a semicolon is a remark."""
    parts = {language: _parted(words) for language, words in names.items()}
    if len({len(each) for each in parts.values()}) != 1:
        return (names,)
    count = len(next(iter(parts.values())))
    return tuple({lang: each[at] for lang, each in parts.items()} for at in range(count))


def _parted(words: str) -> list[str]:
    return [each.strip() for each in re.split(r",(?![^(]*\))", words.partition(";")[0])]


def listed(names: Iterable[Names]) -> dict[str, str]:
    """Return receivers as one list again."""
    each = tuple(names)
    languages = each[0].keys() if each else ()
    return {lang: ", ".join(one.get(lang, one["vi"]) for one in each) for lang in languages}


def behind(sendings: Iterable[Sending], history: History, now: Essentials) -> Behind | None:
    """Return who knows something that is no longer so; None when nobody does."""
    newest: dict[str, tuple[datetime, Names]] = {}
    for sending in sendings:
        for name in sending.to:
            key = name["vi"].casefold()
            if key not in newest or sending.knows > newest[key][0]:
                newest[key] = (sending.knows, name)
    late = [(at, name) for at, name in newest.values() if _known(history, at, now) != now]
    if not late:
        return None
    known = _known(history, min(at for at, _ in late), now)
    return Behind(tuple(name for _, name in late), changes(known, now))


def _known(history: History, at: datetime, now: Essentials) -> Essentials:
    """Return what was so at an instant; before the first line what that line says."""
    first = history[0][1] if history else now
    return next((what for since, what in reversed(history) if since <= at), first)


def changes(before: Essentials, now: Essentials) -> tuple[Change, ...]:
    """Return every aspect that is not what it was."""
    return tuple(
        Change(each, before.get(each, ""), now.get(each, ""))
        for each in Aspect
        if before.get(each, "") != now.get(each, "")
    )
