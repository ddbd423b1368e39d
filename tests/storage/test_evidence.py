"""Evidence on both databases: fetched once, kept by its hash, never lost without a word."""

import stat
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.catalog import load
from bot.domain.errors import Refused
from bot.domain.evidence import LARGEST, State
from bot.domain.people import Person, Role
from bot.domain.report import Draft
from bot.domain.team import Team
from bot.services import evidence, incidents
from storage import due, evidence_files, people
from storage import evidence as kept
from storage import incidents as stored
from storage.evidence_files import Filed, NotFiled
from storage.tables import outbox

HOUR = timedelta(hours=1)
CONTENT = b"MZ not to be run"


@pytest.fixture
def team(tmp_path) -> Team:
    return Team(load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", None, data=tmp_path)


@pytest.fixture
async def minh(database) -> Person:
    async with database.begin() as tx:
        await people.add(tx, Person(0, 12, "Tùng", Role.LEAD))
        return await people.add(tx, Person(0, 11, "Minh", Role.RESPONDER))


def a_file(unique="u1", size=16):
    given = {"media": "document", "file_id": f"id-{unique}", "file_unique_id": unique}
    return given | {"name": "mau.exe", "size": size}


def filed(folder) -> Filed:
    made = evidence_files.file_away(folder, CONTENT)
    assert isinstance(made, Filed)
    return made


async def reported(database, team, person, *files, **more) -> int:
    async with database.begin() as tx:
        draft = Draft("malware", "Mã độc", files=tuple(files), **more)
        incident_id, _ = await incidents.open_incident(tx, team, person, draft)
    return incident_id


async def kept_now(database, team, made) -> None:
    async with database.begin() as tx:
        await evidence.keep(tx, team, 1, {}, made)


async def texts(database) -> list[str]:
    async with database.begin() as tx:
        rows = await tx.all(select(outbox.c.params).order_by(outbox.c.id))
    return [row.params["text"] for row in rows if "text" in row.params]


async def state(database) -> State:
    async with database.begin() as tx:
        found = await kept.get(tx, 1)
    assert found is not None
    return found.state


async def waits_until(database):
    async with database.begin() as tx:
        return await due.waiting(tx, evidence.MAKE, 1)


async def test_a_file_of_a_report_is_kept_by_its_hash_and_nobody_can_write_into_it(
    database, team, minh, tmp_path, hours
):
    incident_id = await reported(database, team, minh, a_file())
    assert await waits_until(database) == hours.now
    made = filed(tmp_path)
    await kept_now(database, team, made)
    where = evidence_files.place(tmp_path, made.sha256)
    assert stat.S_IMODE(where.stat().st_mode) == 0o440
    assert stat.S_IMODE(where.parent.stat().st_mode) & 0o027 == 0
    assert evidence_files.read(tmp_path, made.sha256) == CONTENT
    async with database.begin() as tx:
        shown = await evidence.page(tx, team, minh, await stored.get(tx, incident_id))
        again = await evidence.page(tx, team, minh, await stored.get(tx, incident_id))
        lines = [row.kind for row in await stored.story(tx, incident_id)]
    assert shown == again
    (line,) = shown["lines"]["lines"]
    assert (line["text"], line["sha256"]) == ("evidence-line-kept", made.sha256)
    assert lines[-2:] == ["evidence-kept", "evidence-looked"]


async def test_the_same_file_twice_is_one_and_a_kept_one_is_not_fetched_again(
    database, team, minh, tmp_path
):
    await reported(database, team, minh, a_file(), a_file())
    async with database.begin() as tx:
        assert len(await kept.of_incident(tx, 1)) == 1
        assert await evidence.gather(tx, team, 1, {}) == tmp_path
    await kept_now(database, team, evidence.file_away(tmp_path, CONTENT))
    async with database.begin() as tx:
        assert await evidence.gather(tx, team, 1, {}) is None


@pytest.mark.parametrize(("size", "is_said"), [(LARGEST, False), (LARGEST + 1, True)])
async def test_what_telegram_gives_no_bot_is_said_at_once_with_another_way(
    database, team, minh, size, is_said
):
    await reported(database, team, minh, a_file(size=size))
    assert ("evidence-too-big" in await texts(database)) is is_said
    assert (await waits_until(database) is None) is is_said


async def test_a_full_disk_is_said_once_and_tried_again_every_hour(database, team, minh, hours):
    await reported(database, team, minh, a_file(), a_file("u2"))
    for evidence_id in (1, 2):
        async with database.begin() as tx:
            await due.drop(tx, evidence.MAKE, evidence_id)
            await evidence.keep(tx, team, evidence_id, {}, NotFiled("No space left on device"))
    assert (await texts(database)).count("evidence-no-room") == 1
    assert await waits_until(database) == hours.now + HOUR
    await kept_now(database, team, evidence.file_away(team.data, CONTENT))
    assert await state(database) is State.KEPT


async def test_a_file_that_telegram_has_no_more_is_given_up_after_three_days_aloud(
    database, team, minh, hours
):
    await reported(database, team, minh, a_file())
    for tried in range(2):
        hours.now += tried * timedelta(days=3)
        async with database.begin() as tx:
            await due.drop(tx, evidence.MAKE, 1)
            await evidence.give_up(tx, team, 1, {})
    told = [text for text in await texts(database) if text.startswith("evidence")]
    assert told == ["evidence-not-fetched", "evidence-lost"]
    assert await state(database) is State.LOST
    assert await waits_until(database) is None


async def test_without_a_folder_files_are_listed_and_stay_in_telegram(database, team, minh):
    team.data = None
    await reported(database, team, minh, a_file())
    assert await state(database) is State.TELEGRAM
    assert await waits_until(database) is None


async def test_an_anonymous_reporter_is_not_named_in_the_list(database, team, minh):
    incident_id = await reported(database, team, minh, a_file(), anonymous=True)
    async with database.begin() as tx:
        shown = await evidence.page(tx, team, minh, await stored.get(tx, incident_id))
    assert shown["lines"]["lines"][0]["sender"] == {"text": "evidence-anonymous"}


async def test_an_incident_without_files_says_so(database, team, minh):
    incident_id = await reported(database, team, minh)
    async with database.begin() as tx:
        incident = await stored.get(tx, incident_id)
        with pytest.raises(Refused, match="refused-no-evidence"):
            await evidence.page(tx, team, minh, incident)


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_a_kept_file_that_was_touched_is_not_given_out(tmp_path, harm):
    made = filed(tmp_path)
    where = evidence_files.place(tmp_path, made.sha256)
    where.unlink()
    if harm == "changed":
        where.write_bytes(b"something else")
    assert evidence_files.read(tmp_path, made.sha256) is None


def test_a_folder_nobody_may_write_to_is_an_answer_and_leaves_nothing_behind(tmp_path):
    (tmp_path / "evidence").touch()
    with pytest.raises(FileExistsError):
        evidence_files.file_away(tmp_path, CONTENT)
    assert [path.name for path in tmp_path.iterdir()] == ["evidence"]
