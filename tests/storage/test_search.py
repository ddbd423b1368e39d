"""The index of words on both databases: accents do not matter, nothing written is missed."""

import pytest

from storage import incidents, search
from storage.incidents import Entry
from tests.storage.test_facts import scene


@pytest.fixture
async def incident(database):
    async with database.begin() as tx:
        made = await scene(tx, place="Phòng Kế toán, tầng 2")
        await incidents.enter(tx, made.incident.id, Entry("note", None, "Đã rút dây mạng máy chủ"))
        file = Entry("file", None, None, {"name": "nhat-ky-tuong-lua.log"})
        await incidents.enter(tx, made.incident.id, file)
    return made.incident


async def found(database, *terms):
    async with database.begin() as tx:
        assert await search.bring_up_to_date(tx)
        rows = await search.find(tx, terms, 10)
        return [(row.incident_id, row.kind) for row in rows]


@pytest.mark.parametrize(
    ("terms", "kind"),
    [
        (("mat", "tep"), "report"),
        (("ke", "toan"), "report"),
        (("sc", "2026", "0001"), "report"),
        (("mot", "cua"), "report"),  # the system and the agency it is about
        (("ubnd", "xa", "tep"), "report"),
        (("rut", "day"), "line"),
        (("may",), "line"),
        (("tuong", "lua"), "line"),
        (("tuo",), "line"),
    ],
)
async def test_each_thing_written_is_found_by_the_beginning_of_its_words(
    database, incident, terms, kind
):
    assert await found(database, *terms) == [(incident.id, kind)]


async def test_all_words_must_occur_in_one_text(database, incident):
    assert await found(database, "rut", "chuoc") == []
    assert await found(database, "rut", "tep") == []


async def test_what_is_written_after_a_search_is_found_by_the_next(database, incident):
    assert await found(database, "khoi", "phuc") == []
    async with database.begin() as tx:
        await incidents.enter(tx, incident.id, Entry("note", None, "Khôi phục từ bản sao lưu"))
    assert await found(database, "khoi", "phuc") == [(incident.id, "line")]
    assert await found(database, "khoi", "phuc") == [(incident.id, "line")]


async def test_a_long_backlog_is_taken_in_by_parts_and_nothing_is_left_out(
    database, incident, monkeypatch
):
    monkeypatch.setattr(search, "AT_ONCE", 1)
    parts = 0
    async with database.begin() as tx:
        while not await search.bring_up_to_date(tx):
            parts += 1
        assert parts == 2
        assert len(await search.find(tx, ("tuong",), 10)) == 1


async def test_the_words_are_given_back_as_they_were_written(database, incident):
    async with database.begin() as tx:
        await search.bring_up_to_date(tx)
        line = (await search.find(tx, ("rut",), 10))[0]
        report = (await search.find(tx, ("tep",), 10))[0]
        assert await search.texts_of(tx, line.kind, [line.source_id]) == {
            line.source_id: "Đã rút dây mạng máy chủ"
        }
        assert await search.texts_of(tx, report.kind, [report.source_id]) == {
            incident.id: "mất tệp · Phòng Kế toán, tầng 2 · Một cửa · UBND xã A"
        }
