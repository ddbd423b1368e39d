"""What is kept about people on watch: hand-overs, test pages, the log of a shift."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role
from bot.domain.roster import Shift
from bot.domain.watch import Plan, Seats, Watch, WatchState
from bot.domain.watch_policy import Hours
from storage import handovers, people, shifts, test_pages, watches, watchlog
from storage.outbox import queue
from storage.tables import outbox
from storage.watchlog import LogLine

HOUR = timedelta(hours=1)
PLAN = Plan(seats=(Seats(post="primary"),), hours=(Hours(start="08:00", end="20:00"),))


@pytest.fixture
async def ids(database):
    """A watch with two shifts of Minh's: (watch, first shift, second shift, Minh)."""
    async with database.begin() as tx:
        minh = await people.add(tx, Person(0, 1, "Minh", Role.RESPONDER))
        whole = Watch(0, "Tết", tx.now, tx.now + 24 * HOUR, PLAN, WatchState.PUBLISHED)
        watch_id = await watches.add(tx, whole)
        made = [
            await shifts.add(tx, Shift(0, start, start + 12 * HOUR, "primary", minh.id, watch_id))
            for start in (tx.now, tx.now + 12 * HOUR)
        ]
    return watch_id, *made, minh.id


async def test_a_hand_over_is_done_once_all_have_signed_who_were_to(database, ids):
    _, first, second, _ = ids
    async with database.begin() as tx:
        assert await handovers.find(tx, first) is None
        with pytest.raises(KeyError):
            await handovers.get(tx, first)
        await handovers.add(tx, first, second)
        await handovers.add(tx, second, None)
        for shift_id, expected in ((first, False), (second, True)):
            await handovers.change(tx, await handovers.get(tx, shift_id), signed_at=tx.now)
            assert (await handovers.get(tx, shift_id)).is_done is expected
        await handovers.change(tx, await handovers.get(tx, first), confirmed_at=tx.now)
        assert (await handovers.get(tx, first)).is_done


async def test_a_hand_over_signed_meanwhile_is_not_changed(database, ids):
    async with database.begin() as tx:
        await handovers.add(tx, ids[1], None)
        before = await handovers.get(tx, ids[1])
        assert await handovers.change(tx, before, note="một")
        assert await handovers.change(tx, before, signed_at=tx.now)
        assert not await handovers.change(tx, before, note="hai")
        assert (await handovers.get(tx, ids[1])).note == "một"


async def test_of_two_who_check_somebody_in_or_let_them_go_one_is_too_late(database, ids):
    async with database.begin() as tx:
        for column in ("checked_in_at", "relieved_at"):
            before = await shifts.get(tx, ids[1])
            assert await shifts.change(tx, before, **{column: tx.now})
            assert not await shifts.change(tx, before, **{column: tx.now + HOUR})
            assert getattr(await shifts.get(tx, ids[1]), column) == tx.now


async def test_a_part_that_fails_takes_back_its_own_effects_only(database, ids):
    async def fails(tx):
        async with tx.apart():
            await watchlog.enter(tx, LogLine("lost"))
            queue(tx, Outgoing("answer", 1, params={"text": "lost"}))
            await tx.flush()
            await tx.run(text("SELECT nothing FROM nowhere"))

    async with database.begin() as tx:
        queue(tx, Outgoing("answer", 1, params={"text": "kept"}))
        await watchlog.enter(tx, LogLine("note", shift_id=ids[1]))
        with pytest.raises(DBAPIError):
            await fails(tx)
        await watchlog.enter(tx, LogLine("checked", shift_id=ids[1]))
    async with database.read() as tx:
        rows = await watchlog.between(tx, tx.now, tx.now + HOUR)
        said = await tx.all(select(outbox.c.params))
    assert [row.kind for row in rows] == ["note", "checked"]
    assert [row.params["text"] for row in said] == ["kept"]


async def test_a_test_page_is_answered_once_and_found_with_those_sent_with_it(database, ids):
    watch_id, _, _, minh_id = ids
    async with database.begin() as tx:
        until = tx.now + HOUR
        sent = [
            await test_pages.add(tx, minh_id, until, watch_id=each, channel="telegram")
            for each in (watch_id, watch_id, None)
        ]
        first, own = [await test_pages.find(tx, page_id) for page_id in (sent[0], sent[2])]
        assert first is not None
        assert own is not None
        assert [page.id for page in await test_pages.together(tx, first)] == sent[:2]
        assert [page.id for page in await test_pages.together(tx, own)] == sent[2:]
        assert await test_pages.answer(tx, first.id)
        assert not await test_pages.answer(tx, first.id)
        answered = await test_pages.find(tx, first.id)
        assert answered is not None
        assert answered.answered_at == tx.now
        assert await test_pages.find(tx, 999) is None


async def test_the_log_of_a_shift_holds_its_own_lines_of_the_kinds_asked_for(database, ids):
    watch_id, first, second, _ = ids
    async with database.begin() as tx:
        for shift_id, kind in (
            (first, "late"),
            (second, "late"),
            (first, "note"),
            (first, "known"),
        ):
            await watchlog.enter(tx, LogLine(kind, watch_id, shift_id))
        found = await watchlog.of_shift(tx, first, ("late", "known"))
        assert [row.kind for row in found] == ["late", "known"]
