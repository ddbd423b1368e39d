"""A search for somebody with all that it is for: the part of a shift, and whose it is."""

from msgspec import Struct

from bot.domain import swaps as rules
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.roster import Shift, ShiftState
from bot.domain.swaps import Swap
from storage import people, shifts
from storage.database import Tx


class Wanted(Struct, frozen=True):
    """A search with what it is for: the part of the shift, and whose it is."""

    search: Swap
    shift: Shift
    part: Shift
    holder: Person


async def wanted(tx: Tx, search: Swap) -> Wanted | None:
    """Return a search with its shift; None when the shift is over, gone, or somebody else's now."""
    shift = await shifts.find(tx, search.shift_id)
    if shift is None or shift.state is ShiftState.DRAFT or search.end <= tx.now:
        return None
    if shift.person_id != search.asked_by_id:
        return None
    if not shift.start <= search.start < search.end <= shift.end:
        return None
    part = rules.cut_out(shift, search.start, search.end)
    return Wanted(search, shift, part, await people.get(tx, shift.person_id))


async def must(tx: Tx, search: Swap) -> Wanted:
    """Return a search with its shift; Refused when nothing is wanted any more."""
    found = await wanted(tx, search)
    if found is None:
        raise Refused("refused-swap-over")
    return found
