"""Bringing somebody in: whom a request names, for which incident, and why."""

from enum import StrEnum

from msgspec import Struct

from bot.domain.codes import parted
from bot.domain.typed import unaccented

_EVERYBODY = frozenset(
    {
        *("group", "team", "all", "everybody", "everyone", "nhom", "ca nhom", "doi", "ca doi"),
        *("tat ca", "moi nguoi", "toan doi"),
    }
)
_ENDS_A_NAME = (":", ",", ";")


class Stand(StrEnum):
    """Where a request to bring somebody in stands."""

    OFFERED = "offered"  # it is asked first: is somebody else on duty? really everybody?
    CALLED = "called"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    DROPPED = "dropped"  # somebody else was called instead


class Wanted(Struct, frozen=True):
    """What was asked for; `code` is empty when none was named."""

    who: str
    why: str
    code: str = ""

    @property
    def is_everybody(self) -> bool:
        """Whether the whole team is meant."""
        return unaccented(self.who) in _EVERYBODY


def read(words: str) -> Wanted:
    """Read `@ha SC-2026-0001 why`, `Trần Hà SC-2026-0001 why`, or the code first, or none."""
    tokens = words.split(" ")
    for at in range(len(tokens)):
        code, why = parted(" ".join(tokens[at:]))
        if not code:
            continue
        if at:
            return Wanted(" ".join(tokens[:at]).strip(" :,;"), why, code)
        return Wanted(*_who(why), code)
    return Wanted(*_who(words.strip()))


def _who(words: str) -> tuple[str, str]:
    """Part whom words begin with from the rest: until a colon or comma, else the first word."""
    ends = [words.find(sign) for sign in _ENDS_A_NAME if sign in words]
    if ends and min(ends) > 0 and not words.startswith("@"):
        return words[: min(ends)].strip(), words[min(ends) + 1 :].strip()
    who, _, why = words.partition(" ")
    return who.strip(" :,;"), why.strip()
