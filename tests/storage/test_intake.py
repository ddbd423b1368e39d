"""Updates take effect once, in order, whatever is among them."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, TimedOut

from bot.domain.errors import Refused
from bot.domain.messages import Outgoing
from bot.intake import Intake
from storage import outbox, updates
from storage.tables import failed_updates, seen_updates
from storage.tables import outbox as outbox_table

NOW = datetime(2026, 9, 2, 2, 0, tzinfo=UTC)


class EchoDesk:
    """Answers each update with its number; does what the update asks it to do."""

    def __init__(self):
        self.handled = []
        self.trouble = None

    async def handle(self, tx, raw):
        self.handled.append(raw["update_id"])
        if self.trouble is not None:
            raise self.trouble
        outbox.queue(tx, Outgoing("answer", 1, params={"n": raw["update_id"]}))
        if raw.get("raise"):
            raise RuntimeError("boom")
        if raw.get("refuse"):
            raise Refused("refused-x", why="y")

    async def refuse(self, tx, raw, refused):
        outbox.queue(tx, Outgoing("answer", 1, params={"refused": refused.text_id}))

    async def apologise(self, tx, raw, failure_id):
        outbox.queue(tx, Outgoing("answer", 1, params={"apology": failure_id}))


class Queue:
    """Telegram's queue: keeps updates until a higher offset is asked for."""

    def __init__(self, *updates):
        self.updates = list(updates)
        self.error = None

    async def fetch(self, offset):
        if self.error is not None:
            raise self.error
        self.updates = [u for u in self.updates if u["update_id"] >= offset]
        return self.updates[:100]


async def answers(database):
    async with database.read() as tx:
        return [
            row.params for row in await tx.all(select(outbox_table).order_by(outbox_table.c.id))
        ]


async def test_a_poison_update_in_a_batch_of_a_hundred_costs_only_itself(database):
    updates = [{"update_id": n} for n in range(1, 101)]
    updates[41]["raise"] = True
    intake = Intake(database, Queue(*updates).fetch, EchoDesk())
    await intake.step()
    said = await answers(database)
    assert [p["n"] for p in said if "n" in p] == [n for n in range(1, 101) if n != 42]
    assert [p for p in said if "apology" in p] == [{"apology": 1}]
    assert intake.offset == 101
    async with database.read() as tx:
        (failed,) = await tx.all(select(failed_updates))
        assert len(await tx.all(select(seen_updates))) == 100
    assert failed.update_id == 42
    assert "boom" in failed.traceback


@pytest.mark.parametrize("code", [sqlite3.SQLITE_BUSY, sqlite3.SQLITE_IOERR_WRITE])
@pytest.mark.parametrize("wrapped", [False, True])
async def test_while_the_database_is_away_no_update_is_given_up(database, hours, code, wrapped):
    """A press that met a locked database or a full disk was kept as failed, and had no effect."""
    trouble = sqlite3.OperationalError("database is locked")
    trouble.sqlite_errorcode = code
    raised = DBAPIError.instance("COMMIT", None, trouble, sqlite3.Error) if wrapped else trouble
    queue, desk = Queue({"update_id": 1}, {"update_id": 2}), EchoDesk()
    desk.trouble = raised
    intake = Intake(database, queue.fetch, desk)
    with pytest.raises((sqlite3.OperationalError, DBAPIError)):
        await intake.step()
    assert (intake.offset, await answers(database)) == (0, [])
    unkept = [intake.unkept_since]
    hours.now += timedelta(minutes=1)
    with pytest.raises((sqlite3.OperationalError, DBAPIError)):
        await intake.step()
    unkept.append(intake.unkept_since)
    desk.trouble = None
    await intake.step()
    assert await answers(database) == [{"n": 1}, {"n": 2}]
    assert [*unkept, intake.unkept_since] == [hours.now - timedelta(minutes=1)] * 2 + [None]
    async with database.read() as tx:
        assert await tx.all(select(failed_updates)) == []


async def test_what_telegram_no_longer_has_is_waited_for_no_longer(database):
    desk = EchoDesk()
    queue = Queue({"update_id": 1})
    intake = Intake(database, queue.fetch, desk)
    desk.trouble = sqlite3.OperationalError("disk I/O error")
    desk.trouble.sqlite_errorcode = sqlite3.SQLITE_IOERR
    with pytest.raises((sqlite3.OperationalError, DBAPIError)):
        await intake.step()
    assert intake.unkept_since is not None
    queue.updates.clear()
    await intake.step()
    assert intake.unkept_since is None


async def test_a_refusal_undoes_what_was_written_before_it_and_says_why(database):
    intake = Intake(database, Queue({"update_id": 1, "refuse": True}).fetch, EchoDesk())
    await intake.step()
    assert await answers(database) == [{"refused": "refused-x"}]
    async with database.read() as tx:
        assert await tx.all(select(failed_updates)) == []


async def test_the_same_update_twice_has_its_effect_once(database):
    intake = Intake(database, Queue().fetch, EchoDesk())
    await intake.take_in([{"update_id": 5}, {"update_id": 5}])
    await intake.take_in([{"update_id": 5}])
    assert await answers(database) == [{"n": 5}]


async def test_a_smaller_id_after_a_larger_one_is_not_taken_for_an_old_one(database):
    intake = Intake(database, Queue().fetch, EchoDesk())
    await intake.take_in([{"update_id": 900}])
    await intake.take_in([{"update_id": 3}])
    assert await answers(database) == [{"n": 900}, {"n": 3}]


async def test_nothing_is_confirmed_before_it_is_committed(database):
    queue = Queue({"update_id": 1})
    intake = Intake(database, queue.fetch, EchoDesk())
    await database.close()
    with pytest.raises(Exception, match=r"."):
        await _crashing(intake, database)
    assert intake.offset == 0
    assert queue.updates == [{"update_id": 1}]


async def _crashing(intake, database):
    def broken():
        raise OSError("disk full")

    database.begin = broken
    await intake.step()


@pytest.mark.parametrize(
    ("error", "longest"),
    [
        (InvalidToken(), 30),
        (Conflict("two"), 30),
        (BadRequest("offset"), 30),
        (NetworkError("Bad Gateway"), 5),
        (TimedOut(), 5),
    ],
    ids=lambda e: type(e).__name__,
)
async def test_no_answer_of_telegram_ends_the_polling(database, error, longest):
    queue = Queue({"update_id": 1})
    queue.error = error
    intake = Intake(database, queue.fetch, EchoDesk())
    pauses = [await intake.step() for _ in range(8)]
    assert pauses == sorted(pauses)
    assert 0 < pauses[0] <= 2
    assert pauses[-1] == longest
    queue.error = None
    assert await intake.step() == 0
    assert await answers(database) == [{"n": 1}]
    assert intake.fetched_at == NOW


async def test_what_is_older_than_a_week_is_forgotten(database):
    async with database.begin() as tx:
        await updates.mark_seen(tx, 1)
        await updates.forget_before(tx, NOW + timedelta(seconds=1))
        assert await updates.mark_seen(tx, 1)
