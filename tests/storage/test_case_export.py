"""The case file: each file has its hash, the seals can be counted, nobody anonymous is in it."""

import hashlib
import json
import pickle
from io import BytesIO
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from msgspec.structs import replace
from sqlalchemy import select

from bot.catalog import load
from bot.domain.people import Person, Role
from bot.domain.report import Draft
from bot.domain.seals import Line, seal
from bot.domain.team import Team
from bot.papers.case_export import SPARE, made
from bot.services import case_export, evidence, incidents
from bot.services.case_export import MadeCase, TooBig
from storage import evidence_files, people
from storage import incidents as stored
from storage.evidence_files import Filed
from storage.seals import by_incident
from storage.tables import outbox

CONTENT = b"MZ not to be run"
FILE = {"media": "document", "file_id": "f", "file_unique_id": "u", "name": "Mẫu độc.EXE"}


@pytest.fixture
def team(tmp_path) -> Team:
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    return Team(load(), zone, "vi", None, data=tmp_path, code_key=b"secret")


@pytest.fixture
async def lead(database) -> Person:
    async with database.begin() as tx:
        return await people.add(tx, Person(0, 12, "Tùng", Role.LEAD))


async def gathered(database, team, lead, **more):
    async with database.begin() as tx:
        an = await people.add(tx, Person(0, 9876543, "Ẩn Văn Danh", Role.STAFF))
        draft = Draft("malware", "Mã độc từ xau.top", files=(FILE,), **more)
        incident_id, _ = await incidents.open_incident(tx, team, an, draft)
        await incidents.acknowledge(tx, team, lead, incident_id)
        await evidence.keep(tx, team, 1, {}, evidence.file_away(team.data, CONTENT))
    async with database.begin() as tx:
        params = {"incident_id": incident_id, "person_id": lead.id}
        return await case_export.gather(tx, team, 0, params)


def done_with(case) -> MadeCase:
    """Make the case file, which is not too big."""
    done = made(case)
    assert isinstance(done, MadeCase)
    return done


def opened(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


async def test_every_file_of_the_case_file_has_its_hash_and_evidence_does_not_run(
    database, team, lead
):
    case = await gathered(database, team, lead)
    # It goes to the workshop in a process of its own.
    done = done_with(pickle.loads(pickle.dumps(case)))  # noqa: S301 our own
    files = opened(done.file.content)
    manifest = files.pop("MANIFEST.sha256").decode().splitlines()
    listed = {name: digest for digest, name in (line.split("  ", 1) for line in manifest)}
    assert listed == {name: hashlib.sha256(files[name]).hexdigest() for name in files}
    assert files["evidence/00001-mau-doc.exe_"] == CONTENT
    assert done.file.name == "SC-2026-0001-TLP-AMBER.zip"
    assert "sha256sum -c MANIFEST.sha256" in files["README.txt"].decode("utf-8-sig")
    about = json.loads(files["incident.json"])
    assert about["evidence"][0]["state"] == "enclosed"
    assert about["indicators"] == [{"what": "domain", "value": "xau[.]top"}]
    cells = [cell.text for cell in Document(BytesIO(files["timeline.docx"])).tables[1]._cells]
    assert "Tùng nhận" in cells
    assert b"secret" not in done.file.content


async def test_the_seals_can_be_counted_from_the_case_file(database, team, lead):
    done = done_with(await gathered(database, team, lead))
    lines = json.loads(opened(done.file.content)["timeline.json"])["lines"]
    async with database.begin() as tx:
        kept = [line async for chain in by_incident(tx) for line in chain.lines]
    before = ""
    assert len(lines) == len(kept) > 0
    for given, line in zip(lines, kept, strict=True):
        values = {name: given[name] for name in Line.__struct_fields__} | {"at": line.at}
        assert given["seal"] == seal(before, Line(**values))
        before = given["seal"]


async def test_an_anonymous_reporter_is_nowhere_in_it(database, team, lead):
    case = await gathered(database, team, lead, anonymous=True, contact="0912345678")
    files = opened(done_with(case).file.content)
    whole = b"".join(files.values()).decode("utf-8", "replace")
    cells = [cell.text for cell in Document(BytesIO(files["timeline.docx"])).tables[1]._cells]
    for trace in ("Ẩn Văn Danh", "9876543", "0912345678"):
        assert trace not in whole
        assert trace not in " ".join(cells)
    withheld = [line for line in json.loads(files["timeline.json"])["lines"] if line["withheld"]]
    assert {line["kind"] for line in withheld} == {"received", "report-file"}
    assert {line["person_id"] for line in withheld} == {None}


async def test_evidence_that_was_touched_is_named_and_not_enclosed(database, team, lead):
    case = await gathered(database, team, lead)
    evidence_files.place(team.data, case.evidence[0].sha256).unlink()
    done = done_with(case)
    assert done.missing == ("00001-mau-doc.exe_",)
    assert not [name for name in opened(done.file.content) if name.startswith("evidence/")]


async def test_what_telegram_does_not_take_is_left_out_and_said(database, team, lead):
    case = await gathered(database, team, lead)
    large = evidence_files.file_away(team.data, b"x" * 200_000)
    assert isinstance(large, Filed)
    case = replace(case, evidence=(replace(case.evidence[0], sha256=large.sha256),))
    rest = opened(done_with(replace(case, evidence=())).file.content)
    room = SPARE + sum(map(len, rest.values())) + 100_000
    done = done_with(replace(case, most=room))
    assert done.left_out == ("00001-mau-doc.exe_",)
    about = json.loads(opened(done.file.content)["incident.json"])
    assert about["evidence"][0]["state"] == "too-big-for-this-file"
    assert done_with(replace(case, most=room + 110_000)).left_out == ()
    assert isinstance(made(replace(case, most=SPARE)), TooBig)


async def test_the_case_file_is_sent_in_private_and_that_is_custody(database, team, lead):
    done = done_with(await gathered(database, team, lead))
    params = {"incident_id": 1, "person_id": lead.id}
    async with database.begin() as tx:
        await case_export.keep(tx, team, 0, params, done)
    async with database.begin() as tx:
        rows = await tx.all(select(outbox).where(outbox.c.kind == "paper"))
        last = (await stored.story(tx, 1))[-1]
    assert [row.chat_id for row in rows] == [lead.telegram_id]
    assert (last.kind, last.person_id) == ("exported", lead.id)
    assert last.details["sha256"] == hashlib.sha256(done.file.content).hexdigest()


async def test_whoever_leads_no_more_gets_none(database, team, lead):
    await gathered(database, team, lead)
    async with database.begin() as tx:
        await people.change(tx, lead.id, role=Role.RESPONDER)
        params = {"incident_id": 1, "person_id": lead.id}
        assert await case_export.gather(tx, team, 0, params) is None
