"""Filling a watch: who stands where, put by hand, as last time, from a file, or as proposed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from bot.domain.cover import Opening, counted, openings
from bot.domain.errors import Refused
from bot.domain.last_time import as_last_time
from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift, ShiftState
from bot.domain.team import Team
from bot.domain.watch import Slot, Watch, WatchState, filled, slots
from storage import people, shifts, watches
from storage.database import Tx

Place = tuple[Slot, Shift | None]

ABLE = (Role.RESPONDER, Role.LEAD, Role.ADMIN)


class Filling(Struct, frozen=True):
    """A watch with each of its places and who fills it; a place is known by its number.

    `openings` are what of its plan nobody covers, not even somebody who steps in for a part.
    `gone` are who has left the team: what is theirs is empty until somebody else has it.
    """

    watch: Watch
    places: Sequence[Place]
    openings: Sequence[Opening] = ()
    gone: frozenset[int] = frozenset()

    @property
    def shifts(self) -> list[Shift]:
        """Return the shifts that fill its places."""
        return [shift for _, shift in self.places if shift is not None]

    @property
    def empty(self) -> list[Slot]:
        """Return the places that nobody fills, or only in part."""
        return [
            slot
            for slot, shift in self.places
            if (shift is None or shift.person_id in self.gone) and self._is_open(slot)
        ]

    def place(self, number: int) -> Place:
        """Return a place by its number; Refused when the watch has none such."""
        if not 0 <= number < len(self.places):
            raise Refused("refused-unknown-button")
        return self.places[number]

    def next_empty(self, number: int) -> int | None:
        """Return the number of the next empty place behind one, or else before it."""
        empty = set(self.empty)
        numbers = [at for at, (slot, _) in enumerate(self.places) if slot in empty]
        return next((at for at in numbers if at > number), numbers[0] if numbers else None)

    def hours_of(self, person_id: int) -> timedelta:
        """Return how long a person stands in this watch so far."""
        own = (shift for shift in self.shifts if shift.person_id == person_id)
        return sum((shift.end - shift.start for shift in own), timedelta(0))

    def _is_open(self, slot: Slot) -> bool:
        return any(
            opening.post == slot.post and opening.start < slot.end and slot.start < opening.end
            for opening in self.openings
        )

    def is_busy(self, person_id: int, slot: Slot) -> bool:
        """Tell whether a person stands at another place of the watch at the same time."""
        return any(
            shift is not None
            and shift.person_id == person_id
            and other != slot
            and other.start < slot.end
            and slot.start < other.end
            for other, shift in self.places
        )


async def filling(tx: Tx, team: Team, watch_id: int) -> Filling:
    """Return a watch with its places as they are filled now; Refused when there is none."""
    watch = await watches.get(tx, watch_id)
    here = await shifts.of_watch(tx, watch.id)
    places = filled(slots(watch, team.zone), here)
    known = await people.of_ids(tx, sorted({shift.person_id for shift in here}))
    gone = frozenset(person.id for person in known.values() if not person.active)
    standing = [shift for shift in counted(here) if shift.person_id not in gone]
    return Filling(watch, places, openings(watch, standing, team.zone), gone)


async def able(tx: Tx) -> list[Person]:
    """Return who may stand on watch, in order of name."""
    members = [person for person in await people.with_roles(tx, ABLE) if may(person, ABLE[0])]
    return sorted(members, key=lambda person: person.name.casefold())


async def fill(tx: Tx, team: Team, watch: Watch, assignments: Mapping[Slot, int]) -> None:
    """Give every place of a draft to the person named for it, and to nobody whom none names."""
    await _still_draft(tx, watch)
    places = set(slots(watch, team.zone))
    if not places.issuperset(assignments):
        raise ValueError("somebody is to stand where this watch has no place")
    await check_able(tx, assignments.values())
    before = await shifts.of_watch(tx, watch.id)
    await shifts.remove(tx, [shift.id for shift in before])
    for slot, person_id in sorted(assignments.items()):
        await _add(tx, watch, slot, person_id)


async def check_able(tx: Tx, person_ids: Iterable[int]) -> None:
    """Refuse when somebody among them may not stand on watch, or no longer."""
    wanted = sorted(set(person_ids))
    members = {person.id for person in await able(tx)}
    unable = [person_id for person_id in wanted if person_id not in members]
    if unable:
        known = await people.of_ids(tx, unable)
        names = [known[each].name if each in known else str(each) for each in unable]
        raise Refused("refused-watch-unable", names={"list": names})


async def put(tx: Tx, team: Team, watch_id: int, number: int, person_id: int) -> bool:
    """Give one place of a draft to somebody; False when it is theirs already."""
    found = await filling(tx, team, watch_id)
    await _still_draft(tx, found.watch)
    slot, before = found.place(number)
    await check_able(tx, [person_id])
    if before is not None and before.person_id == person_id:
        return False
    refuse_twice(found, slot, person_id)
    if before is not None:
        await shifts.remove(tx, [before.id])
    await _add(tx, found.watch, slot, person_id)
    return True


def refuse_twice(found: Filling, slot: Slot, person_id: int) -> None:
    """One person fills one place of a post at a time, however many it has."""
    for other, held in found.places:
        same = (other.start, other.end, other.post) == (slot.start, slot.end, slot.post)
        if same and held is not None and held.person_id == person_id:
            raise Refused("refused-watch-twice")


async def clear(tx: Tx, team: Team, watch_id: int, number: int) -> bool:
    """Leave one place of a draft empty; False when it is already."""
    found = await filling(tx, team, watch_id)
    await _still_draft(tx, found.watch)
    _, before = found.place(number)
    if before is None:
        return False
    await shifts.remove(tx, [before.id])
    return True


async def repeat_last(tx: Tx, team: Team, watch_id: int) -> int:
    """Fill a draft with the people of the watch before, a turn on; returns how many places."""
    found = await filling(tx, team, watch_id)
    last = await last_before(tx, found.watch.start)
    if last is None:
        raise Refused("refused-watch-no-last")
    before = await shifts.of_watch(tx, last.id)
    places = [slot for slot, _ in found.places]
    given = as_last_time(places, before, [person.id for person in await able(tx)])
    if not given:
        raise Refused("refused-watch-last-strange", name=last.name)
    await fill(tx, team, found.watch, given)
    return len(given)


async def last_before(tx: Tx, at: datetime) -> Watch | None:
    """Return the newest published or ended watch that began before an instant."""
    states = (WatchState.PUBLISHED, WatchState.ENDED)
    found = [await watches.newest(tx, state, at) for state in states]
    return max((one for one in found if one is not None), key=lambda one: one.start, default=None)


async def _add(tx: Tx, watch: Watch, slot: Slot, person_id: int) -> None:
    shift = Shift(0, slot.start, slot.end, slot.post, person_id, watch.id, ShiftState.DRAFT)
    await shifts.add(tx, shift)


async def _still_draft(tx: Tx, watch: Watch) -> None:
    now = await watches.get(tx, watch.id)
    if now.state is not WatchState.DRAFT:
        raise Refused("refused-watch-not-draft", name=now.name)
