from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import process_time
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from sqlalchemy import func, select

from bot.catalog import load
from bot.domain.people import Person, Role
from bot.domain.team import Team
from bot.services.register import ImportRefused, ImportReport, Register, import_file
from bot.texts.values import voice
from storage import people, tables
from storage.watch_tables import calendar_days

NOW = datetime(2026, 9, 2, 2, 0, tzinfo=UTC)
TEAM = Team(load(None), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", None)
AGENCIES = "code,name,kind,parent\nP1,Phòng Một,phường,SO\nSO,Sở Khoa học,sở,\n"
PEOPLE = """telegram_id,name,role,agency,phone,email,language
100,Nguyễn An,responder,SO,0912345678,an@so.gov.vn,
200,Trần Bình,lead,p1,,,en
300,Lê Chi,staff,,,,vi
"""
SYSTEMS = "code,name,agency,level,url\nDVC,Dịch vụ công,SO,3,https://dvc.gov.vn\nWEB,Cổng,P1,,\n"
ROSTER = """start,end,post,telegram_id
2026-12-01T07:30,2026-12-01T19:30,primary,100
2026-12-01T19:30,2026-12-02T07:30,primary,200
2026-12-01T07:30,2026-12-02T07:30,backup,200
"""
HOLIDAYS = """date,day,name,document
02/01/2026,off,Nghỉ Tết Dương lịch,12729/VPCP-KGVX
2026-01-10,work,Làm bù,
"""
FILES = {
    "agencies": AGENCIES,
    "people": PEOPLE,
    "systems": SYSTEMS,
    "roster": ROSTER,
    "holidays": HOLIDAYS,
}


@pytest.fixture
def imports(database, tmp_path):
    def written(content: str) -> Path:
        path: Path = tmp_path / "file.csv"
        path.write_text(content, encoding="utf-8")
        return path

    async def run(what: str, content: str) -> ImportReport:
        async with database.begin() as tx:
            return await import_file(tx, TEAM, what, written(content))

    return run


async def stored(database, table):
    async with database.read() as tx:
        return await tx.all(select(table).order_by(*table.primary_key))


async def refusal(imports, what, content):
    with pytest.raises(ImportRefused) as refused:
        await imports(what, content)
    return refused.value


async def everything(imports):
    return {what: await imports(what, content) for what, content in FILES.items()}


async def test_every_register_is_imported_and_changes_nothing_the_second_time(imports):
    first, second = await everything(imports), await everything(imports)
    assert {what: report.added for what, report in first.items()} == {
        "agencies": 2,
        "people": 3,
        "systems": 2,
        "roster": 3,
        "holidays": 2,
    }
    for what, report in second.items():
        assert report == ImportReport(0, 0, first[what].added)


async def test_agencies_know_their_parents_wherever_they_stand_in_the_file(imports, database):
    await imports("agencies", AGENCIES)
    lower, upper = await stored(database, tables.agencies)
    assert (lower.code, lower.kind, lower.parent_id) == ("P1", "phường", upper.id)
    assert upper.parent_id is None


async def test_an_agency_can_move_and_be_renamed(imports, database):
    await imports("agencies", AGENCIES)
    done = await imports("agencies", "code,name,parent\np1,Phòng 1,\nSO,Sở Khoa học,p1\n")
    assert done == ImportReport(0, 2, 0)
    lower, upper = await stored(database, tables.agencies)
    assert (lower.name, lower.kind, lower.parent_id) == ("Phòng 1", "phường", None)
    assert upper.parent_id == lower.id


async def test_a_file_without_the_parent_column_leaves_parents_alone(imports, database):
    await imports("agencies", AGENCIES)
    assert await imports("agencies", "code,name\nP1,Phòng 1\n") == ImportReport(0, 1, 0)
    lower, upper = await stored(database, tables.agencies)
    assert lower.parent_id == upper.id


async def test_people_are_stored_as_written(imports, database):
    await everything(imports)
    an, binh, _ = await stored(database, tables.people)
    so = (await stored(database, tables.agencies))[1]
    assert (an.telegram_id, an.name, an.role, an.agency_id) == (
        100,
        "Nguyễn An",
        "responder",
        so.id,
    )
    assert (an.phone, an.email, an.language, an.active) == (
        "0912345678",
        "an@so.gov.vn",
        "vi",
        True,
    )
    assert (an.reachable, an.created_at) == (None, NOW)
    assert binh.language == "en"


async def test_a_known_citizen_is_enrolled_and_keeps_the_chosen_language(imports, database):
    async with database.begin() as tx:
        await people.add(tx, Person(0, 100, "an", Role.CITIZEN, language="en", reachable=True))
    assert await imports("people", "telegram_id,name,role,language\n100,Nguyễn An,lead,\n") == (
        ImportReport(0, 1, 0)
    )
    (an,) = await stored(database, tables.people)
    assert (an.name, an.role, an.language, an.reachable) == ("Nguyễn An", "lead", "en", True)


async def test_an_import_does_not_bring_back_who_was_switched_off(imports, database):
    async with database.begin() as tx:
        await people.add(tx, Person(0, 100, "An", Role.STAFF, active=False))
    await imports("people", "telegram_id,name,role\n100,An,lead\n")
    (an,) = await stored(database, tables.people)
    assert (an.role, an.active) == ("lead", False)


async def test_the_last_admin_of_the_team_is_not_imported_away(imports, database):
    async with database.begin() as tx:
        await people.add(tx, Person(0, 100, "An", Role.ADMIN))
    refused = await refusal(imports, "people", "telegram_id,name,role\n100,An,lead\n")
    assert [problem.reason for problem in refused.problems] == ["import-last-admin"]


async def test_systems_hang_on_their_agencies(imports, database):
    await everything(imports)
    dvc, web = await stored(database, tables.systems)
    lower, upper = await stored(database, tables.agencies)
    assert (dvc.code, dvc.level, dvc.url, dvc.agency_id) == (
        "DVC",
        3,
        "https://dvc.gov.vn",
        upper.id,
    )
    assert (web.level, web.url, web.agency_id) == (None, None, lower.id)


async def test_the_roster_is_read_on_local_clocks(imports, database):
    await everything(imports)
    first, *_ = await stored(database, tables.shifts)
    assert first.start_at == datetime(2026, 12, 1, 0, 30, tzinfo=UTC)
    assert first.end_at == datetime(2026, 12, 1, 12, 30, tzinfo=UTC)


async def test_a_roster_never_overlaps_what_is_stored(imports, database):
    await everything(imports)
    line = "2026-12-01T18:00,2026-12-01T20:00,primary,100"
    refused = await refusal(imports, "roster", f"start,end,post,telegram_id\n{line}\n")
    (problem,) = refused.problems
    assert (problem.line, problem.reason) == (2, "import-overlaps-stored")
    assert len(await stored(database, tables.shifts)) == 3


async def test_somebody_on_the_roster_cannot_be_imported_as_staff(imports):
    await everything(imports)
    refused = await refusal(imports, "people", "telegram_id,name,role\n100,An,staff\n")
    assert [problem.reason for problem in refused.problems] == ["import-has-shifts"]


@pytest.mark.parametrize("what", list(Register))
async def test_one_wrong_line_keeps_the_whole_file_out(imports, database, what):
    for register in list(Register)[: list(Register).index(what)]:
        await imports(register, FILES[register])
    tables_of = {
        "agencies": tables.agencies,
        "people": tables.people,
        "systems": tables.systems,
        "roster": tables.shifts,
        "holidays": calendar_days,
    }
    refused = await refusal(imports, what, FILES[what] + "?,?,?,?\n")
    assert {problem.line for problem in refused.problems} == {FILES[what].count("\n") + 1}
    assert await stored(database, tables_of[what]) == []


async def test_a_workbook_is_imported_with_its_numbers_and_dates(database, tmp_path, imports):
    await everything(imports)
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].append(["Start", "End", "Post", "Telegram_ID"])
    start = NOW.replace(tzinfo=None) + timedelta(days=90)
    workbook.worksheets[0].append([start, start + timedelta(hours=12), "commander", 200])
    workbook.save(tmp_path / "roster.xlsx")
    async with database.begin() as tx:
        done = await import_file(tx, TEAM, "roster", tmp_path / "roster.xlsx")
    assert done == ImportReport(1, 0, 0)
    *_, last = await stored(database, tables.shifts)
    assert last.start_at == NOW + timedelta(days=90) - timedelta(hours=7)


