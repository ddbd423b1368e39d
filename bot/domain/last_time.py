"""A roster like last time's: the same people at the same posts, moved on by a turn."""

from collections.abc import Collection, Iterable, Sequence

from bot.domain.roster import Shift
from bot.domain.watch import Slot


def as_last_time(
    places: Iterable[Slot], before: Iterable[Shift], able: Collection[int]
) -> dict[Slot, int]:
    """Return who of the last watch takes which place now; what nobody can take is left out.

    People keep their post and their order, yet nobody has the shift again that was theirs, as far
    as there is somebody else. Nobody is at two places at once.
    """
    theirs: dict[str, list[int]] = {}
    for shift in sorted(before, key=lambda one: (one.start, one.id)):
        if shift.person_id in able:
            theirs.setdefault(shift.post, []).append(shift.person_id)
    given: dict[Slot, int] = {}
    for post, slots in _by_post(places).items():
        turns = theirs.get(post, [])
        people = list(dict.fromkeys(turns))
        onward = _onward(people, turns[: len(slots)])
        for number, slot in enumerate(slots):
            person_id = _free(people, number + onward, slot, given)
            if person_id is not None:
                given[slot] = person_id
    return given


def _by_post(places: Iterable[Slot]) -> dict[str, list[Slot]]:
    found: dict[str, list[Slot]] = {}
    for slot in sorted(places):
        found.setdefault(slot.post, []).append(slot)
    return found


def _onward(people: Sequence[int], turns: Sequence[int]) -> int:
    """Return by how many places to move on, so that as few as possible meet their old turn."""

    def met(onward: int) -> int:
        return sum(
            people[(number + onward) % len(people)] == person_id
            for number, person_id in enumerate(turns)
        )

    return min(range(1, len(people) + 1), key=met, default=0)


def _free(people: Sequence[int], number: int, slot: Slot, given: dict[Slot, int]) -> int | None:
    busy = {
        person_id
        for other, person_id in given.items()
        if other.start < slot.end and slot.start < other.end
    }
    for step in range(len(people)):
        person_id = people[(number + step) % len(people)]
        if person_id not in busy:
            return person_id
    return None
