"""What goes straight to SQLite comes back as SQLAlchemy would have brought it."""

import gc
import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import bindparam, func, select, text, update
from sqlalchemy.exc import IntegrityError

from bot.domain.people import Role
from storage import due, prepared
from storage.database import Database
from storage.due import Due
from storage.tables import due_rows, people, seen_updates
from tests.databases import copy_sqlite

AT = datetime(2028, 2, 29, 16, 59, 59, 123456, tzinfo=UTC)
MADE = frozenset({"make-b"})
HANOI = timezone(timedelta(hours=7))
PERSON = {"name": "Lan", "role": 1, "language": "vi", "active": True, "created_at": AT}
BY_KIND = select(due_rows).where(due_rows.c.kind == bindparam("wanted"))
BY_NAMES = (
    select(people.c.name)
    .where(people.c.name.in_(bindparam("names", expanding=True)), people.c.role.in_((1, 2)))
    .order_by(people.c.id)
)


@pytest.fixture
async def tx(sqlite_template, tmp_path):
    copy_sqlite(sqlite_template, tmp_path / "own.db")
    database = Database(f"sqlite:///{tmp_path}/own.db", lambda: AT)
    await database.open()
    async with database.begin() as tx:
        yield tx
    await database.close()


async def twice(tx, statement, values):
    """Ask the ordinary way and straight."""
    connection = tx.link.connection
    ordinary = await connection.visit(tx.link.run_ordinarily, statement, values)
    ready = prepared.find(statement, values) or prepared.find(statement, values)
    assert ready is not None
    return ordinary.all(), (await ready.run(connection, values)).all()


async def test_instants_documents_and_truth_come_back_as_what_they_were(tx):
    params = {"chữ": ["ệ", 1, None], "sâu": {"có": True}}
    await due.schedule(tx, Due("thử", 7, AT.astimezone(HANOI), params))
    ((ordinary,), (straight,)) = await twice(tx, BY_KIND, {"wanted": "thử"})
    assert straight._mapping == ordinary._mapping
    assert (straight.due_at, straight.due_at.tzinfo, straight.params) == (AT, UTC, params)


@pytest.mark.parametrize(
    "part", [due.QUICK, due.ALL_SLOW, due.Part(only=frozenset({"make-a"})), due.Part(but=MADE)]
)
async def test_what_needs_no_values_finds_the_same(tx, part):
    for hours, kind in ((3, "thử"), (2, "make-a"), (1, "make-b")):
        await due.schedule(tx, Due(kind, 7, AT + timedelta(hours=hours)))
    (ordinary,), (straight,) = await twice(tx, due._next_at(part), {})
    assert straight == ordinary != (None,)


async def test_a_statement_that_comes_again_goes_straight_with_values_or_without(tx, monkeypatch):
    for _ in range(2):
        assert await due.next_at(tx) is None
        assert await tx.all(BY_KIND, {"wanted": "thử"}) == []

    def ordinarily(*_):
        raise AssertionError("SQLAlchemy's way")

    monkeypatch.setattr(tx.link, "run_ordinarily", ordinarily)
    assert await due.next_at(tx) is None
    assert await tx.all(BY_KIND, {"wanted": "thử"}) == []
    with pytest.raises(AssertionError):
        await tx.all(select(people))


@pytest.mark.parametrize("names", [[], ["Lan"], ["Lan", "Hà"], ["Lan"] * 8])
async def test_lists_of_values_of_any_length_find_the_same(tx, names):
    await tx.run(people.insert(), [PERSON, PERSON | {"name": "Hà"}, PERSON | {"role": 4}])
    ordinary, straight = await twice(tx, BY_NAMES, {"names": names})
    assert straight == ordinary
    assert {row.name for row in straight} == set(names)


async def test_a_list_too_long_to_be_kept_is_left_to_sqlalchemy(tx):
    names = {"names": [str(number) for number in range(prepared.LONGEST_LIST + 1)]}
    assert prepared.find(BY_NAMES, names) is None
    assert prepared.find(BY_NAMES, names) is None
    assert list(await tx.all(BY_NAMES, names)) == []


