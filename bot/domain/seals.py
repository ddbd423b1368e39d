"""Seals (niêm phong): a chain of digests by which a changed, missing or added line shows.

Each line of a timeline carries the SHA-256 of itself and of the seal before it. An anchor is one
digest over everything sealed since the anchor before; the team's group keeps a copy of it.
Each timeline has a head beside it, by which the end that was cut off shows before the next anchor.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any

from msgspec import Struct, field

# A clock that is set right may step back a little; an hour is somebody's doing.
STEP_BACK = timedelta(hours=1)
CODE_LENGTH = 16


class Line(Struct, frozen=True):
    """One line of a timeline as it is kept; `id` says its place, and is no part of the seal."""

    incident_id: int
    at: datetime
    kind: str
    person_id: int | None = None
    text: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    chat_id: int | None = None
    message_id: int | None = None
    id: int = 0
    seal: str = ""


class Anchor(Struct, frozen=True):
    """A digest over the seals of every line after the anchor before, up to line `upto`.

    After them come the hashes of the papers of periods that it covers.
    """

    id: int
    at: datetime
    upto: int
    lines: int
    digest: str


class Head(Struct, frozen=True):
    """How many lines a timeline has, and the id and the seal of the newest."""

    incident_id: int
    lines: int
    line_id: int
    seal: str


class Fault(StrEnum):
    """What does not fit any more."""

    CHANGED = "changed"  # the line, or one that stood between it and the line before
    BACKDATED = "backdated"  # it stands behind a line that is more than an hour younger
    CUT = "cut"  # nothing stands behind the line, and the head knows of more
    GONE = "gone"  # no line is there, and the head knows of some
    HEAD = "head"  # the head is missing or another one, or there are too few lines before its own
    ORPHAN = "orphan"  # the incident itself is missing
    ENDING = "ending"  # whether, how or when it has ended is not what its timeline says last
    SEVERITY = "severity"  # the same of how urgent it is
    CONFIDENTIAL = "confidential"  # the same of whether it is kept from the many
    DRILL = "drill"  # the same of whether it is only practised
    ANCHOR = "anchor"  # lines up to it, or papers, are missing, added or made anew
    PAPER = "paper"  # the paper whose hash the line holds is gone or another one
    VERSION = "version"  # the same of a version of a period's paper, which no line tells of
    FILE = "file"  # the same of a file kept as evidence


class Found(Struct, frozen=True):
    """A fault, and where: a line of an incident, an anchor, or a version of some `paper`."""

    fault: Fault
    id: int
    incident_id: int | None = None
    paper: str = ""


def seal(before: str, line: Line) -> str:
    """Return the seal of a line that follows the line with the seal `before`."""
    parts = [
        before,
        line.incident_id,
        line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        line.person_id,
        line.kind,
        line.text,
        line.details,
        line.chat_id,
        line.message_id,
    ]
    written = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def anchor(before: str, seals: Iterable[str]) -> str:
    """Return the digest of an anchor over seals in the order of their lines."""
    whole = sha256(before.encode())
    for each in seals:
        whole.update(each.encode())
    return whole.hexdigest()


def broken(lines: Sequence[Line]) -> list[Found]:
    """Return what is wrong with the lines of one incident, given in their order.

    What follows a changed line is judged by the seal that is there, so that one deed is one fault.
    """
    found = []
    before, youngest = "", None
    for line in lines:
        if line.seal != seal(before, line):
            found.append(Found(Fault.CHANGED, line.id, line.incident_id))
        elif youngest is not None and line.at < youngest - STEP_BACK:
            found.append(Found(Fault.BACKDATED, line.id, line.incident_id))
        before = line.seal
        youngest = line.at if youngest is None else max(youngest, line.at)
    return found


def beheaded(lines: Sequence[Line], head: Head | None, *, is_broken: bool = False) -> list[Found]:
    """Return in what the lines of one incident, given in their order, and its head differ.

    Where the chain `is_broken` their number says nothing new: one deed is one fault.
    """
    last = lines[-1]
    if head is not None and last.id < head.line_id:
        return [Found(Fault.CUT, last.id, last.incident_id)]
    if (
        head is not None
        and (head.line_id, head.seal) == (last.id, last.seal)
        and (is_broken or head.lines == len(lines))
    ):
        return []
    return [Found(Fault.HEAD, last.id, last.incident_id)]


def code(digest: str) -> str:
    """Return the short form of a digest that people can compare: `3F2A-90C1-77DE-04B8`."""
    short = digest[:CODE_LENGTH].upper()
    return "-".join(short[i : i + 4] for i in range(0, CODE_LENGTH, 4))
