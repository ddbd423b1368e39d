"""The roll call (điểm danh): who is there, on the way, helps from afar, cannot, or is silent."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct

from bot.domain.typed import unaccented


class Presence(StrEnum):
    """What somebody answers who is wanted; whoever calls the roll is there."""

    HERE = "here"
    COMING = "coming"
    REMOTE = "remote"
    CANNOT = "cannot"


class Called(Struct, frozen=True):
    """Somebody who was asked whether they help, or has said so unasked."""

    person_id: int
    name: str
    answer: Presence | None = None
    at: datetime | None = None


class RollCall(Struct, frozen=True):
    """Everybody who was asked about one incident; `begun_at` is None while nobody has called."""

    people: tuple[Called, ...] = ()
    begun_at: datetime | None = None

    @property
    def answered(self) -> int:
        """How many have said anything."""
        return sum(1 for each in self.people if each.answer is not None)

    @property
    def silent(self) -> tuple[Called, ...]:
        """Who has said nothing."""
        return tuple(each for each in self.people if each.answer is None)

    def who(self, answer: Presence) -> tuple[Called, ...]:
        """Return who has said that."""
        return tuple(each for each in self.people if each.answer is answer)

    def of(self, person_id: int | None) -> Presence | None:
        """Return what somebody has said."""
        found = (each.answer for each in self.people if each.person_id == person_id)
        return next(found, None)


OFFERED = (Presence.COMING, Presence.REMOTE, Presence.CANNOT)  # as buttons

_SAID: dict[Presence, frozenset[str]] = {
    Presence.HERE: frozenset(
        {
            *("co mat", "dang co mat", "toi co mat", "em co mat", "da co mat", "da den"),
            *("present", "here", "i m here", "i am here"),
        }
    ),
    Presence.COMING: frozenset(
        {
            *("dang den", "den ngay", "toi dang den", "em dang den", "minh dang den", "den"),
            *("dang tren duong", "tren duong", "dang toi", "toi ngay", "toi den ngay"),
            *("coming", "on my way", "on the way", "i m coming", "omw"),
        }
    ),
    Presence.REMOTE: frozenset(
        {
            *("lam tu xa", "tu xa", "toi lam tu xa", "em lam tu xa", "lam o nha", "ho tro tu xa"),
            *("remote", "remotely", "from home", "i m remote", "working remotely"),
        }
    ),
    Presence.CANNOT: frozenset(
        {
            *("khong the", "khong the den", "khong den duoc", "khong tham gia duoc", "ban"),
            *("dang ban", "toi khong the", "em khong the", "chiu", "khong duoc"),
            *("cannot", "can t", "i can t", "i cannot", "unable", "busy", "not able"),
        }
    ),
}


def said(words: str) -> Presence | None:
    """Return the answer that words stand for; None when they are something else."""
    plain = unaccented(words)
    return next((answer for answer, known in _SAID.items() if plain in known), None)


def to_ask(roll: RollCall, wanted: Sequence[int]) -> tuple[int, ...]:
    """Return who of the wanted is asked now: who has not answered yet, each once."""
    settled = {each.person_id for each in roll.people if each.answer is not None}
    return tuple(dict.fromkeys(each for each in wanted if each not in settled))


def addressed(details: Mapping[str, Any]) -> str:
    """Return whom a roll call's line says were asked: the group, people of their own, or both."""
    of_their_own = "people" if details.get("people") else "nobody"
    return f"group-{of_their_own}" if details.get("group") else of_their_own