@pytest.mark.parametrize("language", ["vi", "en"])
async def test_every_problem_can_be_said_in_plain_words(imports, language):
    content = PEOPLE + "x,,boss,none,abc,def,fr\n100,An\tB,lead,,,,,extra\n1.2E+09,\x01,,,,,\n"
    refused = await refusal(imports, "people", content.replace("SO", "").replace("p1", ""))
    reader = voice(TEAM, NOW, language)
    said = [reader.value(problem.as_text()) for problem in refused.problems]
    assert len(said) == 12
    assert reader.say(refused.text_id, **refused.params).count("\n") == 12


async def bulk(imports, what, header, lines):
    content = "\n".join([header, *lines])
    began = process_time()
    done = await imports(what, content)
    assert done.added == len(lines)
    assert process_time() - began < 2
    return content


async def test_a_thousand_agencies_take_less_than_two_seconds(imports):
    lines = [f"A{n},Xã {n},xã,{f'A{n + 1}' if n < 999 else ''}" for n in range(1_000)]
    await bulk(imports, "agencies", "code,name,kind,parent", lines)


async def test_ten_thousand_shifts_take_less_than_two_seconds(imports, database):
    people_lines = [f"{n},Người {n},responder" for n in range(1, 101)]
    await bulk(imports, "people", "telegram_id,name,role", people_lines)
    day = datetime(2027, 1, 1)  # noqa: DTZ001 as written in a file
    lines = [
        f"{day + timedelta(days=n):%Y-%m-%dT%H:%M},{day + timedelta(days=n + 1):%Y-%m-%dT%H:%M},"
        f"primary,{person}"
        for person in range(1, 101)
        for n in range(100)
    ]
    content = await bulk(imports, "roster", "start,end,post,telegram_id", lines)
    assert await imports("roster", content) == ImportReport(0, 0, 10_000)
    async with database.read() as tx:
        assert await tx.scalar(select(func.count()).select_from(tables.shifts)) == 10_000
