"""Searches for somebody are brought up again, below the card that asks and not by a new one."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.domain.people import Person
from bot.domain.swaps import SwapState
from bot.domain.team import Team
from bot.services import swap_cards
from bot.services.asking import ask_leads, remind_later
from bot.services.giving import REMIND
from bot.services.openings import candidates
from bot.services.wanting import Wanted, wanted
from storage import due, roster, swaps
from storage.database import Tx

TOGETHER = timedelta(days=1)


async def remind(tx: Tx, team: Team, shift_id: int, params: Mapping[str, Any]) -> None:
    """Remind whoever can still stand the shift, or the leads who have not decided.

    What else the same person asks for and would be brought up within a day is so at once.
    """
    del params
    search = await swaps.live(tx, shift_id)
    found = await wanted(tx, search) if search is not None else None
    if found is None or found.part.start <= tx.now:
        return
    await remind_later(tx, team, found.search)
    if found.search.state is not SwapState.OPEN:
        await ask_leads(tx, team, found, found.search)
        return
    others = await _soon_too(tx, found)
    for each, at in others:
        await remind_later(tx, team, each.search, at)
    await _bring_up(tx, team, [found, *(each for each, _ in others)])


async def _soon_too(tx: Tx, found: Wanted) -> list[tuple[Wanted, datetime]]:
    """Return what else its holder asks for that would be brought up soon, and when."""
    theirs = await roster.of_person(tx, found.holder.id, tx.now)
    soon: list[tuple[Wanted, datetime]] = []
    for search in await swaps.live_of(tx, [each.id for each in theirs]):
        is_same = search.only_id == found.search.only_id and search.state is SwapState.OPEN
        if not is_same or search.id == found.search.id:
            continue
        at = await due.waiting(tx, REMIND, search.shift_id)
        each = await wanted(tx, search)
        if each is not None and at is not None and at <= tx.now + TOGETHER:
            soon.append((each, at))
    return soon


async def _bring_up(tx: Tx, team: Team, found: Sequence[Wanted]) -> None:
    """Bring the card back to mind that somebody has, and give one to who has none."""
    cards = await swap_cards.open_cards(tx, found)
    only_id = found[0].search.only_id
    for person, own in await for_each(tx, team, found):
        if only_id not in (None, person.id):
            continue
        card = cards.get(person.id)
        if card is None:
            swap_cards.send(tx, person, own)
        else:
            swap_cards.nudge(tx, card, own)


async def for_each(
    tx: Tx, team: Team, found: Sequence[Wanted]
) -> list[tuple[Person, list[Wanted]]]:
    """Return who could stand any of these shifts, each with those that they could."""
    able: dict[int, Person] = {}
    theirs: dict[int, list[Wanted]] = {}
    for each in found:
        for person in await candidates(tx, team, each.part):
            able[person.id] = person
            theirs.setdefault(person.id, []).append(each)
    return [(able[person_id], own) for person_id, own in theirs.items()]
