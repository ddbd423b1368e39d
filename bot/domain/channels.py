"""Channels (kênh) beside Telegram: who can be reached by which, how fast, and for how long.

Promise: a page goes by a channel only to an address of its own reader, never to a shared one.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal, Protocol
from urllib.parse import quote

from msgspec import Struct
from pydantic import Field, field_validator

from bot.domain.duration import Duration
from bot.domain.kinds import Entry
from bot.domain.people import Person

TELEGRAM = "telegram"
Elsewhere = Literal["sms", "email", "chat"]
ELSEWHERE: tuple[Elsewhere, ...] = ("sms", "email", "chat")
MINUTE = timedelta(minutes=1)
SHORTEST = timedelta(seconds=90)
# Telephone numbers in the register are Vietnamese unless they say otherwise.
COUNTRY = "84"

_PLACE = re.compile(r"\{(\w*)\}")
_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=15), timedelta(minutes=5)


class ChannelRules(Entry):
    """How one channel is used: so many a minute, so many at once, given up after so many tries."""

    per_minute: int = Field(default=30, ge=1, le=6000)
    at_once: int = Field(default=4, ge=1, le=32)
    tries: int = Field(default=6, ge=1, le=20)
    timeout: Duration = timedelta(seconds=20)

    @field_validator("timeout")
    @classmethod
    def _bounded(cls, length: timedelta) -> timedelta:
        if not timedelta(seconds=1) <= length <= timedelta(minutes=2):
            raise ValueError("must be from 1s to 2m")
        return length


class ChannelBook(Entry):
    """When the other channels take over from Telegram, and the rules of each.

    `telegram_silent`: how long Telegram may be away; `code_lives`: how long a code is good.
    """

    telegram_silent: Duration = MINUTE * 2
    code_lives: Duration = MINUTE * 30
    sms: ChannelRules = ChannelRules(per_minute=20, at_once=2)
    email: ChannelRules = ChannelRules()
    chat: ChannelRules = ChannelRules()

    @field_validator("telegram_silent", "code_lives")
    @classmethod
    def _takes_time(cls, length: timedelta) -> timedelta:
        # A quiet Telegram is heard once a minute.
        if length < SHORTEST:
            raise ValueError("must be 90s or longer")
        return length

    def rules(self, channel: str) -> ChannelRules:
        """Return the rules of a channel."""
        found: ChannelRules = getattr(self, channel)
        return found


Open = Mapping[str, frozenset[str]]
"""The channels that are set up, each with what must be known of a person to address them."""


def places(template: str) -> frozenset[str]:
    """Return what an address asks of a person; ValueError when nobody knows such a thing."""
    asked = frozenset(_PLACE.findall(template))
    unknown = asked - {"phone", "phone_local", "email", "user"}
    if unknown:
        raise ValueError(
            f"{{{min(unknown)}}} is not known; "
            "write {phone}, {phone_local}, {email} or {user}"
        )
    if not asked:
        raise ValueError(
            "an address must be each person's own: write {phone}, {phone_local}, {email} or {user}"
        )
    return asked


class Addressed(Protocol):
    """Whoever has addresses: a person, or their row in a list."""

    @property
    def phone(self) -> str | None:
        """Their telephone number."""

    @property
    def email(self) -> str | None:
        """Their mailbox."""


def ways(channels: Open, person: Addressed) -> tuple[str, ...]:
    """Return the channels by which a person can be reached beside Telegram, in a fixed order."""
    known = _known(person)
    return tuple(each for each in ELSEWHERE if each in channels and channels[each] <= known.keys())


def chosen(channels: Open, person: Person, wanted: Collection[str]) -> tuple[str, ...]:
    """Return by which channels a step of a ladder calls a person, Telegram among them.

    Who cannot be reached by what the step names is called by everything else there is.
    """
    able = ways(channels, person)
    by_telegram = person.telegram_id is not None and person.reachable is not False
    there = ((TELEGRAM,) if by_telegram else ()) + able
    return tuple(each for each in there if each in wanted) or there


def address(template: str, person: Person) -> str | None:
    """Return a template with a person's own address in it; None when that is not known."""
    known = _known(person)
    if not places(template) <= known.keys():
        return None
    return _PLACE.sub(lambda found: quote(known[found[1]], safe=""), template)


def _known(person: Addressed) -> dict[str, str]:
    known: dict[str, str] = {}
    digits = re.sub(r"\D", "", person.phone or "")
    if digits:
        abroad = (person.phone or "").strip().startswith(("+", "00"))
        full = digits.removeprefix("00") if abroad else COUNTRY + digits.removeprefix("0")
        known["phone"] = full
        known["phone_local"] = (
            f"0{full.removeprefix(COUNTRY)}" if full.startswith(COUNTRY) else full
        )
    if person.email and "@" in person.email:
        known |= {"email": person.email, "user": person.email.partition("@")[0]}
    return known


def backoff(attempts: int) -> timedelta:
    """Return how long to wait after the nth failure in a row: 15 s, 30 s, 1 min … 5 min."""
    return min(_LONGEST_WAIT, _FIRST_WAIT * 2.0 ** min(max(attempts, 1) - 1, 10))


class Room(Struct, frozen=True):
    """How many more may go by a channel now, and when there is room again if there is none."""

    count: int
    again_at: datetime | None = None


def room(rules: ChannelRules, sent: Sequence[datetime], flying: int, now: datetime) -> Room:
    """Return what a channel has room for, from what was begun in the last minute, oldest first."""
    lately = [at for at in sent if at > now - MINUTE]
    free = min(rules.at_once - flying, rules.per_minute - len(lately))
    if free > 0:
        return Room(free)
    is_full = len(lately) >= rules.per_minute
    return Room(0, lately[-rules.per_minute] + MINUTE if is_full else None)
