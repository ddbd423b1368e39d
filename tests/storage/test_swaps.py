"""Searches for a stand-in and absences, on both databases."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy.exc import IntegrityError

from bot.domain.absence import Absence
from bot.domain.people import Person, Role
from bot.domain.roster import Shift
from bot.domain.swaps import Swap, SwapState, expire, take
from storage import absence, people, shifts, swaps
from tests.storage.conftest import START

HOUR = timedelta(hours=1)


@pytest.fixture
async def members(database) -> list[Person]:
    async with database.begin() as tx:
        return [
            await people.add(tx, Person(0, 10 + number, name, Role.RESPONDER))
            for number, name in enumerate(("Minh", "Hà", "An"))
        ]


@pytest.fixture
async def search(database, members) -> Swap:
    minh, *_ = members
    async with database.begin() as tx:
        shift = Shift(0, START + HOUR, START + 13 * HOUR, "primary", minh.id)
        shift_id = await shifts.add(tx, shift)
        return await swaps.add(tx, Swap(0, shift_id, minh.id, shift.start, shift.end, "ốm"))


async def test_a_search_is_read_as_it_was_kept(database, search):
    async with database.read() as tx:
        assert await swaps.find(tx, search.id) == search
        assert await swaps.live(tx, search.shift_id) == search
        assert await swaps.all_live(tx, START + 2 * HOUR) == [search]
        assert await swaps.all_live(tx, START + HOUR) == []
        assert await swaps.find(tx, search.id + 1) is None


async def test_of_two_who_take_at_once_only_the_first_is_kept(database, search, members):
    _, ha, an = members
    first, second = (take(search, each.id, START, needs_lead=True) for each in (ha, an))
    async with database.begin() as tx:
        assert await swaps.save(tx, search, first)
    async with database.begin() as tx:
        assert not await swaps.save(tx, search, second)
        assert await swaps.live(tx, search.shift_id) == first


async def test_a_shift_has_one_live_search_at_most(database, search):
    with pytest.raises(IntegrityError):
        async with database.begin() as tx:
            await swaps.add(tx, search)
    async with database.begin() as tx:
        assert await swaps.save(tx, search, expire(search, START))
        again = await swaps.add(tx, replace(search, reason="lại ốm"))
        assert await swaps.live(tx, search.shift_id) == again
        ended = await swaps.find(tx, search.id)
        assert ended is not None
        assert ended.state is SwapState.EXPIRED


async def test_absences_of_a_period_are_those_that_touch_it(database, members):
    minh, ha, an = members
    async with database.begin() as tx:
        ids = [
            await absence.add(tx, Absence(0, who.id, START + start * HOUR, START + end * HOUR, why))
            for who, start, end, why in ((minh, 0, 5, "họp"), (ha, 5, 9, ""), (an, 2, 4, ""))
        ]
        await people.change(tx, an.id, active=False)
    async with database.begin() as tx:
        found = await absence.between(tx, START + 4 * HOUR, START + 5 * HOUR)
        assert [(each.person_id, each.reason) for each in found] == [(minh.id, "họp")]
        assert len(await absence.between(tx, START, START + 6 * HOUR)) == 2
        assert await absence.find(tx, ids[0]) == found[0]
        assert await absence.remove(tx, ids[0])
        assert not await absence.remove(tx, ids[0])
        assert await absence.find(tx, ids[0]) is None
