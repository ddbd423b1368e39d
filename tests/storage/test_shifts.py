"""Drafts may try the same shift twice; what counts is there once, on either database."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.people import Person, Role
from bot.domain.roster import Shift, ShiftState
from bot.domain.watch import Plan, Seats, Watch
from bot.domain.watch_words import read_hours
from storage import people, shifts, watches

PLAN = Plan(seats=(Seats(post="primary"),), hours=read_hours("07:30-07:30"))


@pytest.fixture
async def shift(database):
    """A shift of a watch, not kept yet."""
    async with database.begin() as tx:
        minh = await people.add(tx, Person(0, 700, "Minh", Role.RESPONDER))
        start, end = tx.now, tx.now + timedelta(days=1)
        watch_id = await watches.add(tx, Watch(0, "Trực", start, end, PLAN))
        return Shift(0, start, end, "primary", minh.id, watch_id)


def again(shift: Shift, **values: object) -> Shift:
    return Shift(**{name: getattr(shift, name) for name in Shift.__struct_fields__} | values)


async def kept(database, *found: Shift) -> int:
    async with database.begin() as tx:
        ids = [await shifts.add(tx, one) for one in found]
        return len(ids)


async def test_drafts_of_the_same_shift_stand_beside_each_other(database, shift):
    draft = again(shift, state=ShiftState.DRAFT)
    assert await kept(database, draft, draft, shift) == 3


async def test_what_counts_in_a_watch_is_there_once(database, shift):
    await kept(database, shift)
    with pytest.raises(IntegrityError):
        await kept(database, again(shift, state=ShiftState.CONFIRMED))


async def test_a_watch_stands_beside_the_normal_roster_which_has_each_shift_once(database, shift):
    usual = again(shift, watch_id=None)
    assert await kept(database, shift, usual) == 2
    with pytest.raises(IntegrityError):
        await kept(database, usual)


async def test_a_draft_that_counts_elsewhere_cannot_be_made_to_count_too(database, shift):
    draft = again(shift, state=ShiftState.DRAFT)
    await kept(database, shift, draft)
    with pytest.raises(IntegrityError):
        async with database.begin() as tx:
            [found] = [
                one
                for one in await shifts.of_watch(tx, shift.watch_id)
                if one.state is ShiftState.DRAFT
            ]
            await shifts.change(tx, found, state=ShiftState.PLANNED.value)