async def test_a_change_says_how_many_rows_it_changed(tx):
    await tx.run(people.insert(), [PERSON, PERSON, PERSON | {"name": "Hà"}])
    rename = update(people).where(people.c.name == bindparam("old")).values(name=bindparam("new"))
    values = {"old": "Lan", "new": "An"}
    assert (await tx.run(rename, {"old": "ai", "new": "đó"})).rowcount == 0
    assert prepared.find(rename, values) is not None
    assert (await tx.run(rename, values)).rowcount == 2


async def test_what_a_statement_leaves_out_has_its_default(tx):
    first = await tx.add(people, **PERSON)
    second = await tx.add(people, **PERSON | {"name": "Hà"})
    rows = {row.id: row for row in await tx.all(select(people))}
    assert (rows[second].blocked, rows[second].reachable) == (rows[first].blocked, None)


async def test_what_breaks_a_rule_of_the_database_is_the_same_error(tx):
    insert = seen_updates.insert()
    for number in (1, 2):
        await tx.run(insert, {"update_id": number, "at": AT})
    assert prepared.find(insert, {"update_id": 1, "at": AT}) is not None
    with pytest.raises(IntegrityError, match="UNIQUE"):
        await tx.run(insert, {"update_id": 2, "at": AT})


async def test_a_naive_instant_is_refused_as_ever(tx):
    naive = {"update_id": 3, "at": AT.replace(tzinfo=None)}
    insert = seen_updates.insert()
    prepared.find(insert, naive)
    with pytest.raises(ValueError, match="naive"):
        await tx.run(insert, naive)


async def test_sql_as_text_is_left_to_sqlalchemy(tx):
    words = text("SELECT :word AS word")
    for _ in range(3):
        assert await tx.scalar(words, {"word": "ổn"}) == "ổn"


def test_a_statement_that_is_built_anew_each_time_is_forgotten():
    before = len(prepared._KNOWN)
    for number in range(50):
        prepared.find(select(people).where(people.c.id == bindparam(f"n{number}")), {"n": 1})
    gc.collect()
    assert len(prepared._KNOWN) <= before + 1


async def test_what_is_slow_leaves_the_loop_to_others_and_comes_back_when_it_is_quick(tx):
    threads = []

    def work(size):
        threads.append(threading.get_ident())
        return sum(range(size))

    await tx.link.connection.create_function("work", 1, work)
    working = select(func.work(bindparam("size")))
    prepared.find(working, {"size": 1})
    ready = prepared.find(working, {"size": 1})
    assert ready is not None
    for _ in range(2):
        await ready.run(tx.link.connection, {"size": 2_000_000})
    assert threads[0] == threading.get_ident() != threads[1]
    for _ in range(60):
        await ready.run(tx.link.connection, {"size": 1})
    assert threads[-1] == threading.get_ident()


async def test_what_is_always_compared_with_stands_in_the_sql(tx):
    """Bound, it would make SQLite look anew at every execution whether a partial index fits."""
    wanted = select(people.c.name).where(
        people.c.role == bindparam("role"),
        people.c.role != Role.LEAD,
        people.c.language == "it's",
        people.c.name.in_(("a:b", "100 %")),
    )
    rows = [PERSON | {"name": name, "language": "it's"} for name in ("a:b", "100 %", "Lan")]
    await tx.run(people.insert(), [*rows, PERSON | {"name": "a:b"}])
    ordinary, straight = await twice(tx, wanted, {"role": 1})
    assert sorted(straight) == sorted(ordinary) == [("100 %",), ("a:b",)]
    ready = prepared.find(wanted, {"role": 1})
    assert ready is not None
    assert "language = 'it''s'" in ready.sql
    assert "role != 'lead'" in ready.sql


async def test_a_constant_that_cannot_stand_in_the_sql_is_bound(tx):
    """It would be refused, and only when the statement comes for the second time."""
    await due.schedule(tx, Due("thử", 7, AT, {}))
    settle = update(due_rows).where(due_rows.c.kind == bindparam("wanted")).values(params="ệ")
    for _ in range(2):
        assert await tx.change(settle, {"wanted": "thử"})
    assert prepared.find(settle, {"wanted": "thử"}) is not None
    assert await tx.scalar(select(due_rows.c.params)) == "ệ"
