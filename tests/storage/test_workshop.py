"""Slow work: done in a process of its own, once, or again when that process is killed."""

import asyncio
import multiprocessing
import os
from concurrent.futures import Executor, Future, process
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot import workshop
from bot.catalog import load
from bot.domain.team import Team
from bot.worker import a_process
from bot.workshop import Work, Workshop
from storage import due
from storage.due import Due
from storage.tables import due_rows
from tests.storage.conftest import START
from tests.works import endless, killed_once, whoami

KIND = "make-something"
TEAM = Team(load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", None)
PATIENCE = 30.0


class HereAndNow(Executor):
    """Work done on the spot."""

    def submit(self, fn, /, *args, **kwargs):
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 an executor hands every error on
            done.set_exception(error)
        return done


class Shop:
    """A workshop with one kind of work, and what became of it."""

    def __init__(self, database, make, *, pool=HereAndNow, **more):
        self.database = database
        self.kept = []
        self.given_up = []
        self.gathered = 0
        work = Work(self.gather, make, self.keep, self.give_up)
        self.workshop = Workshop(database, TEAM, self.fetch, pool, {KIND: work, **more})

    async def gather(self, tx, team, subject_id, params):
        self.gathered += 1
        return params.get("needed")

    async def keep(self, tx, team, subject_id, params, made):
        self.kept.append(made)

    async def give_up(self, tx, team, subject_id, params):
        self.given_up.append(subject_id)

    async def fetch(self, file_id):
        return file_id.encode()

    async def orders(self, needed="this", subject_id=1, kind=KIND):
        async with self.database.begin() as tx:
            await due.schedule(tx, Due(kind, subject_id, tx.now, {"needed": needed}))

    async def step(self):
        return await asyncio.wait_for(self.workshop.step(), PATIENCE)

    async def row(self, subject_id=1):
        async with self.database.read() as tx:
            (row,) = await tx.all(due_rows.select().where(due_rows.c.subject_id == subject_id))
            return row


async def gathered(tx, team, subject_id, params):
    return params["needed"]


async def nobody_keeps(tx, team, subject_id, params, made):
    raise AssertionError(made)


def nobody_is_left():
    """Wait for every process of ours to end; multiprocessing knows them all.

    A pool's own thread goes first: of two that reap one process, the slower finds it still there.
    """
    for thread in list(process._threads_wakeups):
        thread.join(PATIENCE)
    for child in multiprocessing.active_children():
        child.join(PATIENCE)
    return multiprocessing.active_children() == []


async def test_it_is_done_in_another_process_that_then_ends(database):
    shop = Shop(database, whoami, pool=a_process)
    await shop.orders("first", 1)
    await shop.orders("second", 2)
    assert await shop.step() is None
    assert [needed for needed, _ in shop.kept] == ["first", "second"]
    processes = {process for _, process in shop.kept}
    assert len(processes) == 1
    assert os.getpid() not in processes
    assert nobody_is_left()


async def test_a_process_killed_in_the_middle_does_the_work_again(database, hours, tmp_path):
    shop = Shop(database, killed_once, pool=a_process)
    await shop.orders(str(tmp_path))
    again_at = await shop.step()
    assert (again_at, shop.kept) == (START + timedelta(seconds=5), [])
    assert "BrokenProcessPool" in (await shop.row()).error
    hours.now = again_at
    await shop.step()
    assert shop.kept == ["done all the same"]
    assert (await shop.row()).state == "done"
    assert nobody_is_left()


async def test_work_without_end_is_ended_and_put_off(database, monkeypatch):
    monkeypatch.setattr(workshop, "LONGEST_WORK", timedelta(seconds=3))
    shop = Shop(database, endless, pool=a_process)
    await shop.orders()
    assert await shop.step() == START + timedelta(seconds=5)
    assert nobody_is_left()


async def test_work_that_waits_for_others_holds_up_nothing_else(database):
    hangs = Work(gathered, endless, nobody_keeps, foreign=True)
    shop = Shop(database, whoami, pool=a_process, **{"make-foreign": hangs})
    others = Workshop(database, TEAM, shop.fetch, a_process, {"make-foreign": hangs}, foreign=True)
    await shop.orders("hanging", 2, "make-foreign")
    step = asyncio.create_task(others.step())
    async with asyncio.timeout(PATIENCE):
        while not multiprocessing.active_children():
            await asyncio.wait([step], timeout=0.05)
    await shop.orders("quick", 1)
    assert await shop.step() is None
    assert [needed for needed, _ in shop.kept] == ["quick"]
    assert not step.done()
    step.cancel()
    await asyncio.gather(step, return_exceptions=True)
    assert nobody_is_left()
    assert ((await shop.row(1)).state, (await shop.row(2)).state) == ("done", "waiting")


async def test_stopping_in_the_middle_of_work_leaves_no_process_behind(database):
    shop = Shop(database, endless, pool=a_process)
    await shop.orders()
    step = asyncio.create_task(shop.workshop.step())
    async with asyncio.timeout(PATIENCE):
        while not multiprocessing.active_children():
            await asyncio.wait([step], timeout=0.05)
    step.cancel()
    await asyncio.gather(step, return_exceptions=True)
    assert nobody_is_left()
    assert (await shop.row()).state == "waiting"


async def test_what_is_ordered_anew_meanwhile_is_made_of_the_newer_facts(database, hours):
    shop = Shop(database, str.upper)
    gather = shop.gather

    async def and_then_it_changes(tx, team, subject_id, params):
        needed = await gather(tx, team, subject_id, params)
        if shop.gathered == 1:
            hours.now += timedelta(seconds=1)
            await shop.orders("newer")
        return needed

    work = Work(and_then_it_changes, str.upper, shop.keep)
    shop.workshop = Workshop(database, TEAM, shop.fetch, HereAndNow, {KIND: work})
    await shop.orders("older")
    await shop.step()
    assert shop.kept == ["NEWER"]


async def test_what_is_called_off_meanwhile_is_not_kept(database):
    shop = Shop(database, str.upper)

    async def called_off(tx, team, subject_id, params):
        async with database.begin() as other:
            await due.drop(other, KIND, subject_id)
        return params["needed"]

    work = Work(called_off, str.upper, shop.keep)
    shop.workshop = Workshop(database, TEAM, shop.fetch, HereAndNow, {KIND: work})
    await shop.orders()
    await shop.step()
    assert shop.kept == []
    assert (await shop.row()).state == "dropped"


async def test_what_no_longer_matters_ends_without_being_made(database):
    shop = Shop(database, str.upper)
    await shop.orders(None)
    assert await shop.step() is None
    assert shop.kept == []
    assert (await shop.row()).state == "done"


async def test_what_always_fails_is_given_up_aloud_and_holds_up_nobody(database, hours):
    good = Shop(database, str.upper)
    others = {"make-good": Work(good.gather, str.upper, good.keep)}
    shop = Shop(database, lambda needed: needed / 0, **others)
    await shop.orders(1)
    await good.orders("other", 2, "make-good")
    tries = 0
    while (again_at := await shop.step()) is not None:
        tries += 1
        assert tries < 20
        hours.now = again_at
    assert good.kept == ["OTHER"]
    assert (tries, shop.gathered, shop.given_up) == (7, 8, [1])
    assert (await shop.row()).state == "dropped"
    assert hours.now - START < timedelta(minutes=15)


async def test_what_cannot_even_be_given_up_is_put_off_and_holds_up_nobody(database, hours):
    good = Shop(database, str.upper)
    shop = Shop(database, str.upper)

    async def never_given_up(tx, team, subject_id, params):
        raise LookupError(subject_id)

    works = {
        KIND: Work(shop.gather, lambda needed: needed / 0, shop.keep, never_given_up),
        "make-good": Work(good.gather, str.upper, good.keep),
    }
    shop.workshop = Workshop(database, TEAM, shop.fetch, HereAndNow, works)
    await shop.orders(1)
    for _ in range(workshop.MOST_TRIES + 1):
        hours.now = await shop.step()
    await good.orders("other", 2, "make-good")
    await shop.step()
    assert good.kept == ["OTHER"]
    row = await shop.row()
    assert (row.state, row.attempts) == ("waiting", workshop.MOST_TRIES + 2)
    assert row.retry_at > hours.now


async def test_a_kind_that_nobody_knows_any_more_holds_up_nobody(database):
    shop = Shop(database, str.upper)
    await shop.orders("old", 1, "make-forgotten")
    await shop.orders("this", 2)
    await shop.step()
    assert shop.kept == ["THIS"]
    assert (await shop.row(1)).state == "waiting"


async def test_work_on_a_file_is_given_its_bytes(database):
    shop = Shop(database, lambda needed, content: (needed, content))
    async with database.begin() as tx:
        await due.schedule(tx, Due(KIND, 1, tx.now, {"needed": "x", "file_id": "AgAC"}))
    await shop.step()
    assert shop.kept == [("x", b"AgAC")]


@pytest.mark.parametrize("ended", [True, False])
async def test_a_failed_try_is_kept_with_its_reason(database, ended):
    shop = Shop(database, (lambda needed: needed) if ended else (lambda needed: 1 / 0))
    await shop.orders()
    await shop.step()
    row = await shop.row()
    assert (row.state, row.attempts) == (("done", 0) if ended else ("waiting", 1))
    assert ("ZeroDivisionError" in (row.error or "")) is not ended
