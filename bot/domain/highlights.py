"""Highlights (điểm nhấn): which reactions count, what a change of them means, what stands out."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

# People may react with a fixed set of signs: of ours it has ✍ and ⚡. 📌 and ⭐ are what people
# look for; should Telegram ever offer them they count too.
SIGNS = frozenset("✍⚡📌⭐")
HIGHLIGHTED, TAKEN_OFF = "highlighted", "highlight-off"
_STYLE = "\ufe0f"  # some phones send it behind a sign, others do not


class Line(Struct, frozen=True):
    """A line of the timeline: somebody highlighted another line, or does so no more."""

    kind: str
    person_id: int | None
    details: Mapping[str, Any]


def change(before: Iterable[str], after: Iterable[str]) -> bool | None:
    """Return whether a highlight was put on (True) or taken off (False); None when neither."""
    was, now = (any(sign.replace(_STYLE, "") in SIGNS for sign in each) for each in (before, after))
    return None if was == now else now


def standing(lines: Iterable[Line]) -> dict[int, frozenset[int | None]]:
    """Return which lines are highlighted by now, each with by whom."""
    by: dict[int, set[int | None]] = {}
    for line in lines:
        people = by.setdefault(int(line.details["line"]), set())
        (people.add if line.kind == HIGHLIGHTED else people.discard)(line.person_id)
    return {line_id: frozenset(people) for line_id, people in by.items() if people}
