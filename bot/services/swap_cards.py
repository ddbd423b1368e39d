"""The cards that ask to stand shifts: one for all that somebody cannot stand, kept true in place.

A card is about the person whose shifts they are; its `swaps` are the searches it shows.
"""

from collections.abc import Collection, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Row

from bot.domain.messages import Outgoing
from bot.domain.people import Person
from bot.domain.roster import Shift, ShiftState
from bot.domain.swaps import Swap, SwapState
from bot.domain.team import Team
from bot.services.messages import instant, queue, tell, tell_team
from bot.services.swap_words import Key, reason_words, shift_words
from bot.services.wanting import Wanted
from storage import outbox, people, shifts, shown, swaps
from storage.database import Tx

CARD, CALL = "swap-card", "swap-call"
MOST = 20  # searches on one card
_IN_A_ROW = 2


class _Shown(Struct, frozen=True):
    """A search as a card shows it: who has taken it, or that it `is_off` with its watch."""

    search: Swap
    part: Shift
    holder: Person
    taker: str = ""
    is_off: bool = False

    @property
    def is_open(self) -> bool:
        return self.search.state is SwapState.OPEN and not self.is_off


def send(tx: Tx, person: Person, found: Sequence[Wanted]) -> None:
    """Ask somebody to stand these shifts of one person."""
    for said, kind in _cards(found, with_reason=True):
        tell(tx, person, kind, found[0].holder.id, **said)


def send_team(tx: Tx, team: Team, found: Sequence[Wanted]) -> None:
    """Ask the group as well; why is only for those who are asked in private, and the leads."""
    for said, kind in _cards(found, with_reason=False):
        tell_team(tx, team, kind, found[0].holder.id, **said)


def _cards(found: Sequence[Wanted], *, with_reason: bool) -> list[tuple[dict[str, Any], str]]:
    every = [_Shown(each.search, each.part, each.holder) for each in found]
    parts = [every[at : at + MOST] for at in range(0, len(every), MOST)]
    return [(_said(part, with_reason=with_reason), _kind(part)) for part in parts]


def _kind(about: Sequence[_Shown]) -> str:
    return CALL if any(each.search.urgent for each in about) else CARD


def _said(about: Sequence[_Shown], *, with_reason: bool) -> dict[str, Any]:
    one = _one(about[0], with_reason=with_reason) if len(about) == 1 else _several(about)
    return {**one, "swaps": [each.search.id for each in about]}


def _one(about: _Shown, *, with_reason: bool) -> dict[str, Any]:
    search = about.search
    said = {"name": about.holder.name, "number": search.id, **shift_words(about.part)}
    if not about.is_open:
        return {"text": "swap-card-over", "outcome": _outcome(about), "keys": [], **said}
    text = "swap-card-urgent" if search.urgent else "swap-card"
    key = {"label": "button-swap-take", "data": f"swaptake:{search.id}", "style": "primary"}
    reason = reason_words(search.reason) if with_reason else ""
    text = text if about.holder.active else "swap-card-left"
    return {"text": text, "reason": reason, "keys": [[key]], **said}


def _several(about: Sequence[_Shown]) -> dict[str, Any]:
    holder, open_ = about[0].holder, [each for each in about if each.is_open]
    keys = [_key(each) for each in open_]
    return {
        "text": "swap-cards" if holder.active else "swap-cards-left",
        "name": holder.name,
        "count": len(open_),
        "lines": {"lines": [_line(each) for each in about]},
        "keys": [keys[at : at + _IN_A_ROW] for at in range(0, len(keys), _IN_A_ROW)],
    }


def _key(about: _Shown) -> Key:
    args = {"number": about.search.id, "start": instant(about.part.start)}
    data = f"swaptake:{about.search.id}"
    return {"label": "button-swap-take-start", "data": data, "args": args}


def _line(about: _Shown) -> dict[str, Any]:
    said = {"number": about.search.id, **shift_words(about.part)}
    if about.is_open:
        return {"text": "swap-cards-line", **said}
    return {"text": "swap-cards-line-over", "outcome": _outcome(about), **said}


def _outcome(about: _Shown) -> dict[str, Any]:
    how = "off" if about.is_off else about.search.state.value
    return {"text": f"swap-outcome-{how}", "name": about.holder.name, "taker": about.taker}


async def keep(tx: Tx, before: Swap, after: Swap) -> bool:
    """Keep a search as it has become and let its cards say so; False when it was not as read."""
    if not await swaps.save(tx, before, after):
        return False
    await follow(tx, [after])
    return True


async def follow(tx: Tx, searches: Sequence[Swap]) -> None:
    """Let every card that shows these searches say how they stand; what waits still is not sent."""
    changed = {search.id for search in searches}
    holder_ids = {search.asked_by_id for search in searches}
    rows = [
        row
        for row in await shown.about(tx, (CARD, CALL), holder_ids)
        if not changed.isdisjoint(row.params["swaps"])
    ]
    known = await _known(tx, {number for row in rows for number in row.params["swaps"]})
    over: list[int] = []
    for row in rows:
        about = [known[number] for number in row.params["swaps"]]
        said = _said(about, with_reason=row.person_id is not None)
        if row.state == outbox.PENDING and not any(each.is_open for each in about):
            over.append(row.id)
        elif said != row.params:
            await shown.change(tx, row, said)
    if over:
        await shown.overtake(tx, over, "somebody has it")


async def _known(tx: Tx, numbers: Collection[int]) -> dict[int, _Shown]:
    found = await swaps.of_ids(tx, numbers)
    theirs = await shifts.of_ids(tx, {search.shift_id for search in found})
    ids = {id_ for one in found for id_ in (one.asked_by_id, one.taken_by_id) if id_ is not None}
    names = await people.of_ids(tx, sorted(ids))

    def as_shown(search: Swap) -> _Shown:
        shift = theirs[search.shift_id]
        part = replace(shift, start=search.start, end=search.end)
        taker = names[search.taken_by_id].name if search.taken_by_id is not None else ""
        is_off = shift.state is ShiftState.DRAFT
        return _Shown(search, part, names[search.asked_by_id], taker, is_off)

    return {search.id: as_shown(search) for search in found}


async def open_cards(tx: Tx, found: Sequence[Wanted]) -> dict[int | None, Row[Any]]:
    """Return the newest sent card with any of these searches, by its reader."""
    wanted = {each.search.id for each in found}
    return {
        row.person_id: row
        for row in await shown.about(tx, (CARD, CALL), {found[0].holder.id})
        if row.message_id is not None and not wanted.isdisjoint(row.params["swaps"])
    }


def nudge(tx: Tx, card: Row[Any], found: Sequence[Wanted]) -> None:
    """Remind whoever has a card before them of it, in one line that hangs below it."""
    nearest = min(found, key=lambda each: each.part.start)
    said = {
        "text": "swap-nudge",
        "name": nearest.holder.name,
        "count": len(found),
        "holder_id": nearest.holder.id,
        **shift_words(nearest.part),
    }
    queue(
        tx,
        Outgoing(
            "shift-notice",
            card.chat_id,
            card.person_id,
            nearest.shift.id,
            said,
            reply_to=card.message_id,
        ),
    )
