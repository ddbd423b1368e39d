"""What members write behind /swap: which shift, which part of it, whom to ask, and why."""

import re
from datetime import date

from msgspec import Struct

from bot.domain.errors import Refused
from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift
from bot.domain.swaps import part_between
from bot.domain.team import Team
from bot.domain.typed import unaccented
from bot.domain.watch_words import read_clock, read_day
from bot.services.asking import Wish
from bot.services.swaps import own
from storage import people, roster
from storage.database import Tx

LONGEST_REASON = 200
_CLOCK = r"\d{1,2}(?:[:hg.]\d{0,2})?"
_PART = re.compile(
    rf"({_CLOCK})\s*(?:-|–|→|\bđến\b|\bden\b|\bto\b)\s*({_CLOCK})(?:\s+|$)",  # noqa: RUF001
    re.IGNORECASE,
)
_LONGEST_NUMBER = 18
_MOST_NAMES = 5  # words of a name


class Asked(Struct, frozen=True):
    """Which shift somebody else is to stand, and what was said of it."""

    shift: Shift
    wish: Wish
    reason: str


async def read(tx: Tx, team: Team, person: Person, words: str) -> Asked:
    """Return what `12 22:00-02:00 @ha reason` asks for; Refused when no shift is meant."""
    first, _, rest = words.strip().partition(" ")
    shift = await shift_named(tx, team, person, first)
    rest, start, end = rest.strip(), None, None
    part = _PART.match(rest)
    if part is not None:
        clocks = read_clock(part[1]), read_clock(part[2])
        start, end = part_between(shift, *clocks, team.zone)
        rest = rest[part.end() :]
    only, reason = await _named_first(tx, rest)
    return Asked(shift, Wish(start, end, only), reason_of(reason))


def reason_of(words: str) -> str:
    """Return a reason on one line, as long as a card has room for."""
    return " ".join(words.split())[:LONGEST_REASON]


async def shift_named(tx: Tx, team: Team, person: Person, word: str) -> Shift:
    """Return somebody's shift by its number, `12` or `#12`, or by the day on which it begins."""
    number = word.lstrip("#№")
    if number.isascii() and number.isdecimal() and len(number) <= _LONGEST_NUMBER:
        return await own(tx, person, int(number))
    try:
        day = read_day(word, tx.now.astimezone(team.zone).date())
    except Refused as unreadable:
        raise Refused("refused-swap-usage") from unreadable
    mine = await _on(tx, team, person, day)
    if not mine:
        raise Refused("refused-swap-no-shift", day=f"{day:%d/%m}")
    if len(mine) > 1:
        numbers = [str(shift.id) for shift in mine]
        raise Refused("refused-swap-which", day=f"{day:%d/%m}", numbers={"list": numbers})
    return mine[0]


async def _on(tx: Tx, team: Team, person: Person, day: date) -> list[Shift]:
    coming = await roster.of_person(tx, person.id, tx.now)
    return [each for each in coming if each.start.astimezone(team.zone).date() == day]


async def _named_first(tx: Tx, words: str) -> tuple[Person | None, str]:
    """Part a member's name at the beginning from the reason behind it."""
    parts = words.split()
    if parts and parts[0].startswith("@"):
        return await member_named(tx, parts[0]), " ".join(parts[1:])
    for count in range(min(len(parts), _MOST_NAMES), 0, -1):
        name = " ".join(parts[:count])
        found = [each for each in await people.find(tx, name) if may(each, Role.RESPONDER)]
        is_a_name = all(part[:1].isupper() for part in parts[:count]) or (
            len(found) == 1 and unaccented(found[0].name) == unaccented(name)
        )
        if len(found) == 1 and is_a_name:
            return found[0], " ".join(parts[count:])
    return None, words


async def member_named(tx: Tx, words: str) -> Person:
    """Return the one member meant by a name; Refused when there is none or more than one."""
    found = [each for each in await people.find(tx, words) if may(each, Role.RESPONDER)]
    if not found:
        raise Refused("refused-no-such-member", name=words[:40])
    if len(found) > 1:
        names = {"list": [person.name for person in found[:5]]}
        raise Refused("refused-which-member", name=words[:40], names=names)
    return found[0]


def number_of(word: str) -> int:
    """Return a number as people write it, such as `12` or `#12`; Refused when it is none."""
    number = word.strip().lstrip("#№")
    if not (number.isascii() and number.isdecimal() and len(number) <= _LONGEST_NUMBER):
        raise Refused("refused-swap-usage")
    return int(number)
