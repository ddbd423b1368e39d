"""The draft after an incident in words: for the chat, and line by line for its paper."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from bot.domain.after_action import AfterAction, Passed
from bot.domain.course import Finding
from bot.domain.improvements import Improvement
from bot.services.drill_words import kind_of
from bot.services.facts import IncidentFacts
from bot.services.improvement_words import improvement

MOST = 12  # findings of a kind that a message has room for
Line = dict[str, Any]


class Told(Protocol):
    """What the words are made from."""

    @property
    def incident(self) -> IncidentFacts:
        """The incident."""

    @property
    def draft(self) -> AfterAction:
        """What its log shows."""

    @property
    def improvements(self) -> tuple[Improvement, ...]:
        """What is to become better."""


def said(review: Told) -> Line:
    """Return the draft as a text with its values and keys."""
    incident = review.incident
    add = {"label": "button-improve", "data": f"improve:{incident.id}", "style": "primary"}
    return {
        "text": "aar-draft",
        "code": incident.code,
        "about": kind_of(incident.kind, drill=incident.drill),
        "severity": {"severity": incident.severity.value},
        "lines": {"lines": list(_lines(review))},
        "keys": [[add]],
        "kept": incident.confidential,
    }


def _lines(review: Told) -> Iterator[Line]:
    yield {"text": "aar-part-course"}
    yield from (mark(passed) for passed in review.draft.marks)
    for part, found in (("helped", review.draft.helped), ("slowed", review.draft.slowed)):
        yield {"text": f"aar-part-{part}"}
        yield from _findings(found)
    if review.improvements:
        yield {"text": "aar-part-improvements"}
        yield from (improvement(each) for each in review.improvements)


def _findings(found: Sequence[Finding]) -> Iterator[Line]:
    if not found:
        yield {"text": "aar-nothing"}
    yield from ({"text": "aar-point", "point": finding(each)} for each in found[:MOST])
    if len(found) > MOST:
        yield {"text": "aar-more", "count": len(found) - MOST}


def mark(passed: Passed) -> Line:
    """Return one line of the course: what, when, by whom, how long after the one before."""
    what = {"text": f"aar-mark-{passed.mark}"}
    if passed.at is None:
        return {"text": "aar-mark-none", "what": what}
    return {
        "text": "aar-mark-after" if passed.after else "aar-mark",
        "what": what,
        "at": value(passed.at),
        "name": passed.name or {"text": "aar-unnamed"},
        "after": value(passed.after or timedelta(0)),
    }


def finding(found: Finding) -> Line:
    """Return what helped or slowed, as a text."""
    return {"text": f"aar-{found.what}", **{k: value(v) for k, v in found.values.items()}}


def value(found: object) -> object:
    """Return a value of a rule as a value of a text."""
    match found:
        case timedelta():
            return {"duration": int(found.total_seconds())}
        case datetime():
            return {"instant": found.isoformat()}
        case tuple():
            return {"list": list(found)} if found else {"text": "nobody"}
        case Mapping():
            return {"names": dict(found)}
        case _:
            return found
